/** Taxes of an outside service. */
import { expect, test } from 'vitest';
import { amountsOf, eur, flat, line, method, now, rules } from '../test/testing.ts';
import { quoteWith } from './quote.ts';
import type { QuoteRequest } from './rules.ts';

const basket = (country: string, ...lines: QuoteRequest['lines']): QuoteRequest => ({
  currency: 'EUR',
  lines,
  address: { country },
});

test('an outside tax service has the same question, and its answer the same place', async () => {
  // The service says 1.23 on the line and 0.45 on the shipping, on top: 2000 + 500 + 123 + 45
  const request = { ...basket('US', line('A', 1, 2000, { taxClass: 'toys' })), method: 'post' };
  const shop = rules({ shippingMethods: [method('post', [flat(500)])] });
  const made = await quoteWith(
    async (inquiry) => {
      expect(inquiry).toEqual({
        address: { country: 'US' },
        lines: [{ amount: eur(2000), taxClass: 'toys' }],
        shipping: [{ amount: eur(500), taxClass: 'toys' }],
      });
      const part = { rate: 'county', name: 'County', percent: 6.15, included: false };
      return {
        lines: [[{ ...part, base: 2000, amount: 123 }]],
        shipping: [[{ ...part, base: 500, amount: 45 }]],
      };
    },
    request,
    shop,
    now,
  );
  expect(amountsOf(made)).toMatchObject({ tax: [[2500, 168]], total: 2668 });
});

test('one rate of an outside tax service, contained in one price and added to another, adds up', async () => {
  // 1000 contain 100; 1000 and 100 on top: 2100
  const request = basket('US', line('A', 1, 1000), line('B', 1, 1000));
  const part = { rate: 'county', name: 'County', percent: 10, amount: 100 };
  const made = await quoteWith(
    async () => ({
      lines: [[{ ...part, base: 900, included: true }], [{ ...part, base: 1000, included: false }]],
      shipping: [],
    }),
    request,
    rules({}),
    now,
  );
  expect(made.lines.map(({ total }) => total.amount)).toEqual([1000, 1100]);
  expect(amountsOf(made)).toMatchObject({
    tax: [
      [900, 100],
      [1000, 100],
    ],
    total: 2100,
  });
});

test('an outside tax service that leaves something out, or answers in fractions, makes no quote', async () => {
  const request = basket('US', line('A', 1, 2000));
  const part = { rate: 'county', name: 'County', percent: 6, base: 2000, amount: 120.5, included: false };
  await expect(quoteWith(async () => ({ lines: [], shipping: [] }), request, rules({}), now)).rejects.toThrow(
    'has not answered for each part',
  );
  await expect(
    quoteWith(async () => ({ lines: [[part]], shipping: [] }), request, rules({}), now),
  ).rejects.toThrow('no whole minor units');
});
