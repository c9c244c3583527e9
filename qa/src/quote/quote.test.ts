/** A recording of a few orders, quoted by the rules of a file: the money of each day, and what is said beside it. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ann,
  at,
  automatic,
  bob,
  cancelled,
  id,
  mug,
  mugs,
  placed,
  products,
  quoteFiles,
  tenPercent,
  week,
} from '../../test/quoted.ts';
import type { Given } from '../../test/recording.ts';
import { qa } from '../../test/testing.ts';

const { fileOf, folder, quoted, recordingOf } = quoteFiles();

test('per day and currency: what was charged, what would have been, and the difference', async () => {
  const { code, days, totals, promotions, notes } = await quoted(week, automatic);
  expect(code).toBe(0);
  // 20th: 30.48 and 12.99; a tenth of them is 3.05 (3.048) and 1.30 (1.299). 21st: 18.00, and 3000 yen.
  expect(days).toMatchObject([
    {
      day: '2026-11-20',
      currency: 'EUR',
      orders: 2,
      difference: -435,
      percent: -10.01,
      charged: { subtotal: 4347, discounts: 0, total: 4347 },
      quoted: { subtotal: 4347, discounts: 435, shipping: 0, taxAdded: 0, taxIncluded: 0, total: 3912 },
    },
    { day: '2026-11-21', currency: 'EUR', orders: 1, quoted: { total: 1620 }, difference: -180 },
    { day: '2026-11-21', currency: 'JPY', orders: 1, quoted: { total: 2700 }, difference: -300 },
  ]);
  expect(totals).toMatchObject([
    { day: 'all', currency: 'EUR', orders: 3, difference: -615 },
    { day: 'all', currency: 'JPY', orders: 1, difference: -300 },
  ]);
  expect(promotions).toMatchObject([
    { name: 'Ten percent', currency: 'EUR', times: 3, amount: 615 },
    { name: 'Ten percent', currency: 'JPY', times: 1, amount: 300 },
  ]);
  expect(notes).toEqual([
    'left out because they were cancelled: 1 order',
    expect.stringMatching(/^with products that the recording does not have.*: 1 order$/),
  ]);
});

test('the same for people', async () => {
  const args = ['--replay', recordingOf(week), '--rules', fileOf(automatic), '--data', folder];
  const { code, out } = await qa(undefined, 'quote', ...args);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 9)).toEqual([
    'day         currency  orders  charged  subtotal  discounts  shipping   tax  total  difference   percent  tax inside',
    '2026-11-20  EUR            2    43.47     43.47      -4.35      0.00  0.00  39.12       -4.35  -10.01 %        0.00',
    '2026-11-21  EUR            1    18.00     18.00      -1.80      0.00  0.00  16.20       -1.80  -10.00 %        0.00',
    '2026-11-21  JPY            1     3000      3000       -300         0     0   2700        -300  -10.00 %           0',
    'all         EUR            3    61.47     61.47      -6.15      0.00  0.00  55.32       -6.15  -10.00 %        0.00',
    'all         JPY            1     3000      3000       -300         0     0   2700        -300  -10.00 %           0',
    '',
    'promotion    given  amount  currency',
    'Ten percent      3    6.15  EUR',
  ]);
});

test('only some of the orders, and none is nothing to quote', async () => {
  const some = async (...more: string[]) => (await quoted(week, automatic, ...more)).days;
  expect(await some('--currency', 'JPY')).toMatchObject([{ currency: 'JPY', orders: 1 }]);
  expect(await some('--to', '2026-11-20T10:00:00Z')).toMatchObject([{ day: '2026-11-20', orders: 1 }]);
  expect(await some('--from', '2026-11-20T10:00:00Z', '--currency', 'EUR')).toMatchObject([
    { day: '2026-11-20', orders: 1 },
    { day: '2026-11-21', orders: 1 },
  ]);
  expect(await quoted(week, automatic, '--currency', 'USD')).toMatchObject({ code: 1, orders: 0, days: [] });
});

test('the product is the one of then: category, tax class and price change while the orders come', async () => {
  const updated = (when: number, category: string): Given => ({
    category: 'product',
    aggregateId: mug,
    eventType: 'ProductUpdatedEvent',
    version: 2,
    at: when,
    data: { changes: { category } },
  });
  const rules = {
    promotions: [
      { ...tenPercent, automatic: true, effect: { ...tenPercent.effect, on: { categories: ['kitchen'] } } },
    ],
  };
  const events = [
    ...[...products, updated(at(20, 12), 'garden')],
    ...[placed(10, at(20, 9), [mugs(1, 1000)]), placed(11, at(20, 13), [mugs(1, 1000)])],
  ];
  expect((await quoted(events, rules)).promotions).toMatchObject([{ times: 1, amount: 100 }]);
});

test('a coupon with a limit: its uses are those of the orders before, and a cancellation gives one back', async () => {
  const rules = { promotions: [{ ...tenPercent, coupons: [{ code: 'TEN', usesMax: 1 }] }] };
  const events = [
    ...products,
    ...[10, 11, 12, 13].map((n) => placed(n, at(20, n), [mugs(1, 1000)])),
    cancelled(10, at(20, 11) + 1),
  ];
  const { days, promotions, refusedCoupons } = await quoted(events, rules, '--coupon', 'ten');
  // The first one has it until it is cancelled: the second is refused, the third has it, the fourth is refused.
  expect(promotions).toMatchObject([{ times: 1, amount: 100 }]);
  expect(refusedCoupons).toEqual([
    {
      reason: 'coupon-used-up',
      times: 2,
      first: [11, 13].map((n) => ({ order: id(n), detail: 'TEN: it was used once of 1' })),
    },
  ]);
  expect(days).toMatchObject([{ orders: 3, charged: { total: 3000 }, quoted: { total: 2900 } }]);
});

test('first orders: who has ordered before, also before the first order that is quoted', async () => {
  const rules = { promotions: [{ ...tenPercent, automatic: true, conditions: [{ type: 'first-order' }] }] };
  const orders = [placed(10, at(20, 9), [mugs(1, 1000)]), placed(11, at(21, 9), [mugs(1, 1000)])];
  const events = [...products, ...orders, placed(12, at(21, 10), [mugs(1, 1000)], bob)];
  expect((await quoted(events, rules)).promotions).toMatchObject([{ times: 2 }]);
  expect((await quoted(events, rules, '--from', '2026-11-21')).promotions).toMatchObject([{ times: 1 }]);
});

test('kinds of rules that the file does not have are those of the recording, as they were then', async () => {
  const on = { skus: [], categories: [] };
  const created: Given = {
    category: 'pricing',
    aggregateId: id(50),
    eventType: 'PromotionCreatedEvent',
    at: at(20, 10),
    data: {
      name: 'Recorded',
      effect: { type: 'percent', percent: 50, on },
      conditions: [],
      automatic: true,
      stackable: true,
      priority: 0,
      startsAt: null,
      endsAt: null,
    },
  };
  const archived = { ...created, eventType: 'PromotionArchivedEvent', version: 2, at: at(20, 12), data: {} };
  const orders = [9, 11, 13].map((hour) => placed(hour, at(20, hour), [mugs(1, 1000)]));
  const events = [...products, created, archived, ...orders];
  expect((await quoted(events)).promotions).toMatchObject([{ name: 'Recorded', times: 1, amount: 500 }]);
  expect((await quoted(events, { taxRates: [] })).promotions).toMatchObject([{ name: 'Recorded' }]);
  expect(await quoted(events, { promotions: [] })).toMatchObject({
    promotions: [],
    totals: [{ difference: 0 }],
  });
});

test('orders that cannot be quoted are counted, with the reason, and the first ones are named', async () => {
  const poison = { ...placed(20, at(20, 10), []), schema: 77 };
  const large = placed(21, at(20, 11), [[mug, 'MUG', 1, Number.MAX_SAFE_INTEGER]]);
  const mixed = placed(22, at(20, 12), [mugs(1)], ann);
  (mixed.data as { lines: { unitPrice: object }[] }).lines[0]!.unitPrice = { amount: 5, currency: 'USD' };
  const events = [...products, placed(10, at(20, 9), [mugs(1)]), poison, large, mixed];
  const { code, orders, notQuoted } = await quoted(events);
  expect([code, orders]).toEqual([0, 1]);
  expect(notQuoted).toEqual([
    {
      reason: 'unreadable',
      times: 1,
      first: [{ order: 'order.0@1-2', detail: expect.stringMatching(/unknown event .* schema 77/) }],
    },
    { reason: 'too-large', times: 1, first: [{ order: id(21), detail: expect.stringMatching(/its day/) }] },
    { reason: 'price-missing', times: 1, first: [{ order: id(22), detail: 'MUG: it has no price in EUR' }] },
  ]);
});

test('rules that hold at no time of the orders are named: tomorrow’s rules often begin tomorrow', async () => {
  const promotions = [{ ...tenPercent, automatic: true, startsAt: '2026-12-01T00:00:00Z' }];
  expect((await quoted(week, { promotions })).notes).toContainEqual(
    expect.stringMatching(/^the promotion Ten percent holds at no time of these orders/),
  );
});

test('a wrong recording and bad usage are said', async () => {
  const [changed, other] = [recordingOf(week), fileOf('no recording')];
  appendFileSync(changed, '\n');
  const said = (...args: string[]) => qa(undefined, 'quote', ...args);
  expect(await said('--replay', changed)).toMatchObject({ code: 2, err: expect.stringMatching(/digest/) });
  expect(await said('--replay', other)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no recording/),
  });
  expect(await said('--replay', join(folder, 'none'))).toMatchObject({ code: 2 });
  expect(await said()).toMatchObject({ code: 2, err: expect.stringMatching(/--replay/) });
  expect(await said('--replay', changed, '--currency', 'XXX')).toMatchObject({ code: 2 });
  expect(await said('--replay', changed, '--rules', join(folder, 'none'))).toMatchObject({ code: 2 });
});
