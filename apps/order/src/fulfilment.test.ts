/** Every row of the saga, every failure, and what comes late or twice. */
import type { InventoryEvents } from '@quickmart/contracts/inventory/events';
import type { CancellationCode } from '@quickmart/contracts/order/cancelling';
import {
  orderApproved,
  orderAttentionRequired,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentActionRequired,
  orderPaymentRequested,
  orderPaymentSettled,
  orderPlaced,
  orderReturned,
  plainOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { describe, expect, test } from 'vitest';
import { euros, given, productId } from '../test/testing.ts';
import { timersOf } from './decide.ts';
import { answers, timeouts } from './fulfilment.ts';
import { order } from './order.ts';
import { type OrderState, type Placed, type Wait, waitOf } from './state.ts';

const uuid = (n: number) => `019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const [orderId, paymentId, otherPayment] = [uuid(2), uuid(3), uuid(4)];
const line = { productId, sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: euros(5), lineTotal: euros(15) };
const held = [{ productId, sku: 'MUG', quantity: 3 }];
const shortages = [{ productId, sku: 'MUG', requested: 3, available: 2 }];
const payBy = Date.UTC(2026, 0, 1, 0, 5);
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

// What has happened to the order

const placed = orderPlaced(
  plainOrder({ customerId: 'c', lines: [line], total: euros(15), paymentMethod: 'pm_1' }),
);
const free = orderPlaced(
  plainOrder({ customerId: 'c', lines: [line], total: euros(0), paymentMethod: null }),
);
const asked = orderPaymentRequested({
  paymentId,
  customerId: 'c',
  amount: euros(15),
  paymentMethod: 'pm_1',
  expiresAt: at(5),
});
const approved = orderApproved({ paymentId });
const confirmed = orderConfirmed({});
const system = (code: CancellationCode, note: string | null = null) =>
  orderCancelled({ by: 'system', code, note });
const notPaid = (note: string) =>
  orderCancelled({ by: 'system', code: 'payment-declined', note, unpaid: true });
const byCustomer = orderCancelled({ by: 'customer', code: 'customer-request', note: 'x' });
const dispatched = shipmentDispatched({
  shipmentId: null,
  lines: null,
  capture: null,
  carrier: 'DHL',
  tracking: '1',
});
const delivered = shipmentDelivered({ shipmentId: null });
const completed = orderCompleted({});
const settled = (outcome: 'captured' | 'voided' | 'refunded' | 'failed') =>
  orderPaymentSettled({
    paymentId,
    outcome,
    ...(outcome === 'captured' && { captured: euros(15) }),
    ...(outcome === 'refunded' && { refunded: euros(15) }),
  });
/** What given() calls every event. */
const mine = '00000000-0000-7000-8000-000000000000';
const givenBack = (refundId: string, amount = 15, all = amount) =>
  orderPaymentSettled({
    paymentId,
    outcome: 'refunded',
    refunded: euros(all),
    refundId,
    amount: euros(amount),
  });
const returned = orderReturned({ lines: held, restock: true, refund: euros(15), shipmentId: null });
const attention = (reason: string) => orderAttentionRequired({ reason });

const paid = [placed, asked, approved, confirmed];
const sent = [...paid, dispatched];
const done = [...sent, settled('captured'), delivered, completed];
const pasts = {
  reserving: [placed],
  paying: [placed, asked],
  confirming: [placed, asked, approved],
  confirmed: paid,
  shipped: sent,
  delivered: [...sent, delivered],
  'shipped, seen to': [...sent, attention('x'), orderAttentionResolved({ note: 'paid by bank transfer' })],
  completed: done,
  cancelled: [...paid, byCustomer],
  'cancelled before it was paid for': [placed, byCustomer],
  'cancelled, voided': [...paid, byCustomer, settled('voided')],
  'cancelled, captured': [...paid, byCustomer, settled('captured')],
  'cancelled, unpaid': [placed, asked, notPaid('expired')],
  returned: [...done, returned],
  refunded: [...done, returned, givenBack(mine)],
};
type Past = keyof typeof pasts;

// What happens elsewhere

const payment = { paymentId, orderId, amount: euros(15) };
const action = { type: 'redirect', url: 'https://bank.example/', clientSecret: null } as const;
const happens: { [Type in keyof typeof answers]: (InventoryEvents & PaymentEvents)[Type] } = {
  StockReservedEvent: { orderId, lines: held, expiresAt: at(15) },
  StockReservationRejectedEvent: { orderId, lines: held, shortages },
  StockReservationConfirmedEvent: { orderId, lines: held },
  StockReservationExpiredEvent: { orderId, lines: held, reason: 'not confirmed in time' },
  PaymentActionRequiredEvent: { paymentId, orderId, providerRef: 'pi_1', ...action },
  PaymentAuthorizedEvent: { ...payment, providerRef: 'pi_1' },
  PaymentFailedEvent: { ...payment, providerRef: null, reason: 'declined' },
  PaymentCapturedEvent: { ...payment, providerRef: 'pi_1', isHeld: false },
  PaymentVoidedEvent: { ...payment, providerRef: 'pi_1', reason: 'cancelled' },
  PaymentRefundedEvent: { ...payment, refunded: euros(15), providerRef: 'pi_1', reason: 'returned' },
  PaymentCaptureFailedEvent: { ...payment, reason: 'expired_card' },
  PaymentVoidFailedEvent: { ...payment, reason: 'api_error' },
  PaymentRefundFailedEvent: { ...payment, reason: 'api_error' },
  PaymentDisputedEvent: { ...payment, disputeId: 'dp_1', reason: 'fraudulent' },
  PaymentDisputeClosedEvent: { ...payment, disputeId: 'dp_1', outcome: 'lost', reason: 'fraudulent' },
};
type Happening = keyof typeof happens;

const cause = { eventId: paymentId, payBy };
const answer =
  (type: Happening, data: object = happens[type]) =>
  (state: OrderState) =>
    answers[type](state as Placed, data as never, cause);

const noStock = orderCancelled({ by: 'system', code: 'out-of-stock', note: null, shortages });
const tooLong = system('hold-expired');
const lost = notPaid('the authorization is gone');
const unpaid = attention('the goods have left, the authorization is gone');
const [captureFailed, voidFailed, refundFailed] = [
  [attention('the capture failed: expired_card')],
  [attention('the void failed: api_error')],
  [attention('the refund failed: api_error')],
];
type Events = ReturnType<ReturnType<typeof answer>>;
/** Wherever there is a payment. */
const inAll = (events: (open?: string) => Events): Partial<Record<Past, Events>> =>
  Object.fromEntries(
    (Object.keys(pasts) as Past[])
      .filter((past) => given(order, pasts[past]).state?.payment)
      .map((past) => [past, events(given(order, pasts[past]).state?.attention?.reason)]),
  );
const told = (reason: string, open?: string): Events => [
  orderAttentionRequired({ reason: open ? `${reason}; ${open}` : reason, about: 'dispute' }),
];
/** Where something follows that is more than a note of what has become of the money. */
const table: { [Type in Happening]: Partial<Record<Past, Events>> } = {
  StockReservedEvent: { reserving: [asked] },
  StockReservationRejectedEvent: { reserving: [noStock] },
  StockReservationConfirmedEvent: { confirming: [confirmed] },
  StockReservationExpiredEvent: { reserving: [tooLong], paying: [tooLong], confirming: [tooLong] },
  PaymentActionRequiredEvent: { paying: [orderPaymentActionRequired({ paymentId, ...action })] },
  PaymentAuthorizedEvent: { paying: [approved] },
  PaymentFailedEvent: {
    paying: [notPaid('declined')],
    confirming: [settled('failed'), lost],
    confirmed: [settled('failed'), lost],
    shipped: [settled('failed'), unpaid],
    delivered: [settled('failed'), unpaid],
  },
  PaymentVoidedEvent: {
    paying: [settled('voided'), lost],
    confirming: [settled('voided'), lost],
    confirmed: [settled('voided'), lost],
    shipped: [settled('voided'), unpaid],
    delivered: [settled('voided'), unpaid],
  },
  PaymentCapturedEvent: {
    delivered: [settled('captured'), completed],
  },
  PaymentRefundedEvent: { returned: [givenBack(mine)] },
  PaymentDisputedEvent: inAll((open) => told('the customer disputes 15 EUR (minor units): fraudulent', open)),
  PaymentDisputeClosedEvent: inAll((open) => told('a dispute is lost: 15 EUR (minor units) are gone', open)),
  PaymentCaptureFailedEvent: { shipped: captureFailed, delivered: captureFailed },
  PaymentVoidFailedEvent: {
    cancelled: voidFailed,
    'cancelled, voided': voidFailed,
    'cancelled, unpaid': voidFailed,
    'cancelled, captured': voidFailed,
  },
  PaymentRefundFailedEvent: {
    cancelled: refundFailed,
    'cancelled, captured': refundFailed,
    returned: refundFailed,
  },
};
const notes: Partial<Record<Happening, Events>> = {
  PaymentFailedEvent: [settled('failed')],
  PaymentVoidedEvent: [settled('voided')],
  PaymentCapturedEvent: [settled('captured')],
  PaymentRefundedEvent: [settled('refunded')],
};

const cases = (Object.keys(happens) as Happening[]).flatMap((type) =>
  (Object.keys(pasts) as Past[]).map((past) => ({ type, past })),
);

describe('what has happened elsewhere', () => {
  test.each(cases)('$past: $type', ({ type, past }) => {
    const before = given(order, pasts[past]);
    const known = before.state?.payment;
    const [note] = notes[type] ?? [];
    const isKnown: Partial<Record<Happening, boolean | undefined>> = {
      PaymentCapturedEvent: known?.captured.amount === 15,
      PaymentRefundedEvent: known?.refunded.amount === 15,
    };
    const outcome = (note?.data as { outcome?: string } | undefined)?.outcome;
    const isNew = known && outcome !== undefined && !(isKnown[type] ?? outcome === known.status);
    const expected = table[type][past] ?? (isNew ? [note] : []);
    before.when(answer(type)).then(expected as Events);
    // However often it comes.
    given(order, [...pasts[past], ...(expected as Events)])
      .when(answer(type))
      .then([]);
  });

  test.each([...(Object.keys(notes) as Happening[]), 'PaymentVoidFailedEvent' as const])(
    '%s of another payment changes nothing',
    (type) => {
      const other = { ...happens[type], paymentId: otherPayment };
      for (const past of Object.values(pasts)) given(order, past).when(answer(type, other)).then([]);
    },
  );

  test('an authorization is asked for no longer than the stock is held', () => {
    given(order, [placed])
      .when(answer('StockReservedEvent', { ...happens.StockReservedEvent, expiresAt: at(3) }))
      .then([orderPaymentRequested({ ...asked.data, expiresAt: at(3) })]);
  });

  test('what costs nothing is not paid for', () => {
    given(order, [free])
      .when(answer('StockReservedEvent'))
      .then([orderApproved({ paymentId: null })]);
    const approvedFree = [free, orderApproved({ paymentId: null })];
    given(order, approvedFree).when(answer('StockReservationConfirmedEvent')).then([confirmed]);
  });

  test('whoever pays in no way that is known leaves it to the payment service', () => {
    const unnamed = orderPlaced(
      plainOrder({ customerId: 'c', lines: [line], total: euros(15), paymentMethod: null }),
    );
    const expected = orderPaymentRequested({ ...asked.data, paymentMethod: null });
    given(order, [unnamed]).when(answer('StockReservedEvent')).then([expected]);
  });

  test('what the buyer has to do is shown until it is done, or the order ends', () => {
    const waiting = [placed, asked, orderPaymentActionRequired({ paymentId, ...action })];
    expect(given(order, waiting).state?.payment).toMatchObject({
      status: 'action-required',
      nextAction: action,
    });
    for (const next of [approved, notPaid('expired'), settled('failed')]) {
      const { payment } = given(order, [...waiting, next]).state as Placed;
      expect([payment?.status === 'action-required', payment?.nextAction]).toEqual([false, undefined]);
    }
    expect(given(order, [...waiting, byCustomer]).state?.owed).toBe('void');
    const other = { ...happens.PaymentActionRequiredEvent, url: 'https://bank.example/again' };
    given(order, waiting)
      .when(answer('PaymentActionRequiredEvent', other))
      .then([orderPaymentActionRequired({ paymentId, ...action, url: other.url })]);
  });

  test('a reason of any length fits', () => {
    const long = { ...happens.PaymentFailedEvent, reason: 'x'.repeat(10_000) };
    given(order, [placed, asked])
      .when(answer('PaymentFailedEvent', long))
      .then([notPaid('x'.repeat(500))]);
  });
});

describe('a refund', () => {
  const returning = [...done, returned];
  const by = (refundId: string, amount = 15, all = amount) =>
    answer('PaymentRefundedEvent', {
      ...happens.PaymentRefundedEvent,
      refundId,
      amount: euros(amount),
      refunded: euros(all),
    });
  const failedBy = (refundId: string, refunded?: number) =>
    answer('PaymentRefundFailedEvent', {
      ...happens.PaymentRefundFailedEvent,
      refundId,
      ...(refunded !== undefined && { refunded: euros(refunded) }),
    });
  const handBack = (all: number) =>
    orderPaymentSettled({ paymentId, outcome: 'refunded', refunded: euros(all) });

  test('by hand, while the one for the return is owed, is noted, and is not the one for the return', () => {
    given(order, returning)
      .when(by('by hand', 1))
      .then([handBack(1)]);
    const { state } = given(order, [...returning, handBack(1)]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      ...['refund', 'captured', euros(1)],
    ]);
    given(order, returning).when(failedBy('by hand')).then([]);
  });
  test('for the return is known by the event that asked for it', () => {
    given(order, returning)
      .when(by(mine))
      .then([givenBack(mine)]);
    given(order, returning).when(failedBy(mine)).then(refundFailed);
  });
  test('for the return is what was left, also where that was nothing', () => {
    const goodwill = [...done, handBack(15), returned];
    given(order, goodwill)
      .when(by(mine, 0, 15))
      .then([givenBack(mine, 0, 15)]);
    const { state } = given(order, [...goodwill, givenBack(mine, 0, 15)]);
    expect([state?.owed, state?.returns[0]?.refunded, state?.payment?.status]).toEqual([
      ...[null, euros(0), 'refunded'],
    ]);
  });
  test.each([
    ['of all', 0, 15],
    ['of a part: the rest was given back', 10, 5],
    ['of a part, of which more is to come', 4, 5],
  ])('of a cancelled order where a dispute was lost %s', (_, back, gone) => {
    const cancelled = [...paid, settled('captured'), byCustomer];
    const data = { ...happens.PaymentRefundedEvent, refundId: 'back', amount: euros(back) };
    const told = answer('PaymentRefundedEvent', { ...data, refunded: euros(back), lost: euros(gone) });
    const all = { refunded: euros(back), lost: euros(gone) };
    const noted = orderPaymentSettled({ paymentId, outcome: 'refunded', ...all });
    given(order, cancelled).when(told).then([noted]);
    const { state } = given(order, [...cancelled, noted]);
    expect(state?.owed).toBe(back + gone === 15 ? null : 'void');
    given(order, [...cancelled, noted])
      .when(told)
      .then([]);
  });
  test('of a part leaves the order captured', () => {
    const { state } = given(order, [...done, handBack(1)]);
    expect([state?.stage, state?.payment]).toMatchObject([
      'completed',
      { status: 'captured', authorized: euros(15), captured: euros(15), refunded: euros(1) },
    ]);
  });
  test('that has come back is owed again, and an operator is told', () => {
    const settledOnce = [...returning, givenBack(mine)];
    const noted = orderPaymentSettled({ paymentId, outcome: 'failed', refunded: euros(0), refundId: mine });
    const asked = attention('a refund of 15 EUR (minor units) has come back: api_error');
    given(order, settledOnce).when(failedBy(mine, 0)).then([noted, asked]);
    const { state } = given(order, [...settledOnce, noted, asked]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      ...['refund', 'captured', euros(0)],
    ]);
    given(order, [...settledOnce, noted, asked])
      .when(failedBy(mine, 0))
      .then([]);
  });
  test('of an order whose log is older, for a return of a part: the rest was not given back', () => {
    const part = returning.map((event) =>
      event.eventType === 'OrderReturnedEvent'
        ? { ...event, data: { ...event.data, refund: euros(5) } }
        : event,
    );
    const old = orderPaymentSettled({ paymentId, outcome: 'refunded' });
    const { state } = given(order, [...part, old] as typeof returning);
    expect(state?.payment).toMatchObject({ status: 'captured', refunded: euros(5) });
  });
  test('of an order whose log is older: without amounts it was of all, and is of the return', () => {
    const old = orderPaymentSettled({ paymentId, outcome: 'refunded' });
    const { state } = given(order, [...returning, old]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      ...[null, 'refunded', euros(15)],
    ]);
    given(order, returning)
      .when(answer('PaymentRefundedEvent')) // does not say which refund it is
      .then([givenBack(mine)]);
  });
});

describe('a capture of a part', () => {
  const part = answer('PaymentCapturedEvent', {
    ...happens.PaymentCapturedEvent,
    amount: euros(1),
    by: 'provider',
  });
  const noted = orderPaymentSettled({ paymentId, outcome: 'captured', captured: euros(1) });
  const reason = 'only 1 EUR (minor units) of 15 were captured';
  const asked = orderAttentionRequired({ reason, about: 'amount' });
  test.each(['confirmed', 'shipped', 'delivered'] as const)('asks for an operator: %s', (past) => {
    given(order, pasts[past]).when(part).then([noted, asked]);
    given(order, [...pasts[past], noted, asked])
      .when(part)
      .then([]);
  });
  test('is all that there is to capture', () => {
    expect(given(order, [...paid, noted, asked, dispatched]).state?.owed).toBeNull();
  });
  test('may be followed by the rest', () => {
    given(order, [...sent, noted, asked, delivered])
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured'), completed]);
  });
});

describe('attention', () => {
  const open = [...sent, attention('the capture failed: expired_card')];
  test('is asked for once', () => {
    given(order, open).when(answer('PaymentCaptureFailedEvent')).then([]);
    given(order, open)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
  });
  test('stays open when the money comes after all: an operator was told, and says when it is done', () => {
    given(order, open)
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured')]);
    expect(given(order, [...open, settled('captured')]).state?.attention).not.toBeNull();
  });
  test('for money that came to be held after the end: it is owed from then on, until it is voided', () => {
    const late = [...pasts['cancelled, unpaid'], ...voidFailed];
    expect(given(order, late).state?.owed).toBe('void');
    given(order, late)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
    const again = [...pasts['cancelled, voided'], ...voidFailed];
    given(order, again)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
  });
  test('is not asked for by what failed before an operator has seen to it', () => {
    const note = orderAttentionResolved({ note: 'paid by bank transfer' });
    given(order, [...open, note])
      .when(answer('PaymentCaptureFailedEvent'))
      .then([]);
  });
  test('completes what has arrived when the money comes after all', () => {
    given(order, [...open, delivered])
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured'), completed]);
  });
});

describe('waits', () => {
  const waits: Record<Past, Wait | null> = {
    reserving: 'reservation',
    paying: 'payment',
    confirming: 'confirmation',
    confirmed: null,
    shipped: 'settlement',
    delivered: 'settlement',
    completed: null,
    cancelled: 'settlement',
    'cancelled before it was paid for': null,
    'cancelled, voided': null,
    'cancelled, captured': 'settlement',
    'cancelled, unpaid': null,
    returned: 'settlement',
    refunded: null,
    'shipped, seen to': null,
  };
  test.each(Object.entries(waits) as [Past, Wait | null][])('%s: %s', (past, wait) => {
    expect(waitOf(given(order, pasts[past]).state)).toBe(wait);
  });
  test('nothing is waited for where there is no order, or an operator is asked', () => {
    expect(waitOf(null)).toBeNull();
    expect(waitOf(given(order, [...sent, attention('x')]).state)).toBeNull();
  });

  const settings = {
    reservationWaitMs: 1_000,
    paymentWaitMs: 2_000,
    confirmationWaitMs: 3_000,
    settlementWaitMs: 4_000,
  };
  // Timers in Redis have this name: what is waited for under another one would not be cancelled.
  test('each has a timer, from when it begins', () => {
    const timersAfter = (past: Past) => timersOf(settings)(given(order, pasts[past]).state);
    const { placedAt, payBy } = given(order, pasts.paying).state as Placed;
    expect(timersAfter('reserving')).toEqual({ wait: { dueAt: placedAt + 1_000, type: 'reservation' } });
    expect(timersAfter('paying')).toEqual({ wait: { dueAt: payBy, type: 'payment' } });
    const { updatedAt } = given(order, pasts.confirming).state as Placed;
    expect(timersAfter('confirming')).toEqual({ wait: { dueAt: updatedAt + 3_000, type: 'confirmation' } });
    expect(timersAfter('confirmed')).toEqual({ wait: null });
    const { waitsSince, ...sent } = given(order, pasts.shipped).state as Placed;
    expect(waitsSince).toBe(sent.updatedAt);
    // What happens while it waits does not move it.
    expect(timersAfter('delivered')).toEqual({ wait: { dueAt: waitsSince + 4_000, type: 'settlement' } });
  });

  const late = (wait: Wait) => (state: OrderState) => timeouts[wait](state as Placed);
  test.each([
    ['reservation', 'reserving', system('no-answer', 'the inventory did not answer in time')],
    ['payment', 'paying', system('payment-late')],
    ['confirmation', 'confirming', system('no-answer', 'the stock was not confirmed in time')],
    ['settlement', 'shipped', attention('the payment service did not answer: capture')],
    ['settlement', 'cancelled', attention('the payment service did not answer: void')],
    ['settlement', 'returned', attention('the payment service did not answer: refund')],
  ] as const)('%s, for too long', (wait, past, expected) => {
    const before = given(order, pasts[past]);
    before.when(late(wait)).then([expected]);
    expect(waitOf(given(order, [...pasts[past], expected]).state)).not.toBe(wait);
  });
});
