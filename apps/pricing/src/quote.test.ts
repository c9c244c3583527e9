/** Rules that are put, and the quotes that follow from them. */
import { randomUUIDv7 } from 'node:crypto';
import {
  type ProductEvents,
  productArchived,
  productCreated,
  productPriceChanged,
} from '@quickmart/contracts/product/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, type NewEventOf } from '@quickmart/streams';
import { expect, test } from 'vitest';
import pricing from './service.ts';

const service = serviceOfTests(pricing);
const { send } = service;
const any = { 'If-Match': '*' };
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const put = async (path: string, body: object) => {
  const answer = await send('PUT', path, body, any);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer;
};
const seen = (answer: { headers: Headers }) => ({
  'Event-Position': answer.headers.get('event-position') as string,
});
const quoteOf = (body: object, headers = {}) => send('POST', '/api/quotes', body, headers);

const product = aggregate<null, ProductEvents>({ category: 'product', initial: null, evolve: {} as never });
/** As the product service writes them. */
async function sold(sku: string, more: object = {}, ...after: NewEventOf<ProductEvents>[]): Promise<string> {
  const productId = randomUUIDv7();
  const details = { name: sku, description: '', category: null, attributes: {} };
  const created = productCreated({ productId, sku, price: eur(1999), ...details, ...more });
  await service.store.decide(product, productId, () => [created, ...after], {
    at: Date.now(),
    meta: { correlationId: 'test' },
    claims: [{ name: 'sku', value: sku }],
  });
  return productId;
}

test('a basket is priced from the catalog, with discount, shipping and tax, and why', async () => {
  const attributes = { taxClass: 'books', weightGrams: 700 };
  await sold('BOOK', { category: 'reading', attributes, price: eur(2000) });
  const mug = await sold('MUG', {}, productPriceChanged({ oldPrice: eur(1999), newPrice: eur(3000) }));
  await put('/api/tax-rates', { country: 'DE', name: 'VAT', percent: 19, included: true });
  const books = { country: 'DE', name: 'VAT', taxClass: 'books', percent: 7, included: true };
  await put('/api/tax-rates', books);
  const tiers = [{ upToGrams: 2000, price: eur(500) }];
  const zones = [{ countries: ['DE'], rate: { type: 'by-weight', tiers } }];
  await put('/api/shipping-methods', { key: 'post', name: 'Post', zones });
  const rule = { name: 'Ten', effect: { type: 'percent', percent: 10 }, startsAt: '2026-01-01T00:00:00Z' };
  const { body: promotion } = await send('POST', '/api/promotions', rule);
  const coupon = await send('POST', `/api/promotions/${promotion.id}/coupons`, { code: 'TEN' });
  const request = {
    lines: [
      { sku: 'BOOK', quantity: 1 },
      { productId: mug, quantity: 1 },
    ],
    coupons: ['ten', 'gone'],
    // An address as carts have it: what is not needed is not looked at.
    address: { name: 'Anna', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' },
    method: 'post',
  };
  const { status, body } = await quoteOf(request, seen(coupon));
  // The arithmetic is that of example 20 in packages/pricing/src/taxes.golden.test.ts.
  expect([status, body]).toMatchObject([
    200,
    {
      subtotal: eur(5000),
      discounts: [{ code: 'TEN', promotion: promotion.id, amount: eur(500), why: '10 % of 50.00 EUR' }],
      shipping: { method: 'post', amount: eur(500), why: '700 g, up to 2000 g' },
      tax: [
        { percent: 7, base: eur(1869), amount: eur(131) },
        { percent: 19, base: eur(2521), amount: eur(479) },
      ],
      total: eur(5000),
      refusals: [{ reason: 'coupon-unknown', code: 'gone' }],
      lines: [
        { sku: 'BOOK', unitPrice: eur(2000), total: eur(1800) },
        { sku: 'MUG', productId: mug, unitPrice: eur(3000), total: eur(2700) },
      ],
    },
  ]);
  const before = await quoteOf({ ...request, coupons: ['TEN'], at: '2025-12-31T00:00:00Z' });
  expect(before.body).toMatchObject({ discounts: [], refusals: [{ reason: 'promotion-not-started' }] });
});

test('what is not sold is no line; prices that are given need no catalog', async () => {
  const archived = await sold('OLD', {}, productArchived({ reason: null }));
  await sold('KUNA', { price: { amount: 100, currency: 'HRK' } });
  const lines = [
    { sku: 'NOWHERE', quantity: 1 },
    { productId: archived, quantity: 1 },
    { sku: 'KUNA', quantity: 1 },
    { sku: 'GIVEN', quantity: 2, unitPrice: eur(450) },
  ];
  const refused = await quoteOf({ lines });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    {
      code: 'product-unknown',
      errors: [
        { pointer: '/lines/0/sku', code: 'unknown' },
        { pointer: '/lines/1/productId', code: 'archived' },
        { pointer: '/lines/2/sku', code: 'currency-unknown' },
      ],
    },
  ]);
  const given = await quoteOf({ lines: lines.slice(3) });
  expect(given.body).toMatchObject({ subtotal: eur(900), total: eur(900), refusals: [] });
  const tooLarge = Array.from({ length: 10 }, (_, n) => ({
    sku: `S${n}`,
    quantity: 1_000_000,
    unitPrice: eur(1_000_000_000),
  }));
  expect((await quoteOf({ lines: tooLarge })).body.code).toBe('quote-too-large');
});

test('automatic promotions are given without a code, until they are paused', async () => {
  const lines = [{ sku: 'TEA', quantity: 3, unitPrice: eur(400), category: 'tea' }];
  const effect = { type: 'fixed-price', price: eur(1000), quantity: 3, on: { categories: ['tea'] } };
  const made = await send('POST', '/api/promotions', { name: 'Three teas', effect, automatic: true });
  const { body } = await quoteOf({ lines }, seen(made));
  expect(body).toMatchObject({ discounts: [{ name: 'Three teas', amount: eur(200) }], total: eur(1000) });
  expect(body.discounts[0]).not.toHaveProperty('code');
  const paused = await send('PATCH', `/api/promotions/${made.body.id}`, { status: 'paused' }, any);
  expect((await quoteOf({ lines }, seen(paused))).body.total).toEqual(eur(1200));
});

test('price lists by group and currency; in lists without their prices', async () => {
  const prices = [{ sku: 'CUP', price: 700, compareAt: 900 }];
  const list = {
    key: 'wholesale',
    name: 'Wholesale',
    currency: 'EUR',
    customerGroups: ['wholesale'],
    prices,
  };
  const made = await put('/api/price-lists', list);
  await put('/api/price-lists', {
    key: 'usd',
    name: 'Dollars',
    currency: 'USD',
    prices: [{ sku: 'CUP', price: 1100 }],
  });
  const again = await put('/api/price-lists', list);
  expect(again.body).toEqual(made.body);
  const shown = await send('GET', `/api/price-lists/${made.body.id}`);
  expect(shown.body).toEqual(made.body);
  const listed = await send('GET', '/api/price-lists?sort=key', undefined, seen(again));
  expect(listed.body.data.map(({ key, prices }: { key: string; prices?: object }) => [key, prices])).toEqual([
    ['usd', undefined],
    ['wholesale', undefined],
  ]);
  await sold('CUP', { price: eur(850) });
  const lines = [{ sku: 'CUP', quantity: 2 }];
  const wholesale = await quoteOf({ lines, customer: { groups: ['wholesale'] } });
  expect(wholesale.body.lines).toMatchObject([
    { unitPrice: eur(700), compareAt: eur(900), priceList: 'wholesale' },
  ]);
  expect((await quoteOf({ lines })).body.total).toEqual(eur(1700));
  expect((await quoteOf({ lines, currency: 'USD' })).body.total).toEqual({ amount: 2200, currency: 'USD' });
  const yen = await quoteOf({ lines, currency: 'JPY' });
  expect(yen.body).toMatchObject({ lines: [], refusals: [{ reason: 'price-missing', sku: 'CUP' }] });
  const removed = await send('DELETE', `/api/price-lists/${made.body.id}`, undefined, any);
  const after = await quoteOf({ lines, customer: { groups: ['wholesale'] } }, seen(removed));
  expect(after.body.total).toEqual(eur(1700));
  const gone = await send('GET', `/api/price-lists/${made.body.id}`);
  expect([gone.status, gone.body.status]).toEqual([200, 'removed']);
  const back = await put('/api/price-lists', list);
  expect(back.body).toMatchObject({ status: 'active', version: 3, createdAt: made.body.createdAt });
});

test('a tax rate is put ahead of time, and removed', async () => {
  const rate = { country: 'FI', name: 'ALV', included: true };
  const first = await put('/api/tax-rates', { ...rate, percent: 24 });
  const next = await put('/api/tax-rates', { ...rate, percent: 25.5, startsAt: '2024-09-01T00:00:00Z' });
  expect(next.body.id).not.toBe(first.body.id);
  const lines = [{ sku: 'A', quantity: 1, unitPrice: eur(10_000) }];
  const taxAt = async (at: string) => {
    const { body } = await quoteOf({ lines, address: { country: 'FI' }, at }, seen(next));
    return body.tax.map(({ percent, amount }: { percent: number; amount: object }) => [percent, amount]);
  };
  expect(await taxAt('2024-08-31T23:59:59Z')).toEqual([[24, eur(1935)]]);
  expect(await taxAt('2024-09-01T00:00:00Z')).toEqual([[25.5, eur(2032)]]);
  const list = await send('GET', '/api/tax-rates?sort=createdAt');
  const finnish = (body: { data: { country: string }[] }) =>
    body.data.filter(({ country }) => country === 'FI');
  expect(finnish(list.body)).toEqual([first.body, next.body]);
  const missing = await send('PUT', '/api/tax-rates', { ...rate, percent: 24 });
  expect(missing.status).toBe(428);
  const removed = await send('DELETE', `/api/tax-rates/${next.body.id}`, undefined, { 'If-Match': '"1"' });
  expect(removed.status).toBe(200);
  const left = await send('GET', '/api/tax-rates?status=active', undefined, seen(removed));
  expect(finnish(left.body)).toEqual([first.body]);
});
