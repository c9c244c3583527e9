/** Both providers by the same suite. */
import { randomUUIDv7 } from 'node:crypto';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { simulated } from '../src/api.ts';
import type { Provider } from '../src/providers/provider.ts';
import { providerContract } from './provider-contract.ts';
import { simulatorOn, stripeAt } from './providers.ts';
import { cards, StripeStub } from './stripe-stub.ts';
import { call } from './testing.ts';

const { signal } = new AbortController();
let redis: TestRedis;
let simulator: Provider;
let stub: StripeStub;
let stripe: Provider;
beforeAll(async () => {
  redis = await startRedis();
  simulator = simulatorOn(redis.connect());
});
afterAll(() => redis.stop());
beforeEach(async () => {
  stub = await new StripeStub().start();
  stripe = stripeAt(stub.url);
  return () => stub.stop();
});

providerContract('simulated', {
  provider: () => simulator,
  methods: { ...simulated, splittable: simulated.approve },
  async act(payment_id, isDone) {
    const outcome = isDone ? { outcome: 'succeeded' } : { outcome: 'declined', reason: 'not_authenticated' };
    const event = { id: 'evt_1', type: 'authorization', data: { object: { payment_id, ...outcome } } };
    await simulator.webhooks.read(event, signal);
  },
});
providerContract('Stripe', {
  provider: () => stripe,
  methods: { ...cards, captureOnce: cards.approve },
  async act(paymentId, isDone) {
    for (const intent of stub.intents.values())
      if (intent.metadata.payment_id === paymentId) stub.act(intent, isDone);
  },
});

test('the simulated provider knows a payment of an older build, which kept it under another key', async () => {
  const client = redis.connect();
  const one = (step: 'authorize' | 'capture') => call(step, { paymentId: randomUUIDv7() });
  const authorize = one('authorize');
  const { paymentId } = authorize;
  await simulator.authorize(authorize, signal);
  const old = `quickmart:simulated-provider:${paymentId}`;
  await client.rename(`{payment}:simulated-provider:${paymentId}`, old);
  const capture = { ...one('capture'), paymentId };
  expect(await simulator.capture(capture, signal)).toMatchObject({ outcome: 'succeeded' });
  expect(await simulator.capture({ ...capture, key: 'again' }, signal)).toMatchObject({
    outcome: 'succeeded',
  });
  client.disconnect();
});
