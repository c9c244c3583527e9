/** Tax rates, shipping methods and price lists: each is set as a whole, and removed. */
import {
  priceListRemoved,
  priceListSet,
  shippingMethodRemoved,
  shippingMethodSet,
  taxRateRemoved,
  taxRateSet,
} from '@quickmart/contracts/pricing/events';
import { registry } from '@quickmart/contracts/registry';
import { priceList, shippingMethod, taxRate } from '@quickmart/price-book';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import { listRules, shippingRules, taxRules } from './rules.ts';
import { newPriceList, newShippingMethod, newTaxRate } from './rules-api.ts';

const { given } = givenWith(registry);
const eur = (amount: number) => ({ amount, currency: 'EUR' });

test('tax rates', () => {
  const input = newTaxRate.parse({ country: 'DE', name: 'VAT', percent: 19, included: true });
  const set = taxRateSet(input);
  const none = given(taxRate, []);
  const known = given(taxRate, [set]);
  none.when((state) => taxRules.put(state, input)).then([set]);
  known.when((state) => taxRules.put(state, input)).then([]);
  const next = { ...input, percent: 16 };
  known.when((state) => taxRules.put(state, next)).then([taxRateSet(next)]);
  known.when(taxRules.remove).then([taxRateRemoved({})]);
  const removed = given(taxRate, [set, taxRateRemoved({})]);
  removed.when(taxRules.remove).then([]);
  removed.when((state) => taxRules.put(state, input)).then([set]);
  none.when(taxRules.remove).refuses('not-found');
  const wrong = { ...input, startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-01-01T00:00:00.000Z' };
  none.when((state) => taxRules.put(state, wrong)).refuses('rule-invalid');
});

test('a tax rate goes by its place, class, name and start, whatever its percentage is', () => {
  const input = newTaxRate.parse({ country: 'DE', name: 'VAT', percent: 19, included: true });
  const idOf = (more: object) => taxRules.idOf({ ...input, ...more });
  expect(idOf({ percent: 7, endsAt: '2027-01-01T00:00:00.000Z' })).toBe(idOf({}));
  const others = [{ country: 'AT' }, { region: 'BY' }, { taxClass: 'books' }, { name: 'Levy' }];
  const starts = [{ startsAt: '2026-01-01T00:00:00Z' }, { startsAt: '2026-01-01T00:00:00.000Z' }];
  expect(new Set([{}, ...others, ...starts].map(idOf)).size).toBe(6);
});

test('shipping methods', () => {
  const input = newShippingMethod.parse({
    key: 'standard',
    name: 'Standard',
    zones: [{ countries: ['DE'], rate: { type: 'flat', price: eur(490) } }],
  });
  const set = shippingMethodSet(input);
  const none = given(shippingMethod, []);
  const known = given(shippingMethod, [set]);
  none.when((state) => shippingRules.put(state, input)).then([set]);
  known.when((state) => shippingRules.put(state, input)).then([]);
  known.when(shippingRules.remove).then([shippingMethodRemoved({})]);
  const everywhere = newShippingMethod.parse({
    ...input,
    zones: [{ rate: input.zones[0]!.rate }, ...input.zones],
  });
  const errors = [
    {
      pointer: '/zones/1',
      code: 'unreachable',
      detail: 'zone 0 has all of its addresses, and stands before it',
    },
  ];
  known
    .when((state) => shippingRules.put(state, everywhere))
    .refuses('rule-invalid', { members: { errors } });
});

test('price lists', () => {
  const prices = [{ sku: 'MUG', price: 1499, compareAt: 1999 }];
  const input = newPriceList.parse({ key: 'sale', name: 'Sale', currency: 'EUR', prices });
  const set = priceListSet(input);
  const none = given(priceList, []);
  const known = given(priceList, [set]);
  none.when((state) => listRules.put(state, input)).then([set]);
  known.when((state) => listRules.put(state, input)).then([]);
  known.when(listRules.remove).then([priceListRemoved({})]);
  none
    .when((state) => listRules.put(state, { ...input, prices: [...prices, ...prices] }))
    .refuses('rule-invalid');
});
