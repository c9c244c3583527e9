/** Refunds by hand and for returns, and that together they never give back more than was captured. */
import { paymentAttemptEnded, paymentAttemptStarted } from '@quickmart/contracts/payment/events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { payment } from '../src/payment.ts';
import { notYet } from '../src/providers/provider.ts';
import { authorized, captured, dispatched, returned, tell } from './orders.ts';
import { euros, patience, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ PAYMENT_TIMEOUT_MS: '2000', PAYMENT_ATTEMPTS_MAX: '3' });
});
afterAll(() => world.stop());

describe('a refund by hand', () => {
  const post = (id: string, body: object, headers = {}) =>
    world.send('POST', `/api/payments/${id}/refund`, body, headers);

  test('once per Idempotency-Key, and never more than was captured, however many ask at once', async () => {
    const { paymentId } = await captured(world);
    const headers = { 'Idempotency-Key': `refund-${paymentId}` };
    const body = { amount: euros(1000), reason: 'damaged' };
    const first = await post(paymentId, body, headers);
    expect(first).toMatchObject({ status: 202, body: { status: 'captured', captured: euros(3897) } });
    expect((await post(paymentId, body, headers)).headers.get('Idempotency-Replayed')).toBe('true');
    const many = await Promise.all(Array.from({ length: 5 }, () => post(paymentId, { amount: euros(1000) })));
    expect(many.map(({ status }) => status).sort()).toEqual([202, 202, 409, 409, 409]);
    await vi.waitFor(
      async () => expect((await world.payment(paymentId)).refunded).toEqual(euros(3000)),
      patience,
    );
    expect((await post(paymentId, {})).status).toBe(202);
    await vi.waitFor(async () => expect((await world.payment(paymentId)).status).toBe('refunded'), patience);
  });

  test('is refused in words', async () => {
    const { paymentId } = await authorized(world);
    expect(await post(paymentId, {})).toMatchObject({
      status: 409,
      body: { code: 'payment-not-refundable' },
    });
    const id = '019a0000-0000-7000-8000-000000000004';
    expect(await post(id, {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await world.send('GET', `/api/payments/${id}`)).status).toBe(404);
    expect((await world.send('GET', `/api/payments/${id}/attempts`)).status).toBe(404);
    expect((await world.send('GET', `/api/payments/${id}/history`)).status).toBe(404);
  });
});

test('goodwill, then a return of everything: the return gets what is left', async () => {
  const { paymentId, orderId } = await captured(world);
  await world.send('POST', `/api/payments/${paymentId}/refund`, { amount: euros(1000) });
  await world.until(paymentId, 'PaymentRefundedEvent');
  await world.order(orderId, returned(3897));
  await vi.waitFor(async () => expect((await world.payment(paymentId)).status).toBe('refunded'), patience);
  const { refunds, refunded } = await world.payment(paymentId);
  expect(refunded).toEqual(euros(3897));
  expect(refunds.map(({ amount, status }) => [amount.amount, status])).toEqual([
    [1000, 'succeeded'],
    [2897, 'succeeded'],
  ]);
});

test('a refund that has waited behind another one is seen to when nothing is left for that one', async () => {
  const [first, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const shop = await startWorld({ PAYMENT_RETRY_BASE_MS: '300' }, (p) => ({
    ...p,
    refund: async () => {
      first.resolve();
      await answered.promise;
      return notYet('failed', 'try again');
    },
  }));
  try {
    const { paymentId, orderId } = await shop.ask();
    await shop.until(paymentId, 'PaymentAuthorizedEvent');
    await shop.order(orderId, dispatched);
    await shop.until(paymentId, 'PaymentCapturedEvent');
    const ask = (sum: number) =>
      shop.send('POST', `/api/payments/${paymentId}/refund`, { amount: euros(sum) });
    await ask(1000);
    await first.promise;
    await ask(2000);
    const object = { payment_id: paymentId, refund_id: 're_1', amount: 3897, status: 'succeeded' };
    await tell(shop, 'refund', object);
    answered.resolve();
    const ends = async () =>
      (await shop.payment(paymentId)).refunds.map((one) => [one.status, one.amount.amount]);
    const done = [0, 0, 3897].map((sum) => ['succeeded', sum]);
    await vi.waitFor(async () => expect(await ends()).toEqual(done), patience);
  } finally {
    await shop.stop();
  }
});

test('of very many calls the newest are shown', async () => {
  const { paymentId, orderId } = await authorized(world);
  const about = { paymentId, orderId, step: 'refund', refundId: 'one' } as const;
  for (let first = 2; first < 602; first += 100) {
    const events = Array.from({ length: 100 }, (_, n) => [
      paymentAttemptStarted({ ...about, number: first + n, key: 'key-1', amount: euros(1) }),
      paymentAttemptEnded({
        ...about,
        number: first + n,
        outcome: 'unanswered',
        providerRef: null,
        reason: 'no refund at the time',
        retryAt: null,
      }),
    ]).flat();
    const command = { at: Date.now(), meta: { correlationId: 'test' } };
    await world.store.decide(payment, paymentId, () => events, command);
  }
  const shown = await world.attempts(paymentId);
  expect(shown.at(-1)).toMatchObject({ number: 601, outcome: 'unanswered' });
  expect(shown.length).toBeGreaterThanOrEqual(500);
});
