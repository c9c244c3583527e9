/** Every path of the saga over whole processes, and each service killed at each step. */

import { describe, expect, test } from 'vitest';
import { simulated } from '../../../apps/payment/src/api.ts';
import { random } from '../../src/random.ts';
import {
  checkEnds,
  fastPayments,
  orderAt,
  paymentAt,
  place,
  placeSurely,
  refundedAt,
  shipment,
  step,
  stepSurely,
  stockAt,
  underFire,
} from './saga.ts';
import { send, stockedProduct } from './shop.ts';
import { type ServiceName, systemOfTests } from './system.ts';

/** These have a process each; `product` is in the one of all others. */
const moving: ServiceName[] = ['order', 'inventory', 'payment'];
const victims: ServiceName[] = [...moving, 'product'];

describe('every path', () => {
  const system = systemOfTests({ apart: moving, env: fastPayments });

  test('shipped, delivered, paid, returned to the shelf; and the timeline tells it', async () => {
    const { id: product, sku } = await stockedProduct(system);
    const id = await place(system, sku, 3, simulated.approve);
    await orderAt(system, id, 'confirmed');
    await stockAt(system, product, { onHand: 100, reserved: 3 });
    expect(await step(system, id, 'deliver')).toMatchObject({
      status: 409,
      body: { code: 'order-not-deliverable' },
    });
    expect(await step(system, id, 'ship', shipment)).toMatchObject({
      status: 200,
      body: { status: 'shipped', shipments: [shipment] },
    });
    expect(await step(system, id, 'cancel')).toMatchObject({
      status: 409,
      body: { code: 'order-not-cancellable' },
    });
    await stockAt(system, product, { onHand: 97, reserved: 0 });
    await paymentAt(system, id, 'captured');
    expect(await step(system, id, 'deliver')).toMatchObject({ status: 200, body: { status: 'completed' } });
    const back = { lines: [{ sku, quantity: 2 }], restock: true };
    expect(await step(system, id, 'return', back)).toMatchObject({
      status: 200,
      body: { status: 'completed', returned: { refund: { amount: 2 * 1299 } } },
    });
    await refundedAt(system, id, 2 * 1299);
    await stockAt(system, product, { onHand: 99, reserved: 0 });
    expect(await step(system, id, 'return', back)).toMatchObject({
      status: 422,
      body: { code: 'not-ordered' },
    });
    expect(await step(system, id, 'return', { restock: true })).toMatchObject({
      status: 200,
      body: { status: 'returned', returned: { refund: { amount: 3 * 1299 } } },
    });
    await paymentAt(system, id, 'refunded');
    await stockAt(system, product, { onHand: 100, reserved: 0 });
    const { body } = await send(system.order, 'GET', `/api/orders/${id}/timeline`);
    const types: string[] = body.data.map(({ eventType }: { eventType: string }) => eventType);
    const story = [
      'OrderPlacedEvent',
      'StockReservedEvent',
      'OrderPaymentRequestedEvent',
      'PaymentAuthorizedEvent',
    ];
    const rest = [
      'OrderApprovedEvent',
      'StockReservationConfirmedEvent',
      'OrderConfirmedEvent',
      'PaymentCapturedEvent',
    ];
    expect(types.filter((type) => [...story, ...rest].includes(type))).toEqual([...story, ...rest]);
  });

  test('declined: cancelled, and the stock is free', async () => {
    const { id: product, sku } = await stockedProduct(system);
    const order = await orderAt(system, await place(system, sku, 3, simulated.decline), 'cancelled');
    expect(order.payment?.status).toBe('failed');
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  test('cancelled before dispatch: voided, and the stock is free', async () => {
    const { id: product, sku } = await stockedProduct(system);
    const id = await place(system, sku, 3);
    await orderAt(system, id, 'confirmed');
    await step(system, id, 'cancel');
    await paymentAt(system, id, 'voided');
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  const [cancelled, dispatched, returned] = [
    [['cancel', {}]],
    [['ship', shipment]],
    [
      ['ship', shipment],
      ['deliver', {}],
      ['return', {}],
    ],
  ] as const;
  describe.concurrent.each([
    ['capture', simulated.captureFails, dispatched, 'shipped', 'captured'],
    ['void', simulated.voidFails, cancelled, 'cancelled', 'voided'],
    ['refund', simulated.refundFails, returned, 'returned', 'refunded'],
  ] as const)('a %s that fails needs attention', (what, method, steps, then, paid) => {
    const failed = async (paymentMethod: string) => {
      const { sku } = await stockedProduct(system);
      const id = await place(system, sku, 1, paymentMethod);
      await orderAt(system, id, 'confirmed');
      for (const [name, body] of steps) {
        if (name === 'deliver') await paymentAt(system, id, 'captured');
        expect(await step(system, id, name, body)).toMatchObject({ status: 200 });
      }
      const { attention } = await orderAt(system, id, 'attention');
      expect(attention?.reason).toContain(`the ${what} failed`);
      return id;
    };

    test('until an operator has seen to it', async () => {
      const id = await failed(method);
      const note = { note: 'paid by bank transfer' };
      expect(await step(system, id, 'resolve-attention', note)).toMatchObject({ body: { status: then } });
      // What the capture has left held is released.
      if (what === 'capture') expect(await paymentAt(system, id, 'voided')).toMatchObject({ status: then });
    });

    test('or has it tried again, when the provider can', async () => {
      const id = await failed(`${method}_${fastPayments.PAYMENT_ATTEMPTS_MAX}`);
      expect(await step(system, id, 'retry-payment')).toMatchObject({ status: 200, body: { status: then } });
      expect(await paymentAt(system, id, paid)).toMatchObject({ status: then });
    });
  });

  const rng = random();
  test(`whoever is killed while orders take a step, each arrives at the next (SEED=${rng.seed})`, async () => {
    const { id: product, sku } = await stockedProduct(system);
    const keys = Array.from({ length: 16 }, (_, n) => `fire-${rng.seed}-${n}`);
    const fire = <Subject>(
      subjects: readonly Subject[],
      begin: (subject: Subject, n: number) => Promise<string>,
    ) =>
      underFire(
        victims.map((name) => system[name]),
        rng,
        subjects,
        begin,
      );
    const take = (id: string, name: string, body: object = {}) => stepSurely(system, id, name, body);
    const each = (of: readonly string[], then: (id: string) => Promise<unknown>) => Promise.all(of.map(then));

    const ids = await fire(keys, (key) => placeSurely(system, sku, key));
    await each(ids, (id) => orderAt(system, id, 'confirmed'));
    await fire(ids, (id, n) => (n % 2 === 0 ? take(id, 'cancel') : take(id, 'ship', shipment)));
    const sent = ids.filter((_, n) => n % 2 === 1);
    await each(sent, (id) => paymentAt(system, id, 'captured'));
    await each(
      ids.filter((_, n) => n % 2 === 0),
      (id) => paymentAt(system, id, 'voided'),
    );
    await stockAt(system, product, { onHand: 92, reserved: 0 });
    await fire(sent, (id) => take(id, 'deliver'));
    await each(sent, (id) => orderAt(system, id, 'completed'));
    await fire(sent, (id) => take(id, 'return', { restock: true }));
    await each(sent, (id) => paymentAt(system, id, 'refunded'));
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  test('all the invariants hold after it', () => checkEnds(system));
});
