/** What holds for every order: no rules change nothing, and its own rules come to the same cent. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noRules } from '@quickmart/pricing';
import { openSealing } from '@quickmart/sealing';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import {
  always,
  asked,
  basket,
  begin,
  eur,
  eventsOf,
  germany,
  id,
  placedAt,
  placedBy,
  plainly,
  quoting,
  type Shop,
  shop,
} from '../../test/shops.ts';
import { withSealing } from '../personal/keys.ts';
import { silentLog } from '../target.ts';
import { withAddresses } from './addresses.ts';
import { Book } from './book.ts';

test('no rules, no taxes: of every order the total is its subtotal, and nothing differs', async () => {
  const orders = fc.array(basket, { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(orders, async (baskets) => {
      const made = quoting({ book: new Book(noRules) });
      for (const [n, lines] of baskets.entries()) {
        await made.apply(placedAt(id(n), begin + n * 3_600_000, plainly(lines)));
      }
      const { orders, days, totals } = made.sums.outcome();
      expect(orders).toBe(baskets.length);
      for (const { charged, quoted, difference } of [...days, ...totals]) {
        expect(quoted.total).toBe(quoted.subtotal);
        expect([quoted, difference]).toEqual([charged, 0]);
      }
    }),
    { numRuns: 100, seed: Number(process.env.SEED) },
  );
});

test('by the rules of the recording, no order differs from the quote that it carries', async () => {
  let discounted = 0;
  await fc.assert(
    fc.asyncProperty(shop, fc.array(asked, { maxLength: 12 }), async (rules, orders) => {
      const { events, cancelled } = placedBy(rules, orders);
      const made = quoting({ cancelled, knowsCustomers: true });
      for (const event of [...eventsOf(rules), ...events]) await made.apply(event);
      const { orders: count, days, promotions, notQuoted, refusedCoupons } = made.sums.outcome();
      expect([notQuoted, refusedCoupons]).toEqual([[], []]);
      expect(count + made.cancelled).toBe(
        events.filter(({ eventType }) => eventType === 'OrderPlacedEvent').length,
      );
      for (const { charged, quoted } of days) expect(quoted).toEqual(charged);
      discounted += promotions.length;
    }),
    { numRuns: 150, seed: Number(process.env.SEED) },
  );
  expect(discounted).toBeGreaterThan(50);
});

test('without the keys an order has no shipping and no taxes, and is counted', async () => {
  const made = quoting({ openAddress: async () => undefined });
  const rules: Shop = {
    ...noRules,
    taxRates: [
      {
        id: id(60),
        country: 'DE',
        region: null,
        taxClass: 'standard',
        name: 'VAT',
        percent: 10,
        included: false,
        ...always,
      },
    ],
  };
  for (const event of eventsOf(rules)) await made.apply(event);
  const placed = plainly([{ sku: 'A', quantity: 1, amount: 1000 }]);
  const addresses = { shipping: { country: 'sealed', region: null, postalCode: 'sealed' } };
  const rate = { rate: id(60), name: 'VAT', percent: 10, included: false };
  const tax = [{ ...rate, base: eur(1000), amount: eur(100) }];
  await made.apply(placedAt(id(1), begin, { ...placed, addresses, tax, total: eur(1100) }));
  expect(made.sealed).toBe(1);
  expect(made.sums.outcome().days).toMatchObject([
    { charged: { taxAdded: 100, total: 1100 }, quoted: { total: 1000 } },
  ]);
});

test('an address opens with the keys of its system, and with no others', async () => {
  const folders = [0, 1, 2].map(() => mkdtempSync(join(tmpdir(), 'quickmart-addresses-')));
  onTestFinished(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const [own, other, none] = folders as [string, string, string];
  for (const folder of [own, other]) {
    const master = { file: join(folder, 'master.key'), make: true };
    await (
      await openSealing({ url: `file:${join(folder, 'keys.sqlite')}`, master, logger: silentLog })
    ).close();
  }
  const sealed = await withSealing(own, (sealing) =>
    sealing.sealFields(id(90), 'address', { country: 'DE', region: null, postalCode: '10115' }),
  );
  const opened = (data: string) => withAddresses(data, (open) => open(sealed));
  expect(await opened(own)).toEqual(germany);
  expect(await opened(other)).toBeUndefined();
  expect(await opened(none)).toBeUndefined();
});

test('what is remembered has a limit; orders are not remembered', async () => {
  const made = quoting({ rememberedMax: 2, cancelled: new Set([id(1)]) });
  const order = plainly([{ sku: 'A', quantity: 1, amount: 1000 }]);
  for (let n = 0; n < 100; n++) await made.apply(placedAt(id(n), begin, order));
  const rate = {
    country: 'DE',
    region: null,
    taxClass: 'standard',
    name: 'VAT',
    percent: 10,
    included: true,
  };
  const rates = eventsOf({
    ...noRules,
    taxRates: ['a', 'b'].map((name, n) => ({ ...rate, ...always, name, id: id(60 + n) })),
  });
  await made.apply(rates[0]!);
  await expect(made.apply(rates[1]!)).rejects.toThrow(/more to remember than 2 .*: --to leaves out the end/);
});
