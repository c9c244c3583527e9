/** Both providers by the same suite, and what is particular to Stripe: the shape of its requests, and its troubles. */

import { randomUUIDv7 } from 'node:crypto';
import { OutageError } from '@quickmart/streams';
import { freePort, startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { simulated } from '../src/api.ts';
import type { Answer } from '../src/attempts.ts';
import { guarded } from '../src/providers/guarded.ts';
import {
  type Call,
  KeyRefusedError,
  type Provider,
  RefusedError,
  UnansweredError,
  UnavailableError,
} from '../src/providers/provider.ts';
import { simulatedProvider } from '../src/providers/simulated.ts';
import { stripeProvider } from '../src/providers/stripe.ts';
import { providerContract } from './provider-contract.ts';
import { apiKey, cards, StripeStub } from './stripe-stub.ts';
import { call, ids, orderId, paymentId } from './testing.ts';

const silent = () => {};
const logger = { debug: silent, info: silent, warn: silent, error: silent };
const { signal } = new AbortController();
const webhookSecret = 'whsec_test_secret';
const stripeAt = (url: string, key = apiKey) => stripeProvider({ url, apiKey: key, webhookSecret });

let redis: TestRedis;
let simulator: Provider;
let stub: StripeStub;
let stripe: Provider;
beforeAll(async () => {
  redis = await startRedis();
  const webhookUrl = 'http://127.0.0.1:1/';
  simulator = simulatedProvider({ redis: redis.connect(), logger, webhookUrl, webhookSecret });
});
afterAll(() => redis.stop());
beforeEach(async () => {
  stub = await new StripeStub().start();
  stripe = stripeAt(stub.url);
  return () => stub.stop();
});

providerContract('simulated', { provider: () => simulator, methods: simulated });
providerContract('Stripe', { provider: () => stripe, methods: cards });

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

describe('requests to Stripe', () => {
  const card = { paymentMethod: cards.approve };

  test('create an intent, then confirm it', async () => {
    await stripe.authorize(call('authorize', card), signal);
    const [created, confirmed] = stub.seen;
    expect(created).toMatchObject({
      method: 'POST',
      path: '/v1/payment_intents',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        'idempotency-key': `${paymentId}:intent`,
        'stripe-version': expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      },
    });
    expect(created?.form).toEqual({
      amount: '3897',
      currency: 'eur',
      capture_method: 'manual',
      payment_method: cards.approve,

      'payment_method_types[]': 'card',
      'metadata[payment_id]': paymentId,
      'metadata[order_id]': orderId,
    });
    expect(confirmed).toMatchObject({
      path: '/v1/payment_intents/pi_1/confirm',
      form: { error_on_requires_action: 'true' },
      headers: { 'idempotency-key': `${paymentId}:authorize:1` },
    });
  });

  test('have the amount in the unit that Stripe counts the currency in', async () => {
    const kronur = call('authorize', { ...card, amount: { amount: 5000, currency: 'ISK' } });
    await stripe.authorize(kronur, signal);
    expect(stub.seen[0]?.form).toMatchObject({ amount: '500000', currency: 'isk' });
    const third = call('authorize', { ...card, amount: { amount: 5124, currency: 'KWD' } });
    const refused = { outcome: 'declined', reason: 'amount_not_representable', providerRef: null };
    expect(await stripe.authorize(third, signal)).toEqual(refused);
    expect(stub.seen).toHaveLength(2); // nothing was asked for that nobody has agreed to
  });

  test('without a payment method: a decline, and a reason', async () => {
    const answer = await stripe.authorize(call('authorize'), signal);
    expect(answer).toEqual({
      outcome: 'declined',
      reason: 'payment_intent_unexpected_state',
      providerRef: 'pi_1',
    });
  });

  test('with a card that takes its time: pending, then found', async () => {
    const slow = call('authorize', { paymentMethod: cards.slow });
    const pending = { outcome: 'pending', reason: 'processing', providerRef: 'pi_1' };
    expect(await stripe.authorize(slow, signal)).toEqual(pending);
    expect(await stripe.find(slow, signal)).toEqual(pending);
  });

  test.each([
    ['no answer in time', 'hang'],
    ['a connection that breaks', 'reset'],
    ['an error of Stripe', 500],
    ['too many requests', 429],
  ] as const)('%s: unanswered, and to be looked up', async (_, trouble) => {
    const patient = guarded(stripe, { timeoutMs: 500, breakerFailures: 5, breakerOpenMs: 1000, logger });
    stub.trouble(/confirm/, trouble);
    await expect(patient.authorize(call('authorize', card), signal)).rejects.toThrow(UnansweredError);
    const found = await patient.find(call('authorize', card), signal);
    expect(found?.outcome).toBe(trouble === 'hang' ? 'succeeded' : undefined);
    if (found === undefined) await patient.authorize(call('authorize', card), signal);
    expect(stub.authorizations).toEqual(['pi_1']);
  });

  test.each([
    ['no right to do it', 403],
    ['a parameter that is wrong', 400],
  ] as const)('%s: a refusal of this call, and no outage', async (_, status) => {
    stub.trouble(/refunds/, status);
    const refund = call('refund', { providerRef: 'pi_1', refundId: 'one' });
    expect(await stripe.refund(refund, signal)).toMatchObject({ outcome: 'failed', reason: 'trouble' });
    stub.trouble(/refunds/, status);
    await expect(stripe.find(refund, signal)).rejects.toThrow(RefusedError);
  });

  test('an answer that is not in JSON is one by its status', async () => {
    const refund = call('refund', { providerRef: 'pi_1', refundId: 'one' });
    const answered = (page: number) => {
      stub.trouble(/refunds/, { page });
      return stripe.refund(refund, signal);
    };
    await expect(answered(401)).rejects.toThrow(KeyRefusedError);
    expect(await answered(403)).toMatchObject({ outcome: 'failed', reason: 'status 403' });
    await expect(answered(502)).rejects.toMatchObject({ isOutage: true });
    await expect(answered(200)).rejects.toMatchObject({ isOutage: false });
  });

  test('nobody there, or a key that Stripe refuses: an outage, and the key is in no message', async () => {
    const away = stripeAt(`http://127.0.0.1:${await freePort()}`);
    await expect(away.capture(call('capture', { providerRef: 'pi_1' }), signal)).rejects.toThrow(OutageError);
    const wrong = await stripeAt(stub.url, 'sk_live_wrong')
      .authorize(call('authorize'), signal)
      .catch(String);
    expect(wrong).toContain('OutageError');
    expect(wrong).not.toContain('sk_live_wrong');
  });
});

describe('what Stripe tells by itself', () => {
  const theirs = { id: 'x_1', amount: 1, currency: 'eur', status: 'succeeded', payment_intent: 'pi_theirs' };
  const event = (type: string, object: object) =>
    stripe.webhooks.read(
      { id: 'evt_1', type, data: { object: { metadata: { payment_id: paymentId }, ...object } } },
      signal,
    );
  const ok = { outcome: 'succeeded', providerRef: 'pi_1', reason: null };
  test.each([
    ['payment_intent.amount_capturable_updated', 'authorize', ok],
    ['payment_intent.succeeded', 'capture', ok],
    ['payment_intent.canceled', 'void', ok],
    [
      'payment_intent.payment_failed',
      'authorize',
      { outcome: 'declined', reason: 'insufficient_funds', providerRef: 'pi_1' },
    ],
  ])('%s', async (type, step, answer) => {
    const error = { code: 'card_declined', decline_code: 'insufficient_funds' };
    const intent = { id: 'pi_1', status: 'whatever', last_payment_error: error };
    const news = [{ step, refundId: null, key: null, answer }];
    expect(await event(type, intent)).toEqual({ paymentId, news });
  });

  test('how much was received, in our minor units', async () => {
    const part = {
      id: 'pi_1',
      status: 'succeeded',
      amount: 259_800,
      amount_received: 10_000,
      currency: 'isk',
    };
    const answer = { ...ok, amount: 100 };
    expect(await event('payment_intent.succeeded', part)).toMatchObject({
      news: [{ step: 'capture', answer }],
    });
  });

  test('a refund', async () => {
    const metadata = { payment_id: paymentId, refund_id: 'one', key: 'key-1' };
    const about = (status: string) =>
      event('refund.updated', { id: 're_1', status, metadata, failure_reason: 'lost_or_stolen_card' });
    expect(await about('succeeded')).toMatchObject({
      paymentId,
      news: [{ step: 'refund', refundId: 'one', key: 'key-1', answer: { outcome: 'succeeded' } }],
    });
    expect(await about('failed')).toMatchObject({
      news: [{ answer: { outcome: 'failed', reason: 'lost_or_stolen_card' } }],
    });
    expect(await about('pending')).toBeUndefined();
  });

  test.each([
    ['another type', 'customer.created', { id: 'cus_1' }],
    ['a name that every object has', 'constructor', { id: 'pi_1', status: 'x' }],
    [
      'an intent of somebody else',
      'payment_intent.succeeded',
      { id: 'pi_1', status: 'succeeded', metadata: {} },
    ],
    ['something broken', 'payment_intent.succeeded', { id: 7 }],
    ['a dispute over an intent of somebody else', 'charge.dispute.created', { ...theirs, reason: 'general' }],
    ['a refund of an intent of somebody else', 'refund.created', { ...theirs, metadata: {} }],
    ['a charge without an intent', 'charge.refunded', { id: 'ch_1', amount_captured: 1, currency: 'eur' }],
  ])('nothing of interest: %s', async (_, type, object) => {
    expect(await event(type, object)).toBeUndefined();
  });
});

describe('the circuit breaker', () => {
  test('opens after failures in a row, refuses at once, and lets one call try again', async () => {
    let working = false;
    let calls = 0;
    const fragile = async () => {
      calls++;
      if (!working) throw new UnansweredError('no');
      return { outcome: 'succeeded' as const, providerRef: 'r', reason: null };
    };
    const patient = guarded(
      { ...simulator, capture: fragile },
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
    const patient = guarded({ ...simulator, refund: broken }, options);
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
    const patient = guarded(stripe, options);
    const refund = call('refund', { providerRef: 'pi_1', refundId: 'one' });
    for (let i = 0; i < 4; i++) {
      stub.trouble(/refunds/, 403);
      expect(await patient.refund(refund, signal)).toMatchObject({ outcome: 'failed' });
    }
    for (let i = 0; i < 4; i++) {
      stub.trouble(/refunds/, 429);
      await expect(patient.refund(refund, signal)).rejects.toThrow('Stripe answered 429');
    }
  });

  test('a key that Stripe refuses is told, until it is taken', async () => {
    const options = { timeoutMs: 1000, breakerFailures: 2, breakerOpenMs: 50, logger };
    let key = 'sk_live_wrong';
    const bare = (operation: 'authorize' | 'find') => (one: Call, s: AbortSignal) =>
      stripeAt(stub.url, key)[operation](one, s) as Promise<Answer>;
    const patient = guarded({ ...stripe, authorize: bare('authorize') }, options);
    expect(patient.trouble()).toBeNull();
    const ask = () => patient.authorize(call('authorize', { paymentMethod: cards.approve }), signal);
    for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow(OutageError);
    expect(patient.trouble()).toMatch(/^Stripe refuses the API key \(401\): check STRIPE_API_KEY$/);
    key = apiKey;
    await expect.poll(() => ask().then(() => 'taken', String), { timeout: 10_000 }).toBe('taken');
    expect(patient.trouble()).toBeNull();
  });

  test('a decline, or a call that is given up by its caller, is no failure', async () => {
    const patient = guarded(simulator, {
      timeoutMs: 60_000,
      breakerFailures: 1,
      breakerOpenMs: 60_000,
      logger,
    });
    await patient.authorize(
      call('authorize', { paymentId: 'one', paymentMethod: simulated.decline }),
      signal,
    );
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
});
