/** What the payment service shows: its payments, and from the log itself, the calls to the provider. */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { projection } from '@quickmart/projections';
import { evolve, type StoredEvent } from '@quickmart/streams';
import type { PaymentAttempt, PaymentStatus, Payment as PaymentView } from './api.ts';
import { isRefunded, left, type Payment, type PaymentState, payment } from './payment.ts';
import { refuse } from './problems.ts';
import { refunded } from './refunds.ts';
import { type PaymentRow, payments } from './schema.ts';

/** The row is the aggregate's state, laid out in columns: both fold by the same functions. */
const fold = (row: PaymentRow | undefined, _: unknown, event: StoredEvent): PaymentRow | undefined => {
  const state = evolve(payment, row ? stateOf(row) : null, event);
  return state ? rowOf(state, event.version) : undefined;
};

export const paymentList = projection<PaymentEvents, typeof payments>({
  name: 'payments',
  category: 'payment',
  table: payments,
  key: ({ aggregateId }) => aggregateId,
  evolve: Object.fromEntries(Object.keys(payment.evolve).map((type) => [type, fold])),
});

function rowOf(state: Payment, version: number): PaymentRow {
  const { paymentId: id, orderId, customerId, amount, provider, providerRef, reason, ...rest } = state;
  const { captured, refunds, disputes, expiresAt, createdAt, updatedAt, ...more } = rest;
  const { status, paymentMethod, hold, wants, cancelled, voidGivenUp, attempt } = more;
  return {
    id,
    orderId,
    customerId,
    status: isRefunded(state) ? 'refunded' : status,
    amount: amount.amount,
    captured,
    refunded: refunded(refunds),
    currency: amount.currency,
    provider,
    providerRef,
    reason,
    version,
    expiresAt,
    createdAt,
    updatedAt,
    progress: { refunds, disputes, paymentMethod, hold, wants, cancelled, voidGivenUp, attempt },
  };
}

function stateOf({
  id: paymentId,
  amount,
  currency,
  refunded: _,
  version: __,
  progress,
  ...row
}: PaymentRow): Payment {
  const status = row.status === 'refunded' ? 'captured' : row.status;
  return {
    ...progress,
    ...row,
    paymentId,
    status: status as Payment['status'],
    amount: { amount, currency },
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

export function rowView(row: PaymentRow): PaymentView {
  const {
    amount,
    captured,
    refunded,
    currency,
    expiresAt,
    createdAt,
    updatedAt,
    status,
    progress: _,
    ...rest
  } = row;
  const state = stateOf(row);
  const money = (amount: number) => ({ amount, currency });
  return {
    ...rest,
    status: status as PaymentStatus,
    amount: money(amount),
    captured: money(captured),
    refunded: money(refunded),
    refundable: money(state.status === 'captured' ? left(state) : 0),
    refunds: state.refunds.map(({ refundId: id, amount, status, reason, by }) => ({
      id,
      amount: money(amount),
      status,
      reason,
      by,
    })),
    disputes: state.disputes.map(({ disputeId: id, amount, status, reason }) => ({
      id,
      amount: money(amount),
      status,
      reason,
    })),
    expiresAt: iso(expiresAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  };
}

/** The same from the aggregate's state, for the answer to a command. */
export const paymentView = (state: PaymentState, version: number): PaymentView =>
  rowView(rowOf(state ?? refuse('not-found', 'there is no such payment'), version));

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
