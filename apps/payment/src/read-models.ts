/** What the payment service shows: its payments, and from the log itself, the calls to the provider. */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { sealedLength } from '@quickmart/contracts/personal';
import { bigint, char, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { StoredEvent } from '@quickmart/streams';
import type { DisputeStatus, PaymentAttempt, PaymentStatus, Payment as PaymentView } from './api.ts';
import { limits } from './limits.ts';
import { isDeclined, isRefunded, left, payment } from './payment.ts';
import { refunded } from './refunds.ts';
import type { Payment } from './state.ts';

/** What is not in a column of its own. */
type Progress = Pick<
  Payment,
  | ('refunds' | 'disputes' | 'paymentMethod' | 'hold' | 'wants' | 'cancelled' | 'voidGivenUp' | 'attempt')
  | ('methodNumber' | 'onDecline')
  | ('due' | 'shipmentIds' | 'reductions' | 'action')
>;

/** As it is shown; {@link ownStatus} is the way back. */
function statusOf(state: Payment): PaymentStatus {
  if (isRefunded(state)) return 'refunded';
  if (isDeclined(state)) return 'declined';
  return state.status === 'pending' && state.action !== null ? 'action-required' : state.status;
}
function ownStatus(shown: PaymentStatus): Payment['status'] {
  if (shown === 'refunded') return 'captured';
  return shown === 'action-required' || shown === 'declined' ? 'pending' : shown;
}

export const paymentList = tableOf(payment, {
  name: 'payments',
  columns: {
    id: uuid(),
    orderId: uuid(),
    customerId: code(sealedLength(limits.customerIdLength, 'customer')),
    status: code<PaymentStatus>(16),
    amount: bigint(),
    captured: bigint(),
    refunded: bigint(),
    currency: char(3),
    provider: code(32),
    providerRef: text(limits.providerRefLength).nullable(),
    reason: text(sealedLength(limits.reasonLength, 'reason')).nullable(),
    /** Of its disputes: an open one, else the newest; null: there is none. */
    dispute: code<DisputeStatus>(8).nullable(),
    /** The rest of the payment's state. */
    progress: json<Progress>(),
    version: integer(),
    expiresAt: instant(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'amount'],
  indexes: [
    ['orderId', 'id'],
    ['customerId', 'createdAt', 'id'],
    ['status', 'createdAt', 'id'],
    ['dispute', 'createdAt', 'id'],
  ],
  row: (state) => {
    const { paymentId: id, amount, refunds, disputes, paymentMethod, hold, wants, ...rest } = state;
    const {
      cancelled,
      voidGivenUp,
      attempt,
      status: _,
      due,
      shipmentIds,
      reductions,
      action,
      ...others
    } = rest;
    const { methodNumber, onDecline, ...shown } = others;
    const more = { due, shipmentIds, reductions, action, methodNumber, onDecline };
    return {
      ...shown,
      id,
      status: statusOf(state),
      amount: amount.amount,
      refunded: refunded(refunds),
      currency: amount.currency,
      dispute: (disputes.find((one) => one.status === 'open') ?? disputes.at(-1))?.status ?? null,
      progress: { refunds, disputes, paymentMethod, hold, wants, cancelled, voidGivenUp, attempt, ...more },
    };
  },
  state: ({
    id: paymentId,
    status,
    amount,
    currency,
    refunded: _,
    version: __,
    dispute: ___,
    progress,
    ...row
  }) => ({
    ...progress,
    ...row,
    paymentId,
    status: ownStatus(status),
    amount: { amount, currency },
  }),
});

export function paymentView(row: Shown<typeof paymentList.table>): PaymentView {
  const { amount, captured, refunded, currency, dispute: _, progress, ...rest } = row;
  const { refunds, disputes, action } = progress;
  const money = (amount: number) => ({ amount, currency });
  const isCaptured = rest.status === 'captured' || rest.status === 'refunded';
  return {
    ...rest,
    ...(action && { nextAction: action }),
    amount: money(amount),
    captured: money(captured),
    refunded: money(refunded),
    refundable: money(isCaptured ? left({ captured, refunds, disputes }) : 0),
    refunds: refunds.map(({ refundId: id, amount, status, reason, by }) => ({
      id,
      amount: money(amount),
      status,
      reason,
      by,
    })),
    disputes: disputes.map(({ disputeId: id, amount, status, reason }) => ({
      id,
      amount: money(amount),
      status,
      reason,
    })),
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

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
