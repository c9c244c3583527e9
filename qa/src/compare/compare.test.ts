/** A recorded day, decided anew: unchanged code does the same; changed code is found, per aggregate and row. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf, signWebhook } from '@quickmart/service';
import { type AnyHandlers, clock } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import payments from '../../../apps/payment/src/service.ts';
import { qa, sellMugs, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { headerBytes } from '../record/format.ts';
import { services } from '../services.ts';
import type { Compared } from './compare.ts';
import { assertComparable } from './limit.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-compare-'));
const file = join(folder, 'day.ndjson');
let lab: Lab;
let mug: string;
const ids: Record<string, string> = {};
/** Of the system that was recorded; whoever compares sets the same ones. */
const settings = { PAYMENT_RETRY_BASE_MS: '20', PAYMENT_ATTEMPTS_MAX: '2', RESERVATION_HOLD_MS: '60000' };

/** What is asked again waits for this. */
const asking = Promise.withResolvers<void>();

beforeAll(async () => {
  const undo = changed('payment', 'payment', ({ PaymentRetryDueEvent: handle }) => ({
    PaymentRetryDueEvent: async (event, context) => {
      await asking.promise;
      await handle!(event, context);
    },
  }));
  // What fails is tried again soon, and given up soon.
  lab = await startLab(settings);
  undo();
  Object.assign(process.env, settings);
  mug = await sellMugs(lab);
  // It is asked again, and before that is handled, the provider tells by itself.
  await order('sim_late_decline');
  await until('it is asked again', async () => (await last('sim_late_decline')) === 'PaymentRetryDueEvent');
  await told('sim_late_decline');
  expect(await last('sim_late_decline')).toBe('PaymentFailedEvent');
  asking.resolve();
  for (const method of [
    'sim_approve',
    'sim_decline',
    'sim_late',
    'sim_twice',
    'sim_void_fails_1',
    'sim_refund_fails',
    'none',
    'sim_action',
  ])
    await order(method);
  await order('second card', 2, { paymentMethod: 'sim_decline', onDecline: 'wait' });
  await lab.caughtUp();
  await act('second card', 'payment', { paymentMethod: 'sim_action' });
  await lab.caughtUp();
  await order('too many', 1_000);
  for (const name of ['sim_approve', 'sim_refund_fails'])
    await act(name, 'ship', { carrier: 'DHL', tracking: '1' });
  await act('sim_void_fails_1', 'cancel', { reason: 'changed my mind' });
  await lab.caughtUp();
  for (const name of ['sim_approve', 'sim_refund_fails']) {
    await act(name, 'deliver', {});
    await lab.caughtUp();
    await act(name, 'return', { lines: [{ productId: mug, quantity: 2 }], restock: true });
  }
  for (const name of ['sim_action', 'second card']) await buyerActs(name);
  // One that is known already.
  await told('sim_twice');
  const statusOf = async (name: string) =>
    (await send(lab, 'order', { method: 'GET', path: `/api/orders/${ids[name]}` })).status;
  await until('what is late has come', async () => (await statusOf('sim_late')) === 'confirmed');
  await until('the refund is given up', async () => (await statusOf('sim_refund_fails')) === 'attention');
  await lab.caughtUp();
  expect(await qa(lab, 'record', file)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  for (const name of Object.keys(settings)) delete process.env[name];
  await lab?.stop();
  rmSync(folder, { recursive: true });
});

async function order(name: string, quantity = 2, more: object = {}): Promise<void> {
  const paymentMethod = name.startsWith('sim_') ? name : undefined;
  const body = { customerId: 'ann', lines: [{ productId: mug, quantity }], paymentMethod, ...more };
  ids[name] = (await send(lab, 'order', { method: 'POST', path: '/api/orders', body })).id;
}

/** The payment of an order, as soon as there is one. */
const paymentOf = (name: string): Promise<{ id: string; status: string }> =>
  until(
    'there is a payment',
    async () =>
      (await send(lab, 'order', { method: 'GET', path: `/api/orders/${ids[name]}` })).payment ?? undefined,
  );

/** The type of the latest event of a payment. */
async function last(name: string): Promise<string | undefined> {
  const { id } = await paymentOf(name);
  return (await lab.store.log.history('payment', id, 0, 100)).at(-1)?.eventType;
}

/** The provider tells by itself. */
async function told(name: string): Promise<void> {
  const { id } = await paymentOf(name);
  const [message] = await until('it is told', () => lab.postBox.take(id, 1));
  const { body, headers } = message!;
  const { api } = lab.services.get('payment')!;
  await api.request('/api/webhooks/simulated', { method: 'POST', body, headers });
}

const act = (name: string, what: string, body: object) =>
  send(lab, 'order', { method: 'POST', path: `/api/orders/${ids[name]}/${what}`, body });

/** Their bank asks them, and they do it. */
async function buyerActs(name: string): Promise<void> {
  const payment = await paymentOf(name);
  expect(payment.status).toBe('action-required');
  const object = { payment_id: payment.id, outcome: 'succeeded' };
  const body = Buffer.from(JSON.stringify({ id: `evt_${name}`, type: 'authorization', data: { object } }));
  const { simulatedWebhookSecret } = settingsOf(payments, {});
  const headers = {
    'Content-Type': 'application/json',
    'Simulated-Signature': signWebhook(simulatedWebhookSecret, body, clock.now()),
  };
  const { api } = lab.services.get('payment')!;
  const { status } = await api.request('/api/webhooks/simulated', { method: 'POST', headers, body });
  expect(status).toBe(200);
}

async function compared(...args: string[]): Promise<Compared & { code: number }> {
  const { code, out, err } = await qa(undefined, 'replay', file, '--compare', '--json', ...args);
  expect(err).not.toMatch(/qa:/);
  return { code, ...JSON.parse(out) };
}

/** The code of a service is another one, until it is undone. */
function changed(name: string, category: string, change: (was: AnyHandlers) => AnyHandlers): () => void {
  const service = services.find((one) => one.name === name)!;
  const { react } = service;
  service.react = (parts) => {
    const all = react!(parts);
    const was = all[category] as AnyHandlers;
    return { ...all, [category]: { ...was, ...change(was) } };
  };
  return () => void Object.assign(service, { react });
}

test('the same code does the same', async () => {
  const { code, aggregates, rows, failed, events } = await compared();
  expect({ aggregates, rows, failed }).toEqual({ aggregates: [], rows: [], failed: [] });
  expect(code).toBe(0);
  expect(events).toBeGreaterThan(60);
  expect((await qa(undefined, 'replay', file, '--compare')).out).toMatch(
    /^no difference: product, inventory/m,
  );
});

test('another setting is found where it first matters, and in all that follows from it', async () => {
  process.env.INITIAL_STOCK = '1';
  onTestFinished(() => void delete process.env.INITIAL_STOCK);
  const { code, aggregates, rows } = await compared();
  expect(code).toBe(1);
  expect(aggregates).toContainEqual(
    expect.objectContaining({
      category: 'inventory',
      aggregateId: mug,
      version: 1,
      fields: ['quantity: 100 → 1'],
    }),
  );
  expect(aggregates).toContainEqual(
    expect.objectContaining({
      category: 'order',
      aggregateId: ids.sim_approve,
      version: 2,
      today: expect.arrayContaining(['OrderCancelledEvent']),
    }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      service: 'order',
      table: 'orders',
      key: ids.sim_late,
      fields: expect.arrayContaining(['status: "confirmed" → "cancelled"']),
    }),
  );
});

test('a changed handler is found, which a replay to the service alone cannot see', async () => {
  const neverGivenBack = { OrderCancelledEvent: async () => {} };
  onTestFinished(changed('inventory', 'order', () => neverGivenBack));
  const { code, aggregates, rows } = await compared('--service', 'inventory');
  expect(code).toBe(1);
  expect(aggregates).toContainEqual({
    category: 'inventory',
    aggregateId: ids.sim_void_fails_1,
    version: 3,
    fields: [],
    recorded: ['StockReservationReleasedEvent'],
    today: [],
  });
  expect(rows).toContainEqual({
    service: 'inventory',
    table: 'inventories',
    key: mug,
    fields: expect.arrayContaining([expect.stringMatching(/^reserved: \d+ → \d+$/)]),
  });
  const { out } = await qa(undefined, 'replay', file, '--service', 'inventory');
  expect(out).toMatch(/0 events appended[\s\S]*--compare/);
});

test('more than fits into memory is refused before anything is read, and can be cut short', async () => {
  const bytes = readFileSync(file);
  const header = { ...JSON.parse(bytes.subarray(0, headerBytes).toString()), count: 500_001 };
  const long = join(folder, 'long.ndjson');
  const first = Buffer.from(`${JSON.stringify(header).padEnd(headerBytes - 1)}\n`);
  writeFileSync(long, Buffer.concat([first, bytes.subarray(headerBytes)]));
  expect(await qa(undefined, 'replay', long, '--compare', '--to', '2100-01-01')).toMatchObject({ code: 0 });
  writeFileSync(long, first); // would be refused for its digest
  const { code, err } = await qa(undefined, 'replay', long, '--compare');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/500001 events are too many: .* at most 500000.*--to/),
  ]);
  expect(() => assertComparable(500_001)).toThrow('too many');
});

test('what does not fit is refused', async () => {
  for (const args of [['--speed', 'x10'], ['--timers'], ['--from', '15m'], ['--into', 'redis://127.0.0.1:1']])
    expect(await qa(undefined, 'replay', file, '--compare', ...args)).toMatchObject({ code: 2 });
});
