/** What is particular to Stripe: the shape of its requests, its troubles, and its webhooks. */
import { OutageError } from '@quickmart/streams';
import { freePort } from '@quickmart/streams/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { guarded } from '../src/providers/guarded.ts';
import { KeyRefusedError, type Provider, RefusedError, UnansweredError } from '../src/providers/provider.ts';
import { logger, stripeAt } from './providers.ts';
import { apiKey, cards, StripeStub } from './stripe-stub.ts';
import { call, orderId, paymentId } from './testing.ts';

const { signal } = new AbortController();
let stub: StripeStub;
let stripe: Provider;
beforeEach(async () => {
  stub = await new StripeStub().start();
  stripe = stripeAt(stub.url);
  return () => stub.stop();
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
      'payment_method_options[card][request_multicapture]': 'if_available',
      'payment_method_types[]': 'card',
      'metadata[payment_id]': paymentId,
      'metadata[order_id]': orderId,
    });
    expect(confirmed).toMatchObject({
      path: '/v1/payment_intents/pi_1/confirm',
      headers: { 'idempotency-key': `${paymentId}:authorize:1` },
    });
  });

  test('have the bank send the buyer back to the shop, where it says to which page', async () => {
    const action = call('authorize', { paymentMethod: cards.action });
    const returning = stripeAt(stub.url, apiKey, { returnUrl: 'https://shop.example/paid' });
    expect(await returning.authorize(action, signal)).toMatchObject({
      outcome: 'pending',
      action: { type: 'redirect', url: 'https://hooks.stripe.com/3d_secure_2', clientSecret: null },
    });
    expect(stub.seen[1]?.form).toEqual({ return_url: 'https://shop.example/paid' });
    expect(await stripe.find(action, signal)).toMatchObject({ action: { type: 'redirect' } });
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
    const news = [{ step, refundId: null, key: null, methodNumber: 1, answer }];
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
