/** What is recorded comes back: the log to the byte, the read models row by row, and a store that works on. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logOf, qa, rowsOf, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { append, request } from '../lab-io.ts';
import { categories, services } from '../services.ts';
import { headerBytes } from './format.ts';

let [source, copy]: Lab[] = [];
const folder = mkdtempSync(join(tmpdir(), 'quickmart-record-'));
const file = join(folder, 'all.ndjson');
const poisoned = '019a0000-0000-7000-8000-00000000dead';
const price = { amount: 1299, currency: 'EUR' };
const create = (sku: string) => ({
  method: 'POST',
  path: '/api/products',
  body: { sku, name: 'Käthe – "mug"', price },
});

beforeAll(async () => {
  source = await startLab();
  await source.consume();
  for (let n = 0; n < 20; n++) {
    const { id } = await send(source, 'product', create(`MUG-${n}`));
    await source.caughtUp();
    const body = {
      customerId: `customer-${n}`,
      lines: [{ productId: id, quantity: 8 * n }].filter((_) => n > 0),
    };
    if (n > 0) await send(source, 'order', { method: 'POST', path: '/api/orders', body });
  }
  await source.caughtUp();
  await append(source, 'order', poisoned, { eventType: 'UnheardOfEvent', schema: 7, data: { a: 1e3 } });
  await source.caughtUp();
  expect(await qa(source, 'record', file)).toMatchObject({ code: 0 });
  copy = await startLab();
});
afterAll(async () => {
  await Promise.all([source?.stop(), copy?.stop()]);
  rmSync(folder, { recursive: true });
});

test('a dry run writes nothing, and an import brings everything back', async () => {
  expect(await qa(copy, 'import', file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/--yes does it/),
  });
  expect(await copy!.redis.dbsize()).toBe(0);
  expect(await qa(copy, 'import', file, '--yes')).toMatchObject({ code: 0 });
  expect(await logOf(copy!)).toEqual(await logOf(source!));
  // The mark tells one log from another: a copy has its own.
  const heads = (lab: Lab) =>
    Promise.all(
      categories.map((name) => lab.redis.hmget(keys.head(name), 'epoch', 'pos', 'partitions', 'format')),
    );
  expect(await heads(copy!)).toEqual(await heads(source!));
  // One order has an event that nobody can read: whose rows come from orders names it.
  const ofOrders = new Set(['order', 'cart']);
  for (const { name } of services)
    expect(await qa(copy, 'rebuild', name, '--yes')).toMatchObject({ code: ofOrders.has(name) ? 1 : 0 });
  expect(rowsOf(copy!)).toEqual(rowsOf(source!));
  await copy!.consume();
  await copy!.caughtUp();
  expect(rowsOf(copy!)).toEqual(rowsOf(source!));
  // Nothing was done a second time.
  expect(await logOf(copy!)).toEqual(await logOf(source!));
});

test('the copy works on: versions go on, a SKU stays taken, a new order is fulfilled', async () => {
  expect(await request(copy!, 'product', create('MUG-3'))).toMatchObject({
    status: 409,
    body: { code: 'sku-taken' },
  });
  const { data } = await send(copy!, 'product', { method: 'GET', path: '/api/products?limit=1' });
  const path = `/api/products/${data[0].id}/price`;
  expect(
    await send(copy!, 'product', { method: 'POST', path, body: { price: { ...price, amount: 1 } } }),
  ).toMatchObject({
    version: data[0].version + 1,
  });
  const { id } = await send(copy!, 'product', create('NEW'));
  await copy!.caughtUp();
  const body = { customerId: 'new', lines: [{ productId: id, quantity: 1 }] };
  const order = await send(copy!, 'order', { method: 'POST', path: '/api/orders', body });
  await copy!.caughtUp();
  expect(await send(copy!, 'order', { method: 'GET', path: `/api/orders/${order.id}` })).toMatchObject({
    status: 'confirmed',
  });
});

test('what cannot be imported is refused, says why, and its progress is at an end', async () => {
  const [set, clear] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')];
  expect(await qa(source, 'import', file, '--yes')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/not empty/),
  });
  // Consumers that run make their keys again.
  await Promise.all([...copy!.services.values()].map(({ consumers }) => consumers.stop(1_000)));
  await copy!.redis.flushall();
  const part = join(folder, 'part.ndjson');
  const from = ['--from', 'order.0@1-5', '--category', 'order'];
  expect(await qa(source, 'record', part, ...from)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/order: \d+ events, 1-5/),
  });
  expect(await qa(copy, 'import', part)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/begins with the first/),
  });
  const changed = join(folder, 'changed.ndjson');
  writeFileSync(changed, readFileSync(file, 'utf8').replace('"quantity":8', '"quantity":9'));
  expect(await qa(copy, 'import', changed)).toMatchObject({ code: 1, err: expect.stringMatching(/digest/) });
  const lines = readFileSync(file, 'utf8').slice(headerBytes).replace('"version":2', '"version":3');
  const { digest } = JSON.parse(readFileSync(file, 'utf8').slice(0, headerBytes));
  const itsOwn = `sha256:${createHash('sha256').update(lines).digest('hex')}`;
  writeFileSync(changed, readFileSync(file, 'utf8').slice(0, headerBytes).replace(digest, itsOwn) + lines);
  expect(await qa(copy, 'import', changed)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is version 3 of .* after 1/),
  });
  const foreign = readFileSync(file, 'utf8')
    .slice(headerBytes)
    .replace(/^(\{"position":"[^"]+").*$/m, '$1,"fields":["foo","bar"]}');
  const ofForeign = `sha256:${createHash('sha256').update(foreign).digest('hex')}`;
  writeFileSync(
    changed,
    readFileSync(file, 'utf8').slice(0, headerBytes).replace(digest, ofForeign) + foreign,
  );
  expect(await qa(copy, 'import', changed)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/ 1-1 is no event/),
  });
  const [head, body] = [
    readFileSync(file).subarray(0, headerBytes),
    readFileSync(file).subarray(headerBytes),
  ];
  const latin1 = Buffer.from(body.toString().replaceAll('–', '-'), 'latin1');
  const ofLatin1 = `sha256:${createHash('sha256').update(latin1).digest('hex')}`;
  writeFileSync(changed, Buffer.concat([Buffer.from(head.toString().replace(digest, ofLatin1)), latin1]));
  expect(await qa(copy, 'import', changed)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/is not UTF-8/),
  });
  writeFileSync(changed, 'nothing');
  expect(await qa(copy, 'import', changed)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no recording/),
  });
  expect(await qa(source, 'record', file)).toMatchObject({ code: 2, err: expect.stringMatching(/--force/) });
  expect(await copy!.redis.dbsize()).toBe(0);
  const clocks = set.mock.results.filter((_, nth) => set.mock.calls[nth]?.[0].name === 'print');
  const stopped = new Set(clear.mock.calls.map(([clock]) => clock));
  expect(clocks.length).toBeGreaterThan(0);
  expect(clocks.filter(({ value }) => !stopped.has(value))).toEqual([]);
});

test('a stretch by time has what was appended then, without holes', async () => {
  const lines = readFileSync(file, 'utf8')
    .slice(headerBytes)
    .split('\n')
    .filter((line) => line.includes('"position":"product'));
  const events = lines.map((line) => JSON.parse(line) as { at: number; position: string });
  const [from, to] = [events[5]!.at, events[12]!.at].map((at) => new Date(at).toISOString()) as [
    string,
    string,
  ];
  const part = join(folder, 'by-time.ndjson');
  await qa(source, 'record', part, '--category', 'product', '--from', from, '--to', to);
  const positions = readFileSync(part, 'utf8')
    .slice(headerBytes)
    .split('\n')
    .filter((line) => line.includes('"position"'));
  expect(positions.map((line) => JSON.parse(line).position)).toEqual(
    events.filter(({ at }) => at >= events[5]!.at && at <= events[12]!.at).map(({ position }) => position),
  );
});
