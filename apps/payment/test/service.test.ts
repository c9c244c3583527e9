/** The whole service with the simulated provider: what orders ask for, and what comes of it. */
import type { Meta } from '@quickmart/streams';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { simulated } from '../src/api.ts';
import { authorized, cancelled, captured, dispatched, returned, tell } from './orders.ts';
import { euros, patience, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ PAYMENT_TIMEOUT_MS: '2000', PAYMENT_ATTEMPTS_MAX: '3' });
});
afterAll(() => world.stop());

const outcomes = async (paymentId: string) =>
  (await world.attempts(paymentId)).map(({ step, outcome }) => `${step} ${outcome}`);

describe.concurrent('a payment', () => {
  test('is authorized, captured at dispatch, refunded in part, and all of it is shown', async () => {
    const { paymentId, orderId } = await captured(world);
    await world.order(orderId, returned(1000));
    await world.until(paymentId, 'PaymentRefundedEvent');
    expect(await world.payment(paymentId)).toMatchObject({
      id: paymentId,
      orderId,
      customerId: 'customer-17',
      status: 'captured',
      amount: euros(3897),

      captured: euros(3897),
      refunded: euros(1000),
      provider: 'simulated',
      providerRef: `sim_${paymentId}`,
    });
    const steps = ['authorize', 'capture', 'refund'];
    expect(await outcomes(paymentId)).toEqual(steps.map((step) => `${step} succeeded`));
    const history = await world.send('GET', `/api/payments/${paymentId}/history`);
    const correlations = history.body.data.map(({ meta }: { meta: Meta }) => meta.correlationId);
    expect(new Set(correlations)).toEqual(new Set(['test']));
    const list = await world.send(
      'GET',
      `/api/payments?orderId=${orderId}&status=captured&customerId=customer-17`,
    );
    expect(list.body.data).toEqual([await world.payment(paymentId)]);
  });

  test('is declined', async () => {
    const { paymentId, orderId } = await world.ask({ method: simulated.decline });
    await world.until(paymentId, 'PaymentFailedEvent');
    await world.order(orderId, cancelled);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', reason: 'card_declined' });
    expect(await outcomes(paymentId)).toEqual(['authorize declined']);
  });

  test('is authorized, but the answer is lost: it is looked up, not asked for again', async () => {
    const { paymentId } = await authorized(world, simulated.timeout);
    expect(await outcomes(paymentId)).toEqual(['authorize unanswered', 'authorize succeeded']);
    const [first, second] = await world.attempts(paymentId);
    expect(second?.key).toBe(first?.key);
  });

  test('is answered late, by webhook', async () => {
    const { paymentId } = await authorized(world, simulated.late);
    expect((await world.attempts(paymentId))[0]).toMatchObject({
      step: 'authorize',
      providerRef: `sim_${paymentId}`,
    });
    const declined = await world.ask({ method: simulated.lateDecline });
    await world.until(declined.paymentId, 'PaymentFailedEvent');
  });

  test('is answered three times', async () => {
    const { paymentId } = await authorized(world, simulated.twice);
    const taken = () =>
      world.lines.filter((line) => line.includes('webhook taken') && line.includes(paymentId));
    await vi.waitFor(() => expect(taken()).toHaveLength(2), patience);
    expect(await outcomes(paymentId)).toEqual(['authorize succeeded']);
  });

  test('is never answered: it fails at its deadline, and what may be held is voided', async () => {
    const { paymentId } = await world.ask({ method: simulated.lost, withinMs: 4000 });
    await world.until(paymentId, 'PaymentFailedEvent');
    await vi.waitFor(async () => expect(await outcomes(paymentId)).toContain('void succeeded'), patience);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', reason: 'expired' });
  });

  test('is voided when the order is cancelled, also before it was answered', async () => {
    const { paymentId, orderId } = await authorized(world);
    await world.order(orderId, cancelled);
    await world.until(paymentId, 'PaymentVoidedEvent');
    const slow = await world.ask({ method: simulated.timeout });
    await world.order(slow.orderId, cancelled);
    await world.until(slow.paymentId, 'PaymentVoidedEvent');
    for (const id of [paymentId, slow.paymentId])
      expect(await world.payment(id)).toMatchObject({ status: 'voided', reason: 'ordered twice' });
    expect(await world.events(slow.paymentId)).not.toContain('PaymentAuthorizedEvent');
  });

  test('is given back when a captured order is cancelled', async () => {
    const { paymentId, orderId } = await captured(world);
    await world.order(orderId, cancelled);
    await world.until(paymentId, 'PaymentRefundedEvent');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'refunded', refunded: euros(3897) });
  });

  test('is captured at the third attempt, each under a key of its own', async () => {
    const { paymentId } = await captured(world, `${simulated.captureFails}_2`);
    expect(await outcomes(paymentId)).toEqual([
      ...['authorize succeeded', 'capture failed', 'capture failed', 'capture succeeded'],
    ]);
    const attempts = await world.attempts(paymentId);
    expect(new Set(attempts.map(({ key }) => key)).size).toBe(4);
  });

  test.each([
    [simulated.captureFails, 'PaymentCaptureFailedEvent', [dispatched]],
    [simulated.voidFails, 'PaymentVoidFailedEvent', [cancelled]],
    [simulated.refundFails, 'PaymentRefundFailedEvent', [dispatched, returned(1)]],
  ])('with %s ends in %s, after all attempts', async (method, eventType, events) => {
    const { paymentId, orderId } = await authorized(world, method);
    if (events.length > 1) {
      await world.order(orderId, events[0] as typeof dispatched);
      await world.until(paymentId, 'PaymentCapturedEvent');
    }
    await world.order(orderId, events.at(-1) as typeof dispatched);
    await world.until(paymentId, eventType);
    const failed = (await outcomes(paymentId)).filter((line) => line.endsWith(' failed'));
    expect(failed).toHaveLength(3);
  });
});

test('the simulated provider can tell what somebody does in its dashboard', async () => {
  const { paymentId } = await authorized(world);
  const about = { payment_id: paymentId };
  await tell(world, 'capture', { ...about, amount: 3000 });
  await tell(world, 'refund', { ...about, refund_id: 'sim_re_1', amount: 500, status: 'succeeded' });
  await tell(world, 'dispute', { ...about, dispute_id: 'sim_dp_1', amount: 2000, status: 'open' });
  expect(await world.payment(paymentId)).toMatchObject({
    captured: euros(3000),
    refunded: euros(500),
    refundable: euros(2500),
    refunds: [{ id: 'sim_re_1', by: 'provider', amount: euros(500) }],
    disputes: [{ id: 'sim_dp_1', status: 'open', amount: euros(2000) }],
  });
  const disputed = async (status: string) =>
    (await world.send('GET', `/api/payments?dispute=${status}`)).body.data.map(
      ({ id }: { id: string }) => id,
    );
  expect([await disputed('open'), await disputed('won,lost')]).toEqual([[paymentId], []]);
});

test('a webhook of the simulated provider that says nothing it could say changes nothing', async () => {
  const { paymentId } = await authorized(world, simulated.late);
  const before = await world.events(paymentId);
  const wrong = [{}, { outcome: 'maybe' }, { outcome: 'declined', reason: 7 }, { outcome: ['succeeded'] }];
  const slow = await world.ask({ method: simulated.lost });
  await world.until(slow.paymentId, 'PaymentAttemptStartedEvent');
  for (const id of [paymentId, slow.paymentId])
    for (const [n, object] of wrong.entries())
      await tell(world, 'authorization', { payment_id: id, ...object }, `evt_${id}_${n}`);
  expect(await world.events(paymentId)).toEqual(before);
  expect(await world.payment(slow.paymentId)).toMatchObject({ status: 'pending' });
});
