/** What the warehouse tells of a shipment is noted once, whatever the order knows of it. */
import { randomUUIDv7 } from 'node:crypto';
import {
  orderAttentionRequired,
  orderPaymentSettled,
  orderReturned,
  shipmentLost,
  shipmentReturned,
} from '@quickmart/contracts/order/events';
import { expect, test } from 'vitest';
import {
  approved,
  asked,
  confirmed,
  euros,
  given,
  paymentId,
  placed,
  productId,
  resolved,
  sent,
  shipmentId,
  whole,
} from '../test/testing.ts';
import { resolveAttention } from './attention.ts';
import { answers } from './fulfilment.ts';
import { order } from './order.ts';
import { deliver, lose, sendBack } from './shipping.ts';
import type { OrderState, Placed } from './state.ts';
import { endOf } from './warehouse.ts';

const captured = orderPaymentSettled({ paymentId, outcome: 'captured', captured: euros(3897) });
const stood = [placed, asked, approved, confirmed];
const sending = given(order, [...stood, sent(shipmentId, 3, 3897)]);
const going = given(order, [...stood, sent(shipmentId, 3, 3897), captured]);
const told = (status: 'delivered' | 'lost' | 'returned', restock = false) => ({ status, restock });

test('as if the order were told itself', () => {
  going.when((s) => endOf(s, shipmentId, told('delivered'))).then(deliver(going.state, { shipmentId }));
  going.when((s) => endOf(s, shipmentId, told('lost'))).then(lose(going.state, { shipmentId }));
  going
    .when((s) => endOf(s, shipmentId, told('returned', true)))
    .then(sendBack(going.state, { shipmentId, restock: true }));
});

test('what it knows, or has never sent, changes nothing', () => {
  const lost = given(order, [...stood, sent(shipmentId, 3, 3897), captured, shipmentLost({ shipmentId })]);
  for (const status of ['delivered', 'lost', 'returned'] as const) {
    lost.when((s) => endOf(s, shipmentId, told(status))).then([]);
    going.when((s) => endOf(s, randomUUIDv7(), told(status))).then([]);
    given(order, [])
      .when((s) => endOf(s, shipmentId, told(status)))
      .then([]);
  }
});

const lost = shipmentLost({ shipmentId });
const sentBack = shipmentReturned({ shipmentId, restock: true });
const givenBack = (restock: boolean) =>
  orderReturned({ lines: [whole], restock, refund: euros(3897), shipmentId });
const money = { paymentId, orderId: productId, amount: euros(3897), providerRef: 'pi_1', isHeld: false };
const capture = (s: OrderState) => answers.PaymentCapturedEvent(s as Placed, money);

test.each([
  ['lost', false, lost],
  ['returned', true, sentBack],
] as const)(
  '%s while its money is being captured: noted at once, given back once it is captured',
  (status, restock, ended) => {
    sending.when((s) => endOf(s, shipmentId, told(status, restock))).then([ended]);
    const waiting = [...stood, sent(shipmentId, 3, 3897), ended];
    given(order, waiting)
      .when((s) => endOf(s, shipmentId, told(status, restock)))
      .then([]);
    given(order, waiting)
      .when(capture)
      .then([captured, givenBack(restock)]);
    const { state } = given(order, [...waiting, captured, givenBack(restock)]);
    expect([state?.stage, state?.owed]).toEqual(['returned', 'refund']);
  },
);

test('lost, and its money cannot be captured: an operator sees to it, then it is given back', () => {
  const waiting = [...stood, sent(shipmentId, 3, 3897), lost];
  const stuck = [...waiting, orderAttentionRequired({ reason: 'the capture failed: expired_card' })];
  given(order, stuck)
    .when((s) => resolveAttention(s, 'paid by bank transfer'))
    .then([resolved, givenBack(false)]);
});

test('an arrival does not wait for the money', () => {
  sending.when((s) => endOf(s, shipmentId, told('delivered'))).then(deliver(sending.state, { shipmentId }));
});
