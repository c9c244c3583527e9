/**
 * Orders whose time runs out: what is not answered, or is answered too late; and lives at random.
 * By hand, for longer: `SAGA_ORDERS=2000 SEED=1 npx vitest run --project system qa/test/system/saga-in-time.test.ts -t random`.
 */
import { randomUUIDv7 } from 'node:crypto';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import { EventStore } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import { decideOrder } from '../../../apps/order/src/decide.ts';
import { simulated } from '../../../apps/payment/src/api.ts';
import { random } from '../../src/random.ts';
import { checkEnds, fastPayments, orderAt, paymentAt, place, randomLife, step, stockAt } from './saga.ts';
import { euros, historyOf, send, stockedProduct } from './shop.ts';
import { type ServiceName, type System, systemOfTests } from './system.ts';

/** An order that the inventory cannot handle: it goes to the dead letters there. */
const poisoned = randomUUIDv7();

describe('what is not answered, or too late', () => {
  const system = systemOfTests({
    apart: ['order', 'inventory'],
    env: fastPayments,
    expected: new RegExp(`dead letters.*${poisoned}|${poisoned}.*dead letters`),
  });

  /** Another process, with other settings, instead of the service: the clocks of one test are not those of the others. */
  async function withSettings(
    name: ServiceName,
    env: Record<string, string>,
    work: (system: System) => Promise<void>,
  ) {
    await system[name].stop();
    const other = await system.another(name, env);
    await work({ ...system, [name]: other });
    await other.stop();
    await system[name].start();
  }

  const reservationIs = ({ inventory }: System, id: string, status: string) =>
    until(`the reservation of ${id} is ${status}`, async () => {
      const { body } = await send(inventory, 'GET', `/api/reservations/${id}`);
      return body.status === status;
    });

  /** As the payment service tells it, whose read model may be behind what the order knows. */
  const paymentIs = ({ payment }: System, id: string, status: string) =>
    until(`the payment ${id} is ${status}`, async () => {
      const { body } = await send(payment, 'GET', `/api/payments/${id}`);
      return body.status === status;
    });

  test('an order whose placement comes to the dead letters of the inventory is cancelled by its timer', async () => {
    const redis = await system.redis.connect();
    const money = { unitPrice: euros(1), lineTotal: euros(1) };
    const line = {
      productId: randomUUIDv7(),
      sku: 'X',
      name: 'there is no such product',
      quantity: 1,
      ...money,
    };
    const input = { customerId: randomUUIDv7(), lines: [line], total: euros(1), paymentMethod: null };
    const command = { meta: { correlationId: poisoned }, at: Date.now() };
    const soon = 1500;
    const waits = { paymentWaitMs: soon, confirmationWaitMs: soon, settlementWaitMs: soon };
    const parts = {
      store: new EventStore({ redis, codec: registry }),
      settings: { ...waits, reservationWaitMs: soon },
    };
    await decideOrder(parts, poisoned, () => [orderPlaced(plainOrder(input))], command);
    await until('there is a dead letter', async () => (await redis.xlen('{order}:dead:inventory')) > 0);
    redis.disconnect();
    const { reason } = await orderAt(system, poisoned, 'cancelled');
    expect(reason).toBe('the inventory did not answer in time');
  });

  test('an authorization that comes after the cancellation is voided', async () => {
    const { id: product, sku } = await stockedProduct(system);
    const ids = await Promise.all(Array.from({ length: 5 }, () => place(system, sku, 1, simulated.late)));
    for (const id of ids) {
      await until('the payment is asked for', async () =>
        (await historyOf(system.order, `/api/orders/${id}`)).some(
          ({ eventType }) => eventType === 'OrderPaymentRequestedEvent',
        ),
      );
      await step(system, id, 'cancel');
    }
    for (const id of ids) {
      const { payment, status } = await paymentAt(system, id, 'voided');
      expect(status).toBe('cancelled');
      await paymentIs(system, payment!.id, 'voided');
      await reservationIs(system, id, 'released');
    }
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  test('a payment that is not authorized in time cancels the order; nothing stays held', async () => {
    const { id: product, sku } = await stockedProduct(system);
    await withSettings('order', { PAYMENT_WAIT_MS: '1200' }, async (hasty) => {
      const order = await orderAt(hasty, await place(hasty, sku, 1, simulated.lost), 'cancelled');
      // The order's clock and the payment's run out together: whichever is first, nothing stays held.
      await paymentAt(hasty, order.id, 'failed', 'voided');
      await reservationIs(hasty, order.id, 'released');
    });
    await stockAt(system, product, { onHand: 100, reserved: 0 });
  });

  test('a hold that runs out before it is confirmed gives the stock back, and the order ends', async () => {
    const { id: product, sku } = await stockedProduct(system);
    let ids: string[] = [];
    // Orders are taken, and nobody goes on with them.
    await withSettings('order', { ROLE: 'api' }, (taking) =>
      withSettings('inventory', { RESERVATION_HOLD_MS: '1500' }, async (hasty) => {
        ids = await Promise.all(Array.from({ length: 3 }, () => place(taking, sku, 1)));
        for (const id of ids) await reservationIs(hasty, id, 'expired');
      }),
    );
    await stockAt(system, product, { onHand: 100, reserved: 0 });
    for (const id of ids) await orderAt(system, id, 'cancelled');
  });
});

describe('at random', () => {
  /** Short enough for payments that are not answered in time and holds that run out. */
  const impatient = {
    RESERVATION_HOLD_MS: '2500',
    RESERVATION_WAIT_MS: '8000',
    PAYMENT_WAIT_MS: '1200',
    CONFIRMATION_WAIT_MS: '4000',
    SETTLEMENT_WAIT_MS: '8000',
  };
  const victims: ServiceName[] = ['inventory', 'order', 'payment'];
  const system = systemOfTests({ apart: victims, env: { ...fastPayments, ...impatient } });
  const rng = random();
  const methods = [
    ...[simulated.approve, simulated.approve, simulated.approve, simulated.decline, simulated.late],
    ...[simulated.lost, simulated.timeout, simulated.twice, simulated.captureFails, simulated.voidFails],
    ...[simulated.refundFails, simulated.lateDecline],
  ];
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
          const victim = system[victims[n % victims.length]!];
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
