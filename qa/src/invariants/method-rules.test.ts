/** Payment methods, one after a decline of the other: kept by what is right, broken by what is not. */
import {
  orderApproved,
  orderCancelled,
  orderPaymentDeclined,
  orderPaymentMethodGiven,
  orderPaymentRequested,
  orderPlaced,
  plainOrder,
} from '@quickmart/contracts/order/events';
import { paymentDeclined, paymentMethodChanged } from '@quickmart/contracts/payment/events';
import type { NewEvent, StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { Books } from './books.ts';
import { methodRules } from './method-rules.ts';

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const [orderId, paymentId] = [uuid(2), uuid(3)];
const amount = { amount: 15, currency: 'EUR' };
const placed = orderPlaced(plainOrder({ customerId: 'c', lines: [], total: amount, paymentMethod: 'pm_1' }));
const asked = orderPaymentRequested({
  paymentId,
  customerId: 'c',
  amount,
  paymentMethod: 'pm_1',
  onDecline: 'wait',
  expiresAt: '2026-01-01T00:15:00.000Z',
});
const ofOrder = {
  declined: (methodNumber: number) => orderPaymentDeclined({ paymentId, methodNumber, reason: 'x' }),
  given: (methodNumber: number) =>
    orderPaymentMethodGiven({ paymentId, methodNumber, paymentMethod: 'pm_2' }),
};
const ids = { paymentId, orderId };
const ofPayment = {
  declined: (methodNumber: number) =>
    paymentDeclined({ ...ids, amount, providerRef: null, methodNumber, reason: 'x' }),
  changed: (methodNumber: number) => paymentMethodChanged({ ...ids, methodNumber, paymentMethod: 'pm_2' }),
};

/** Everything has happened at 0, everything is known at 1. */
function brokenBy(order: NewEvent[], payment: NewEvent[]): string[] {
  const books = new Books();
  const add = (category: string, aggregateId: string, events: NewEvent[]) => {
    for (const event of events)
      books.add({ ...event, category, aggregateId, at: 0 } as unknown as StoredEvent);
  };
  add('order', orderId, [placed, asked, ...order]);
  add('payment', paymentId, payment);
  return Object.entries(methodRules).flatMap(([rule, check]) =>
    [...check(books, 1)].length > 0 ? [rule] : [],
  );
}

const [order, payment] = [ofOrder, ofPayment];
const [oneByOne, tried] = Object.keys(methodRules) as [string, string];
const cancelled = orderCancelled({ by: 'system', code: 'payment-declined', note: 'x', unpaid: true });
test.each<[string, NewEvent[], NewEvent[], string[]]>([
  ['none is declined', [orderApproved({ paymentId })], [], []],
  [
    'the second one pays',
    [order.declined(1), order.given(2), orderApproved({ paymentId })],
    [payment.declined(1), payment.changed(2)],
    [],
  ],
  [
    'the order ends as it is given',
    [order.declined(1), order.given(2), cancelled],
    [payment.declined(1)],
    [],
  ],
  ['given without a decline', [order.given(2)], [payment.declined(1), payment.changed(2)], [oneByOne]],
  ['one is left out', [order.declined(1)], [payment.declined(1), payment.changed(3)], [oneByOne, tried]],
  ['declined twice', [order.declined(1), order.declined(1)], [], [oneByOne]],
  ['given, and never tried', [order.declined(1), order.given(2)], [payment.declined(1)], [tried]],
])('%s', (_, ofOrder, ofPayment, rules) => {
  expect(brokenBy(ofOrder, ofPayment)).toEqual(rules);
});
