/**
 * What the simulated provider can tell by itself. The first one it sends; the others are what somebody would do in a
 * provider's dashboard: whoever has the secret can tell them. Amounts are minor units.
 */
import { z } from 'zod';
import type { ProviderEvent } from '../api.ts';
import type { Answer } from '../attempts.ts';
import type { News } from '../news.ts';
import { notYet, succeeded, type Told, words } from './provider.ts';
import { refOf } from './simulation.ts';

const text = z.string().min(1).max(255);
const amount = z.int().min(1);
const reason = z.string();
/** `method`: which of the payment methods of the payment, from 1; left out: the one that is tried now. */
const authorization = z.object({ type: z.literal('authorization'), method: z.int().min(1).optional() });
const told = z.union([
  authorization.extend({ outcome: z.literal('succeeded') }),
  authorization.extend({ outcome: z.literal('declined'), reason }),
  /** All that is captured so far. */
  z.object({ type: z.literal('capture'), amount }),
  z.object({ type: z.literal('refund'), refund_id: text, amount, status: z.enum(['succeeded', 'failed']) }),
  z.object({
    type: z.literal('dispute'),
    dispute_id: text,
    amount,
    status: z.enum(['open', 'won', 'lost']),
    reason: reason.default('general'),
  }),
]);
type ToldEvent = z.infer<typeof told>;

export function readEvent({ type, data }: ProviderEvent): Told | undefined {
  const { data: event } = told.safeParse({ ...data.object, type });
  const { data: paymentId } = text.safeParse(data.object.payment_id);
  if (event === undefined || paymentId === undefined) return undefined;
  return { paymentId, news: [newsOf(event, refOf(paymentId))] };
}

function newsOf(event: ToldEvent, ref: string): News {
  const none = { refundId: null, key: null };
  switch (event.type) {
    case 'authorization': {
      const answer = event.outcome === 'succeeded' ? succeeded(ref) : notYet('declined', event.reason, ref);
      return { step: 'authorize', ...none, methodNumber: event.method, answer };
    }
    case 'capture':
      return { step: 'capture', ...none, answer: succeeded(ref, event.amount) };
    case 'refund': {
      const { refund_id: id, status, amount } = event;
      const answer: Answer = status === 'succeeded' ? succeeded(id) : notYet('failed', 'refund_failed', id);
      return { step: 'refund', ...none, answer, amount };
    }
    case 'dispute': {
      const { dispute_id: id, amount, status, reason } = event;
      return { dispute: { id, amount, status, reason: words(reason) } };
    }
  }
}
