/** What the warehouse tells of a shipment is noted once, whatever the order knows of it. */
import { randomUUIDv7 } from 'node:crypto';
import { orderPaymentSettled, shipmentLost } from '@quickmart/contracts/order/events';
import { test } from 'vitest';
import {
  approved,
  asked,
  confirmed,
  euros,
  given,
  paymentId,
  placed,
  sent,
  shipmentId,
} from '../test/testing.ts';
import { order } from './order.ts';
import { deliver, lose, sendBack } from './shipping.ts';
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

test('a loss waits until it is known whether the money was captured', () => {
  sending.when((s) => endOf(s, shipmentId, told('lost'))).refuses('order-not-deliverable');
  sending.when((s) => endOf(s, shipmentId, told('delivered'))).then(deliver(sending.state, { shipmentId }));
});
