/** Webhooks over HTTP: who may tell, what is told once, and that no secret is ever written down. */
import { orderCancelled } from '@quickmart/contracts/order';
import { freePort } from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { sign, verify } from '../src/signature.ts';
import { apiKey, cards, StripeStub } from './stripe-stub.ts';
import { patience, startWorld, type World } from './world.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const path = '/api/webhooks/stripe';
let stub: StripeStub;
let world: World;
beforeAll(async () => {
  stub = await new StripeStub().start();
  const keys = { STRIPE_API_KEY: apiKey, STRIPE_WEBHOOK_SECRET: secret, STRIPE_URL: stub.url };
  world = await startWorld({ PAYMENT_PROVIDER: 'stripe', PAYMENT_RETRY_BASE_MS: '50000', ...keys });
});
afterAll(async () => {
  await world.stop();
  await stub.stop();
});

let events = 0;
const tell = (type: string, object: object, more: { id?: string; header?: string; at?: number } = {}) => {
  const body = JSON.stringify({ id: more.id ?? `evt_${++events}`, object: 'event', type, data: { object } });
  const header = more.header ?? sign(secret, Buffer.from(body), more.at ?? Date.now());
  return world.send('POST', path, body, { 'Stripe-Signature': header });
};
const intentOf = (paymentId: string) =>
  [...stub.intents.values()].find(({ metadata }) => metadata.payment_id === paymentId);
/** A payment whose card takes its time: only a webhook will tell. */
async function slow() {
  const ids = await world.ask({ method: cards.slow });
  await world.until(ids.paymentId, 'PaymentAttemptEndedEvent');
  return { ...ids, intent: { ...intentOf(ids.paymentId), status: 'requires_capture' } };
}

describe('a webhook', () => {
  test('brings the late answer, once, however often it comes', async () => {
    const { paymentId, intent } = await slow();
    const answers = await Promise.all(
      Array.from({ length: 3 }, () =>
        tell('payment_intent.amount_capturable_updated', intent, { id: 'evt_once' }),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { received: true } });
    const seen = await world.events(paymentId);
    expect(seen.filter((type) => type === 'PaymentAuthorizedEvent')).toHaveLength(1);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'authorized', providerRef: intent.id });
  });

  test('brings a decline', async () => {
    const { paymentId, intent } = await slow();
    await tell('payment_intent.payment_failed', { ...intent, last_payment_error: { code: 'card_declined' } });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', reason: 'card_declined' });
  });

  test('may say why at any length: what is kept of it fits', async () => {
    const { paymentId, intent } = await slow();
    const code = `\0${'why '.repeat(1000)}`;
    await tell('payment_intent.payment_failed', { ...intent, last_payment_error: { code } });
    const reason = 'why '.repeat(125);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', reason });
  });

  test('of no interest is acknowledged', async () => {
    const unknown = '019a0000-0000-7000-8000-000000000004';
    for (const [type, object] of [
      ['customer.created', { id: 'cus_1' }],
      ['payment_intent.succeeded', { id: 'pi_0', status: 'succeeded', metadata: { payment_id: unknown } }],
      ['payment_intent.succeeded', { id: 'pi_0', status: 'succeeded', metadata: { payment_id: 'no id' } }],
    ] as const)
      expect((await tell(type, object)).status).toBe(200);
    expect(await world.events(unknown)).toEqual([]);
  });

  test.each([
    ['without a signature', { header: '' }],
    ['with the signature of another secret', { header: sign('whsec_other', Buffer.from('{}'), Date.now()) }],
    ['that is six minutes old', { at: Date.now() - 6 * 60_000 }],
    ['from the future', { at: Date.now() + 6 * 60_000 }],
  ])('%s is refused, and changes nothing', async (_, more) => {
    const { paymentId, intent } = await slow();
    const answer = await tell('payment_intent.amount_capturable_updated', intent, more);
    expect(answer).toMatchObject({ status: 400, body: { code: 'signature-invalid' } });
    expect(await world.events(paymentId)).not.toContain('PaymentAuthorizedEvent');
  });

  test('of a provider that is not in use is not found', async () => {
    expect(
      (await world.send('POST', '/api/webhooks/simulated', { id: 'e', type: 't', data: { object: {} } }))
        .status,
    ).toBe(404);
  });
});

test('a signature holds for one body, one secret, one time; any of several will do', () => {
  const [body, other, now] = [Buffer.from('{"a":1}'), Buffer.from('{"a":2}'), 1_700_000_000_000];
  const header = sign(secret, body, now);
  expect(header).toMatch(/^t=1700000000,v1=[0-9a-f]{64}$/);
  expect(verify(secret, header, body, now + 299_000)).toBe(true);
  expect(verify(secret, `${header.replace('v1=', 'v1=00,v1=')},v0=1`, body, now)).toBe(true);
  const bad = [header.replace('v1', 'v0'), header.replace('t=', 't=x'), `${header}00`, '', 'v1', undefined];
  for (const one of bad) expect(verify(secret, one, body, now)).toBe(false);
  expect(verify(secret, header, other, now)).toBe(false);
  expect(verify('whsec_other', header, body, now)).toBe(false);
  expect(verify(secret, header, body, now + 301_000)).toBe(false);
});

test('the order of Stripe webhooks does not matter: a late one for a voided payment changes nothing', async () => {
  const { paymentId, intent, orderId } = await slow();
  await world.order(orderId, orderCancelled({ reason: 'ordered twice', by: 'customer' }));
  await world.until(paymentId, 'PaymentVoidedEvent');
  const before = await world.events(paymentId);
  await tell('payment_intent.amount_capturable_updated', intent);
  await tell('payment_intent.canceled', { ...intent, status: 'canceled' });
  expect(await world.events(paymentId)).toEqual(before);
  expect(intentOf(paymentId)?.status).toBe('canceled');
});

describe('secrets', () => {
  test('are in no log and no answer, whatever goes wrong', async () => {
    const ids = await world.ask({ method: cards.approve });
    await world.until(ids.paymentId, 'PaymentAuthorizedEvent');
    await tell('payment_intent.canceled', {}, { header: 't=1,v1=bad' });
    const bad = await startBroken();
    const all = [...world.lines, ...bad, JSON.stringify(await world.send('GET', '/openapi.json'))].join('');
    for (const one of [secret, apiKey]) expect(all).not.toContain(one);
  });

  /** Stripe is not there: errors with all that is in them. */
  async function startBroken(): Promise<string[]> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const keys = { STRIPE_API_KEY: apiKey, STRIPE_WEBHOOK_SECRET: secret, STRIPE_URL: url };
    const broken = await startWorld({ PAYMENT_PROVIDER: 'stripe', LOG_LEVEL: 'trace', ...keys });
    await broken.ask();
    await vi.waitFor(
      () => expect(broken.lines.join('')).toContain('handlers wait for a dependency'),
      patience,
    );
    await broken.stop();
    return broken.lines;
  }

  test('are named, not shown, where they are missing or wrong', () => {
    const stripe = { PAYMENT_PROVIDER: 'stripe', STRIPE_API_KEY: apiKey };
    expect(() => readConfig({ PAYMENT_PROVIDER: 'stripe' })).toThrow(
      'STRIPE_API_KEY is missing; STRIPE_WEBHOOK_SECRET is missing',
    );
    expect(() => readConfig(stripe)).toThrow(/^STRIPE_WEBHOOK_SECRET is missing$/);
    expect(() => readConfig({ ...stripe, STRIPE_WEBHOOK_SECRET: 'has space' })).toThrow(
      /^STRIPE_WEBHOOK_SECRET: must be 8 to 255/,
    );
    expect(() => readConfig({ PAYMENT_PROVIDER: 'cash' })).toThrow('PAYMENT_PROVIDER');
    expect(() => readConfig({ STRIPE_URL: 'ftp://x' })).toThrow('STRIPE_URL: must be an http(s) URL');
    expect(readConfig({}).paymentProvider).toBe('simulated');
  });
});
