/** A payment in parts: captured per shipment, less to be paid where lines are cancelled; and one that waits for its buyer. */
import { randomUUIDv7 } from 'node:crypto';
import { orderLinesCancelled, shipmentDispatched } from '@quickmart/contracts/order/events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { simulated } from '../src/api.ts';
import { authorized, cancelled, tell } from './orders.ts';
import { euros, patience, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const how = { lines: [], carrier: null, tracking: null };
const shipped = (capture: number) =>
  shipmentDispatched({ ...how, shipmentId: randomUUIDv7(), capture: euros(capture) });
const gone = (amount: number) =>
  orderLinesCancelled({ by: 'staff', code: 'other', note: null, lines: [], amount: euros(amount) });
const reached = (paymentId: string, state: object) =>
  vi.waitFor(async () => expect(await world.payment(paymentId)).toMatchObject(state), patience);

describe('captured in parts', () => {
  test('for each shipment, as far as nothing is cancelled', async () => {
    const { paymentId, orderId } = await authorized(world);
    await world.order(orderId, shipped(1000));
    await reached(paymentId, { status: 'captured', captured: euros(1000), refundable: euros(1000) });
    await world.order(orderId, gone(897), shipped(2000));
    await reached(paymentId, { captured: euros(3000), refunded: euros(0) });
    const steps = (await world.attempts(paymentId)).map(({ step, amount }) => [step, amount.amount]);
    expect(steps).toEqual([
      ['authorize', 3897],
      ['capture', 1000],
      ['capture', 2000],
    ]);
  });

  test('lines that are cancelled at last: what is still held for them is released', async () => {
    const { paymentId, orderId } = await authorized(world);
    await world.order(orderId, shipped(1000));
    await reached(paymentId, { captured: euros(1000) });
    await world.order(orderId, gone(2897));
    await vi.waitFor(async () => {
      const [last] = (await world.attempts(paymentId)).slice(-1);
      expect(last).toMatchObject({ step: 'void', outcome: 'succeeded' });
    }, patience);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'captured', refunded: euros(0) });
  });

  test('all at the first, where the provider captures once: what is cancelled later is refunded', async () => {
    const { paymentId, orderId } = await authorized(world, simulated.captureOnce);
    await world.order(orderId, gone(97), shipped(1000));
    await reached(paymentId, { captured: euros(3800) });
    await world.order(orderId, shipped(1800), gone(1000));
    await reached(paymentId, { captured: euros(3800), refunded: euros(1000) });
    const { refunds } = await world.payment(paymentId);
    expect(refunds).toMatchObject([{ amount: euros(1000), by: 'shop', status: 'succeeded' }]);
  });
});

describe('an action of the buyer', () => {
  const nextAction = { type: 'redirect', clientSecret: null };
  async function waiting() {
    const ids = await world.ask({ method: simulated.action });
    await reached(ids.paymentId, { status: 'action-required', nextAction });
    return ids;
  }
  const told = (payment_id: string, outcome: 'succeeded' | 'declined') =>
    tell(world, 'authorization', { payment_id, outcome, reason: 'not_authenticated' });

  test('is shown, and the payment goes on when it is done; it can be captured', async () => {
    const { paymentId, orderId } = await waiting();
    await told(paymentId, 'succeeded');
    await reached(paymentId, { status: 'authorized' });
    expect(await world.payment(paymentId)).not.toHaveProperty('nextAction');
    await world.order(orderId, shipped(3897));
    await reached(paymentId, { status: 'captured', captured: euros(3897) });
  });
  test('that fails is a decline', async () => {
    const { paymentId } = await waiting();
    await told(paymentId, 'declined');
    await reached(paymentId, { status: 'failed', reason: 'not_authenticated' });
  });
  test('has its time; what is done after it is of no use', async () => {
    const { paymentId } = await world.ask({ method: simulated.action, withinMs: 4_000 });
    await world.until(paymentId, 'PaymentActionRequiredEvent');
    await reached(paymentId, { status: 'failed', reason: 'expired' });
    await told(paymentId, 'succeeded');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', captured: euros(0) });
  });
  test('is not waited for where the order is cancelled', async () => {
    const { paymentId, orderId } = await waiting();
    await world.order(orderId, cancelled);
    await reached(paymentId, { status: 'voided' });
  });
});
