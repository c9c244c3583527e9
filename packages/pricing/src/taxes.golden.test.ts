/**
 * Worked examples of taxes. Those with a source have the amounts of published guidance; the rate of 19 is ours, as that
 * page has none. Amounts are in cents.
 */
import { expect, test } from 'vitest';
import {
  amountsOf,
  byCode,
  coupon,
  eur,
  everything,
  flat,
  inCurrency,
  line,
  method,
  now,
  promotion,
  rules,
  taxRate,
  zone,
} from '../test/testing.ts';
import { quote } from './quote.ts';
import type { QuoteRequest } from './rules.ts';

const basket = (country: string, ...lines: QuoteRequest['lines']): QuoteRequest => ({
  currency: 'EUR',
  lines,
  address: { country },
});

test('15. a net price with surcharges of the same rate', () => {
  // Finnish Tax Administration, "How to calculate VAT" (vero.fi): work 100.00, kilometres 8.00, invoice 10.00, VAT 24 %.
  // Taxable amount 118.00, VAT 118.00 × 24 / 100 = 28.32, total 146.32. The surcharges are shipping here.
  const request = { ...basket('FI', line('REPAIR', 1, 10_000)), method: 'home' };
  const vat = taxRate('vat', 'FI', 24, { included: false });
  const made = quote(
    request,
    rules({ taxRates: [vat], shippingMethods: [method('home', [flat(1800)])] }),
    now,
  );
  expect(amountsOf(made)).toEqual({
    subtotal: 10_000,
    discounts: [],
    shipping: 1800,
    tax: [[11_800, 2832]],
    total: 14_632,
  });
});

test('16. the same, taken out of the price that contains it', () => {
  // The same page: 146.32 with 24 % VAT: 24 × 146.32 / 124 = 28.32, taxable amount 118.00.
  const request = basket('FI', line('REPAIR', 1, 14_632));
  const made = quote(request, rules({ taxRates: [taxRate('vat', 'FI', 24)] }), now);
  expect(amountsOf(made)).toMatchObject({ tax: [[11_800, 2832]], total: 14_632 });
});

test('17. two taxes on one price, neither on the other', () => {
  // Revenu Québec, "Calculating the Taxes" (revenuquebec.ca): 100.00; GST 5 % = 5.00; QST 9.975 % = 9.975 → 9.98; total
  // 114.98. Half a cent counts as a whole one there; here it goes to the even cent, which is the same one.
  const quebec = { region: 'QC', included: false };
  const taxRates = [taxRate('gst', 'CA', 5, quebec), taxRate('qst', 'CA', 9.975, quebec)];
  const cad = inCurrency('CAD');
  const request = {
    currency: 'CAD',
    lines: [{ sku: 'A', quantity: 1, unitPrice: cad(10_000) }],
    address: { country: 'CA', region: 'QC' },
  };
  expect(amountsOf(quote(request, rules({ taxRates }), now))).toMatchObject({
    tax: [
      [10_000, 500],
      [10_000, 998],
    ],
    total: 11_498,
  });
});

test('18. delivery is part of what is taxed', () => {
  // New York State, Tax Bulletin ST-838 (tax.ny.gov): appliance 499.95, service contract 30.00, delivery 20.00: "sales
  // tax must be computed on the total charge of $549.95". It names no rate; with 19 %:
  // 49995 × 19 % = 9499.05 → 9499    3000 × 19 % = 570    2000 × 19 % = 380    sum 10449
  const state = taxRate('sales', 'US', 19, { region: 'NY', included: false });
  const request: QuoteRequest = {
    currency: 'EUR',
    lines: [line('DRYER', 1, 49_995), line('SERVICE', 1, 3000)],
    address: { country: 'US', region: 'NY' },
    method: 'van',
  };
  const made = quote(
    request,
    rules({ taxRates: [state], shippingMethods: [method('van', [flat(2000)])] }),
    now,
  );
  expect(amountsOf(made)).toMatchObject({ shipping: 2000, tax: [[54_995, 10_449]], total: 65_444 });
});

test('19. a coupon of the shop lowers what is taxed', () => {
  // Minnesota Department of Revenue, "Discounts and Coupons" (revenue.state.mn.us): who is not reimbursed charges tax on the
  // price after the discount; "Taxes and Rates": the state's general rate is 6.875 percent, local ones are added.
  // 80.00 − 25 % = 60.00; × 6.875 % = 4.125 → 4.12, the even one; a local half percent 0.30; total 64.42
  const local = { region: 'MN', included: false };
  const shop = rules({
    taxRates: [taxRate('local', 'US', 0.5, local), taxRate('state', 'US', 6.875, local)],
    promotions: [byCode('quarter', { type: 'percent', percent: 25, on: everything })],
    coupons: [coupon('QUARTER', 'quarter')],
  });
  const request: QuoteRequest = {
    currency: 'EUR',
    lines: [line('A', 1, 8000)],
    address: { country: 'US', region: 'MN' },
    coupons: ['quarter'],
  };
  expect(amountsOf(quote(request, shop, now))).toMatchObject({
    discounts: [2000],
    tax: [
      [6000, 30],
      [6000, 412],
    ],
    total: 6442,
  });
});

const german = [
  taxRate('de-reduced', 'DE', 7, { taxClass: 'books', name: 'VAT' }),
  taxRate('de-standard', 'DE', 19, { name: 'VAT' }),
];

test('20. books and mugs: shipping is taxed as the goods, in shares of their value', () => {
  // 10 % off: book 2000 → 1800, mug 3000 → 2700. Shipping 500: 500 × 1800 / 4500 = 200 at 7 %, 300 at 19 %
  // book 1800 × 7 / 107 = 117.76 → 118    its shipping 200 × 7 / 107 = 13.08 → 13
  // mug 2700 × 19 / 119 = 431.09 → 431    its shipping 300 × 19 / 119 = 47.90 → 48
  const request = {
    ...basket('DE', line('BOOK', 1, 2000, { taxClass: 'books' }), line('MUG', 1, 3000)),
    method: 'post',
  };
  const shop = rules({
    taxRates: german,
    shippingMethods: [method('post', [flat(500)])],
    promotions: [promotion('ten', { type: 'percent', percent: 10, on: everything })],
  });
  const made = quote(request, shop, now);
  expect(amountsOf(made)).toEqual({
    subtotal: 5000,
    discounts: [500],
    shipping: 500,
    tax: [
      [1682 + 187, 118 + 13],
      [2269 + 252, 431 + 48],
    ],
    total: 5000,
  });
});

test('21. a class without a rate of its own is taxed as standard; what is exempt says so', () => {
  // 1070 of an unknown class: 1070 × 19 / 119 = 170.84 → 171. Exempt: 0 of 500
  const exempt = taxRate('de-exempt', 'DE', 0, { taxClass: 'exempt' });
  const lines = [line('A', 1, 1070, { taxClass: 'toys' }), line('B', 1, 500, { taxClass: 'exempt' })];
  const made = quote(basket('DE', ...lines), rules({ taxRates: [...german, exempt] }), now);
  expect(amountsOf(made)).toMatchObject({
    tax: [
      [899, 171],
      [500, 0],
    ],
    total: 1570,
  });
});

test('22. a rate that starts later takes the place of the one before', () => {
  // 16 % in the second half of 2020: 1190 × 19 / 119 = 190; 1190 × 16 / 116 = 164.14 → 164
  const from = (year: number, month = 0) => ({ startsAt: Date.UTC(year, month), name: 'VAT' });
  const taxRates = [
    taxRate('c', 'DE', 19, from(2021)),
    taxRate('b', 'DE', 16, from(2020, 6)),
    taxRate('a', 'DE', 19, { name: 'VAT' }),
  ];
  const taxAt = (at: string) =>
    amountsOf(quote(basket('DE', line('A', 1, 1190)), rules({ taxRates }), Date.parse(at))).tax;
  expect(taxAt('2020-06-30T23:59:59.999Z')).toEqual([[1000, 190]]);
  expect(taxAt('2020-07-01T00:00:00.000Z')).toEqual([[1026, 164]]);
  expect(taxAt('2021-01-01T00:00:00.000Z')).toEqual([[1000, 190]]);
});

test('23. two taxes in one price are worked out together, and share the cent', () => {
  // 1000 contains 10 % and 5 %: 1000 × 15 / 115 = 130.43 → 130; of that 130 × 10 / 15 = 86.67, 130 × 5 / 15 = 43.33
  // → 86 + 43 = 129, the last to the larger fraction: 87
  const taxRates = [taxRate('a', 'BR', 10), taxRate('b', 'BR', 5)];
  expect(amountsOf(quote(basket('BR', line('A', 1, 1000)), rules({ taxRates }), now))).toMatchObject({
    tax: [
      [870, 87],
      [870, 43],
    ],
    total: 1000,
  });
});

test('24. shipping with a tax class of its own, to a zone of its own', () => {
  // Goods 2000 × 8 % = 160 on top; shipping 900 is exempt
  const taxRates = [
    taxRate('goods', 'US', 8, { included: false }),
    taxRate('shipping', 'US', 0, { included: false, taxClass: 'shipping' }),
  ];
  const zones = [
    flat(1500, { countries: ['US'], postalCodes: ['967', '995'] }),
    flat(900, { countries: ['US'] }),
    zone({ type: 'flat', price: eur(2500) }),
  ];
  const shippingMethods = [method('ground', zones, 'shipping')];
  const made = (postalCode: string) =>
    amountsOf(
      quote(
        { ...basket('US', line('A', 1, 2000)), address: { country: 'US', postalCode }, method: 'ground' },
        rules({ taxRates, shippingMethods }),
        now,
      ),
    );
  expect(made('10001')).toMatchObject({
    shipping: 900,
    tax: [
      [2000, 160],
      [900, 0],
    ],
    total: 3060,
  });
  expect(made('96701')).toMatchObject({ shipping: 1500, total: 3660 });
});

test('25. a region replaces the rates of its country class by class', () => {
  // Goods of the region 1 % instead of 5 %; food as in all of the country, 2 %
  const taxRates = [
    taxRate('country', 'ES', 5),
    taxRate('food', 'ES', 2, { taxClass: 'food' }),
    taxRate('region', 'ES', 1, { region: 'CN' }),
  ];
  const lines = [line('A', 1, 10_100), line('B', 1, 10_200, { taxClass: 'food' })];
  const there = { ...basket('ES', ...lines), address: { country: 'ES', region: 'cn' } };
  expect(amountsOf(quote(there, rules({ taxRates }), now)).tax).toEqual([
    [10_000, 100],
    [10_000, 200],
  ]);
  expect(amountsOf(quote(basket('ES', ...lines), rules({ taxRates }), now)).tax).toEqual([
    [9619, 481],
    [10_000, 200],
  ]);
});
