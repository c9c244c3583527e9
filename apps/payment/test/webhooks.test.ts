/** Webhooks over HTTP: who may tell, what is told once, and that no secret is ever written down. */
import { orderCancelled } from '@quickmart/contracts/order/events';
import { isWebhookSigned, settingsOf, signWebhook } from '@quickmart/service';
import { freePort } from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import payment from '../src/service.ts';
import { apiKey, cards, StripeStub } from './stripe-stub.ts';
import { euros, patience, startWorld, type World } from './world.ts';

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
  const header = more.header ?? signWebhook(secret, Buffer.from(body), more.at ?? Date.now());
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

  describe('of what was done in the dashboard', () => {
    async function captured(part = 3897) {
      const ids = await world.ask({ method: cards.approve });
      await world.until(ids.paymentId, 'PaymentAuthorizedEvent');
      const intent = intentOf(ids.paymentId)!;
      stub.capture(intent, part);
      return { ...ids, intent };
    }

    test('a part was captured: it counts as that part', async () => {
      const { paymentId, intent } = await captured(100);
      await tell('payment_intent.succeeded', intent);
      const shown = { status: 'captured', captured: euros(100), refundable: euros(100) };
      expect(await world.payment(paymentId)).toMatchObject(shown);
    });

    test('a part was refunded: noticed by the refund and by the charge, once', async () => {
      const { paymentId, intent } = await captured();
      const one = stub.refundByHand(intent, 1000);
      const two = stub.refundByHand(intent, 297);
      // Told before the capture is; without anything of ours in it.
      await tell('refund.created', one);
      await tell('refund.updated', one);
      const charge = { id: 'ch_1', amount_captured: 3897, currency: 'eur', payment_intent: intent.id };
      await tell('charge.refunded', { ...charge, amount_refunded: 1297, metadata: {} });
      await tell('payment_intent.succeeded', intent);
      const at = { status: 'succeeded', by: 'provider', reason: 'refunded at the provider' };
      expect(await world.payment(paymentId)).toMatchObject({
        status: 'captured',
        captured: euros(3897),
        refunded: euros(1297),
        refundable: euros(2600),
        refunds: [
          { ...at, id: one.id, amount: euros(1000) },
          { ...at, id: two.id, amount: euros(297) },
        ],
      });
    });

    test('a refund has come back after it had succeeded', async () => {
      const { paymentId, intent } = await captured();
      const refund = stub.refundByHand(intent, 1000);
      await tell('refund.created', refund);
      refund.status = 'failed';
      await tell('refund.failed', { ...refund, failure_reason: 'lost_or_stolen_card' });
      expect(await world.payment(paymentId)).toMatchObject({
        refunded: euros(0),
        refundable: euros(3897),
        reason: 'lost_or_stolen_card',
        refunds: [{ id: refund.id, status: 'failed' }],
      });
    });

    test('a dispute is shown, and how it ended', async () => {
      const { paymentId, intent } = await captured();
      const dispute = { id: 'dp_1', amount: 3897, currency: 'eur', payment_intent: intent.id };
      await tell('charge.dispute.created', { ...dispute, status: 'needs_response', reason: 'fraudulent' });
      const shown = { id: 'dp_1', amount: euros(3897), reason: 'fraudulent' };
      expect(await world.payment(paymentId)).toMatchObject({ disputes: [{ ...shown, status: 'open' }] });
      await tell('charge.dispute.closed', { ...dispute, status: 'lost', reason: 'fraudulent' });
      const lost = { disputes: [{ ...shown, status: 'lost' }], refundable: euros(0) };
      expect(await world.payment(paymentId)).toMatchObject(lost);
    });

    test('is to be sent again where Stripe does not answer what else there is to know', async () => {
      const { paymentId, intent } = await captured();
      const refund = stub.refundByHand(intent, 1000);
      stub.trouble(/payment_intents/, 500);
      expect((await tell('refund.created', refund)).status).toBe(503);
      expect((await tell('refund.created', refund)).status).toBe(200);
      expect(await world.payment(paymentId)).toMatchObject({ refunded: euros(1000) });
    });

    test('is to be sent again where the key may not look up what else there is to know', async () => {
      const { paymentId, intent } = await captured();
      const refund = stub.refundByHand(intent, 1000);
      const charge = { id: 'ch_2', amount_captured: 3897, currency: 'eur', payment_intent: intent.id };
      stub.trouble(/payment_intents/, 403);
      expect((await tell('refund.created', refund)).status).toBe(503);
      stub.trouble(/refunds/, 403);
      expect((await tell('charge.refunded', charge)).status).toBe(503);
      expect((await tell('charge.refunded', charge)).status).toBe(200);
      expect(await world.payment(paymentId)).toMatchObject({ refunded: euros(1000) });
    });
  });

  test('of no interest is acknowledged', async () => {
    const unknown = '019a0000-0000-7000-8000-000000000004';
    const dispute = { id: 'dp_other', amount: 5, currency: 'usdc', status: 'lost' };
    for (const [type, object] of [
      ['customer.created', { id: 'cus_1' }],
      // Somebody else's, in the same account, in whatever currency.
      ['charge.dispute.created', { ...dispute, payment_intent: 'pi_other' }],
      ['refund.created', { ...dispute, id: 're_other', status: 'succeeded', payment_intent: 'pi_other' }],
      ['payment_intent.succeeded', { id: 'pi_0', status: 'succeeded', metadata: { payment_id: unknown } }],
      ['payment_intent.succeeded', { id: 'pi_0', status: 'succeeded', metadata: { payment_id: 'no id' } }],
    ] as const)
      expect((await tell(type, object)).status).toBe(200);
    expect(await world.events(unknown)).toEqual([]);
  });

  test.each([
    ['without a signature', { header: '' }],
    [
      'with the signature of another secret',
      { header: signWebhook('whsec_other', Buffer.from('{}'), Date.now()) },
    ],
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
  const header = signWebhook(secret, body, now);
  expect(header).toMatch(/^t=1700000000,v1=[0-9a-f]{64}$/);
  expect(isWebhookSigned(secret, header, body, now + 299_000)).toBe(true);
  expect(isWebhookSigned(secret, `${header.replace('v1=', 'v1=00,v1=')},v0=1`, body, now)).toBe(true);
  const bad = [header.replace('v1', 'v0'), header.replace('t=', 't=x'), `${header}00`, '', 'v1', undefined];
  for (const one of bad) expect(isWebhookSigned(secret, one, body, now)).toBe(false);
  expect(isWebhookSigned(secret, header, other, now)).toBe(false);
  expect(isWebhookSigned('whsec_other', header, body, now)).toBe(false);
  expect(isWebhookSigned(secret, header, body, now + 301_000)).toBe(false);
});

test('the order of Stripe webhooks does not matter: a late one for a voided payment changes nothing', async () => {
  const { paymentId, intent, orderId } = await slow();
  await world.order(
    orderId,
    orderCancelled({ by: 'customer', code: 'customer-request', note: 'ordered twice' }),
  );
  await world.until(paymentId, 'PaymentVoidedEvent');
  const before = await world.events(paymentId);
  await tell('payment_intent.amount_capturable_updated', intent);
  await tell('payment_intent.canceled', { ...intent, status: 'canceled' });
  expect(await world.events(paymentId)).toEqual(before);
  expect(intentOf(paymentId)?.status).toBe('canceled');
});

test('a key that Stripe refuses fails readiness before the first payment, says so, and does not say the key', async () => {
  const keys = { STRIPE_API_KEY: 'sk_live_wrong', STRIPE_WEBHOOK_SECRET: secret, STRIPE_URL: stub.url };
  const shop = await startWorld({ PAYMENT_PROVIDER: 'stripe', ...keys });
  try {
    const detail = 'Stripe refuses the API key (401): check STRIPE_API_KEY';
    await vi.waitFor(async () => {
      const { status, body } = await shop.send('GET', '/readyz');
      expect([status, body.checks.provider]).toMatchObject([503, { status: 'down', detail }]);
    }, patience);
    const { paymentId } = await shop.ask({ method: cards.approve });
    await shop.until(paymentId, 'PaymentAttemptStartedEvent');
    expect(await shop.payment(paymentId)).toMatchObject({ status: 'pending' });
    expect(shop.lines.join('')).not.toContain('sk_live_wrong');
  } finally {
    await shop.stop();
  }
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
    const readSettings = (env: Record<string, string>) => settingsOf(payment, env);
    const stripe = { PAYMENT_PROVIDER: 'stripe', STRIPE_API_KEY: apiKey };
    expect(() => readSettings({ PAYMENT_PROVIDER: 'stripe' })).toThrow(
      'STRIPE_API_KEY is missing; STRIPE_WEBHOOK_SECRET is missing',
    );
    expect(() => readSettings(stripe)).toThrow(/^STRIPE_WEBHOOK_SECRET is missing$/);
    expect(() => readSettings({ ...stripe, STRIPE_WEBHOOK_SECRET: 'has space' })).toThrow(
      /^STRIPE_WEBHOOK_SECRET: must be 8 to 255/,
    );
    expect(() => readSettings({ PAYMENT_PROVIDER: 'cash' })).toThrow('PAYMENT_PROVIDER');
    expect(() => readSettings({ STRIPE_URL: 'ftp://x' })).toThrow('STRIPE_URL: must be an http(s) URL');
    expect(readSettings({}).paymentProvider).toBe('simulated');
  });
});
