import { expect, test } from 'vitest';
import { eur, everything, flat, zone } from '../test/testing.ts';
import {
  type Fault,
  faultsOfCoupon,
  faultsOfPriceList,
  faultsOfPromotion,
  faultsOfShippingMethod,
} from './check.ts';

const told = (faults: readonly Fault[]) => faults.map(({ pointer, code }) => `${pointer} ${code}`);
const always = { startsAt: null, endsAt: null };
const [first, later] = [Date.UTC(2026, 10), Date.UTC(2026, 11)];
const usd = (amount: number) => ({ amount, currency: 'USD' });

test('promotions', () => {
  const fine = {
    effect: { type: 'amount' as const, amount: eur(1), on: everything },
    conditions: [],
    ...always,
  };
  expect(faultsOfPromotion(fine)).toEqual([]);
  expect(faultsOfPromotion({ ...fine, startsAt: first, endsAt: later })).toEqual([]);
  expect(told(faultsOfPromotion({ ...fine, startsAt: Date.UTC(1999), endsAt: Date.UTC(10_000) }))).toEqual([
    '/startsAt out-of-range',
    '/endsAt out-of-range',
  ]);
  const period = {
    type: 'period' as const,
    weekdays: [],
    from: '09:00',
    until: '09:00',
    utcOffsetMinutes: 0,
  };
  const wrong = {
    effect: { ...fine.effect, amount: eur(0) },
    conditions: [{ type: 'subtotal' as const, from: usd(1), on: everything }, period],
    startsAt: later,
    endsAt: first,
  };
  expect(told(faultsOfPromotion(wrong))).toEqual([
    '/endsAt not-after-start',
    '/effect/amount/amount too-small',
    '/conditions/0/from/currency currencies-mixed',
    '/conditions/1/until empty-period',
  ]);
});

test('coupons', () => {
  const terms = { usesMax: 5, usesPerCustomerMax: 5, ...always };
  expect(faultsOfCoupon(terms)).toEqual([]);
  expect(told(faultsOfCoupon({ ...terms, usesPerCustomerMax: 6 }))).toEqual([
    '/usesPerCustomerMax too-large',
  ]);
});

test('shipping methods', () => {
  const germany = { countries: ['DE'] };
  const fine = [flat(500, { ...germany, postalCodes: ['10'] }), flat(400, germany), flat(900)];
  expect(faultsOfShippingMethod({ zones: fine })).toEqual([]);
  const tiers = [
    { upToGrams: 500, price: eur(1) },
    { upToGrams: 500, price: usd(2) },
  ];
  const wrong = [flat(900), flat(500, { regions: ['BY'] }), zone({ type: 'by-weight', tiers }, germany)];
  expect(told(faultsOfShippingMethod({ zones: wrong }))).toEqual([
    '/zones/1/countries one-country-needed',
    '/zones/1 unreachable',
    '/zones/2 currencies-mixed',
    '/zones/2/rate/tiers/1 not-rising',
    '/zones/2 unreachable',
  ]);
  const free = zone({ type: 'flat', price: eur(1) }, { freeFrom: usd(1) });
  expect(told(faultsOfShippingMethod({ zones: [free] }))).toEqual(['/zones/0 currencies-mixed']);
});

test('price lists', () => {
  const fine = { sku: 'A', price: 100, compareAt: 120 };
  expect(faultsOfPriceList({ prices: [fine], ...always })).toEqual([]);
  const wrong = [fine, { ...fine, compareAt: 100 }];
  expect(told(faultsOfPriceList({ prices: wrong, ...always }))).toEqual([
    '/prices/1/sku repeated',
    '/prices/1/compareAt too-small',
  ]);
});
