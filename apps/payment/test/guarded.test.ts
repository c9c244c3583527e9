/** The circuit breaker in front of a provider, whichever it is. */
import { randomUUIDv7 } from 'node:crypto';
import { OutageError } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { simulated } from '../src/api.ts';
import type { Answer } from '../src/attempts.ts';
import { guarded } from '../src/providers/guarded.ts';
import { type Call, UnansweredError, UnavailableError } from '../src/providers/provider.ts';
import { bothProviders } from './both-providers.ts';
import { logger, stripeAt } from './providers.ts';
import { apiKey, cards } from './stripe-stub.ts';
import { call, ids } from './testing.ts';

const { signal } = new AbortController();
const both = bothProviders();

test('opens after failures in a row, refuses at once, and lets one call try again', async () => {
  let working = false;
  let calls = 0;
  const fragile = async () => {
    calls++;
    if (!working) throw new UnansweredError('no');
    return { outcome: 'succeeded' as const, providerRef: 'r', reason: null };
  };
  const patient = guarded(
    { ...both.simulator, capture: fragile },
    { timeoutMs: 1000, breakerFailures: 3, breakerOpenMs: 200, logger },
  );
  const capture = () => patient.capture(call('capture', ids), signal);
  for (let i = 0; i < 3; i++) await expect(capture()).rejects.toThrow(UnansweredError);
  await expect(capture()).rejects.toThrow(OutageError);
  expect(calls).toBe(3);
  working = true;
  await expect.poll(() => capture().then(() => 'closed', String), { timeout: 10_000 }).toBe('closed');
  expect(calls).toBe(4);
});

test('is one for each kind of call: refunds that fail do not stop authorizations', async () => {
  const broken = async () => {
    throw new UnansweredError('status 500');
  };
  const options = { timeoutMs: 1000, breakerFailures: 2, breakerOpenMs: 60_000, logger };
  const patient = guarded({ ...both.simulator, refund: broken }, options);
  const refund = () => patient.refund(call('refund', { refundId: 'one' }), signal);
  for (let i = 0; i < 2; i++) await expect(refund()).rejects.toThrow('status 500');
  // Nothing else was answered since: the provider may be down as a whole.
  await expect(refund()).rejects.toThrow(OutageError);
  const paymentMethod = simulated.approve;
  const answer = await patient.authorize(
    call('authorize', { paymentId: randomUUIDv7(), paymentMethod }),
    signal,
  );
  expect(answer.outcome).toBe('succeeded');
  await expect(refund()).rejects.toThrow(UnavailableError);
});

test('stays closed for what is refused, and for what the provider is not able to say now', async () => {
  const options = { timeoutMs: 1000, breakerFailures: 2, breakerOpenMs: 60_000, logger };
  const patient = guarded(both.stripe, options);
  const refund = call('refund', { providerRef: 'pi_1', refundId: 'one' });
  for (let i = 0; i < 4; i++) {
    both.stub.trouble(/refunds/, 403);
    expect(await patient.refund(refund, signal)).toMatchObject({ outcome: 'failed' });
  }
  for (let i = 0; i < 4; i++) {
    both.stub.trouble(/refunds/, 429);
    await expect(patient.refund(refund, signal)).rejects.toThrow('Stripe answered 429');
  }
});

test('a key that Stripe refuses is told, until it is taken', async () => {
  const options = { timeoutMs: 1000, breakerFailures: 2, breakerOpenMs: 50, logger };
  let key = 'sk_live_wrong';
  const bare = (operation: 'authorize' | 'find') => (one: Call, s: AbortSignal) =>
    stripeAt(both.stub.url, key)[operation](one, s) as Promise<Answer>;
  const patient = guarded({ ...both.stripe, authorize: bare('authorize') }, options);
  expect(patient.trouble()).toBeNull();
  const ask = () => patient.authorize(call('authorize', { paymentMethod: cards.approve }), signal);
  for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow(OutageError);
  expect(patient.trouble()).toMatch(/^Stripe refuses the API key \(401\): check STRIPE_API_KEY$/);
  key = apiKey;
  await expect.poll(() => ask().then(() => 'taken', String), { timeout: 10_000 }).toBe('taken');
  expect(patient.trouble()).toBeNull();
});

test('a decline, or a call that is given up by its caller, is no failure', async () => {
  const patient = guarded(both.simulator, {
    timeoutMs: 60_000,
    breakerFailures: 1,
    breakerOpenMs: 60_000,
    logger,
  });
  await patient.authorize(call('authorize', { paymentId: 'one', paymentMethod: simulated.decline }), signal);
  const caller = new AbortController();
  const lost = patient.authorize(
    call('authorize', { paymentId: 'two', paymentMethod: simulated.lost }),
    caller.signal,
  );
  caller.abort(new Error('the lease is lost'));
  await expect(lost).rejects.toThrow('the lease is lost');
  expect((await patient.authorize(call('authorize', { paymentId: 'three' }), signal)).outcome).toBe(
    'succeeded',
  );
});
