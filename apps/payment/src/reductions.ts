/** Lines of an order are cancelled: less is to be paid. What of it is captured, before or later, is refunded. */
import {
  type PaymentEvents,
  paymentReduced,
  paymentRefundRequested,
} from '@quickmart/contracts/payment/events';
import type { Money } from '@quickmart/contracts/shapes';
import type { NewEventOf } from '@quickmart/streams';
import { idsOf, left, money, payable } from './payment.ts';
import { nothingLeft } from './requests.ts';
import type { Payment, PaymentState } from './state.ts';

type Events = NewEventOf<PaymentEvents>[];

/** As often as it is told, once. */
export function reduce(state: PaymentState, cancellationId: string, amount: Money): Events {
  if (state === null || amount.amount === 0) return [];
  if (state.reductions.some((one) => one.cancellationId === cancellationId)) return [];
  const reductions = [...state.reductions, { cancellationId, amount: amount.amount }];
  const reduced = paymentReduced({ ...idsOf(state), cancellationId, amount });
  return [reduced, ...refundsOfReductions({ ...state, reductions })];
}

/**
 * Of what is captured and not to be paid: one refund per cancellation, newest first, as what was cancelled before the capture was
 * not captured. `mayGive`: what can be given back for them in all.
 */
export function refundsOfReductions(s: Payment, mayGive = left(s)): Events {
  const refundOf = (id: string) => s.refunds.find(({ refundId }) => refundId === id);
  const given = s.reductions.reduce((sum, one) => sum + (refundOf(one.cancellationId)?.amount ?? 0), 0);
  let over = s.captured - payable(s) - given;
  let rest = mayGive;
  return s.reductions.toReversed().flatMap(({ cancellationId, amount: wanted }): Events => {
    if (over <= 0 || refundOf(cancellationId) !== undefined) return [];
    const amount = Math.min(wanted, over, rest);
    over -= wanted;
    rest -= amount;
    if (amount === 0) return [nothingLeft(s, cancellationId)];
    const reason = 'lines of the order are cancelled';
    const refund = { refundId: cancellationId, amount: money(s, amount), reason };
    return [paymentRefundRequested({ ...idsOf(s), ...refund })];
  });
}
