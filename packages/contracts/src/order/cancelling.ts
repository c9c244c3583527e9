/** Why an order, or a part of it, is cancelled: who did it, a code, and what they have typed. */
import { z } from 'zod';
import { typedReason } from '../personal.ts';
import { shortage } from '../shapes.ts';

/** `system`: no person, but a shortage, a declined payment, or a service that did not answer in time. */
export const cancelledBy = z.enum(['customer', 'staff', 'system']);

/** What a person may say. */
export const statedCode = z.enum(['customer-request', 'out-of-stock', 'undeliverable', 'fraud', 'other']);
/** Also what only the system says. */
export const cancellationCode = z.enum([
  ...statedCode.options,
  'hold-expired',
  'payment-declined',
  'payment-late',
  'no-answer',
]);
export type CancellationCode = z.infer<typeof cancellationCode>;

/** `note` is what a person has typed, or what another service has said; null: nothing. */
export const cancellation = z.object({
  by: cancelledBy,
  code: cancellationCode,
  note: typedReason.nullable(),
});

const words: Record<CancellationCode, string> = {
  'customer-request': 'cancelled by the customer',
  'out-of-stock': 'shortage',
  undeliverable: 'it cannot be delivered',
  fraud: 'suspected fraud',
  other: 'cancelled',
  'hold-expired': 'the stock was held for too long',
  'payment-declined': 'the payment was declined',
  'payment-late': 'the payment was not authorized in time',
  'no-answer': 'another service did not answer in time',
};
/** In one text, for whoever has room for one only. */
export const reasonOf = ({ code, note }: { code: CancellationCode; note: string | null }): string =>
  note ?? words[code];

/** Cancelled because its stock was refused: so nothing was ever held for it, paid or confirmed. */
export const isShort = ({ shortages }: { shortages?: unknown }): boolean => shortages !== undefined;

// The events of the time before had one text

const first = z.object({
  reason: z.string(),
  by: z.enum(['customer', 'inventory', 'payment', 'system']),
  shortages: z.array(shortage).optional(),
});
export const cancelledBefore = { first, second: first.extend({ reason: typedReason }) };

/** `unpaid`: the payment service has said that it holds nothing, so nothing has to be given back. */
export const cancelledNow = cancellation.extend({
  unpaid: z.literal(true).optional(),
  shortages: z.array(shortage).optional(),
});

export function fromOneText({ reason, by, shortages }: z.infer<typeof first>): z.infer<typeof cancelledNow> {
  const isKnown = (code: CancellationCode) => reason === words[code];
  const system = (code: CancellationCode) => ({
    by: 'system' as const,
    code,
    note: isKnown(code) ? null : reason,
  });
  switch (by) {
    case 'customer':
      return { by, code: 'customer-request', note: isKnown('customer-request') ? null : reason };
    case 'inventory':
      return isKnown('hold-expired')
        ? system('hold-expired')
        : { ...system('out-of-stock'), ...(shortages && { shortages }) };
    case 'payment':
      return { ...system('payment-declined'), unpaid: true };
    case 'system':
      return system(isKnown('payment-late') ? 'payment-late' : 'no-answer');
  }
}
