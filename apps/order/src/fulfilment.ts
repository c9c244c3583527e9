/**
 * The order saga: the order is the process manager. What it does when something has happened elsewhere, or has not
 * happened in time. Pure functions of the order's state and the event.
 *
 *   place ─► reserving ─► paying ─► confirming ─► confirmed ─► shipped ─► delivered ─► completed ─► returned
 *               │            │           │            │            └────────┴── the money does not come: attention
 *               └────────────┴───────────┴────────────┴─► cancelled ── the money cannot be given back: attention
 *
 * - A step is taken in one stage only. What comes late, or twice, finds another stage and changes nothing.
 * - Each stage that waits for a service has an end: {@link waitOf} names the wait, `decide.ts` sets its timer in the
 *   append that begins it, {@link timeouts} say what happens then.
 * - A cancelled order tells the others by its event, and they undo what they did, or will not do it: what reaches them
 *   later than the cancellation is theirs to refuse, because they read this order's events in order.
 */
import type { InventoryEvents } from '@quickmart/contracts/inventory';
import { limits } from '@quickmart/contracts/limits';
import {
  type OrderEvents,
  orderApproved,
  orderAttentionRequired,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentRequested,
  orderPaymentSettled,
} from '@quickmart/contracts/order';
import type { PaymentEvents } from '@quickmart/contracts/payment';
import { cut } from '@quickmart/contracts/shapes';
import type { NewEventOf } from '@quickmart/streams';
import { isPending, type OrderState, type Placed } from './order.ts';

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
    const { customerId, total: amount, paymentMethod } = order;
    // An authorization that comes after the hold would be of no use. The payment has its id from this event: an answer
    // to the same event asks for the same payment.
    const end = Math.min(payBy, Date.parse(expiresAt));
    const asked = { paymentId: eventId, customerId, amount, paymentMethod, expiresAt: iso(end) };
    return [orderPaymentRequested(asked)];
  },
  StockReservationRejectedEvent: ({ stage }, { shortages }) =>
    stage === 'reserving' ? [orderCancelled({ reason: 'shortage', by: 'inventory', shortages })] : [],
  StockReservationConfirmedEvent: ({ stage }) => (stage === 'confirming' ? [orderConfirmed({})] : []),
  StockReservationExpiredEvent: ({ stage }) =>
    isPending(stage) ? [orderCancelled({ reason: 'the stock was held for too long', by: 'inventory' })] : [],

  PaymentAuthorizedEvent: ({ stage, payment }, { paymentId }) =>
    stage === 'paying' && payment?.id === paymentId ? [orderApproved({ paymentId })] : [],
  PaymentFailedEvent: (order, { paymentId, reason }) =>
    order.stage === 'paying' && order.payment?.id === paymentId
      ? [notPaid(reason)]
      : settle(order, paymentId, 'failed'),
  PaymentCapturedEvent: (order, { paymentId }) => settle(order, paymentId, 'captured'),
  PaymentVoidedEvent: (order, { paymentId }) => settle(order, paymentId, 'voided'),
  PaymentRefundedEvent: (order, { paymentId, refundId }) =>
    isOther(order, refundId) ? [] : settle(order, paymentId, 'refunded'),
  PaymentCaptureFailedEvent: (order, { reason }) =>
    order.owed === 'capture' ? attention(order, `the capture failed: ${reason}`) : [],
  // Also where nothing is owed: an authorization may come after the payment has failed, or was voided.
  PaymentVoidFailedEvent: (order, { paymentId, reason }) =>
    order.stage === 'cancelled' && order.payment?.id === paymentId
      ? attention(order, `the void failed: ${reason}`)
      : [],
  PaymentRefundFailedEvent: (order, { refundId, reason }) =>
    isRefundOwed(order) && !isOther(order, refundId) ? attention(order, `the refund failed: ${reason}`) : [],
} satisfies Answers<InventoryEvents & PaymentEvents>;

/** What an order waits for; null where the next step is not the system's. */
export function waitOf(order: OrderState): Wait | null {
  if (order === null) return null;
  if (order.stage === 'reserving') return 'reservation';
  if (order.stage === 'paying') return 'payment';
  if (order.stage === 'confirming') return 'confirmation';
  return order.owed !== null && order.attention === null ? 'settlement' : null;
}

/** By the wait that took too long. A timer that fires after the fact finds another wait, and is not asked. */
export const timeouts = {
  reservation: () => [orderCancelled({ reason: 'the inventory did not answer in time', by: 'system' })],
  payment: () => [orderCancelled({ reason: 'the payment was not authorized in time', by: 'system' })],
  confirmation: () => [orderCancelled({ reason: 'the stock was not confirmed in time', by: 'system' })],
  settlement: (order) => attention(order, `the payment service did not answer: ${order.owed}`),
} satisfies Record<string, (order: Placed) => Decided>;
export type Wait = keyof typeof timeouts;

type Outcome = OrderEvents['OrderPaymentSettledEvent']['outcome'];

/** Notes what has become of the money, once, and draws the consequences where it is not what the order needs. */
function settle(order: Placed, paymentId: string, outcome: Outcome): Decided {
  const { payment, owed } = order;
  if (payment?.id !== paymentId || (payment.status === outcome && owed !== done[outcome])) return [];
  return [orderPaymentSettled({ paymentId, outcome }), ...consequences(order, outcome)];
}

function consequences(order: Placed, outcome: Outcome): Decided {
  const { stage, owed } = order;
  if (outcome === 'captured') return stage === 'delivered' ? [orderCompleted({})] : [];
  if (outcome === 'refunded') return [];
  // The authorization is gone: unasked for, or because the order is cancelled.
  if (isPending(stage) || stage === 'confirmed') return [notPaid('the authorization is gone')];
  // Where an operator has seen to the money, nothing is owed, and what was still held is let go.
  return owed === 'capture' ? attention(order, 'the goods have left, the authorization is gone') : [];
}

/** What is settled by it, also where the same has happened to the payment before. */
const done: Partial<Record<Outcome, Placed['owed']>> = { voided: 'void', refunded: 'refund' };

/** What was captured is given back where a void was asked for. */
const isRefundOwed = ({ owed }: Placed) => owed === 'refund' || owed === 'void';

/** A refund by hand, while another one is owed for the return. */
const isOther = ({ owed, refundId }: Placed, id: string | undefined) =>
  owed === 'refund' && refundId !== null && id !== undefined && id !== refundId;

const attention = (order: Placed, reason: string): Decided =>
  order.attention === null ? [orderAttentionRequired({ reason: short(reason) })] : [];

const notPaid = (reason: string) => orderCancelled({ reason: short(reason), by: 'payment' });
const short = (reason: string) => cut(reason, limits.reasonLength);
const iso = (ms: number) => new Date(ms).toISOString();
