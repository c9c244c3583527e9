/** An order in several shipments, and how each of them ends. */
import { orderReturned, shipmentLost, shipmentReturned } from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  arrived,
  attention,
  back,
  captured,
  completed,
  euros,
  except,
  given,
  mug,
  paid,
  paymentId,
  sent,
  shipment,
  stages,
  whole,
} from '../test/testing.ts';
import { order } from './order.ts';
import { takeBack } from './returns.ts';
import { deliver, lose, sendBack, ship } from './shipping.ts';
import type { OrderState } from './state.ts';

const [first, second, third] = [1, 2, 3].map((n) => `019a0000-0000-7000-8000-0000000000b${n}`) as [
  string,
  string,
  string,
];
const settled = (amount: number) => ({
  ...captured,
  data: { paymentId, outcome: 'captured' as const, captured: euros(amount) },
});
const mugs = (quantity: number) => [{ sku: mug.sku, quantity }];
const shipped = (id: string, quantity?: number) => (state: OrderState) =>
  ship(state, { ...shipment, shipmentId: id, ...(quantity && { lines: mugs(quantity) }) }, third);
const one = [...paid, sent(first, 1, 1299)];
const both = [...one, sent(second, 2, 2598)];

describe('ship', () => {
  test('some of it, then the rest; each is captured for', () => {
    stages.confirmed.when(shipped(first, 1)).then([sent(first, 1, 1299)]);
    given(order, one)
      .when(shipped(second))
      .then([sent(second, 2, 2598)]);
    expect([one, both].map((past) => given(order, past).state?.due)).toEqual([1299, 3897]);
  });
  test('under a new id where the caller has none', () => {
    stages.confirmed.when((state) => ship(state, shipment, third)).then([sent(third, 3, 3897)]);
  });
  test('told again, it changes nothing', () => given(order, both).when(shipped(first, 1)).then([]));
  test('no more than is left', () => {
    given(order, one).when(shipped(second, 3)).refuses('not-left');
    given(order, both).when(shipped(third, 1)).refuses('not-left');
    given(order, both).when(shipped(third)).refuses('order-not-shippable');
  });
  test('nothing more where what was sent is not paid for', () => {
    given(order, [...one, attention])
      .when(shipped(second))
      .refuses('order-not-shippable');
  });
});

describe('captured at the provider before anything was sent', () => {
  test.each([
    ['all of it', 3897],
    ['a part: there is nothing more to capture', 100],
  ])('no shipment waits for a capture: %s', (_, amount) => {
    const ahead = [...paid, settled(amount), sent(first, 1, 1299), sent(second, 2, 2598)];
    expect(given(order, ahead).state?.owed).toBeNull();
    given(order, ahead)
      .when((state) => deliver(state, {}))
      .then([arrived(first), arrived(second), completed]);
  });
});

describe('deliver', () => {
  const deliverOne = (id: string) => (state: OrderState) => deliver(state, { shipmentId: id });
  test('one of them; the order is completed by the last', () => {
    const past = [...both, settled(3897)];
    given(order, past)
      .when(deliverOne(first))
      .then([arrived(first)]);
    given(order, [...past, arrived(first)])
      .when(deliverOne(second))
      .then([arrived(second), completed]);
    given(order, past)
      .when((state) => deliver(state, {}))
      .then([arrived(first), arrived(second), completed]);
  });
  test('of what is not all sent leaves it open', () => {
    const past = [...one, settled(1299)];
    given(order, past)
      .when(deliverOne(first))
      .then([arrived(first)]);
    expect(given(order, [...past, arrived(first)]).state?.stage).toBe('shipped');
  });
  test('again: nothing; another end, or what was never sent: refused', () => {
    const past = [...both, arrived(first)];
    given(order, past).when(deliverOne(first)).then([]);
    given(order, past)
      .when((state) => lose(state, { shipmentId: first }))
      .refuses('order-not-deliverable');
    given(order, past).when(deliverOne(third)).refuses('order-not-deliverable');
  });
});

describe('a shipment that does not arrive', () => {
  const refunded = (id: string, quantity: number, refund: number, restock: boolean) =>
    orderReturned({
      lines: [{ ...whole, quantity }],
      restock,
      refund: euros(refund),
      shipmentId: id,
    });
  const lost = (state: OrderState) => lose(state, { shipmentId: first });
  test('is lost: what was paid for it is refunded', () => {
    const events = [shipmentLost({ shipmentId: first }), refunded(first, 1, 1299, false)];
    const past = [...both, settled(3897)];
    given(order, past).when(lost).then(events);
    given(order, [...past, ...events])
      .when(lost)
      .then([]);
    given(order, [...past, arrived(second)])
      .when(lost)
      .then([...events, completed]);
  });
  test('has come back: onto the shelf, if it is to be; an order of which nothing arrives is returned', () => {
    const all = [...paid, sent(first, 3, 3897), captured];
    const events = [shipmentReturned({ shipmentId: first, restock: true }), refunded(first, 3, 3897, true)];
    given(order, all)
      .when((state) => sendBack(state, { shipmentId: first, restock: true }))
      .then(events);
    expect(given(order, [...all, ...events]).state).toMatchObject({ stage: 'returned', owed: 'refund' });
  });
  test('is noted while the money is being captured, and given back after it', () => {
    given(order, both)
      .when(lost)
      .then([shipmentLost({ shipmentId: first })]);
  });
});

describe('take back', () => {
  const some = [...both, settled(3897), arrived(second)];
  test('of what has arrived, while another shipment is on its way', () => {
    given(order, some)
      .when((state) => takeBack(state, { restock: false, lines: mugs(2) }))
      .then([back(2, 2598)]);
    given(order, some)
      .when((state) => takeBack(state, { restock: false, lines: mugs(3) }))
      .refuses('not-ordered');
  });
  test('all that has arrived is not all of the order: it stays open, and is completed by the rest', () => {
    const past = [...some, back(2, 2598)];
    expect(given(order, past).state).toMatchObject({ stage: 'shipped', owed: 'refund' });
    given(order, past)
      .when((state) => deliver(state, {}))
      .then([arrived(first), completed]);
  });
});

test.each(except('shipped', 'captured', 'delivered'))('nothing is lost of an order that is %s', (_, it) => {
  const id = it.state?.shipments[0]?.id ?? first;
  it.when((state) => lose(state, { shipmentId: id })).refuses('order-not-deliverable');
});
