/** Every row of the saga, every failure, and what comes late or twice. */
import {
  orderApproved,
  orderAttentionRequired,
  orderPaymentActionRequired,
  orderPaymentRequested,
  orderPlaced,
  plainOrder,
} from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  action,
  answer,
  approved,
  asked,
  askedToWait,
  at,
  byCustomer,
  captureFailed,
  completed,
  confirmed,
  declined,
  type Events,
  free,
  givenBack,
  type Happening,
  happens,
  line,
  lost,
  mine,
  noStock,
  notPaid,
  otherPayment,
  type Past,
  pasts,
  paymentId,
  placed,
  placedToWait,
  refundFailed,
  settled,
  tooLong,
  unpaid,
  voidFailed,
} from '../test/saga.ts';
import { euros, given } from '../test/testing.ts';
import { order } from './order.ts';
import type { Placed } from './state.ts';

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
  StockReservationExpiredEvent: {
    reserving: [tooLong],
    paying: [tooLong],
    declined: [notPaid('card_declined')],
    'paying, again': [tooLong],
    confirming: [tooLong],
  },
  PaymentActionRequiredEvent: { paying: [orderPaymentActionRequired({ paymentId, ...action })] },
  // Told again, the decline is not that of the next payment method.
  PaymentDeclinedEvent: { paying: [declined()] },
  PaymentAuthorizedEvent: { paying: [approved], declined: [approved], 'paying, again': [approved] },
  PaymentFailedEvent: {
    paying: [notPaid('declined')],
    declined: [notPaid('declined')],
    'paying, again': [notPaid('declined')],
    confirming: [settled('failed'), lost],
    confirmed: [settled('failed'), lost],
    shipped: [settled('failed'), unpaid],
    delivered: [settled('failed'), unpaid],
  },
  PaymentVoidedEvent: {
    paying: [settled('voided'), lost],
    declined: [settled('voided'), lost],
    'paying, again': [settled('voided'), lost],
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

  test('an order that waits for other payment methods does so for as long as the stock is held', () => {
    given(order, [placedToWait]).when(answer('StockReservedEvent')).then([askedToWait]);
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
