/**
 * The proof: a person signs up, buys, cancels, returns, gets refunds, writes reviews and gets dead letters. What they say stands
 * nowhere in clear, at no time; once they have erased themselves nobody reads it any more; and the books of the shop stay whole.
 */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { isSealed, sealedInJson, valuesAt } from '@quickmart/contracts/personal';
import { registry } from '@quickmart/contracts/registry';
import { namesBehind, openKeys } from '@quickmart/service';
import { keys, rawEvent, readCategory } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulated } from '../../../apps/payment/src/api.ts';
import { append } from '../../src/lab-io.ts';
import { categories } from '../../src/services.ts';
import { silentLog, targetOf } from '../../src/target.ts';
import { qa } from '../testing.ts';
import { checkEnds, fastPayments, orderAt, paymentAt, shipment, step } from './saga.ts';
import { euros, send, stockedProduct, type Untyped } from './shop.ts';
import { systemOfTests } from './system.ts';

const who = 'ann.zebra@example.com';
/** What this person says, and what is said about them: all of it has the word that is searched for. */
const words = {
  cancelled: 'the zebra has changed her mind',
  refunded: 'the zebra was not pleased',
  noted: 'the zebra has called us',
  title: 'A zebra likes it',
  text: 'Each morning of a zebra – "black & white"',
  rejected: 'this zebra is impolite',
  name: 'Ann Zebra the last',
  street: 'Zebra Street 1',
};
const everything = [who, ...Object.values(words)].join('\n');

// A dead letter is an error in the log of the service that gives up.
const system = systemOfTests({ env: fastPayments, expected: /moved to the dead letters/ });
const folder = mkdtempSync(join(tmpdir(), 'quickmart-personal-'));
const recording = join(folder, 'day.ndjson');
afterAll(() => rmSync(folder, { recursive: true }));

const tool = (...args: string[]) => qa({ url: system.redis.url, data: system.data }, ...args);
const place = async (sku: string, paymentMethod: string = simulated.approve) => {
  const body = { customerId: who, lines: [{ sku, quantity: 1 }], paymentMethod };
  const { status, body: order } = await send(system.order, 'POST', '/api/orders', body, {
    'Idempotency-Key': randomUUIDv7(),
  });
  expect([status, order.customerId]).toEqual([201, who]);
  return order.id as string;
};
const ordersOf = async (customerId: string): Promise<Untyped[]> =>
  (await send(system.order, 'GET', `/api/orders?customerId=${encodeURIComponent(customerId)}`)).body.data;

const password = 'the zebra and the horse';
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
/** The account of this person: logged in, with an address, and with so many changes that there is a snapshot of it. */
async function account() {
  const identity = (method: string, path: string, body?: object, headers = {}) =>
    send(system.identity, method, path, body, headers);
  await identity('POST', '/api/accounts', { email: who, password, name: 'Ann Zebra' });
  const mails = (await identity('GET', `/dev/inbox?to=${who}`)).body.data;
  const code = /\b\d{6}\b/.exec(mails[0].subject)?.[0];
  expect(await identity('POST', '/api/accounts/verify', { email: who, code })).toMatchObject({ status: 200 });
  expect(await identity('POST', '/api/sessions', { email: who, password: 'not the zebra' })).toMatchObject({
    status: 401,
  });
  const { body: tokens } = await identity('POST', '/api/sessions', { email: who, password });
  const headers = { ...bearer(tokens.accessToken), 'If-Match': '*' };
  const address = {
    name: words.name,
    company: 'Zebra & Co',
    line1: words.street,
    line2: 'Zebra Yard',
    postalCode: '12345',
    city: 'Zebrano',
    region: 'Zebraland',
    country: 'DE',
    phone: '+49 40 1234567',
  };
  expect(await identity('POST', '/api/me/addresses', address, headers)).toMatchObject({ status: 201 });
  for (let n = 0; n < 100; n++) await identity('PATCH', '/api/me', { name: `Ann Zebra ${n}` }, headers);
  const { body: me } = await identity('PATCH', '/api/me', { name: words.name }, headers);
  expect(me).toMatchObject({ email: who, name: words.name });
  return { id: me.id as string, headers, refreshToken: tokens.refreshToken as string };
}
let ann: Awaited<ReturnType<typeof account>>;

const ids = { cancelled: '', returned: '', running: '', attention: '', dead: randomUUIDv7(), review: '' };

beforeAll(async () => {
  ann = await account();
  const [mug, cup] = [await stockedProduct(system), await stockedProduct(system)];
  ids.cancelled = await place(mug.sku);
  ids.returned = await place(mug.sku);
  ids.attention = await place(cup.sku, simulated.captureFails);
  for (const id of [ids.cancelled, ids.returned, ids.attention]) await orderAt(system, id, 'confirmed');
  expect(await step(system, ids.cancelled, 'cancel', { reason: words.cancelled })).toMatchObject({
    status: 200,
    body: { reason: words.cancelled },
  });
  for (const id of [ids.returned, ids.attention]) await step(system, id, 'ship', shipment);
  await paymentAt(system, ids.returned, 'captured');
  await step(system, ids.returned, 'deliver');
  await refund(ids.returned);
  await step(system, ids.returned, 'return', {});
  await orderAt(system, ids.attention, 'attention');
  await step(system, ids.attention, 'resolve-attention', { note: words.noted });
  await review(mug.id);
  await deadLetter();
  ids.running = await place(cup.sku, simulated.late);
  await orderAt(system, ids.running, 'pending');
  expect(await tool('record', recording)).toMatchObject({ code: 0 });
}, 120_000);

async function refund(orderId: string): Promise<void> {
  const { body } = await send(system.payment, 'GET', `/api/payments?orderId=${orderId}`);
  const path = `/api/payments/${body.data[0].id}/refund`;
  const asked = { amount: euros(100), reason: words.refunded };
  const { status, body: payment } = await send(system.payment, 'POST', path, asked);
  expect([status, payment.refunds[0].reason, payment.customerId]).toEqual([202, words.refunded, who]);
}

async function review(productId: string): Promise<void> {
  const { title, text } = words;
  const body = { productId, customerId: who, rating: 5, title, text };
  const submitted = await send(system.review, 'POST', '/api/reviews', body);
  expect(submitted).toMatchObject({ status: 201, body: { customerId: who, title, text } });
  ids.review = submitted.body.id;
  await until('the purchase is known', async () => {
    const { verified } = (await send(system.review, 'GET', `/api/reviews/${ids.review}`)).body;
    return verified;
  });
  const rejected = await send(system.review, 'POST', `/api/reviews/${ids.review}/reject`, {
    reason: words.rejected,
  });
  expect(rejected).toMatchObject({ status: 200, body: { reason: words.rejected } });
}

/** An order of this person with a product that nobody knows: the inventory gives up on it. */
async function deadLetter(): Promise<void> {
  const redis = await system.redis.connect();
  const target = targetOf(redis, system.data);
  const sealing = await openKeys(settings(), silentLog);
  try {
    const line = { productId: randomUUIDv7(), sku: 'GONE', name: 'Gone', quantity: 1 };
    const lines = [{ ...line, unitPrice: euros(0), lineTotal: euros(0) }];
    const customerId = await sealing.customer(who);
    await append(
      target,
      'order',
      ids.dead,
      orderPlaced(plainOrder({ customerId, lines, total: euros(0), paymentMethod: null })),
    );
    await until('there is a dead letter', async () => (await tool('dead', 'list')).out.includes(ids.dead));
  } finally {
    await sealing.close();
    redis.disconnect();
  }
}

const settings = () => ({
  keysUrl: `file:${join(system.data, 'keys.sqlite')}`,
  masterKey: undefined,
  masterKeyFile: undefined,
  host: '127.0.0.1',
});

/** Every file that there is: the log and its snapshot, the databases and what they write ahead, the logs, the recording. */
async function files(): Promise<string[]> {
  const redis = await system.redis.connect();
  // What is compressed could not be found.
  await redis.config('SET', 'rdbcompression', 'no');
  await redis.save();
  const [, dir = ''] = (await redis.config('GET', 'dir')) as string[];
  redis.disconnect();
  return [dir, system.data, folder].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

/** In capitals or not, in both encodings that databases have. */
async function holding(text: string): Promise<string[]> {
  const wanted = (['utf8', 'utf16le'] as const).map((encoding) =>
    Buffer.from(text, encoding).toString('latin1'),
  );
  return (await files()).filter((file) => {
    const bytes = readFileSync(file).toString('latin1').toLowerCase();
    return wanted.some((one) => bytes.includes(one));
  });
}

/** What there is of this person in Redis, beside the events. */
async function placesOf() {
  const redis = await system.redis.connect();
  const has = async (pattern: string) => (await redis.keys(pattern)).length > 0;
  const places = {
    snapshot: (await redis.hexists(keys.aggregate('user', ann.id), 'snapshot')) === 1,
    reply: await has(keys.idempotency('order', '*')),
    deadLetter: (await redis.exists(keys.dead('order', 'inventory'))) === 1,
    session: await has('{user}:ephemeral:session:*'),
  };
  redis.disconnect();
  return places;
}

test('what a person says stands nowhere in clear, and is found and shown', async () => {
  const all = await files();
  for (const part of ['appendonly', '.rdb', 'order.sqlite', '-wal', '.log', 'day.ndjson'])
    expect(
      all.some((file) => file.includes(part)),
      part,
    ).toBe(true);
  expect(await holding('zebra')).toEqual([]);
  expect(await placesOf()).toEqual({ snapshot: true, reply: true, deadLetter: true, session: true });
  // What is not personal is found in all of these places.
  const found = (await holding('gone')).join('\n');
  for (const part of ['appendonly', '.rdb', '-wal', 'day.ndjson']) expect(found, part).toContain(part);
  const orders = await ordersOf(who);
  expect(orders.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(ids).slice(0, 5)));
  const { body: history } = await send(system.order, 'GET', `/api/orders/${ids.attention}/history`);
  expect(JSON.stringify(history)).toContain(words.noted);
  expect(history.data[0].data.customerId).toBe(who);
});

test('it is sealed where the contracts say that something personal stands, and nowhere else', async () => {
  const redis = await system.redis.connect();
  let sealed = 0;
  for (const category of categories)
    for await (const page of readCategory(redis, category))
      for (const { partition, entry } of page) {
        const { eventType, schema, data } = rawEvent(category, partition, entry);
        const found = [...data.matchAll(sealedInJson)].length;
        const marks = registry.event(eventType)?.versions[schema - 1]?.marks ?? [];
        const marked = marks.flatMap(({ path }) => valuesAt(JSON.parse(data), path));
        expect(marked.filter((value) => isSealed(String(value))).length, eventType).toBe(found);
        sealed += found;
      }
  redis.disconnect();
  expect(sealed).toBeGreaterThan(20);
});

test('the export has all of it', async () => {
  // An order of hers goes on: what is compared is of a moment in which nothing came.
  let known = 0;
  const { out, exported, own } = await until('nothing happens between two exports', async () => {
    const { code, out } = await tool('export', who);
    expect(code).toBe(0);
    const exported = JSON.parse(out);
    const before = known;
    known = exported.events.length;
    if (known !== before) return false;
    const own = await send(system.identity, 'GET', '/api/me/export', undefined, ann.headers);
    return own.body.events.length === known && { out, exported, own };
  });
  for (const text of everything.split('\n')) expect(out).toContain(JSON.stringify(text));
  const some = expect.any(Array);
  const byCategory = Object.groupBy(exported.events as Untyped[], ({ category }) => category as string);
  expect(byCategory).toEqual({ user: some, order: some, payment: some, inventory: some, review: some });
  expect(own.body).toEqual({ ...exported, exportedAt: own.body.exportedAt });
  expect(out).not.toMatch(/argon2|sealed\.1/);
  expect(JSON.parse((await tool('export', 'bob@example.com')).out).events).toEqual([]);
});

test('erased in the middle of an order: every read says null, the order ends, the books are whole', async () => {
  expect(await tool('erase', who)).toMatchObject({ code: 0, out: expect.stringContaining('--yes does it') });
  expect(await ordersOf(who)).not.toEqual([]);
  expect(await send(system.identity, 'DELETE', '/api/me', undefined, ann.headers)).toMatchObject({
    status: 204,
  });
  for (const customer of [who, ann.id])
    expect(await tool('erase', customer, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('before'),
    });
  const { refreshToken } = ann;
  for (const [path, body] of [
    ['/api/sessions', { email: who, password }],
    ['/api/sessions/refresh', { refreshToken }],
  ] as const)
    expect(await send(system.identity, 'POST', path, body)).toMatchObject({ status: 401 });
  expect(await ordersOf(who)).toEqual([]);
  const reads = [
    `/api/orders/${ids.returned}`,
    `/api/orders/${ids.cancelled}`,
    `/api/orders/${ids.attention}/history`,
    `/api/orders/${ids.running}/timeline`,
  ].map((path) => send(system.order, 'GET', path));
  reads.push(
    send(system.review, 'GET', `/api/reviews/${ids.review}`),
    send(system.payment, 'GET', '/api/payments'),
    send(system.identity, 'GET', `/api/users/${ann.id}/history?limit=1000`),
  );
  const bodies = (await Promise.all(reads)).map(({ status, body }) => {
    expect(status).toBe(200);
    return body;
  });
  expect(JSON.stringify(bodies)).not.toMatch(/zebra|sealed\.1/i);
  expect(bodies[0]).toMatchObject({ customerId: null, status: 'returned' });
  expect(bodies[1]).toMatchObject({ customerId: null, reason: null, status: 'cancelled' });
  expect(bodies[4]).toMatchObject({ customerId: null, title: null, text: null, reason: null, rating: 5 });
  // The rest of the saga goes on without the key.
  await tool('dead', 'discard', 'order/inventory', '--reason', 'a test', '--yes');
  expect(await step(system, ids.dead, 'cancel', { reason: words.cancelled })).toMatchObject({
    body: { reason: null },
  });
  await orderAt(system, ids.running, 'confirmed');
  await step(system, ids.running, 'ship', shipment);
  await paymentAt(system, ids.running, 'captured');
  expect(await step(system, ids.running, 'deliver')).toMatchObject({ body: { status: 'completed' } });
  await checkEnds(system);
});

test('what is exported then holds nothing of them, and no file ever has', async () => {
  for (const customer of [who, ann.id]) {
    const { out } = await tool('export', customer);
    expect(out).toContain('UserErasedEvent');
    expect(out).not.toMatch(/zebra/i);
  }
  expect((await send(system.identity, 'GET', `/dev/inbox?to=${who}`)).body.data).toEqual([]);
  expect(await holding('zebra')).toEqual([]);
});

test('verify finds nothing, read models can be built anew, and the recording is read as ever', async () => {
  expect(await tool('lag', '--wait', '30')).toMatchObject({ code: 0 });
  expect(await tool('verify')).toMatchObject({ code: 0 });
  for (const name of namesBehind()) expect(await tool('rebuild', name, '--yes')).toMatchObject({ code: 0 });
  expect(await tool('verify')).toMatchObject({ code: 0 });
  expect(await qa(undefined, 'replay', recording)).toMatchObject({ code: 0 });
  expect((await send(system.order, 'GET', `/api/orders/${ids.returned}`)).body.customerId).toBeNull();
});
