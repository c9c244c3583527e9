/** What the payment service shows: its payments, and from the log itself, the calls to the provider. */
import type {
  PaymentAttempt,
  PaymentEvents,
  PaymentStatus,
  Payment as PaymentView,
} from '@quickmart/contracts/payment';
import { refuse } from '@quickmart/contracts/problem';
import { projection } from '@quickmart/projections';
import type { StoredEvent } from '@quickmart/streams';
import { captured, type PaymentState, refunded } from './payment.ts';
import { type PaymentRow, payments } from './schema.ts';

type Changed = { version: number; at: number };
type Changes = Partial<PaymentRow>;

const changed = (row: PaymentRow | undefined, { version, at }: Changed, changes: Changes = {}) =>
  row && { ...row, ...changes, version, updatedAt: at };
const noted = (row: PaymentRow | undefined, _: unknown, event: Changed) => changed(row, event);
const failed = (row: PaymentRow | undefined, { reason }: { reason: string }, event: Changed) =>
  changed(row, event, { reason });

export const paymentList = projection<PaymentEvents, typeof payments>({
  name: 'payments',
  category: 'payment',
  table: payments,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    PaymentRequestedEvent: (_, data, { version, at }) => ({
      ...{ id: data.paymentId, orderId: data.orderId, customerId: data.customerId, status: 'pending' },
      ...{ amount: data.amount.amount, captured: 0, refunded: 0, currency: data.amount.currency },
      ...{ provider: data.provider, providerRef: null, reason: null, version },
      ...{ expiresAt: Date.parse(data.expiresAt), createdAt: at, updatedAt: at },
    }),
    PaymentAuthorizedEvent: (row, _, event) => changed(row, event, { status: 'authorized' }),
    PaymentFailedEvent: (row, { reason }, event) => changed(row, event, { status: 'failed', reason }),
    PaymentCapturedEvent: (row, { amount }, event) =>
      changed(row, event, { status: 'captured', captured: amount.amount }),
    PaymentVoidedEvent: (row, { reason }, event) => changed(row, event, { status: 'voided', reason }),
    PaymentRefundedEvent: (row, { refunded: { amount } }, event) =>
      changed(row, event, { status: amount === row?.amount ? 'refunded' : 'captured', refunded: amount }),
    PaymentCaptureFailedEvent: failed,
    PaymentVoidFailedEvent: failed,
    PaymentRefundFailedEvent: failed,
    PaymentCancelRequestedEvent: failed,
    PaymentAttemptEndedEvent: (row, { step, providerRef }, event) =>
      changed(row, event, step === 'refund' ? {} : { providerRef: row?.providerRef ?? providerRef }),
    PaymentCaptureRequestedEvent: noted,
    PaymentRefundRequestedEvent: noted,
    PaymentAttemptStartedEvent: noted,
    PaymentRetryDueEvent: noted,
  },
});

const iso = (ms: number) => new Date(ms).toISOString();

export function rowView(row: PaymentRow): PaymentView {
  const { amount, captured, refunded, currency, expiresAt, createdAt, updatedAt, status, ...rest } = row;
  const money = (amount: number) => ({ amount, currency });
  return {
    ...{ ...rest, status: status as PaymentStatus },
    ...{ amount: money(amount), captured: money(captured), refunded: money(refunded) },
    ...{ expiresAt: iso(expiresAt), createdAt: iso(createdAt), updatedAt: iso(updatedAt) },
  };
}

/** The same from the aggregate's state, for the answer to a command. */
export function paymentView(state: PaymentState, version: number): PaymentView {
  const s = state ?? refuse('not-found', 'there is no such payment');
  const {
    paymentId: id,
    orderId,
    customerId,
    provider,
    providerRef,
    reason,
    expiresAt,
    createdAt,
    updatedAt,
  } = s;
  const { amount, currency } = s.amount;
  const status = refunded(s) === amount && s.status === 'captured' ? 'refunded' : s.status;
  return rowView({
    ...{ id, orderId, customerId, status, amount, captured: captured(s), refunded: refunded(s), currency },
    ...{ provider, providerRef, reason, version, expiresAt, createdAt, updatedAt },
  });
}

/** The calls to the provider, from the payment's events. */
export function attemptsOf(events: readonly StoredEvent[]): PaymentAttempt[] {
  const attempts = new Map<number, PaymentAttempt>();
  for (const { eventType, data, at } of events) {
    if (eventType === 'PaymentAttemptStartedEvent') {
      const { number, step, key, amount, refundId } = data as PaymentEvents[typeof eventType];
      const unanswered = { outcome: null, providerRef: null, reason: null, endedAt: null, retryAt: null };
      attempts.set(number, { number, step, key, amount, refundId, startedAt: iso(at), ...unanswered });
    } else if (eventType === 'PaymentAttemptEndedEvent') {
      const { number, outcome, providerRef, reason, retryAt } = data as PaymentEvents[typeof eventType];
      const started = attempts.get(number);
      if (started)
        attempts.set(number, { ...started, outcome, providerRef, reason, retryAt, endedAt: iso(at) });
    }
  }
  return [...attempts.values()];
}
