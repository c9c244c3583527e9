/** Worked examples of prices, discounts and shipping. The arithmetic stands beside each; amounts are in cents. */
import { expect, test } from 'vitest';
import {
  amountsOf,
  byCode,
  category,
  coupon,
  eur,
  everything,
  flat,
  inCurrency,
  line,
  method,
  now,
  only,
  promotion,
  rules,
  zone,
} from '../test/testing.ts';
import { quote } from './quote.ts';
import type { QuoteRequest } from './rules.ts';

const basket = (...lines: QuoteRequest['lines']): QuoteRequest => ({ currency: 'EUR', lines });
const toGermany = { address: { country: 'DE', postalCode: '10115' } };
const offPerLine = ({ lines }: ReturnType<typeof quote>) =>
  lines.map(({ discounts }) => discounts.reduce((sum, { amount }) => sum + amount.amount, 0));

test('1. ten percent of each line; a half cent goes to the even cent', () => {
  // 25 × 10 % = 2.5 → 2    35 × 10 % = 3.5 → 4    45 × 10 % = 4.5 → 4    sum 10 of 105
  const made = quote(
    basket(line('A', 1, 25), line('B', 1, 35), line('C', 1, 45)),
    rules({ promotions: [promotion('ten', { type: 'percent', percent: 10, on: everything })] }),
    now,
  );
  expect(offPerLine(made)).toEqual([2, 4, 4]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 105, discounts: [10], total: 95 });
  expect(made.discounts[0]?.why).toBe('10 % of 1.05 EUR');
});

test('2. ten euros over three equal lines: the cent that is left goes to the first of the equal fractions', () => {
  // 1000 / 3 = 333.33… each: 333 + 333 + 333 = 999, one is left
  const promotions = [promotion('off', { type: 'amount', amount: eur(1000), on: everything })];
  const made = quote(
    basket(line('A', 1, 1500), line('B', 1, 1500), line('C', 1, 1500)),
    rules({ promotions }),
    now,
  );
  expect(offPerLine(made)).toEqual([334, 333, 333]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 4500, discounts: [1000], total: 3500 });
});

test('3. ten euros off a basket of six: six, and no less than nothing', () => {
  const promotions = [promotion('off', { type: 'amount', amount: eur(1000), on: everything })];
  const made = quote(basket(line('A', 2, 150), line('B', 1, 300)), rules({ promotions }), now);
  expect(amountsOf(made)).toMatchObject({ subtotal: 600, discounts: [600], total: 0 });
  expect(made.discounts[0]?.why).toBe('10.00 EUR off, at most 6.00 EUR');
});

test('4. buy two, get one: of seven units two are free, the cheapest', () => {
  // 7 units / (2 + 1) = 2 times; 3 × 200, 4 × 500: two of 200 are free
  const effect = {
    type: 'buy-x-get-y' as const,
    buy: { quantity: 2, on: everything },
    get: { quantity: 1, on: everything, percent: 100 },
    timesMax: null,
  };
  const made = quote(
    basket(line('A', 4, 500), line('B', 3, 200)),
    rules({ promotions: [promotion('three for two', effect)] }),
    now,
  );
  expect(offPerLine(made)).toEqual([0, 400]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 2600, discounts: [400], total: 2200 });
  expect(made.discounts[0]?.why).toBe('buy 2, get 1: 2 units free');
});

test('5. three of coffee, and a mug for half: once only', () => {
  // 7 of coffee / 3 = 2 times, but once is the limit: 1 × 999 × 50 % = 499.5 → 500, the even one
  const effect = {
    type: 'buy-x-get-y' as const,
    buy: { quantity: 3, on: category('coffee') },
    get: { quantity: 1, on: only('MUG'), percent: 50 },
    timesMax: 1,
  };
  const lines = [line('ARABICA', 7, 850, { category: 'coffee' }), line('MUG', 2, 999)];
  const made = quote(basket(...lines), rules({ promotions: [promotion('mug', effect)] }), now);
  // Of the line of two, one unit is half of 1998, and half of that is 499.5.
  expect(offPerLine(made)).toEqual([0, 500]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 7948, discounts: [500], total: 7448 });
});

test('6. three for ten euros: the dearest three, and the fourth at its price', () => {
  // dearest first: 2 × 450 + 1 × 400 = 1300 for 1000: 300 off, in shares of 900 and 400 of 1300
  // 300 × 900 / 1300 = 207.69   300 × 400 / 1300 = 92.31   → 207 + 92 = 299, the last to the larger fraction: 208
  const effect = { type: 'fixed-price' as const, price: eur(1000), quantity: 3, on: category('tea') };
  const tea = { category: 'tea' };
  const lines = [line('A', 2, 450, tea), line('B', 2, 400, tea), line('MUG', 1, 999)];
  const made = quote(basket(...lines), rules({ promotions: [promotion('three teas', effect)] }), now);
  expect(offPerLine(made)).toEqual([208, 92, 0]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 2699, discounts: [300], total: 2399 });
});

test('7. everything of a category for 5.00: what is cheaper stays', () => {
  // 2 × (799 − 500) = 598; 3 × 450 is less than 3 × 500
  const effect = { type: 'fixed-price' as const, price: eur(500), quantity: 1, on: category('sale') };
  const lines = [line('A', 2, 799, { category: 'sale' }), line('B', 3, 450, { category: 'sale' })];
  const made = quote(basket(...lines), rules({ promotions: [promotion('all 5', effect)] }), now);
  expect(offPerLine(made)).toEqual([598, 0]);
  expect(amountsOf(made)).toMatchObject({ subtotal: 2948, discounts: [598], total: 2350 });
});

test('8. twenty percent, then five euros: the priority decides which is first', () => {
  // 5000 × 20 % = 1000, then 500: 3500. The other way round: 500, then 4500 × 20 % = 900: 3600
  const percent = { type: 'percent' as const, percent: 20, on: everything };
  const amount = { type: 'amount' as const, amount: eur(500), on: everything };
  const totalWith = (priority: number) => {
    const promotions = [promotion('20', percent, { priority }), promotion('5', amount, { priority: 5 })];
    return amountsOf(quote(basket(line('A', 1, 5000)), rules({ promotions }), now));
  };
  expect(totalWith(9)).toMatchObject({ discounts: [1000, 500], total: 3500 });
  expect(totalWith(1)).toMatchObject({ discounts: [500, 900], total: 3600 });
});

test('9. a coupon that stands alone does not join an automatic discount of higher priority', () => {
  const alone = byCode('alone', { type: 'percent', percent: 50, on: everything }, { stackable: false });
  const ten = promotion('ten', { type: 'percent', percent: 10, on: everything }, { priority: 1 });
  const request = { ...basket(line('A', 1, 2000)), coupons: ['half'] };
  const shop = { promotions: [alone, ten], coupons: [coupon('HALF', 'alone')] };
  const made = quote(request, rules(shop), now);
  expect(amountsOf(made)).toMatchObject({ discounts: [200], total: 1800 });
  expect(made.refusals).toEqual([
    { reason: 'not-combinable', detail: 'it cannot be combined with ten', code: 'HALF' },
  ]);
  // Of the same priority, what the customer has asked for is first: 2000 × 50 % = 1000, and nothing joins it.
  const equal = quote(request, rules({ ...shop, promotions: [alone, { ...ten, priority: 0 }] }), now);
  expect(amountsOf(equal)).toMatchObject({ discounts: [1000], total: 1000 });
});

test('10. free shipping takes off what shipping costs, and says so', () => {
  // 1200 + 490 − 490
  const request = { ...basket(line('A', 1, 1200)), ...toGermany, method: 'standard', coupons: ['FREE'] };
  const shop = rules({
    promotions: [byCode('free', { type: 'free-shipping' })],
    coupons: [coupon('FREE', 'free')],
    shippingMethods: [method('standard', [flat(490)])],
  });
  const made = quote(request, shop, now);
  expect(amountsOf(made)).toMatchObject({ subtotal: 1200, discounts: [490], shipping: 490, total: 1200 });
  expect(made.discounts).toMatchObject([{ code: 'FREE', why: 'free shipping' }]);
  expect(made.shipping?.total.amount).toBe(0);
});

test('11. shipping by weight: 3 × 700 g + 150 g are up to 5 kg', () => {
  const tiers = [
    { upToGrams: 2000, price: eur(490) },
    { upToGrams: 5000, price: eur(690) },
  ];
  const parcel = method('parcel', [zone({ type: 'by-weight', tiers }, { countries: ['DE'] })]);
  const lines = [line('A', 3, 1000, { weight: 700 }), line('B', 1, 500, { weight: 150 })];
  const request = { ...basket(...lines), ...toGermany, method: 'parcel' };
  const made = quote(request, rules({ shippingMethods: [parcel] }), now);
  expect(amountsOf(made)).toMatchObject({ subtotal: 3500, shipping: 690, total: 4190 });
  expect(made.shipping?.why).toBe('2250 g, up to 5000 g');
  const heavy = { ...request, lines: [line('A', 8, 1000, { weight: 700 })] };
  const tooHeavy = quote(heavy, rules({ shippingMethods: [parcel] }), now);
  expect(tooHeavy).not.toHaveProperty('shipping');
  expect(tooHeavy).toMatchObject({
    refusals: [{ reason: 'method-unavailable', detail: '5600 g are too heavy, at most 5000 g' }],
  });
});

test('12. shipping by value, and free from 50.00 on; a discount does not cost the free shipping', () => {
  // 5000 of goods: free. 10 % off is 500: 4500 + 0
  const tiers = [
    { from: eur(0), price: eur(590) },
    { from: eur(2500), price: eur(390) },
  ];
  const shippingMethods = [method('post', [zone({ type: 'by-value', tiers }, { freeFrom: eur(5000) })])];
  const promotions = [promotion('ten', { type: 'percent', percent: 10, on: everything })];
  const cost = (quantity: number) =>
    amountsOf(
      quote(
        { ...basket(line('A', quantity, 500)), ...toGermany, method: 'post' },
        rules({ shippingMethods, promotions }),
        now,
      ),
    );
  expect(cost(10)).toMatchObject({ subtotal: 5000, discounts: [500], shipping: 0, total: 4500 });
  expect(cost(5)).toMatchObject({ subtotal: 2500, discounts: [250], shipping: 390, total: 2640 });
  expect(cost(4)).toMatchObject({ subtotal: 2000, discounts: [200], shipping: 590, total: 2390 });
});

test('13. a price list for wholesale customers, and for nobody else', () => {
  // 10 × 799 = 7990 instead of 10 × 999 = 9990
  const list = {
    key: 'wholesale',
    currency: 'EUR',
    customerGroups: ['wholesale'],
    priority: 0,
    startsAt: Date.UTC(2026, 10),
    endsAt: Date.UTC(2026, 11),
    prices: [{ sku: 'A', price: 799, compareAt: 999 }],
  };
  const ask = (groups: string[], at = now) =>
    quote(
      { ...basket(line('A', 10, 999)), customer: { id: 'c', groups, firstOrder: false } },
      rules({ priceLists: [list] }),
      at,
    );
  const made = ask(['wholesale']);
  expect(amountsOf(made)).toMatchObject({ subtotal: 7990, total: 7990 });
  expect(made.lines[0]).toMatchObject({ priceList: 'wholesale', compareAt: { amount: 999 } });
  expect(ask([]).total.amount).toBe(9990);
  expect(ask(['wholesale'], list.endsAt).total.amount).toBe(9990);
});

test('14. yen have no decimals: 7.5 percent of 330 is 24.75, so 25', () => {
  const yen = inCurrency('JPY');
  const promotions = [promotion('off', { type: 'percent', percent: 7.5, on: everything })];
  const request = { currency: 'JPY', lines: [{ sku: 'A', quantity: 3, unitPrice: yen(110) }] };
  const made = quote(request, rules({ promotions }), now);
  expect(amountsOf(made)).toMatchObject({ subtotal: 330, discounts: [25], total: 305 });
  expect(made.discounts[0]?.why).toBe('7.5 % of 330 JPY');
});
