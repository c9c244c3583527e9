/** The catalog over HTTP: the real service in this process, on a private Redis and SQLite. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Category, CountedCategory } from '@quickmart/contracts/category';
import { limits } from '@quickmart/contracts/limits';
import type { ImportResult, Product } from '@quickmart/contracts/product';
import { openReadModels } from '@quickmart/projections';
import { createLog } from '@quickmart/service';
import { startRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations, projections, wire } from './service.ts';

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that the test expects.
type Answer<Body = any> = { status: number; headers: Headers; body: Body };
// biome-ignore lint/suspicious/noExplicitAny: as above.
let send: <Body = any>(
  method: string,
  path: string,
  body?: unknown,
  headers?: object,
) => Promise<Answer<Body>>;
let stop: () => Promise<void>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-product-'));
  const redisServer = await startRedis();
  const redis = redisServer.connect();
  const log = createLog({ name: 'product', level: 'silent' });
  const url = `file:${join(folder, 'product.sqlite')}`;
  const readModels = await openReadModels({ url, projections, migrations, log });
  const { api, consumers } = wire({ redis, log, readModels });
  await consumers.start();
  send = async (method, path, body, headers = {}) => {
    const isText = typeof body === 'string';
    const answer = await api.request(path, {
      ...{ method, headers: { 'Content-Type': 'application/json', ...headers } },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: isText ? text : JSON.parse(text) };
  };
  stop = async () => {
    await consumers.stop();
    await readModels.close();
    await redisServer.stop();
    rmSync(folder, { recursive: true });
  };
});
afterAll(() => stop());

let made = 0;
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const input = (more: object = {}) => ({ sku: `SKU-${++made}`, name: 'Mug', price: euros(1299), ...more });
async function created<Body = Product>(path: string, body: object): Promise<Body> {
  const answer = await send<Body>('POST', path, body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  // A read of it waits until the lists have it, too.
  await send('GET', answer.headers.get('Location') ?? '');
  return answer.body;
}
const create = (more?: object) => created('/api/products', input(more));
async function list<Item>(path: string): Promise<Item[]> {
  const { status, body } = await send<{ data: Item[] }>('GET', path);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body.data;
}
const refusal = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) });

describe('attributes', () => {
  test.each<[query: string, found: number[]]>([
    ['attr.colour=blue', [0, 1]],
    ['attr.colour=Blue', []],
    ['attr.colour=%20blue%20', [0, 1]],
    ['attr.volumeMl=350', [0, 1]],
    ['attr.volumeMl=350.0', [0]],
    ['attr.volumeMl="350"', [1]],
    ['attr.volumeMl=3.5e2&attr.colour=blue', [0]],
    ['attr.dishwasher=true', [0, 2]],
    ['attr.dishwasher="true"', [2]],
    ['attr.dishwasher=false', [1]],
    ['attr.toString=x', []],
    ['attr.a.b-c_d=x', [2]],
    [`attr.note=${'n'.repeat(400)}`, [2]],
    ['attr.colour=blue&minPrice=1299&status=active&category=cups', [0]],
  ])('%.40s', async (query, found) => {
    const group = `found by ${query.slice(0, 60)};`;
    const all = [
      { attributes: { colour: 'blue', volumeMl: 350, dishwasher: true }, category: 'cups' },
      { attributes: { colour: 'blue', volumeMl: '350', dishwasher: false } },
      { attributes: { dishwasher: 'true', 'a.b-c_d': 'x', note: 'n'.repeat(400) } },
    ];
    const ids: string[] = [];
    for (const one of all) ids.push((await create({ ...one, name: group })).id);
    const shown = await list<Product>(
      `/api/products?sort=createdAt&search=${encodeURIComponent(group)}&${query}`,
    );
    expect(shown.map(({ id }) => ids.indexOf(id))).toEqual(found);
  });

  test('are followed by the list when they change', async () => {
    const { id } = await create({ attributes: { glaze: 'matt' } });
    const headers = { 'If-Match': '"1"' };
    await send('PATCH', `/api/products/${id}`, { attributes: { glaze: 'gloss' } }, headers);
    await send('GET', `/api/products/${id}?minVersion=2`);
    expect(await list('/api/products?attr.glaze=matt')).toEqual([]);
    expect(await list('/api/products?attr.glaze=gloss')).toMatchObject([{ id }]);
  });

  test.each([
    'attr.=x',
    'attr.1a=x',
    'attr.colour=',
    'attr=x',
    'attr.colour=a&attr.colour=b',
    'attributes=x',
    `attr.colour=${'x'.repeat(limits.attributeValueLength + 1)}`,
    Array.from({ length: limits.attributeFiltersMax + 1 }, (_, n) => `attr.a${n}=1`).join('&'),
  ])('are not asked for like this: %.40s', async (query) => {
    expect(await send('GET', `/api/products?${query}`)).toEqual(refusal(400, 'malformed-request'));
  });
});

describe('variants', () => {
  const options = { size: ['S', 'M'], colour: ['blue', 'white'] };
  const choices = { size: 'M', colour: 'blue' };

  test('are products of their own: with a SKU and a price, shown with their product and found by their choices', async () => {
    const parent = await create({
      options,
      category: 'clothes',
      media: [{ url: 'https://example.com/tee.jpg', alt: 'A T-shirt' }],
    });
    const variants = `/api/products/${parent.id}/variants`;
    const variant = await created(variants, { sku: `${parent.sku}-M`, choices, price: euros(1500) });
    expect(variant).toMatchObject({
      ...{ sku: `${parent.sku}-M`, name: 'Mug, M, blue', category: 'clothes', price: euros(1500), choices },
      ...{ variantOf: parent.id, options: {}, variants: [], media: parent.media, version: 1 },
    });
    expect((await send('GET', `/api/products/${variant.id}`)).body).toEqual(variant);
    expect((await send('GET', `/api/products/${parent.id}?minVersion=2`)).body).toMatchObject({
      ...{ version: 2, options, variantOf: null, variants: [{ id: variant.id, sku: variant.sku, choices }] },
    });
    expect(await list(`/api/products?variantOf=${parent.id}`)).toEqual([variant]);
    expect(await list(`/api/products?variantOf=${parent.id}&attr.size=M`)).toEqual([variant]);
    expect(await list(`/api/products?category=clothes&attr.size=S`)).toMatchObject([{ id: parent.id }]);
  });

  test('cannot be two with the same choices, nor with a SKU that is taken: then nothing is written', async () => {
    const parent = await create({ options });
    const add = (sku: string, more: object = {}, headers = {}) =>
      send('POST', `/api/products/${parent.id}/variants`, { sku, choices, ...more }, headers);
    expect(await add(parent.sku)).toEqual(refusal(409, 'sku-taken'));
    const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => add(`${parent.sku}-${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'variant-exists' });
    const lost = answers.findIndex(({ status }) => status === 409);
    expect(await list(`/api/products?sku=${parent.sku}-${lost}`)).toEqual([]);
    const other = { choices: { ...choices, size: 'S' } };
    expect(await add(`${parent.sku}-S`, other, { 'If-Match': '"1"' })).toEqual(refusal(412, 'version-stale'));
    expect(await add(`${parent.sku}-S`, other, { 'If-Match': '"2"' })).toMatchObject({ status: 201 });
  });
});

test.each([
  'ftp://example.com/a.jpg',
  'javascript:alert(1)',
  'https://',
  'https://user@example.com/a.jpg',
  'https://example.com/a b.jpg',
  'https://example.com/ä.jpg',
  '//example.com/a.jpg',
  `https://example.com/${'a'.repeat(limits.mediaUrlLength)}`,
])('no media at %.40s', async (url) => {
  const { status, body } = await send('POST', '/api/products', input({ media: [{ url, alt: '' }] }));
  expect([status, body.errors[0].pointer]).toEqual([422, '/media/0/url']);
});

describe('categories', () => {
  const category = (key: string, parentId: string | null = null) =>
    created<Category>('/api/categories', { key, name: key.toUpperCase(), parentId });
  const change = (id: string, body: object, etag: string | number = '*') =>
    send('PATCH', `/api/categories/${id}`, body, { 'If-Match': etag === '*' ? etag : `"${etag}"` });

  test('count their products and those below them, wherever they are moved', async () => {
    const top = await category('c-top');
    const middle = await category('c-middle', top.id);
    const bottom = await category('c-bottom', middle.id);
    for (const key of ['c-top', 'c-bottom', 'c-bottom', 'c-elsewhere']) await create({ category: key });
    const archived = await create({ category: 'c-bottom' });
    await send('DELETE', `/api/products/${archived.id}`, undefined, { 'If-Match': '"1"' });
    expect((await send('GET', `/api/products/${archived.id}?minVersion=2`)).body.status).toBe('archived');
    const counts = async () => {
      const rows = await list<CountedCategory>('/api/categories?sort=key&limit=100');
      const own = rows.filter(({ key }) => key.startsWith('c-'));
      return Object.fromEntries(
        own.map(({ key, products, productsBelow }) => [key, [products, productsBelow]]),
      );
    };
    expect(await counts()).toEqual({ 'c-top': [1, 3], 'c-middle': [0, 2], 'c-bottom': [2, 2] });
    const below = async (key: string) =>
      (await list<Product>(`/api/products?category=${key}&subcategories=true&status=active`)).length;
    expect([await below('c-top'), await below('c-middle'), await below('c-elsewhere')]).toEqual([3, 2, 1]);

    const moved = await change(bottom.id, { parentId: null }, bottom.version);
    expect(moved).toMatchObject({ status: 200, body: { parentId: null, name: 'C-BOTTOM' } });
    expect(moved.headers.get('ETag')).toBe(`"${moved.body.version}"`);
    await send('GET', `/api/categories/${bottom.id}?minVersion=${moved.body.version}`);
    expect(await counts()).toEqual({ 'c-top': [1, 1], 'c-middle': [0, 0], 'c-bottom': [2, 2] });
  });

  test('are read as they were answered, and changed by their own version', async () => {
    const one = await category('v-one');
    await category('v-two');
    expect((await send('GET', `/api/categories/${one.id}`)).body).toEqual(one);
    const renamed = await change(one.id, { name: 'One' }, one.version);
    expect(renamed.status).toBe(200);
    const path = `/api/categories/${one.id}?minVersion=${renamed.body.version}`;
    expect((await send('GET', path)).body).toEqual(renamed.body);
    expect(await change(one.id, { name: 'Uno' }, one.version)).toEqual(refusal(412, 'version-stale'));
    expect(await send('PATCH', `/api/categories/${one.id}`, { name: 'Uno' })).toEqual(
      refusal(428, 'version-required'),
    );
    expect(await list(`/api/categories?key=v-one`)).toMatchObject([{ id: one.id, name: 'One', products: 0 }]);
  });

  test('two moves that make a cycle together: one is made', async () => {
    const [a, b] = [await category('m-a'), await category('m-b')];
    const answers = await Promise.all([change(a.id, { parentId: b.id }), change(b.id, { parentId: a.id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers).toContainEqual(refusal(409, 'category-cycle'));
  });

  test('are refused with a key that is taken or a parent that is not there', async () => {
    await category('r-a');
    const answer = await send('POST', '/api/categories', { key: 'r-a', name: 'A' });
    expect(answer).toEqual(refusal(409, 'category-exists'));
    const orphan = { key: 'r-b', name: 'B', parentId: '019a0000-0000-7000-8000-00000000dead' };
    expect(await send('POST', '/api/categories', orphan)).toEqual(refusal(422, 'category-unknown'));
    expect(await send('GET', `/api/categories/${orphan.parentId}`)).toEqual(refusal(404, 'not-found'));
  });
});

describe('an import that is sent again', () => {
  const load = async (lines: readonly object[], key: string) => {
    const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': key };
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { body } = await send<string>('POST', '/api/products/import', text, headers);
    return body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportResult);
  };

  test('answers the same for every line that was done, and changes nothing', async () => {
    const lines = Array.from({ length: 600 }, () => input());
    const first = await load(lines.slice(0, 300), 'file-1');
    const again = await load(lines, 'file-1');
    expect(again.slice(0, 300)).toEqual(first);
    expect(again.every(({ status }) => status === 'created')).toBe(true);
    expect(await load(lines, 'file-1')).toEqual(again);
    const { body } = await send('GET', `/api/products/${first[0]?.id}/history`);
    expect(body.data).toHaveLength(1);
  });

  test('tells of a line that is another one now, instead of passing over it', async () => {
    const [one, two] = [input(), input()];
    await load([one, two], 'file-2');
    expect(await load([one, { ...two, name: 'Another mug' }], 'file-2')).toMatchObject([
      { line: 1, status: 'created' },
      { line: 2, status: 'refused', code: 'idempotency-key-reused' },
    ]);
  });
});
