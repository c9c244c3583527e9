/**
 * Every path of the saga over whole processes; each service killed at each step; and lives at random.
 * By hand, for longer: `SAGA_ORDERS=2000 SEED=1 npx vitest run --project system qa/system/saga.test.ts -t random`.
 */
import { simulated } from '@quickmart/contracts/payment';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../src/random.ts';
import {
  checkEnds,
  fastPayments,
  orderAt,
  paymentAt,
  place,
  randomLife,
  shipment,
  step,
  stockAt,
} from './saga.ts';
import { send, stockedProduct } from './shop.ts';
import { type System, startSystem } from './system.ts';

describe('every path', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem(fastPayments);
  });
  afterAll(() => system.stop());

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
      body: { status: 'shipped', shipment },
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
      body: { status: 'returned', returned: { refund: { amount: 2 * 1299 } } },
    });
    await paymentAt(system, id, 'refunded');
    await stockAt(system, product, { onHand: 99, reserved: 0 });
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

  test.each([
    ['capture', simulated.captureFails, 'ship', shipment, 'shipped'],
    ['void', simulated.voidFails, 'cancel', {}, 'cancelled'],
  ] as const)(
    'a %s that fails needs attention, until an operator has seen to it',
    async (what, method, name, body, then) => {
      const { sku } = await stockedProduct(system);
      const id = await place(system, sku, 1, method);
      await orderAt(system, id, 'confirmed');
      await step(system, id, name, body);
      const order = await orderAt(system, id, 'attention');
      expect(order.attention?.reason).toContain(`the ${what} failed`);
      const resolved = await step(system, id, 'resolve-attention', { note: 'paid by bank transfer' });
      expect(resolved).toMatchObject({ status: 200, body: { status: then } });
    },
  );

  test('each service is killed at each step, and the order arrives all the same', async () => {
    const { id: product, sku } = await stockedProduct(system);
    const ids = await Promise.all(['inventory', 'order', 'payment'].map(() => place(system, sku, 1)));
    const kill = async (name: 'inventory' | 'order' | 'payment', then: () => Promise<unknown>) => {
      await system[name].kill();
      await (name === 'order' ? undefined : then());
      await system[name].start();
      if (name === 'order') await then();
    };
    const each = (then: (id: string) => Promise<unknown>) => Promise.all(ids.map(then));
    const later: string[] = [];
    await kill('inventory', async () => later.push(await place(system, sku, 1)));
    await kill('payment', async () => later.push(await place(system, sku, 1)));
    await kill('order', async () => later.push(await place(system, sku, 1)));
    ids.push(...later);
    await each((id) => orderAt(system, id, 'confirmed'));
    await kill('inventory', () => each((id) => step(system, id, 'ship', shipment)));
    await kill('payment', () => each((id) => step(system, id, 'deliver')));
    await kill('order', () => each((id) => orderAt(system, id, 'completed')));
    await stockAt(system, product, { onHand: 94, reserved: 0 });
    await kill('payment', () => each((id) => step(system, id, 'return', { restock: true })));
    await each((id) => paymentAt(system, id, 'refunded'));
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  test('all the invariants hold after it', () => checkEnds(system));
});

describe('at random', () => {
  const rng = random();
  /** Short enough for payments that are not answered in time and holds that run out. */
  const impatient = {
    ...{ RESERVATION_HOLD_MS: '2500', RESERVATION_WAIT_MS: '8000', PAYMENT_WAIT_MS: '1200' },
    ...{ CONFIRMATION_WAIT_MS: '4000', SETTLEMENT_WAIT_MS: '8000' },
  };
  const methods = [
    ...[simulated.approve, simulated.approve, simulated.approve, simulated.decline, simulated.late],
    ...[simulated.lost, simulated.timeout, simulated.twice, simulated.captureFails, simulated.voidFails],
    ...[simulated.refundFails, simulated.lateDecline],
  ];
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ ...fastPayments, ...impatient });
  });
  afterAll(() => system.stop());

  const orders = Number(process.env.SAGA_ORDERS ?? 36);
  test(
    `whatever is done to ${orders} orders while services die, the invariants hold (SEED=${rng.seed})`,
    async () => {
      const products = await Promise.all(Array.from({ length: 4 }, () => stockedProduct(system)));
      const skus = products.map(({ sku }) => sku);
      const keys = Array.from({ length: orders }, (_, n) => `life-${rng.seed}-${n}`);
      const kills = Math.max(3, Math.round(orders / 30));
      const live = async () => {
        for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
          await randomLife(system, rng, skus, methods, key);
          const adjustment = { delta: rng.between(-5, 20) || 1, reason: 'count' };
          const { id } = rng.pick(products);
          await send(system.inventory, 'POST', `/api/inventories/${id}/adjustments`, adjustment).catch(
            () => {},
          );
        }
      };
      const die = async () => {
        for (let n = 0; n < kills; n++) {
          const victim = system[(['inventory', 'order', 'payment'] as const)[n % 3]!];
          await victim.kill();
          await victim.start();
        }
      };
      await Promise.all([...Array.from({ length: 12 }, live), die()]);
      await checkEnds(system, 60_000);
    },
    120_000 + orders * 100,
  );
});
