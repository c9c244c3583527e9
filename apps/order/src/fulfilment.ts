/**
 * The order saga: the order is the process manager. What it does when something has happened elsewhere, or has not
 * happened in time. Pure functions of the order's state and the event.
 *
 *   place ─► reserving ─► paying ─► confirming ─► confirmed ─► shipped ─► delivered ─► completed ─► returned
 *               │            │           │            │            └────────┴── the money does not come: attention
 *               └────────────┴───────────┴────────────┴─► cancelled ── the money cannot be given back: attention
 *
 * A decline cancels the order; or `paying` goes on with another payment method, if the order was placed so (paying.ts).
 *
 * - A step is taken in one stage only. What comes late, or twice, finds another stage and changes nothing.
 * - Each stage that waits for a service has an end: `waitOf` names the wait, its timer follows from it (decide.ts),
 *   {@link timeouts} say what happens then.
 * - A cancelled order tells the others by its event, and they undo what they did, or will not do it: what reaches them
 *   later than the cancellation is theirs to refuse, because they read this order's events in order.
 */
import { isDeepStrictEqual } from 'node:util';
import type { InventoryEvents } from '@quickmart/contracts/inventory/events';
import type { CancellationCode } from '@quickmart/contracts/order/cancelling';
import {
  type OrderEvents,
  orderApproved,
  orderAttentionRequired,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentActionRequired,
  orderPaymentDeclined,
  orderPaymentRequested,
  orderPaymentSettled,
} from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { cut, type Money } from '@quickmart/contracts/shapes';
import type { NewEventOf } from '@quickmart/streams';
import { limits } from './limits.ts';
import { agreed, isAllBack, refundFor } from './money.ts';
import { after, isPending } from './order.ts';
import { withReturns } from './returns.ts';
import type { Placed, Wait } from './state.ts';

type Decided = NewEventOf<OrderEvents>[];

/** The event that is answered, and the end of what may follow from it. */
export type Cause = { eventId: string; payBy: number };
type Answers<Events> = {
  [Type in keyof Events]?: (order: Placed, data: Events[Type], cause: Cause) => Decided;
};

export const answers = {
  StockReservedEvent: (order, { expiresAt }, { eventId, payBy }) => {
    if (order.stage !== 'reserving') return [];
    if (order.total.amount === 0) return [orderApproved({ paymentId: null })];
    const { customerId, total: amount, paymentMethod, onDecline } = order;
    // An authorization that comes after the hold would be of no use; a buyer who may need another payment method has as
    // long as that. The payment has its id from this event: an answer to the same event asks for the same payment.
    const holdEnd = Date.parse(expiresAt);
    const end = onDecline === 'wait' ? holdEnd : Math.min(payBy, holdEnd);
    const asked = { paymentId: eventId, customerId, amount, paymentMethod, onDecline, expiresAt: iso(end) };
    return [orderPaymentRequested(asked)];
  },
  StockReservationRejectedEvent: ({ stage }, { shortages }) =>
    stage === 'reserving' ? [orderCancelled({ ...system('out-of-stock'), shortages })] : [],
  StockReservationConfirmedEvent: ({ stage }) => (stage === 'confirming' ? [orderConfirmed({})] : []),
  // The payment's time is over at the same moment: whoever is told first, a decline is the reason.
  StockReservationExpiredEvent: ({ stage, decline }) => {
    if (!isPending(stage)) return [];
    return [decline === null ? orderCancelled(system('hold-expired')) : notPaid(decline)];
  },

  PaymentActionRequiredEvent: (order, { paymentId, methodNumber, type, url, clientSecret }) => {
    const action = { type, url, clientSecret };
    const isKnown = isDeepStrictEqual(order.payment?.nextAction, action);
    if (!isTrying(order, paymentId, methodNumber) || isKnown) return [];
    return [orderPaymentActionRequired({ paymentId, ...action })];
  },
  PaymentDeclinedEvent: (order, { paymentId, methodNumber, reason }) => {
    if (!isTrying(order, paymentId, methodNumber)) return [];
    const declined = orderPaymentDeclined({ paymentId, methodNumber, reason: short(reason) });
    return methodNumber < limits.paymentMethodsMax ? [declined] : [declined, notPaid(reason)];
  },
  PaymentAuthorizedEvent: ({ stage, payment }, { paymentId }) =>
    stage === 'paying' && payment?.id === paymentId ? [orderApproved({ paymentId })] : [],
  PaymentFailedEvent: (order, { paymentId, reason }) =>
    order.stage === 'paying' && order.payment?.id === paymentId
      ? [notPaid(reason)]
      : settle(order, paymentId, 'failed'),
  PaymentCapturedEvent: captured,
  PaymentVoidedEvent: (order, { paymentId }) => settle(order, paymentId, 'voided'),
  PaymentRefundedEvent: refunded,
  PaymentCaptureFailedEvent: (order, { reason }) =>
    order.owed === 'capture' ? attention(order, `the capture failed: ${reason}`) : [],
  // Also where nothing is owed: an authorization may come after the payment has failed, or was voided.
  PaymentVoidFailedEvent: (order, { paymentId, reason }) =>
    order.stage === 'cancelled' && order.payment?.id === paymentId
      ? attention(order, `the void failed: ${reason}`)
      : [],
  PaymentRefundFailedEvent: refundFailed,
  PaymentDisputedEvent: (order, { paymentId, amount, reason }) =>
    order.payment?.id === paymentId
      ? told(order, `the customer disputes ${minor(amount)}: ${reason}`, 'dispute')
      : [],
  PaymentDisputeClosedEvent: (order, { paymentId, amount, outcome }) =>
    order.payment?.id === paymentId && outcome === 'lost'
      ? told(order, `a dispute is lost: ${minor(amount)} are gone`, 'dispute')
      : [],
} satisfies Answers<InventoryEvents & PaymentEvents>;

/** By the wait that took too long. A timer that fires after the fact finds another wait, and is not asked. */
export const timeouts = {
  reservation: () => [orderCancelled(system('no-answer', 'the inventory did not answer in time'))],
  payment: ({ decline }) => [decline === null ? orderCancelled(system('payment-late')) : notPaid(decline)],
  confirmation: () => [orderCancelled(system('no-answer', 'the stock was not confirmed in time'))],
  settlement: (order) => attention(order, `the payment service did not answer: ${order.owed}`),
} satisfies Record<Wait, (order: Placed) => Decided>;

/** Whether the order waits to hear of this payment method. */
const isTrying = (
  { stage, payment, decline, methodNumber }: Placed,
  paymentId: string,
  number: number,
): boolean => stage === 'paying' && payment?.id === paymentId && decline === null && methodNumber === number;

type Outcome = 'voided' | 'failed';

/** Notes what has become of the authorization, once, and draws the consequences where it is not what the order needs. */
function settle(order: Placed, paymentId: string, outcome: Outcome): Decided {
  const { payment, owed } = order;
  const isDone = outcome === 'voided' && owed === 'void';
  if (payment?.id !== paymentId || (payment.status === outcome && !isDone)) return [];
  return [orderPaymentSettled({ paymentId, outcome }), ...consequences(order)];
}

/** The authorization is gone: unasked for, or because the order is cancelled. */
function consequences(order: Placed): Decided {
  const { stage, owed } = order;
  if (isPending(stage) || stage === 'confirmed') return [notPaid('the authorization is gone')];
  // Where an operator has seen to the money, nothing is owed, and what was still held is released.
  return owed === 'capture' ? attention(order, 'the goods have left, the authorization is gone') : [];
}

/** All that is captured so far. Where somebody at the provider has captured a part only, they have meant it so. */
function captured(order: Placed, data: PaymentEvents['PaymentCapturedEvent']): Decided {
  const { paymentId, amount, by } = data;
  const { payment, stage } = order;
  if (payment?.id !== paymentId || payment.captured.amount >= amount.amount) return [];
  const noted = orderPaymentSettled({ paymentId, outcome: 'captured', captured: amount });
  const events = withReturns(order, [noted]);
  const wanted = agreed(order);
  if (by === 'provider' && amount.amount < wanted && stage !== 'cancelled')
    return [...events, ...told(order, `only ${minor(amount)} of ${wanted} were captured`, 'amount')];
  const isPaid = amount.amount >= order.due;
  return after(order, events)?.stage === 'delivered' && isPaid ? [...events, orderCompleted({})] : events;
}

/** Whoever has given it back. */
function refunded(order: Placed, data: PaymentEvents['PaymentRefundedEvent']): Decided {
  const { paymentId, refundId, amount, refunded: all, lost } = data;
  const { payment, stage, owed } = order;
  if (payment?.id !== paymentId) return [];
  const mine = refundFor(order, refundId);
  // A dispute that is lost has taken the rest: nobody else will say that nothing is owed any more.
  const isOver = stage === 'cancelled' && owed !== null && lost !== undefined;
  // Also of a cancellation that is not known to be owed yet: it never will be, and nobody tells it again.
  const isAwaited = mine !== undefined && (mine.owed || mine.refunded === null);
  const isNew = payment.refunded.amount !== all.amount || isAwaited || (isOver && isAllBack(payment, lost));
  if (!isNew) return [];
  const about = { ...(mine && { refundId: mine.id, amount }), ...(lost && { lost }) };
  return [orderPaymentSettled({ paymentId, outcome: 'refunded', refunded: all, ...about })];
}

/** It could not be given back; or it was, and has come back (`refunded` is then what all the others amount to). */
function refundFailed(order: Placed, data: PaymentEvents['PaymentRefundFailedEvent']): Decided {
  const { paymentId, refundId, amount, refunded: all, reason } = data;
  const { payment, stage, owed } = order;
  if (payment?.id !== paymentId) return [];
  const mine = refundFor(order, refundId);
  const has = `the refund failed: ${reason}`;
  if (all !== undefined && all.amount < payment.refunded.amount) {
    const about = mine ? { refundId: mine.id } : { refundId: refundId ?? '' };
    const noted = orderPaymentSettled({ paymentId, outcome: 'failed', refunded: all, ...about });
    return [noted, ...told(order, `a refund of ${minor(amount)} has come back: ${reason}`)];
  }
  const isAwaited = stage === 'cancelled' ? owed === 'refund' || owed === 'void' : mine?.owed === true;
  return isAwaited ? attention(order, has) : [];
}

const minor = ({ amount, currency }: Money) => `${amount} ${currency} (minor units)`;

const attention = (order: Placed, reason: string): Decided =>
  order.attention === null ? [orderAttentionRequired({ reason: short(reason) })] : [];

/** Told without being asked for, so it is told beside what is open already. */
function told(order: Placed, reason: string, about?: 'dispute' | 'amount'): Decided {
  const open = order.attention?.reason;
  if (open?.includes(reason)) return [];
  const both = short(open === undefined ? reason : `${reason}; ${open}`);
  return [orderAttentionRequired({ reason: both, ...(about && { about }) })];
}

const system = (code: CancellationCode, note: string | null = null) => ({
  by: 'system' as const,
  code,
  note,
});
const notPaid = (reason: string) =>
  orderCancelled({ ...system('payment-declined', short(reason)), unpaid: true });
const short = (reason: string) => cut(reason, limits.reasonLength);
const iso = (ms: number) => new Date(ms).toISOString();
