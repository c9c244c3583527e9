/** kill -9 in the middle of calls to the provider: the money moved, the answer was not heard. A second process goes on. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import {
  orderPaymentMethodGiven,
  orderReturned,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import { EventStore } from '@quickmart/streams';
import { launch, startRedis, type TestRedis, until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiKey, cards, StripeStub } from './stripe-stub.ts';
import { euros, type Ids, orders } from './world.ts';

const serve = fileURLToPath(new URL('../../../packages/service/src/serve.ts', import.meta.url));
let redis: TestRedis;
let stub: StripeStub;
let folder: string;
let store: EventStore;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quickmart-payment-crash-'));
  redis = await startRedis();
  stub = await new StripeStub().start();
  store = new EventStore({ redis: redis.connect(), codec: registry });
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await stub.stop();
  await redis.stop();
  rmSync(folder, { recursive: true });
});

function start(): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    REDIS_URL: redis.url,
    DATABASE_URL: `file:${join(folder, 'payment.sqlite')}`,
    KEYS_URL: `file:${join(folder, 'keys.sqlite')}`,
    PORT: '0',
    PAYMENT_PROVIDER: 'stripe',
    STRIPE_URL: stub.url,
    STRIPE_API_KEY: apiKey,
    STRIPE_WEBHOOK_SECRET: 'whsec_test_secret',
  };
  const child = launch(process.execPath, [serve, 'payment'], { env, stdio: 'ignore' });
  processes.push(child);
  return child;
}

const events = async ({ paymentId }: Ids) =>
  (await store.history('payment', paymentId, { afterVersion: 0, limit: 100 })).map(
    (event) => event.eventType,
  );
const has = (ids: Ids, type: string) => until(async () => (await events(ids)).includes(type));

test('every step has happened once, and is known, after a kill in the middle of it', {
  timeout: 60_000,
}, async () => {
  const { ask, order } = orders(store);
  const first = start();
  const pay = () => ask({ method: cards.approve });
  const [captured, refunded] = [await pay(), await pay()];
  const dispatched = shipmentDispatched({
    shipmentId: null,
    lines: null,
    capture: null,
    carrier: 'DHL',
    tracking: '1',
  });
  for (const ids of [captured, refunded]) await has(ids, 'PaymentAuthorizedEvent');
  await order(refunded.orderId, dispatched);
  await has(refunded, 'PaymentCapturedEvent');

  const byAnother = await ask({ method: cards.decline, onDecline: 'wait' });
  await has(byAnother, 'PaymentDeclinedEvent');

  for (const path of [/confirm/, /confirm/, /capture/, /refunds/]) stub.trouble(path, 'hang');
  const authorized = await pay();
  const another = { methodNumber: 2, paymentMethod: cards.approve };
  await order(byAnother.orderId, orderPaymentMethodGiven({ paymentId: byAnother.paymentId, ...another }));
  await order(captured.orderId, dispatched);
  await order(
    refunded.orderId,
    orderReturned({ lines: [], restock: false, refund: euros(1000), shipmentId: null }),
  );
  const done = () => [
    stub.authorizations.length,
    statuses().filter((s) => s === 'succeeded').length,
    stub.refunds.length,
  ];
  const statuses = () => [...stub.intents.values()].map(({ status }) => status);
  await until(() => isDeepStrictEqual(done(), [4, 2, 1]));
  first.kill('SIGKILL');
  await once(first, 'exit');

  start();
  await Promise.all([
    has(authorized, 'PaymentAuthorizedEvent'),
    has(byAnother, 'PaymentAuthorizedEvent'),
    has(captured, 'PaymentCapturedEvent'),
    has(refunded, 'PaymentRefundedEvent'),
  ]);
  expect(done()).toEqual([4, 2, 1]);
  // Each call was written down once: what was found open after the crash is what was ended.
  const all = await Promise.all([authorized, byAnother, captured, refunded].map(events));
  const count = (type: string) => all.map((seen) => seen.filter((each) => each === type).length);
  expect(count('PaymentAttemptStartedEvent')).toEqual([1, 2, 2, 3]);
  expect(count('PaymentAttemptEndedEvent')).toEqual([1, 2, 2, 3]);
});
