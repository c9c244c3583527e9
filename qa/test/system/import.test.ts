/** Bulk import over the wire: what becomes of every line, the bad ones included. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import type { ImportResult } from '../../../apps/product/src/import/api.ts';
import { call } from '../../src/openapi/client.ts';
import { createProduct, euros, newSku, send, stockOf } from './shop.ts';
import { systemOfTests } from './system.ts';

const system = systemOfTests();

const ndjson = 'application/x-ndjson';
async function load(
  type: string,
  body: string | ReadableStream,
  headers: Record<string, string> = {},
): Promise<ImportResult[]> {
  const answer = await call(`${system.product.url}/api/products/import`, {
    method: 'POST',
    headers: { 'Content-Type': type, ...headers },
    body,
    ...(typeof body !== 'string' && { duplex: 'half' }),
  } as RequestInit);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, ndjson]);
  const lines = (await answer.text()).trimEnd().split('\n').filter(Boolean);
  const results = lines.slice(0, -1).map((line) => JSON.parse(line) as ImportResult);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ status: 'summary', results: results.length });
  return results;
}

const mug = (sku = newSku(), more: object = {}) => ({ sku, name: 'Mug', price: euros(1299), ...more });
const lines = (...items: unknown[]) =>
  items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n');
const short = (results: ImportResult[]) =>
  results.map(({ line, status, code }) => [line, status, ...(code ? [code] : [])]);

describe('NDJSON', () => {
  test('good lines are imported, bad ones are named, each by its number', async () => {
    const taken = await createProduct(system);
    const [first, last] = [mug(), mug(undefined, { description: 'ß'.repeat(4000), attributes: { a: 1 } })];
    const results = await load(
      ndjson,
      lines(
        first,
        '{"sku": ',
        mug(taken.sku),
        '',
        mug('not a sku'),
        mug(first.sku),
        JSON.stringify(mug()).replace('1299', '1e400'),
        '{"__proto__": {"admin": true}}',
        '[]',
        'null',
        mug(undefined, { unknown: 1 }),
        last,
      ),
    );
    expect(short(results)).toEqual([
      [1, 'created'],
      [2, 'refused', 'malformed-request'],
      [3, 'refused', 'sku-taken'],
      [5, 'refused', 'validation-failed'],
      [6, 'refused', 'sku-taken'],
      [7, 'refused', 'validation-failed'],
      [8, 'refused', 'malformed-request'],
      [9, 'refused', 'validation-failed'],
      [10, 'refused', 'validation-failed'],
      [11, 'refused', 'validation-failed'],
      [12, 'created'],
    ]);
    const { body } = await send(system.product, 'GET', `/api/products/${results.at(-1)?.id}`);
    expect(body).toMatchObject({ ...last, status: 'active', version: 1 });
    expect(await stockOf(system, results[0]?.id ?? '')).toMatchObject({ sku: first.sku, onHand: 100 });
  });

  test('lines that are long in bytes do not get into each other’s way', async () => {
    const results = await load(
      ndjson,
      lines(...Array.from({ length: 600 }, () => mug(undefined, { description: 'ß'.repeat(4000) }))),
    );
    expect(short(results)).toEqual(Array.from({ length: 600 }, (_, n) => [n + 1, 'created']));
  });

  test('the same file again under the same key does only what was not done', async () => {
    const [a, b, c] = [mug(), mug(), mug()];
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await load(ndjson, lines(a, b), headers);
    const again = await load(ndjson, lines(a, b, c), headers);
    expect(again.slice(0, 2)).toEqual(first);
    expect(again[2]).toMatchObject({ line: 3, status: 'created', sku: c.sku });
  });

  test('results come while the lines still go: a caller that hangs up half-way leaves what it sent', async () => {
    const sent = mug();
    const part = `${lines(...Array.from({ length: 300 }, () => mug()), sent)}\n`;
    const cut = new AbortController();
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode(part)) });
    const answer = await call(`${system.product.url}/api/products/import`, {
      method: 'POST',
      headers: { 'Content-Type': ndjson },
      body,
      duplex: 'half',
      signal: cut.signal,
    } as RequestInit);
    const { value } = (await answer.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('"line":1,');
    cut.abort();
    await until(
      'the service is well',
      async () => (await send(system.product, 'GET', '/readyz')).status === 200,
    );
    expect(await createProduct(system)).toMatchObject({ version: 1 });
  });

  test('another type is refused, and so is a bad key; nothing at all is nothing', async () => {
    const post = (headers: Record<string, string>) =>
      send(system.product, 'POST', '/api/products/import', lines(mug()), headers);
    expect(await post({ 'Content-Type': 'application/json' })).toMatchObject({ status: 415 });
    expect(await post({ 'Content-Type': ndjson, 'Idempotency-Key': '' })).toMatchObject({ status: 400 });
    expect(await load(ndjson, '')).toEqual([]);
  });
});

test.each([
  [ndjson, () => JSON.stringify(mug()), ''],
  ['text/csv', () => `Mug,${newSku()},1299,EUR`, 'name,sku,amount,currency'],
])('a line without end stops the import, and the answer says where: %s', async (type, good, header) => {
  const pieces = [
    `${header}\n${good()}\n`,
    ...Array.from({ length: 40 }, () => 'x'.repeat(10_000)),
    `\n${good()}\n`,
  ];
  const results = await load(type, ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()));
  expect(short(results)).toEqual([
    [2, 'created'],
    [3, 'refused', 'malformed-request'],
  ]);
  expect(results[1]?.detail).toContain('the import ends here');
  expect(await createProduct(system)).toMatchObject({ version: 1 });
});

describe('CSV', () => {
  test('columns in any order, quotes, line breaks, umlauts, attributes', async () => {
    const [a, b] = [newSku(), newSku()];
    const csv = `\uFEFFname,sku,currency,amount,category,description,attributes.colour\r\n"Mug, ""blue""",${a},EUR,1299,Küche,"two\nlines",blau\r\nCup,${b},CHF,0,,,\r\n`;
    const results = await load('text/csv; charset=utf-8', csv);
    expect(short(results)).toEqual([
      [2, 'created'],
      [4, 'created'],
    ]);
    expect((await send(system.product, 'GET', `/api/products/${results[0]?.id}`)).body).toMatchObject({
      sku: a,
      name: 'Mug, "blue"',
      description: 'two\nlines',
      category: 'Küche',
      attributes: { colour: 'blau' },
      price: euros(1299),
    });
    expect((await send(system.product, 'GET', `/api/products/${results[1]?.id}`)).body).toMatchObject({
      sku: b,
      description: '',
      category: null,
      attributes: {},
      price: { amount: 0, currency: 'CHF' },
    });
  });

  test.each([
    ['too many cells', 'Mug,SKU,1299,EUR,too,many', 'malformed-request'],
    ['too few cells', 'Mug,SKU', 'malformed-request'],
    ['no amount', 'Mug,SKU,,EUR', 'validation-failed'],
    ['an amount that is none', 'Mug,SKU,12.99,EUR', 'validation-failed'],
    ['an amount in hex', 'Mug,SKU,0x10,EUR', 'validation-failed'],
    ['a NUL', 'M\0ug,SKU,1299,EUR', 'validation-failed'],
  ])('a bad line is refused, those around it are imported: %s', async (_, line, code) => {
    const good = () => ` Mug ,${newSku()}, 1299 ,EUR`;
    const csv = [' name,sku ,amount,currency', good(), line.replace('SKU', newSku()), good(), good()].join(
      '\n',
    );
    expect(short(await load('text/csv', csv))).toEqual([
      [2, 'created'],
      [3, 'refused', code],
      [4, 'created'],
      [5, 'created'],
    ]);
  });

  test.each([
    ['inside a cell', 'Mug "blue"', 'Mug "blue"'],
    ['that does not close the cell', '"Mug" blue', '"Mug" blue'],
  ])('a stray quote is part of the text: %s', async (_, cell, name) => {
    const csv = `name,sku,amount,currency\n${cell},${newSku()},1299,EUR\nMug,${newSku()},1299,EUR\n`;
    const results = await load('text/csv', csv);
    expect(short(results)).toEqual([
      [2, 'created'],
      [3, 'created'],
    ]);
    const { body } = await send(system.product, 'GET', `/api/products/${results[0]?.id}`);
    expect(body.name).toBe(name);
  });

  test('a messy file of a real shop ends with a result for every line', async () => {
    const text = readFileSync(new URL('../../fixtures/messy.csv', import.meta.url), 'utf8');
    const type = { 'Content-Type': 'text/csv' };
    expect(await send(system.product, 'POST', '/api/products/import', text, type)).toMatchObject({
      status: 400,
    });
    const csv = text.replace(/^[^\n]*/, 'sku,name,amount,currency');
    const results = await load('text/csv', csv);
    expect(results.length).toBeGreaterThan(0);
    expect(results.every(({ status }) => status === 'refused' || status === 'created')).toBe(true);
  });
});
