/**
 * Orders in whatever order things happen to them. By hand, for longer:
 * `SAGA_ROUNDS=200 SEED=1 npx vitest run --project main qa/test/saga`.
 */

import { randomUUIDv7 } from 'node:crypto';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { formatSealed } from '@quickmart/contracts/personal';
import { Refusal } from '@quickmart/service/problems';
import { mastersOf } from '@quickmart/streams';
import { startDeployment, type TestDeployment } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFor, stockItem } from '../../../apps/inventory/src/stock-item.ts';
import { resolveAttention, retryPayment } from '../../../apps/order/src/attention.ts';
import { cancel, cancelLines } from '../../../apps/order/src/cancelling.ts';
import { decideOrder } from '../../../apps/order/src/decide.ts';
import { order } from '../../../apps/order/src/order.ts';
import { payWith } from '../../../apps/order/src/paying.ts';
import { takeBack } from '../../../apps/order/src/returns.ts';
import { deliver, lose, sendBack, ship } from '../../../apps/order/src/shipping.ts';
import type { OrderState, Placed } from '../../../apps/order/src/state.ts';
import { simulated } from '../../../apps/payment/src/api.ts';
import { onProviderEvent } from '../../../apps/payment/src/news.ts';
import { payment } from '../../../apps/payment/src/payment.ts';
import type { Account } from '../../../apps/payment/src/providers/simulation.ts';
import { refunded } from '../../../apps/payment/src/refunds.ts';
import { refund } from '../../../apps/payment/src/requests.ts';
import { brokenInvariants } from '../../src/invariants/read.ts';
import { type Random, random } from '../../src/random.ts';
import { Shop } from './shop.ts';

let redis: TestDeployment;
beforeAll(async () => {
  redis = await startDeployment();
});
afterAll(() => redis.stop());

const ordersPerRound = 12;
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const command = () => ({ meta: { correlationId: randomUUIDv7() }, at: Date.now() });
const methods = [
  ...[simulated.approve, simulated.approve, simulated.decline, simulated.late, simulated.lateDecline],
  ...['capture', 'void', 'refund'].flatMap((step) =>
    ['', '_1', '_2', '_3'].map((n) => `sim_${step}_fails${n}`),
  ),
];

/** Nobody opens it here. */
const note = formatSealed({ subject: randomUUIDv7(), place: 'note', payload: 'x'.repeat(40) });

const staff = { by: 'staff', code: 'other' } as const;
const one = (s: OrderState) => [{ sku: s?.lines[0]?.sku ?? '', quantity: 1 }];
const acts: Parameters<typeof decideOrder>[2][] = [
  (s) => payWith(s, { paymentMethod: simulated.approve }, Date.now()),
  (s) => payWith(s, { paymentMethod: simulated.lateDecline }, Date.now()),
  (s) => ship(s, {}, randomUUIDv7()),
  (s) => ship(s, { lines: one(s) }, randomUUIDv7()),
  (s) => ship(s, { lines: one(s) }, randomUUIDv7()),
  (s) => deliver(s, {}),
  (s) => deliver(s, {}),
  (s) => deliver(s, { shipmentId: s?.shipments[0]?.id }),
  (s) => lose(s, { shipmentId: s?.shipments.at(-1)?.id ?? '' }),
  (s) => sendBack(s, { shipmentId: s?.shipments.at(-1)?.id ?? '', restock: true }),
  (s) => cancelLines(s, { ...staff, lines: one(s) }),
  (s) => takeBack(s, { restock: true }),
  (s) => takeBack(s, { restock: true, lines: one(s) }),
  (s) => takeBack(s, { restock: true, lines: one(s) }),
  retryPayment,
  (s) => resolveAttention(s, note),
];

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Somebody does something to some order; mostly it is not the time for it. */
async function people(shop: Shop, rng: Random, ids: readonly string[]): Promise<void> {
  const id = rng.pick(ids);
  if (rng.between(1, 6) > 1)
    return await unlessRefused(decideOrder(shop.orders, id, rng.pick(acts), command()));
  if (rng.between(1, 3) === 1)
    return await unlessRefused(decideOrder(shop.orders, id, (s) => cancel(s, staff), command()));
  const paymentId = await shop.payments.owner('payment', 'order', id);
  if (paymentId === undefined) return;
  if (rng.between(1, 3) === 1) return await dashboard(shop, rng, paymentId);
  const some = euros(rng.between(1, 1500));
  await unlessRefused(
    shop.payments.decide(payment, paymentId, (s) => refund(s, randomUUIDv7(), 'damaged', some), command()),
  );
}

/** Somebody gives money back at the provider, and that is told, mostly more than once. */
async function dashboard(shop: Shop, rng: Random, paymentId: string): Promise<void> {
  const given = shop.provider.refundByHand(paymentId, rng.between(1, 2000));
  if (given === undefined) return;
  const { id: providerRef, amount } = given;
  const answer = { outcome: 'succeeded', providerRef, reason: null } as const;
  const news = { step: 'refund', refundId: null, key: null, answer, amount } as const;
  const policy = { attemptsMax: 2, retryBaseMs: 1, retryCapMs: 1 };
  for (let times = rng.between(1, 2); times > 0; times--)
    await shop.payments.decide(
      payment,
      paymentId,
      (s) => onProviderEvent(s, news, policy, Date.now()),
      command(),
    );
}

async function live(shop: Shop, rng: Random): Promise<string[]> {
  const skus = Array.from({ length: 2 }, () => randomUUIDv7());
  for (const id of skus)
    await shop.stock.decide(
      stockItem,
      id,
      (s) => createFor(s, { productId: id, sku: id, quantity: 20 }, randomUUIDv7()),
      command(),
    );
  const ids: string[] = [];
  for (let n = 0; n < ordersPerRound; n++) {
    const productId = rng.pick(skus);
    const quantity = rng.between(1, 4);
    const prices = { unitPrice: euros(500), lineTotal: euros(500 * quantity) };
    const line = { productId, sku: productId, name: 'Mug', quantity, ...prices };
    const input = {
      customerId: randomUUIDv7(),
      lines: [line],
      total: prices.lineTotal,
      paymentMethod: rng.pick(methods),
    };
    const id = randomUUIDv7();
    const placed = orderPlaced({ ...plainOrder(input), onDecline: rng.pick(['cancel', 'wait'] as const) });
    await decideOrder(shop.orders, id, () => [placed], command());
    ids.push(id);
  }
  for (let n = 0; n < 60 * ordersPerRound; n++) {
    await shop.step();
    if (rng.between(1, 3) === 1) await people(shop, rng, ids);
  }
  while (await shop.step());
  return ids;
}

/** What the provider has is what the payment and the order say. */
async function checkMoney(shop: Shop, id: string): Promise<void> {
  const { state } = await shop.orders.store.read(order, id);
  const events = await shop.orders.store.history('order', id, { afterVersion: 0, limit: 1000 });
  const types = events.map(({ eventType }) => eventType);
  const story = `${id}: ${types.join(' ')}`;
  expect(['confirmed', 'shipped', 'delivered', 'completed', 'cancelled', 'returned'], story).toContain(
    state?.stage,
  );
  if (state?.owed) expect(state.attention, story).not.toBeNull();
  checkReturns(state!, story);
  const account = shop.provider.accounts.get(state?.payment?.id ?? '');
  if (account === undefined) return;
  const isKnown = await checkLedger(shop, state!, account, story);
  const said = JSON.stringify(events.map(({ data }) => data));
  expect(said, story).not.toContain('did not answer');
  if (types.includes('OrderAttentionRequiredEvent')) return;
  const kept = { status: account.status, left: account.captured - account.refunded };
  if (state?.stage === 'cancelled') expect([kept, story]).not.toMatchObject([{ status: 'authorized' }, {}]);
  if (state?.stage === 'cancelled') expect(kept.left, story).toBe(0);
  if (types.includes('ShipmentDispatchedEvent')) expect(account.status, story).toBe('captured');
  // It got what was left; of a later shipment more may have been captured.
  for (const { refund, refunded } of state?.returns ?? [])
    if (isKnown && refunded.amount < refund.amount && state?.shipments.length === 1)
      expect(kept.left, story).toBe(0);
}

/** To the cent, unless nobody knows what became of a call, and nobody asks any more: then false. */
async function checkLedger(shop: Shop, placed: Placed, account: Account, story: string): Promise<boolean> {
  const { state } = await shop.payments.read(payment, placed.payment?.id ?? '');
  const { captured = 0, refunds = [], attempt = null } = state ?? {};
  // Nothing happens any more: whoever is still waited for is forgotten.
  expect(
    refunds.filter(({ status }) => status === 'pending'),
    story,
  ).toEqual([]);
  const isUnclear = [attempt?.status, ...refunds.map(({ status }) => status)].some((status) =>
    ['unclear', 'unanswered', 'pending'].includes(status ?? ''),
  );
  expect(account.refunded, story).toBeLessThanOrEqual(account.captured);
  if (isUnclear) return false;
  expect(refunded(refunds), story).toBeLessThanOrEqual(captured);
  const { amount } = placed.total;
  const [paid, back] = [placed.payment?.captured.amount, placed.payment?.refunded.amount];
  expect([captured, refunded(refunds)], story).toEqual([account.captured, account.refunded]);
  expect([paid, back], story).toEqual([account.captured, account.refunded]);
  expect(account.captured, story).toBeLessThanOrEqual(amount);
  return true;
}

function checkReturns({ lines, returns }: Placed, story: string): void {
  const sum = (of: { quantity: number }[]) => of.reduce((all, { quantity }) => all + quantity, 0);
  expect(sum(returns.flatMap((one) => one.lines)), story).toBeLessThanOrEqual(sum(lines));
  for (const { refund, refunded } of returns)
    expect(refunded.amount, story).toBeLessThanOrEqual(refund.amount);
}

const rounds = Number(process.env.SAGA_ROUNDS ?? 3);
const first = random().seed;
test.each(Array.from({ length: rounds }, (_, n) => first + n))(
  'whatever happens when, the books and the money agree in the end (SEED=%d)',
  async (seed) => {
    const client = await redis.connect();
    await Promise.all(mastersOf(client).map((one) => one.flushall()));
    const rng = random(seed);
    const shop = new Shop(client, rng);
    const ids = await live(shop, rng);
    expect(await brokenInvariants(client, 0)).toEqual([]);
    for (const id of ids) await checkMoney(shop, id);
    expect(Math.min(...Object.values(shop.counts))).toBeGreaterThan(0);
    client.disconnect();
  },
);
