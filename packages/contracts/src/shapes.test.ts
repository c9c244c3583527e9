import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { limits } from './limits.ts';
import { cut, id, instant, money, page, price, quantity, sku, text, version } from './shapes.ts';

const takes = (shape: z.ZodType, value: unknown) => shape.safeParse(value).success;
const productId = '019a0000-0000-7000-8000-000000000001';
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? String(value);
const rows = (shape: z.ZodType, values: unknown[]) =>
  values.map((value) => [shown(value), shape, value] as const);

describe('takes', () => {
  test.each([
    ...rows(text(5, 1), [
      'a',
      'a b',
      ' five5 ',
      '👩‍👩‍👧'.slice(0, 5),
      'é',
      '\u{1F600}',
      '\u{1F600}'.repeat(5),
      '\u200b',
      '\uFFFD',
      'a\tb\nc',
    ]),
    ...rows(text(5), ['', '   ']),
    ...rows(sku, ['A', '0', 'MUG-BLUE_350.v2', 'a'.repeat(64), '00']),
    ...rows(money, [
      { amount: 0, currency: 'EUR' },
      { amount: Number.MAX_SAFE_INTEGER, currency: 'JPY' },
    ]),
    ...rows(price, [{ amount: limits.priceMax, currency: 'EUR' }]),
    ...rows(quantity, [1, limits.quantityMax]),
    ...rows(version, [0, 1, 2 ** 40]),
    ...rows(instant, ['2026-11-21T09:30:00.000Z', '0001-01-01T00:00:00Z']),
    ...rows(id, [productId, productId.toUpperCase()]),
  ])('%s', (_, shape, value) => {
    expect(takes(shape, value)).toBe(true);
  });
});

test('a text is cut between characters, and only where it is too long', () => {
  expect(cut('a\u{1F600}b\u{1F600}', 3)).toBe('a\u{1F600}b');
  expect(cut('\u{1F600}\u{1F600}', 2)).toBe('\u{1F600}\u{1F600}');
  expect(cut('\u{1F600}\u{1F600}', 1)).toBe('\u{1F600}');
});

describe('refuses', () => {
  test.each([
    ...rows(text(5, 1), [
      '',
      '  ',
      '\u00a0',
      'sixsix',
      '\u{1F600}'.repeat(6),
      'a\0b',
      '\0',
      '\ud800',
      'a\udc00b',
      '\udc00\ud800',
      7,
      null,
      ['a'],
    ]),
    ...rows(sku, [
      '',
      ' A',
      'A ',
      '-A',
      '.A',
      'Ä',
      'A/B',
      'A B',
      'a'.repeat(65),
      'A\0',
      'A\n',
      'A%',
      '__proto__',
      7,
    ]),
    ...rows(money, [
      { amount: -1, currency: 'EUR' },
      { amount: 1.5, currency: 'EUR' },
      { amount: '1', currency: 'EUR' },
      { amount: Number.MAX_SAFE_INTEGER + 1, currency: 'EUR' },
      { amount: Number.POSITIVE_INFINITY, currency: 'EUR' },
      { amount: Number.NaN, currency: 'EUR' },
      { amount: 1, currency: 'eur' },
      { amount: 1, currency: 'EURO' },
      { amount: 1, currency: 'EUR\n' },
      { amount: 1 },
      { amount: 1, currency: 'EUR', cents: 1 },
    ]),
    ...rows(price, [{ amount: limits.priceMax + 1, currency: 'EUR' }]),
    ...rows(quantity, [0, -1, 1.5, limits.quantityMax + 1, '1']),
    ...rows(instant, ['2026-11-21', '2026-11-21T09:30:00+01:00', '2026-02-30T00:00:00Z', 0]),
    ...rows(id, [
      '',
      'x',
      `${productId}0`,
      `{${productId}}`,
      '019a0000-0000-f000-8000-000000000001',
      `${productId}\n`,
    ]),
  ])('%s', (_, shape, value) => {
    expect(takes(shape, value)).toBe(false);
  });
});

test('an id has one spelling, however it came: aggregates and rows are found by it', () => {
  expect(id.parse(productId.toUpperCase())).toBe(productId);
});

test('text is never a sealed one: whoever has got hold of it would have it opened', () => {
  const sealed = `sealed.1.${productId}.user/email.${'a'.repeat(38)}`;
  expect(takes(text(500), sealed)).toBe(false);
  expect(takes(text(500), ` ${sealed} `)).toBe(false);
  expect(takes(text(500), `not ${sealed}`)).toBe(true);
});

test('text is kept trimmed', () => {
  expect(text(5, 1).parse('\u00a0 five5\n')).toBe('five5');
});

test('a page is read with and without its total', () => {
  expect(takes(page(id), { data: [productId], nextCursor: null })).toBe(true);
  expect(takes(page(id), { data: [], nextCursor: 'x', total: 0 })).toBe(true);
  expect(takes(page(id), { data: [] })).toBe(false);
});
