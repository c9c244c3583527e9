/** Both providers by the same suite. */
import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { simulated } from '../src/api.ts';
import { bothProviders } from './both-providers.ts';
import { providerContract } from './provider-contract.ts';
import { cards } from './stripe-stub.ts';
import { call } from './testing.ts';

const { signal } = new AbortController();
const both = bothProviders();

providerContract('simulated', {
  provider: () => both.simulator,
  methods: { ...simulated, splittable: simulated.approve },
  async act(payment_id, isDone) {
    const outcome = isDone ? { outcome: 'succeeded' } : { outcome: 'declined', reason: 'not_authenticated' };
    const event = { id: 'evt_1', type: 'authorization', data: { object: { payment_id, ...outcome } } };
    await both.simulator.webhooks.read(event, signal);
  },
});
providerContract('Stripe', {
  provider: () => both.stripe,
  methods: { ...cards, captureOnce: cards.approve },
  async act(paymentId, isDone) {
    for (const intent of both.stub.intents.values())
      if (intent.metadata.payment_id === paymentId) both.stub.act(intent, isDone);
  },
});

test('the simulated provider knows a payment of an older build, which kept it under another key', async () => {
  const client = both.redis.connect();
  const one = (step: 'authorize' | 'capture') => call(step, { paymentId: randomUUIDv7() });
  const authorize = one('authorize');
  const { paymentId } = authorize;
  await both.simulator.authorize(authorize, signal);
  const old = `quickmart:simulated-provider:${paymentId}`;
  await client.rename(`{payment}:simulated-provider:${paymentId}`, old);
  const capture = { ...one('capture'), paymentId };
  expect(await both.simulator.capture(capture, signal)).toMatchObject({ outcome: 'succeeded' });
  expect(await both.simulator.capture({ ...capture, key: 'again' }, signal)).toMatchObject({
    outcome: 'succeeded',
  });
  client.disconnect();
});
