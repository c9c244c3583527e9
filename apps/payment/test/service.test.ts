/** The whole service with the simulated provider: what orders ask for, and what comes of it. */
import { orderCancelled, orderReturned, shipmentDispatched } from '@quickmart/contracts/order';
import { paymentAttemptEnded, paymentAttemptStarted, simulated } from '@quickmart/contracts/payment';
import { type Meta, OutageError } from '@quickmart/streams';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { payment } from '../src/payment.ts';
import { guarded } from '../src/providers/guarded.ts';
import { notYet, type Operation, type Provider, UnansweredError } from '../src/providers/provider.ts';
import { sign } from '../src/signature.ts';
import { euros, patience, startWorld, type World } from './world.ts';

const cancelled = orderCancelled({ reason: 'ordered twice', by: 'customer' });
const dispatched = shipmentDispatched({ carrier: 'DHL', tracking: '00340434161094' });
const returned = (refund: number) => orderReturned({ lines: [], restock: false, refund: euros(refund) });

const none = () => {};
const silent = { debug: none, info: none, warn: none, error: none };
let world: World;
beforeAll(async () => {
  world = await startWorld({ PAYMENT_TIMEOUT_MS: '2000', PAYMENT_ATTEMPTS_MAX: '3' });
});
afterAll(() => world.stop());

const outcomes = async (paymentId: string) =>
  (await world.attempts(paymentId)).map(({ step, outcome }) => `${step} ${outcome}`);

async function authorized(method: string | null = null) {
  const ids = await world.ask({ method });
  await world.until(ids.paymentId, 'PaymentAuthorizedEvent');
  return ids;
}
async function captured(method: string | null = null) {
  const ids = await authorized(method);
  await world.order(ids.orderId, dispatched);
  await world.until(ids.paymentId, 'PaymentCapturedEvent');
  return ids;
}

describe.concurrent('a payment', () => {
  test('is authorized, captured at dispatch, refunded in part, and all of it is shown', async () => {
    const { paymentId, orderId } = await captured();
    await world.order(orderId, returned(1000));
    await world.until(paymentId, 'PaymentRefundedEvent');
    expect(await world.payment(paymentId)).toMatchObject({
      ...{ id: paymentId, orderId, customerId: 'customer-17', status: 'captured', amount: euros(3897) },
      ...{
        captured: euros(3897),
        refunded: euros(1000),
        provider: 'simulated',
        providerRef: `sim_${paymentId}`,
      },
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
    const { paymentId } = await authorized(simulated.timeout);
    expect(await outcomes(paymentId)).toEqual(['authorize unanswered', 'authorize succeeded']);
    const [first, second] = await world.attempts(paymentId);
    expect(second?.key).toBe(first?.key);
  });

  test('is answered late, by webhook', async () => {
    const { paymentId } = await authorized(simulated.late);
    expect((await world.attempts(paymentId))[0]).toMatchObject({
      step: 'authorize',
      providerRef: `sim_${paymentId}`,
    });
    const declined = await world.ask({ method: simulated.lateDecline });
    await world.until(declined.paymentId, 'PaymentFailedEvent');
  });

  test('is answered three times', async () => {
    const { paymentId } = await authorized(simulated.twice);
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
    const { paymentId, orderId } = await authorized();
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
    const { paymentId, orderId } = await captured();
    await world.order(orderId, cancelled);
    await world.until(paymentId, 'PaymentRefundedEvent');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'refunded', refunded: euros(3897) });
  });

  test('is captured at the third attempt, each under a key of its own', async () => {
    const { paymentId } = await captured(`${simulated.captureFails}_2`);
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
    const { paymentId, orderId } = await authorized(method);
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

const tell = async (type: string, object: object, to = world) => {
  const body = JSON.stringify({ id: `evt_${uuidv7()}`, type, data: { object } });
  const headers = { 'Simulated-Signature': sign('whsec_simulated', Buffer.from(body), Date.now()) };
  expect((await to.send('POST', '/api/webhooks/simulated', body, headers)).status).toBe(200);
};

test('the simulated provider can tell what somebody does in its dashboard', async () => {
  const { paymentId } = await authorized();
  const about = { payment_id: paymentId };
  await tell('capture', { ...about, amount: 3000 });
  await tell('refund', { ...about, refund_id: 'sim_re_1', amount: 500, status: 'succeeded' });
  await tell('dispute', { ...about, dispute_id: 'sim_dp_1', amount: 2000, status: 'open' });
  expect(await world.payment(paymentId)).toMatchObject({
    ...{ captured: euros(3000), refunded: euros(500), refundable: euros(2500) },
    refunds: [{ id: 'sim_re_1', by: 'provider', amount: euros(500) }],
    disputes: [{ id: 'sim_dp_1', status: 'open', amount: euros(2000) }],
  });
});

test('goodwill, then a return of everything: the return gets what is left', async () => {
  const { paymentId, orderId } = await captured();
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
    await tell('refund', object, shop);
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
  const { paymentId, orderId } = await authorized();
  const about = { paymentId, orderId, step: 'refund', refundId: 'one' } as const;
  for (let first = 2; first < 602; first += 100) {
    const events = Array.from({ length: 100 }, (_, n) => [
      paymentAttemptStarted({ ...about, number: first + n, key: 'key-1', amount: euros(1) }),
      paymentAttemptEnded({
        ...{ ...about, number: first + n, outcome: 'unanswered', providerRef: null },
        ...{ reason: 'no refund at the time', retryAt: null },
      }),
    ]).flat();
    const command = { at: Date.now(), meta: { correlationId: 'test' } };
    await world.store.decide(payment, paymentId, () => events, command);
  }
  const shown = await world.attempts(paymentId);
  expect(shown.at(-1)).toMatchObject({ number: 601, outcome: 'unanswered' });
  expect(shown.length).toBeGreaterThanOrEqual(500);
});

test('refunds that the provider has no answer for do not stop the payments of others, and are not given up', async () => {
  let broken = true;
  const breakRefunds = (p: Provider): Provider =>
    guarded(
      {
        ...p,
        refund: async (call, signal) => {
          if (broken) throw new UnansweredError('status 500');
          return await p.refund(call, signal);
        },
      },
      { timeoutMs: 5000, breakerFailures: 2, breakerOpenMs: 50, log: silent },
    );
  // What the open circuit refuses does not count as an attempt.
  const env = { PAYMENT_ATTEMPTS_MAX: '3', PAYMENT_RETRY_BASE_MS: '300' };
  const shop = await startWorld(env, breakRefunds);
  try {
    const paid = await Promise.all(Array.from({ length: 3 }, () => shop.ask()));
    for (const { paymentId, orderId } of paid) {
      await shop.until(paymentId, 'PaymentAuthorizedEvent');
      await shop.order(orderId, dispatched);
      await shop.until(paymentId, 'PaymentCapturedEvent');
    }
    for (const { orderId } of paid) await shop.order(orderId, returned(100));
    for (let n = 0; n < 5; n++) {
      const { paymentId } = await shop.ask();
      await shop.until(paymentId, 'PaymentAuthorizedEvent');
    }
    broken = false;
    const ends = await Promise.all(paid.map(({ paymentId }) => shop.events(paymentId)));
    expect(ends.flat()).not.toContain('PaymentRefundFailedEvent');
  } finally {
    await shop.stop();
  }
});

test('a webhook of the simulated provider that says nothing it could say changes nothing', async () => {
  const { paymentId } = await authorized(simulated.late);
  const before = await world.events(paymentId);
  const wrong = [{}, { outcome: 'maybe' }, { outcome: 'declined', reason: 7 }, { outcome: ['succeeded'] }];
  const slow = await world.ask({ method: simulated.lost });
  await world.until(slow.paymentId, 'PaymentAttemptStartedEvent');
  for (const id of [paymentId, slow.paymentId])
    for (const [n, object] of wrong.entries()) {
      const data = { object: { payment_id: id, ...object } };
      const body = JSON.stringify({ id: `evt_${id}_${n}`, type: 'authorization', data });
      const signature = sign('whsec_simulated', Buffer.from(body), Date.now());
      const headers = { 'Simulated-Signature': signature };
      expect((await world.send('POST', '/api/webhooks/simulated', body, headers)).status).toBe(200);
    }
  expect(await world.events(paymentId)).toEqual(before);
  expect(await world.payment(slow.paymentId)).toMatchObject({ status: 'pending' });
});

describe('a refund by hand', () => {
  const post = (id: string, body: object, headers = {}) =>
    world.send('POST', `/api/payments/${id}/refund`, body, headers);

  test('once per Idempotency-Key, and never more than was captured, however many ask at once', async () => {
    const { paymentId } = await captured();
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
    const { paymentId } = await authorized();
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

test('a provider that is down: everything waits, deadlines hold, nothing is lost or counted', async () => {
  let down = true;
  const orDown =
    (operation: Operation): Operation =>
    async (call, signal) => {
      if (down) throw new OutageError('the provider is down');
      return await operation(call, signal);
    };
  const away = await startWorld({}, (p: Provider) => ({ ...p, authorize: orDown(p.authorize) }));
  try {
    const [waits, expires, ends] = [await away.ask(), await away.ask({ withinMs: 300 }), await away.ask()];
    await away.until(expires.paymentId, 'PaymentFailedEvent');
    await away.order(ends.orderId, cancelled);
    down = false;
    await away.until(waits.paymentId, 'PaymentAuthorizedEvent');
    await away.until(ends.paymentId, 'PaymentVoidedEvent');
    for (const { paymentId } of [expires, ends])
      expect(await away.events(paymentId)).not.toContain('PaymentAuthorizedEvent');
    expect(away.lines.join('')).not.toContain('dead letters');
  } finally {
    await away.stop();
  }
});
