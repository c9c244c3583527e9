/**
 * What the events of orders, stock and payments add up to. They are folded here again, on purpose not with the code of the
 * services: so a defect of theirs is found, and not repeated.
 */
import type { InventoryEvents } from '@quickmart/contracts/inventory/events';
import type { FirstOrderEvents, OrderEvents, RedemptionEvents } from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import type { CouponEvents } from '@quickmart/contracts/pricing/events';
import type { StoredEvent } from '@quickmart/streams';
import type { Order, Payment, Reservation, Stock } from './accounts.ts';
import { Deliveries } from './deliveries.ts';
import { declined, firstMethod, given as methodGiven } from './methods.ts';
import {
  type Count,
  codesOf,
  customerOf,
  type First,
  faultOfTotal,
  firstReleased,
  firstTaken,
  issued,
  type Limits,
  redeemed,
  released,
} from './prices.ts';

import { less, listed, same, summed } from './units.ts';

export class Books {
  readonly stock = new Map<string, Stock>();
  readonly reservations = new Map<string, Reservation>();
  readonly orders = new Map<string, Order>();
  readonly payments = new Map<string, Payment>();
  /** How often coupons were used, by the id of the count. */
  readonly counts = new Map<string, Count>();
  /** Who has had their first order, by the id of the count. */
  readonly firsts = new Map<string, First>();
  /** Of coupons, by their code. */
  readonly limits = new Map<string, Limits>();
  readonly deliveries = new Deliveries();

  add(event: StoredEvent): void {
    const enter = entries[event.eventType as keyof typeof entries] as Entry | undefined;
    enter?.(this, event.aggregateId, event.data, event);
    this.deliveries.add(event);
    const order = event.category === 'order' ? this.orders.get(event.aggregateId) : undefined;
    order?.types.push(event.eventType);
    const touched = order ?? this.reservations.get(event.aggregateId) ?? this.payments.get(event.aggregateId);
    if (touched) touched.at = event.at;
  }
}

type Events = InventoryEvents &
  OrderEvents &
  RedemptionEvents &
  FirstOrderEvents &
  PaymentEvents &
  CouponEvents;
type Entry = (books: Books, id: string, data: unknown, event: StoredEvent) => void;
type Entries = {
  [Type in keyof Events]?: (books: Books, id: string, data: Events[Type], event: StoredEvent) => void;
};

const entries: Entries = {
  InventoryCreatedEvent: ({ stock }, id, { quantity }) => {
    stock.set(id, { onHand: quantity, reserved: 0, faults: stock.get(id)?.faults ?? [] });
  },
  StockAdjustedEvent: (books, id, { delta, onHand }) => move(books, id, { onHand: delta }, { onHand }),
  StockAllocatedEvent: (books, id, { quantity, reserved }) =>
    move(books, id, { reserved: quantity }, { reserved }),
  StockDeallocatedEvent: (books, id, { quantity, reserved }) =>
    move(books, id, { reserved: -quantity }, { reserved }),
  StockWithdrawnEvent: (books, id, { quantity, onHand, reserved }) =>
    move(books, id, { onHand: -quantity, reserved: -quantity }, { onHand, reserved }),
  InventoryRemovedEvent: (books, id, { onHand }) => move(books, id, { onHand: -onHand }, { onHand: 0 }),

  StockReservedEvent: (books, id, { lines }) => reserve(books, id, 'reserved', lines),
  StockReservationRejectedEvent: (books, id) => reserve(books, id, 'rejected', []),
  StockReservationConfirmedEvent: (books, id) => become(books, id, 'confirmed'),
  StockReservationReleasedEvent: (books, id) => become(books, id, 'released'),
  StockReservationExpiredEvent: (books, id) => become(books, id, 'expired'),
  StockReservationReducedEvent: ({ reservations }, id, { lines }) => {
    const known = reservations.get(id);
    if (known) known.lines = less(known.lines, lines);
    if (known) settle(known);
  },
  StockCommittedEvent: ({ reservations }, id, { lines }) => {
    const known = reservations.get(id);
    if (known) known.sent = summed([...listed(known.sent), ...lines]);
    if (known) settle(known);
  },
  StockRestockedEvent: ({ reservations }, id, { lines }) => {
    const known = reservations.get(id);
    if (known === undefined) return;
    known.restocked = summed([...listed(known.restocked), ...lines]);
    if (same(known.restocked, known.lines)) known.status = 'restocked';
  },

  OrderPlacedEvent: ({ orders }, id, placed, { at }) => {
    orders.set(id, {
      lines: summed(placed.lines),
      priceFault: faultOfTotal(placed),
      isFirst: placed.isFirst,
      codes: codesOf(placed),
      customer: customerOf(placed),
      methods: firstMethod(),
      returned: new Map(),
      restock: new Map(),
      cancelled: new Map(),
      shipped: new Map(),
      due: 0,
      reasons: new Map(),
      total: placed.total.amount,
      captured: null,
      refunded: null,
      types: [],
      paymentId: null,
      at,
    });
  },
  OrderPaymentDeclinedEvent: ({ orders }, id, { methodNumber }) => {
    const order = orders.get(id);
    if (order) declined(order.methods, methodNumber);
  },
  OrderPaymentMethodGivenEvent: ({ orders }, id, { methodNumber }) => {
    const order = orders.get(id);
    if (order) methodGiven(order.methods, methodNumber);
  },
  CouponRedeemedEvent: (books, id, use, { at }) => redeemed(books, id, use, at),
  CouponReleasedEvent: (books, id, use, { at }) => released(books, id, use, at),
  FirstOrderTakenEvent: (books, id, { orderId }) => firstTaken(books, id, orderId),
  FirstOrderReleasedEvent: (books, id, { orderId }) => firstReleased(books, id, orderId),
  CouponsIssuedEvent: (books, _, batch) => issued(books, batch),
  OrderCancelledEvent: ({ orders }, id, _, { eventId }) => {
    const order = orders.get(id);
    order?.reasons.set(eventId, order.total);
  },
  OrderLinesCancelledEvent: ({ orders }, id, { lines, amount }, { eventId }) => {
    const order = orders.get(id);
    if (order === undefined) return;
    order.cancelled = summed([...listed(order.cancelled), ...lines]);
    order.reasons.set(eventId, amount.amount);
  },
  ShipmentDispatchedEvent: ({ orders }, id, { lines, capture }) => {
    const order = orders.get(id);
    if (order === undefined) return;
    order.shipped = lines === null ? order.lines : summed([...listed(order.shipped), ...lines]);
    order.due += capture === null ? order.total : capture.amount;
  },
  OrderReturnedEvent: ({ orders }, id, { lines, restock, refund }, { eventId }) => {
    const order = orders.get(id);
    if (order === undefined) return;
    order.reasons.set(eventId, refund.amount);
    order.returned = summed([...listed(order.returned), ...lines]);
    if (restock) order.restock = summed([...listed(order.restock), ...lines]);
  },
  OrderPaymentSettledEvent: ({ orders }, id, { captured, refunded }) => {
    const order = orders.get(id);
    if (order && captured) order.captured = captured.amount;
    if (order && refunded) order.refunded = refunded.amount;
  },
  OrderPaymentRequestedEvent: ({ orders }, id, { paymentId }) => {
    const order = orders.get(id);
    if (order) order.paymentId = paymentId;
  },

  PaymentRequestedEvent: (books, id, { orderId, amount }) =>
    pay(books, id, orderId, { amount: amount.amount }),
  PaymentDeclinedEvent: (books, id, { orderId, methodNumber }) =>
    declined(pay(books, id, orderId).methods, methodNumber),
  PaymentMethodChangedEvent: (books, id, { orderId, methodNumber }) =>
    methodGiven(pay(books, id, orderId).methods, methodNumber),
  PaymentAuthorizedEvent: (books, id, { orderId }) => pay(books, id, orderId, { authorized: true }),
  PaymentFailedEvent: (books, id, { orderId }) => pay(books, id, orderId, { failed: true }),
  PaymentVoidedEvent: (books, id, { orderId }) => pay(books, id, orderId, { authorized: false }),
  PaymentCapturedEvent: (books, id, { orderId, amount }) =>
    pay(books, id, orderId, { authorized: false, captured: amount.amount }),
  PaymentAttemptEndedEvent: (books, id, { orderId, step, outcome, retryAt }) => {
    const captureUnclear = retryAt === null && (outcome === 'unanswered' || outcome === 'pending');
    if (step === 'capture') pay(books, id, orderId, { captureUnclear });
  },
  PaymentRefundRequestedEvent: (books, id, { orderId, refundId, amount }) => {
    const asked = new Map(books.payments.get(id)?.asked).set(refundId, amount.amount);
    pay(books, id, orderId, { asked });
  },
  PaymentRefundedEvent: (books, id, { orderId, refunded, refundId, amount, reason, by }) => {
    const given = new Map(books.payments.get(id)?.given);
    if (refundId !== undefined) given.set(refundId, { amount: amount.amount, reason, by });
    pay(books, id, orderId, { refunded: refunded.amount, given });
  },
  // A refund that had succeeded, and has come back.
  PaymentRefundFailedEvent: (books, id, { orderId, refunded, refundId = '' }) => {
    const given = new Map(books.payments.get(id)?.given);
    if (refunded) given.delete(refundId);
    pay(books, id, orderId, refunded ? { refunded: refunded.amount, given } : {});
  },
  PaymentDisputeClosedEvent: (books, id, { orderId, amount, outcome }) => {
    const before = books.payments.get(id)?.lost ?? 0;
    pay(books, id, orderId, { lost: outcome === 'lost' ? before + amount.amount : before });
  },
};

type Level = Partial<Pick<Stock, 'onHand' | 'reserved'>>;

/** The level that the event states must be the level before it plus its change, and within the bounds. */
function move({ stock }: Books, id: string, change: Level, said: Level): void {
  const item = stock.get(id);
  if (item === undefined) return;
  item.onHand += change.onHand ?? 0;
  item.reserved += change.reserved ?? 0;
  const { onHand, reserved, faults } = item;
  if ((said.onHand ?? onHand) !== onHand || (said.reserved ?? reserved) !== reserved)
    faults.push(`events add up to ${onHand} on hand, ${reserved} reserved; said is ${JSON.stringify(said)}`);
  if (reserved < 0 || onHand < reserved) faults.push(`${onHand} on hand, ${reserved} reserved`);
}

function reserve({ reservations }: Books, id: string, status: string, lines: Parameters<typeof summed>[0]) {
  reservations.set(id, { status, lines: summed(lines), sent: new Map(), restocked: new Map(), at: 0 });
}

function become({ reservations }: Books, id: string, status: string): void {
  const known = reservations.get(id);
  if (known) known.status = status;
}

function pay({ payments }: Books, id: string, orderId: string, changes: Partial<Payment> = {}): Payment {
  const nothing = { captured: 0, refunded: 0, lost: 0, asked: new Map(), given: new Map() };
  const none = { orderId, authorized: false, amount: null, captureUnclear: false, failed: false, at: 0 };
  const known = payments.get(id) ?? { ...none, ...nothing, methods: firstMethod() };
  const next = { ...known, ...changes };
  payments.set(id, next);
  return next;
}

/** Committed once all of it has left. */
function settle(known: Reservation): void {
  if (known.sent.size > 0 && same(known.sent, known.lines)) known.status = 'committed';
}
