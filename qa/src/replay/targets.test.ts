/** A replay into another Redis, and to a service: what comes of it there, and that the system itself never notices. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys, partitionOf } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { digest, logOf, qa, rowsOf, sellMugs, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import { readHeader } from '../record/read.ts';
import { Feed } from './feed.ts';
import { withSource } from './source.ts';

let system: Lab;
let productId: string;
let before: string;
const folder = mkdtempSync(join(tmpdir(), 'quickmart-targets-'));
const file = join(folder, 'all.ndjson');

/** Orders that are fulfilled; then nothing runs any more. */
beforeAll(async () => {
  system = await startLab();
  productId = await sellMugs(system);
  await setRules(system);
  for (let n = 0; n < 5; n++) {
    const lines = [{ productId, quantity: 1 }];
    const body = {
      customerId: `c-${n}`,
      lines,
      ...(n < 2 ? sent : {}),
      ...(n === 0 && { coupons: ['MUGS'] }),
    };
    await send(system, 'order', { method: 'POST', path: '/api/orders', body });
    await system.caughtUp();
  }
  for (const { consumers } of system.services.values()) await consumers.stop();
  await qa(system, 'record', file);
  before = await digest(system);
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true });
});

/** A coupon, and for what is sent to Germany a tax that is added, and shipping. */
async function setRules(lab: Lab): Promise<void> {
  const headers = { 'If-Match': '*' };
  const set = (method: string, path: string, body: object) =>
    send(lab, 'pricing', { method, path, body, ...(method === 'PUT' && { headers }) });
  const { id } = await set('POST', '/api/promotions', {
    name: 'Mugs',
    effect: { type: 'percent', percent: 10 },
  });
  await set('POST', `/api/promotions/${id}/coupons`, { code: 'MUGS', usesMax: 3 });
  await set('PUT', '/api/tax-rates', { country: 'DE', name: 'VAT', percent: 19, included: false });
  const zones = [{ countries: ['DE'], rate: { type: 'flat', price: { amount: 490, currency: 'EUR' } } }];
  await set('PUT', '/api/shipping-methods', { key: 'post', name: 'Post', zones });
  await lab.caughtUp();
}
const sent = {
  shippingMethod: 'post',
  addresses: {
    shipping: { name: 'Ann', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' },
  },
};

async function another(): Promise<Lab> {
  const lab = await startLab();
  onTestFinished(() => lab.stop());
  return lab;
}

test('services on the target follow with their read models, and do nothing', async () => {
  const target = await another();
  await target.consume();
  const { code, out } = await qa(system, 'replay', '--into', target.url, '--speed', 'x10', '--yes', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { written: true, timers: 0 }]);
  await target.caughtUp();
  expect(await logOf(target)).toEqual(await logOf(system));
  expect(rowsOf(target)).toEqual(rowsOf(system));
  expect(await digest(system)).toBe(before);
  // A second time it would be a second system.
  const again = await qa(undefined, 'replay', file, '--into', target.url, '--yes');
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/ends at \d+ there/) });
});

test('with effects the services on the target react: to a part of the log, with events of their own', async () => {
  const target = await another();
  await target.consume(['inventory']);
  const into = ['--into', target.url, '--category', 'product', '--category', 'order', '--effects', '--yes'];
  expect(await qa(undefined, 'replay', file, ...into)).toMatchObject({ code: 0 });
  await target.caughtUp();
  const index = await target.redis.lrange(keys.index('inventory', productId), 0, -1);
  const stream = keys.events('inventory', partitionOf(productId, 8));
  const entries = await Promise.all(index.map((id) => target.redis.xrange(stream, id, id)));
  const types = entries.map(([entry]) => entry?.[1][3]);
  expect(types).toEqual(['InventoryCreatedEvent', ...Array(5).fill('StockAllocatedEvent')]);
});

test('the second part of a day goes into the log that has the first', async () => {
  const [target, morning] = [await another(), join(folder, 'morning.ndjson')];
  const category = ['--category', 'order'];
  await qa(system, 'record', morning, ...category, '--to', 'order.0@1-7');
  await qa(target, 'import', morning, '--yes');
  const into = ['replay', file, ...category, '--from', 'order.0@1-8', '--into', target.url];
  const checked = await qa(undefined, ...into);
  expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/1-8 .*\n.*--yes does it/) });
  expect(await target.redis.hget(keys.head('order'), 'pos')).toBe('7');
  expect(await qa(undefined, ...into, '--yes')).toMatchObject({ code: 0 });
  // The mark tells one log from another: a copy has its own.
  const [copy, original] = [target, system].map(({ redis }) =>
    redis.hmget(keys.head('order'), 'epoch', 'pos', 'partitions', 'format'),
  );
  expect(await copy).toEqual(await original);
  const { findings } = JSON.parse((await qa(target, 'verify', ...category, '--json')).out);
  // No service has run there.
  expect(findings).toMatchObject([
    { kind: 'behind', where: 'order/cart-read-models' },
    { kind: 'behind', where: 'order/order-read-models' },
  ]);
});

test('the first part of a day has the unique values of its own products, and not those of later ones', async () => {
  const [shop, target, file] = [await another(), await another(), join(folder, 'products.ndjson')];
  for (const sku of ['EARLY', 'LATE']) {
    const body = { sku, name: sku, price: { amount: 100, currency: 'EUR' } };
    await send(shop, 'product', { method: 'POST', path: '/api/products', body });
  }
  await qa(shop, 'record', file);
  const first = ['--category', 'product', '--to', 'product.0@1-1'];
  expect(await qa(undefined, 'replay', file, ...first, '--into', target.url, '--yes')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/with 1 unique values/),
  });
  const { findings } = JSON.parse((await qa(target, 'verify', '--category', 'product', '--json')).out);
  expect(findings.filter(({ kind }: { kind: string }) => kind === 'claim')).toEqual([]);
});

test('a Redis with events of its own is left alone, a dry run writes nothing', async () => {
  const target = await another();
  expect(await qa(undefined, 'replay', file, '--into', target.url)).toMatchObject({ code: 0 });
  expect(await target.redis.dbsize()).toBe(0);
  const itself = await qa(system, 'replay', '--into', system.url, '--yes');
  expect(itself).toMatchObject({ code: 1, err: expect.stringMatching(/a Redis of its own/) });
  expect(await digest(system)).toBe(before);
});

test('somebody who writes there meanwhile is noticed, and nothing is written after him', async () => {
  const target = await another();
  await withSource(file, { data: '', category: ['order'] }, async ({ categories }) => {
    const feed = new Feed(target.redis, (await readHeader(file)).categories);
    await feed.create('order');
    for await (const [first, ...others] of categories[0]!.pages()) {
      await feed.write([first!]);
      await append(target, 'order', 'somebody', { eventType: 'OrderCompletedEvent', schema: 1, data: {} });
      await expect(feed.write(others)).rejects.toThrow(/somebody else writes there/);
    }
  });
  expect(await target.redis.hget(keys.head('order'), 'pos')).toBe('2');
});

test('another database of the same server is a target of its own', async () => {
  const [{ redis, url }, files] = [system, await another()];
  const into = ['--into', `${url}/5`, '--yes'];
  expect(await qa(system, 'replay', ...into)).toMatchObject({ code: 0 });
  expect(await digest(system)).toBe(before);
  const { out } = await qa(undefined, 'verify', '--redis', `${url}/5`, '--data', files.data, '--json');
  const { findings } = JSON.parse(out) as { findings: { what: string }[] };
  // Nobody has read it yet; the log itself is sound.
  expect(findings.filter(({ what }) => !what.includes('is not built yet'))).toEqual([]);
  await redis.select(5);
  await redis.flushdb();
  await redis.select(0);
});

test('to a service, live and at a pace: it has done everything', async () => {
  const args = ['replay', '--service', 'order', '--speed', 'x20', '--json'];
  const { code, out } = await qa(system, ...args);
  const { events, handled, appended } = JSON.parse(out);
  expect([code, appended]).toEqual([0, []]);
  expect(handled).toBeGreaterThan(0);
  expect(events).toBeGreaterThan(handled);
  expect(await digest(system)).toBe(before);
});

test('timers fire where they are asked for', async () => {
  const waiting = await another();
  await waiting.consume();
  const mug = { sku: 'CUP', name: 'Cup', price: { amount: 100, currency: 'EUR' } };
  const { id } = await send(waiting, 'product', { method: 'POST', path: '/api/products', body: mug });
  await waiting.caughtUp();
  await waiting.services.get('order')!.consumers.stop();
  const body = { customerId: 'ann', lines: [{ productId: id, quantity: 1 }] };
  await send(waiting, 'order', { method: 'POST', path: '/api/orders', body });
  const holds = () => waiting.redis.zrange(keys.timers('inventory'), '0', '-1');
  const hold = await until(async () => (await holds())[0]);
  for (const { consumers } of waiting.services.values()) await consumers.stop();
  await waiting.redis.zadd(keys.timers('inventory'), 'XX', Date.now() - 1, hold!);
  const appended = async (...args: string[]) => {
    const { code, out } = await qa(waiting, 'replay', '--service', 'inventory', '--json', ...args);
    expect(code).toBe(0);
    return JSON.parse(out).appended.map(({ eventType }: { eventType: string }) => eventType);
  };
  expect(await appended()).toEqual([]);
  expect(await appended('--timers')).toContain('StockReservationExpiredEvent');
});

test('what other rules would have made of its orders; by its own rules, nothing differs', async () => {
  const quoted = async (...args: string[]) => {
    const { code, out } = await qa(
      undefined,
      'quote',
      '--replay',
      file,
      '--data',
      system.data,
      '--json',
      ...args,
    );
    return { code, ...JSON.parse(out) };
  };
  // One with the coupon: 12.99 − 1.30 + 4.90, and 19 % of the 16.59: 3.15. One without: 17.89 and 3.40. Three plain ones.
  const own = { subtotal: 5 * 1299, discounts: 130, shipping: 980, taxAdded: 655, total: 8000 };
  expect(await quoted()).toMatchObject({
    code: 0,
    totals: [{ orders: 5, charged: own, quoted: own, difference: 0 }],
    promotions: [{ name: 'Mugs', times: 1 }],
    notes: [],
  });
  const without = await quoted('--automatic-only');
  expect(without).toMatchObject({ totals: [{ charged: own, quoted: { discounts: 0 } }], promotions: [] });
  // Two more orders have the code before its three uses are over.
  const given = await quoted('--coupon', 'mugs');
  expect(given.promotions).toMatchObject([{ name: 'Mugs', times: 3, amount: 390 }]);
  expect(given).toMatchObject({ refusedCoupons: [{ reason: 'coupon-used-up', times: 2 }] });
  const free = join(folder, 'free.yaml');
  writeFileSync(free, 'promotions: [{ name: Free, automatic: true, effect: { type: free-shipping } }]');
  const tomorrow = await quoted('--rules', free);
  expect(tomorrow).toMatchObject({
    promotions: [{ name: 'Free', times: 2, amount: 980 }],
    refusedCoupons: [{ reason: 'coupon-unknown', times: 1 }],
  });
  // Keys of another system open nothing.
  const { notes } = await quoted('--data', folder);
  expect(notes).toEqual([expect.stringMatching(/keys of their addresses are not here: 2 orders/)]);
});

test.each([
  [/one of them/, ['--service', 'order', '--into', 'redis://127.0.0.1:1']],
  [/all that came before/, ['--service', 'order', '--from', '1h']],
  [/all that came before/, ['--service', 'order', '--category', 'order']],
  [/goes with --service/, ['--timers']],
  [/go with --into/, ['--effects']],
  [/must look like redis:/, ['--into', 'localhost']],
  [/no such service/, ['--service', 'shop']],
])('%s: qa replay %j', async (words, args) => {
  const { code, err } = await qa(undefined, 'replay', file, ...args);
  expect([code, err]).toEqual([2, expect.stringMatching(words)]);
});
