/** The exports of other shops, with what is usual in them: markup, quotes, variants as rows, prices in major units. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ImportLine } from '@quickmart/service';
import { expect, test } from 'vitest';
import { catalogOfTests, euros } from '../../test/testing.ts';
import type { Item } from './item.ts';
import { shopifyItems } from './shopify.ts';
import { woocommerceItems } from './woocommerce.ts';

const { send, list } = catalogOfTests();
// biome-ignore lint/suspicious/noExplicitAny: a line of an answer.
type Line = any;

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.csv`, import.meta.url), 'utf8');
async function load(query: string, file: string): Promise<Line[]> {
  const { body } = await send<string>('POST', `/api/products/import?${query}`, file, {
    'Content-Type': 'text/csv',
  });
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const short = (lines: Line[]) =>
  lines.slice(0, -1).map(({ line, status, sku, detail }) => [line, status, sku, ...(detail ? [detail] : [])]);
const bySku = async (sku: string) => {
  await expect
    .poll(() => list(`/api/products?status=active,archived&sku=${sku}`), { timeout: 5000 })
    .toHaveLength(1);
  const [found] = await list<Line>(`/api/products?status=active,archived&sku=${sku}`);
  return found;
};

test('Shopify: rows become products and variants, and what cannot be taken says why', async () => {
  const file = fixture('shopify');
  const plan = await load('format=shopify&dryRun=true', file);
  const first = await load('format=shopify', file);
  expect(short(first)).toEqual([
    [2, 'created', 'rain-hat'],
    [2, 'created', 'RH-S'],
    [4, 'created', 'rain-hat-M-grun'],
    [6, 'refused', 'RH-X', 'the price free cannot be read'],
    [7, 'created', 'tin-cup'],
    [8, 'refused', 'V-10', 'a gift card is no product here: it has no stock and is not shipped'],
    [9, 'created', 'JUG-0'],
    [10, 'created', 'old-rug'],
    [10, 'created', 'RUG-S'],
    [11, 'refused', 'LOST-1', 'the rows of its handle do not begin with the title of the product'],
  ]);
  expect(first.at(-1)).toMatchObject({
    status: 'summary',
    results: 10,
    created: 7,
    refused: 3,
    complete: true,
  });
  const would = (status: string) => (status === 'created' ? 'would-create' : status);
  expect(short(plan)).toEqual(short(first).map(([line, status, ...rest]) => [line, would(status), ...rest]));
  expect(plan.at(-1)).toEqual({ ...first.at(-1), dryRun: true });
  expect(await bySku('rain-hat')).toMatchObject({
    name: 'Rain Hat',
    category: 'Hats',
    price: euros(4900),
    status: 'active',
    description: 'Keeps the rain off.\n\nfelt\n\ncork & wax',
    attributes: { vendor: 'North & Sons', tags: 'rain, felt' },
    options: { Size: ['S', 'M', 'X'], 'Farbe-aussen': ['grün'] },
    media: [
      { url: 'https://images.example/hat-1.jpg', alt: '' },
      { url: 'https://images.example/hat%202.jpg', alt: 'From the side' },
    ],
  });
  expect(await bySku('RH-S')).toMatchObject({
    choices: { Size: 'S', 'Farbe-aussen': 'grün' },
    attributes: {
      vendor: 'North & Sons',
      barcode: '4006381333931',
      weightGrams: 210,
      compareAtPrice: '59.00',
    },
  });
  expect(await bySku('rain-hat-M-grun')).toMatchObject({ price: euros(4950) });
  expect(await bySku('tin-cup')).toMatchObject({
    name: 'Tin Cup, 8" wide',
    price: euros(1200),
    category: null,
  });
  expect(await bySku('JUG-0')).toMatchObject({ status: 'archived', price: euros(0) });
  await expect.poll(async () => (await bySku('RUG-S')).status, { timeout: 5000 }).toBe('archived');
  expect(await bySku('old-rug')).toMatchObject({ status: 'archived', price: euros(129900) });
});

test('Shopify: the same file again changes nothing; an other price is taken over', async () => {
  const file = fixture('shopify');
  const again = await load('format=shopify&mode=upsert', file);
  expect(again.at(-1)).toMatchObject({ created: 0, updated: 0, unchanged: 7, refused: 3 });
  const changed = await load('format=shopify&mode=upsert', file.replace(',12,,', ',13,,'));
  expect(changed.at(-1)).toMatchObject({ created: 0, updated: 1, unchanged: 6, refused: 3 });
  expect(short(changed).find(([, status]) => status === 'updated')).toEqual([7, 'updated', 'tin-cup']);
});

test('Shopify: a draft whose SKU is that of something else archives nothing', async () => {
  await send('POST', '/api/products', { sku: 'sun-hat', name: 'Sun hat', price: euros(900) });
  const [head] = fixture('shopify').split('\n');
  const columns = head!.split(',');
  const cells = { Handle: 'sun-hat', Title: 'Sun Hat', ...sizes, 'Variant Price': '9', Status: 'draft' };
  const row = columns.map((name) => (cells as Record<string, string>)[name] ?? '').join(',');
  const results = await load('format=shopify', `${head}\n${row}\n`);
  expect(results[0]).toMatchObject({ status: 'refused', code: 'sku-taken' });
  expect((await bySku('sun-hat')).status).toBe('active');
  // With `upsert` the file says what becomes of it, where it can.
  const options = { Size: ['S'] };
  await send('POST', '/api/products', { sku: 'old-hat', name: 'Old hat', price: euros(900), options });
  await load('format=shopify&mode=upsert', `${head}\n${row.replace('sun-hat', 'old-hat')}\n`);
  await expect.poll(async () => (await bySku('old-hat')).status, { timeout: 5000 }).toBe('archived');
});

test('WooCommerce: variations find their product, by SKU or by id', async () => {
  const file = fixture('woocommerce');
  const results = await load('format=woocommerce&currency=CHF', file);
  expect(short(results)).toEqual([
    [2, 'created', 'woo-vest'],
    [3, 'created', 'woo-vest-m'],
    [4, 'created', 'woo-vest-9'],
    [5, 'created', 'woo-hat'],
    [6, 'created', 'woo-11'],
    [7, 'refused', 'woo-atlas', 'an external product is sold elsewhere'],
    [8, 'refused', 'woo-lost', 'no variable product before it has the ID 99'],
    [9, 'refused', 'woo-fine', 'the price 1.005 has more decimals than CHF, which has 2'],
  ]);
  const francs = (amount: number) => ({ amount, currency: 'CHF' });
  expect(await bySku('woo-vest')).toMatchObject({
    description: 'Heavy.\n\nTwo pockets.\n\nOne hidden.',
    category: 'Clothing > Vests',
    price: francs(7900),

    options: { Size: ['S', 'M', 'L'] },
    attributes: { categories: 'Clothing > Vests, Winter', tags: 'wool' },
    media: [
      { url: 'https://images.example/v1.jpg', alt: '' },
      { url: 'https://images.example/v2.jpg', alt: '' },
    ],
  });
  expect(await bySku('woo-vest-9')).toMatchObject({ choices: { Size: 'L' }, price: francs(8150) });
  expect(await bySku('woo-hat')).toMatchObject({
    name: 'Crème Hat',
    price: francs(1850),
    attributes: {
      salePrice: '16',
      saleFrom: '2026-12-01 00:00:00',
      weightKg: 0.12,
      taxClass: 'reduced-rate',
    },
  });
  expect(await bySku('woo-11')).toMatchObject({ status: 'archived', price: francs(102000) });
  const again = await load('format=woocommerce&currency=CHF&mode=upsert', file);
  expect(again.at(-1)).toMatchObject({ created: 0, updated: 0, unchanged: 5, refused: 3 });
});

test('WooCommerce: a variable product without attributes is not sold for nothing', async () => {
  const [head] = fixture('woocommerce').split(/\r?\n/);
  const rowOf = (cells: Record<string, string>) =>
    head!
      .split(',')
      .map((name) => cells[name] ?? '')
      .join(',');
  const parent = rowOf({ ID: '70', Type: 'variable', SKU: 'woo-set', Name: 'Set' });
  const one = rowOf({ ID: '71', Type: 'variation', SKU: 'woo-set-1', Name: 'Set 1', Parent: 'woo-set' });
  const why = 'the variable product has no attributes to choose by';
  expect(short(await load('format=woocommerce', [head, parent, one].join('\n')))).toEqual([
    [2, 'refused', 'woo-set', why],
    [3, 'refused', 'woo-set-1', why],
  ]);
});

test('Olist: has neither names nor prices', async () => {
  const free = 'the file has no prices: it costs 0, until it is given one';
  const [one, two] = ['00112233445566778899aabbccddeeff', 'ffeeddccbbaa99887766554433221100'];
  expect(short(await load('format=olist', fixture('olist')))).toEqual([
    [2, 'created', one, free],
    [3, 'created', two, free],
    [4, 'refused', undefined, 'the row has no product_id'],
  ]);
  expect(await bySku(one)).toMatchObject({
    name: 'móveis decoração 00112233',
    category: 'móveis_decoração',
    price: { amount: 0, currency: 'BRL' },
    attributes: { photos: 2, weightGrams: 1800, lengthCm: 45, heightCm: 12, widthCm: 30 },
  });
  expect(await bySku(two)).toMatchObject({ name: 'product ffeeddcc', category: null });
  const priced = await load('format=olist&mode=upsert&amount=1990&currency=EUR', fixture('olist'));
  expect(priced.at(-1)).toMatchObject({ updated: 2, refused: 1 });
  expect(priced.at(-1).prices).toMatchObject([{ currency: 'EUR', shown: '19.90 EUR to 19.90 EUR' }]);
});

test.each([
  ['shopify', 'sku,name,amount,currency\nA,B,1,EUR\n'],
  ['woocommerce', 'Handle,Title,Variant Price\nA,B,1\n'],
  ['olist', 'id\n1\n'],
])('what is no export of %s is one refusal', async (format, file) => {
  const { status, body } = await send<string>('POST', `/api/products/import?format=${format}`, file, {
    'Content-Type': 'text/csv',
  });
  expect([status, JSON.parse(body)]).toMatchObject([400, { code: 'malformed-request' }]);
  expect(JSON.parse(body).detail).toContain(`this is no export of ${format}: it lacks the columns`);
});

const capRow = { Handle: 'cap', Title: 'Cap', 'Variant SKU': 'CAP-S', 'Variant Price': '10' };
const sizes = { 'Option1 Name': 'Size', 'Option1 Value': 'S' };
const bagRow = { ID: '7', Type: 'variable', SKU: 'BAG', Name: 'Bag', 'Regular price': '' };
test.each([
  ['Shopify', shopifyItems, { ...capRow, ...sizes }, 'CAP-S'],
  ['WooCommerce', woocommerceItems, bagRow, 'BAG'],
])('a file that ends within a product makes no half of it: %s', async (_, itemsOf, row, sku) => {
  const lines: ImportLine[] = [
    { line: 2, input: row },
    { line: 3, unreadable: 'the import ends here: aborted', isEnd: true },
  ];
  const items: Item[] = [];
  for await (const item of itemsOf(Readable.from(lines), { currency: 'EUR', amount: undefined }))
    items.push(item);
  expect(items).toEqual([
    expect.objectContaining({ kind: 'refused', line: 2, sku, code: 'malformed-request' }),
    expect.objectContaining({ kind: 'refused', line: 3 }),
  ]);
});
