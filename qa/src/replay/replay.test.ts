/** A replay reads everything, in its order and pace, and changes nothing; a service shows what it has not done yet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qa, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import { readThrough } from './read.ts';
import { paced, withSource } from './source.ts';

let lab: Lab;
const folder = mkdtempSync(join(tmpdir(), 'quickmart-replay-'));
const file = join(folder, 'all.ndjson');
const price = { amount: 100, currency: 'EUR' };

beforeAll(async () => {
  lab = await startLab();
  await lab.consume();
  const body = { sku: 'MUG', name: 'Mug', price };
  const { id } = await send(lab, 'product', { method: 'POST', path: '/api/products', body });
  await lab.caughtUp();
  for (let n = 0; n < 5; n++) {
    const order = { customerId: `c-${n}`, lines: [{ productId: id, quantity: 1 }] };
    await send(lab, 'order', { method: 'POST', path: '/api/orders', body: order });
  }
  await lab.caughtUp();
  await qa(lab, 'record', file);
});
afterAll(async () => {
  await lab?.stop();
  rmSync(folder, { recursive: true });
});

test('a recording and the live log give the same summary, and no group comes of it', async () => {
  const groups = () => lab.redis.xinfo('GROUPS', keys.events('order', 0));
  const before = JSON.stringify(await groups());
  const summaries = [await qa(lab, 'replay', file, '--json'), await qa(lab, 'replay', '--json')];
  const [recorded, live] = summaries.map(({ code, out }) => ({ code, ...JSON.parse(out) }));
  expect(recorded).toMatchObject({ code: 0, events: live.events, byType: live.byType, unreadable: [] });
  expect(live.byType).toMatchObject({ OrderPlacedEvent: 5, StockReservedEvent: 5, ProductCreatedEvent: 1 });
  expect(JSON.stringify(await groups())).toBe(before);
});

test('at a speed the events of all categories come side by side, as they did, and not sooner', async () => {
  const seen: { at: number; category: string; pos: number }[] = [];
  const began = performance.now();
  await withSource(file, { data: '' }, (source) =>
    readThrough(
      paced(source, 2),
      (event) => void seen.push(event),
      () => {},
    ),
  );
  const span = seen.at(-1)!.at - seen[0]!.at;
  for (const own of Map.groupBy(seen, ({ category }) => category).values())
    expect(own.map(({ pos }) => pos)).toEqual(own.map((_, n) => n + 1));
  // Side by side, not one category after the other: an order comes before the last of the inventory.
  const lastOf = (name: string) => seen.findLastIndex(({ category }) => category === name);
  expect(seen.findIndex(({ category }) => category === 'order')).toBeLessThan(lastOf('inventory'));
  expect(seen.findIndex(({ category }) => category === 'inventory')).toBeLessThan(lastOf('order'));
  // A timer may be early by the part of a millisecond that it was rounded by.
  expect(performance.now() - began).toBeGreaterThan(span / 2 - 5);
});

test('a service that has done everything does nothing again', async () => {
  const { code, out } = await qa(undefined, 'replay', file, '--service', 'inventory', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { service: 'inventory', appended: [], dead: [] }]);
});

test('what a service has missed, it does now: on the copy, and only there', async () => {
  // As if the inventory had been away: an order that it has not heard of.
  await lab.services.get('inventory')!.consumers.stop();
  const { data } = await send(lab, 'product', { method: 'GET', path: '/api/products?limit=1' });
  const line = {
    productId: data[0].id,
    sku: 'MUG',
    name: 'Mug',
    quantity: 3,
    unitPrice: price,
    lineTotal: price,
  };
  const placed = { customerId: 'late', lines: [line], total: price };
  await append(lab, 'order', '019a0000-0000-7000-8000-000000000001', {
    eventType: 'OrderPlacedEvent',
    schema: 1,
    data: placed,
  });
  const missed = join(folder, 'missed.ndjson');
  await qa(lab, 'record', missed);
  const head = await lab.redis.hgetall(keys.head('inventory'));
  const { out } = await qa(undefined, 'replay', missed, '--service', 'inventory');
  expect(out).toMatch(
    /2 events appended.*StockAllocatedEvent.*StockReservedEvent 019a0000-0000-7000-8000-000000000001/s,
  );
  expect(await lab.redis.hgetall(keys.head('inventory'))).toEqual(head);
});

test('an event that nobody can read is named, and the exit code is 1', async () => {
  await append(lab, 'order', '019a0000-0000-7000-8000-000000000002', {
    eventType: 'UnheardOfEvent',
    schema: 1,
    data: {},
  });
  expect(await qa(lab, 'replay', '--category', 'order')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/order\.\d@1-\d+ cannot be read: .*UnheardOfEvent/),
  });
});
