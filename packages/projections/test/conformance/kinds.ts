/** Rows that several partitions or several categories touch: nothing of it is lost, and all of it counts once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { from, joined } from '../../src/index.ts';
import { type Harness, withReadModels } from '../harness.ts';
import {
  counted,
  event,
  idOf,
  made,
  mugLabels,
  mugsPerShop,
  saleOf,
  shelved,
  shopSales,
  sold,
} from '../mugs.ts';
import { open } from '../open.ts';
import { labels, sales, shelves } from '../schema.ts';

export function kinds(harness: Harness): void {
  describe(`sums on ${harness.name}`, () => {
    test('are added up over events, batches and partitions, two owners at once, each event once', () =>
      withReadModels(harness, [shopSales], async (first, url) => {
        const second = await open(url, [shopSales]);
        const batches = [0, 1, 2, 3].map((partition) =>
          [1, 2, 3].map((pos) => sold(pos, [saleOf('Köln', pos), saleOf(`"${partition}"\n`, 1)], partition)),
        );
        await Promise.all(
          [first, second].flatMap(({ projector }) => [
            ...batches.map((batch) => projector.apply('mug', batch)),
            projector.apply('mug', batches.flat()),
          ]),
        );
        expect(await second.get(sales, 'Köln')).toEqual(saleOf('Köln', 24));
        for (const partition of [0, 1, 2, 3])
          expect(await second.get(sales, `"${partition}"\n`)).toEqual(saleOf(`"${partition}"\n`, 3));
        await second.close();
      }));

    test('equal those of the log, however it is cut into batches', () => {
      const shops = ['a', 'A', 'ä', 'b'];
      const sale = fc.tuple(fc.constantFrom(...shops), fc.integer({ min: -1000, max: 1000 }));
      const log = fc.array(fc.tuple(fc.nat(3), fc.array(sale, { maxLength: 3 })), { maxLength: 30 });
      return fc.assert(
        fc.asyncProperty(log, fc.nat(9), async (lines, size) => {
          await withReadModels(harness, [shopSales], async (db) => {
            const events = lines.map(([partition, own], index) =>
              sold(
                index + 1,
                own.map(([shop, units]) => saleOf(shop, units)),
                partition,
              ),
            );
            for (let at = 0; at < events.length; at += size + 1)
              await db.projector.apply('mug', events.slice(at, at + size + 1));
            for (const shop of shops) {
              const own = lines.flatMap(([, all]) => all).filter(([name]) => name === shop);
              const units = own.reduce((sum, [, count]) => sum + count, 0);
              const row = await db.get(sales, shop);
              expect(row).toEqual(
                own.length === 0 ? undefined : { ...saleOf(shop, units), discount: 0 - units },
              );
            }
          });
        }),
        { numRuns: Math.ceil(harness.runs / 4), seed: Number(process.env.SEED) },
      );
    });

    test('large ones are exact, and a row that does not fit is refused as a whole', () =>
      withReadModels(harness, [shopSales], async (db) => {
        const large = { ...saleOf('big', 1), amount: Number.MAX_SAFE_INTEGER - 1 };
        await db.projector.apply('mug', [sold(1, [large])]);
        await db.projector.apply('mug', [sold(2, [{ ...saleOf('big', 0), amount: 1 }])]);
        expect(await db.get(sales, 'big')).toMatchObject({ amount: Number.MAX_SAFE_INTEGER });
        const unfit = sold(3, [saleOf('new', 1), { ...saleOf('new', 1), units: 0.5 }]);
        await expect(db.projector.apply('mug', [unfit])).rejects.toThrow('sales.units cannot be');
        expect(await db.get(sales, 'new')).toBeUndefined();
      }));
  });

  describe(`sums without end on ${harness.name}`, () => {
    const most = { ...saleOf('big', 1), amount: Number.MAX_SAFE_INTEGER, discount: 2 ** 31 - 1 };
    const least = { ...most, shop: 'small', amount: -most.amount, discount: -most.discount };

    test('stay at the largest number that is kept exactly, so that they can be read', () =>
      withReadModels(harness, [shopSales], async (db) => {
        for (const pos of [1, 2, 3]) await db.projector.apply('mug', [sold(pos, [most, least])]);
        await db.projector.apply('mug', [sold(4, [most, most]), sold(5, [least, least])]);
        expect(await db.get(sales, 'big')).toEqual({ ...most, units: 5 });
        expect(await db.get(sales, 'small')).toEqual({ ...least, units: 5 });
      }));
  });

  describe(`sums over rows on ${harness.name}`, () => {
    const onShelf = (pos: number, number: number, shelf: string) => ({
      ...shelved(pos, shelf),
      aggregateId: idOf(number),
    });
    const log = [
      made(1, 1, { fragile: false }),
      made(2, 2, { fragile: false, currency: 'CHF', priceAmount: 100 }),
      made(3, 3, { fragile: false, priceAmount: 1 }),
      onShelf(4, 1, 'fragile'),
      onShelf(5, 2, 'fragile'),
      onShelf(6, 2, 'stable'),
      event(7, 'MugPaintedEvent', 3, { name: 'Blue' }),
      event(8, 'MugBrokenEvent', 2, { by: 'a cat' }),
    ];

    test('are those of the rows, however their events are cut into batches', async () => {
      for (const size of [1, 2, 3, log.length])
        await withReadModels(harness, [mugsPerShop], async (db) => {
          for (let at = 0; at < log.length; at += size) {
            await db.projector.apply('mug', log.slice(at, at + size));
            await db.projector.apply('mug', log.slice(0, at + size));
          }
          const rest = { country: 'DE', discount: 0 };
          expect(await db.get(sales, 'EUR')).toEqual({ ...rest, shop: 'EUR', units: 1, amount: 1 });
          expect(await db.get(sales, 'CHF')).toEqual({ ...rest, shop: 'CHF', units: 0, amount: 0 });
        });
    });
  });

  describe(`joined rows on ${harness.name}`, () => {
    test('come from two categories, in any order', () =>
      withReadModels(harness, [mugLabels], async (db) => {
        await db.projector.apply('room', [counted(1, 1, 5), counted(2, 2, 7)]);
        await db.projector.apply('mug', [made(1, 1), event(2, 'MugPaintedEvent', 1, { name: 'Blue' })]);
        await db.projector.apply('room', [counted(3, 1, 4)]);
        expect(await db.get(labels, idOf(1))).toEqual({ id: idOf(1), name: 'Blue', counted: 4 });
        expect(await db.get(labels, idOf(2))).toEqual({ id: idOf(2), name: null, counted: 7 });
        expect(await db.projector.checkpoint('mug', 0)).toMatchObject({ pos: 2 });
        expect(await db.projector.checkpoint('room', 0)).toMatchObject({ pos: 3 });
        expect(await db.waitFor('room.0@1-3', 0)).toBe(true);
        expect(await db.waitFor('mug.0@1-3', 0)).toBe(false);
      }));

    test('lose nothing while two processes write them, one per category', () =>
      withReadModels(harness, [mugLabels], async (first, url) => {
        const second = await open(url, [mugLabels]);
        const write = async (times: number) => {
          for (let pos = 1; pos <= times; pos++)
            await Promise.all([
              first.projector.apply('mug', [event(pos, 'MugPaintedEvent', 1, { name: `Mug ${pos}` })]),
              second.projector.apply('room', [counted(pos, 1, pos)]),
            ]);
        };
        await write(12);
        expect(await first.get(labels, idOf(1))).toEqual({ id: idOf(1), name: 'Mug 12', counted: 12 });
        await second.close();
      }));

    test('one event may touch many rows', () => {
      type Moved = { MugMovedEvent: { to: string[] } };
      const everywhere = joined({
        name: 'everywhere',
        table: shelves,
        from: [
          from<Moved, typeof shelves>('mug', {
            key: ({ data }) => data.to,
            evolve: {
              MugMovedEvent: (row, _, __, key) => ({ name: String(key), mugs: (row?.mugs ?? 0) + 1 }),
            },
          }),
        ],
      });
      return withReadModels(harness, [everywhere], async (db) => {
        const moved = (pos: number, to: string[]) => ({
          ...made(pos, 1),
          eventType: 'MugMovedEvent',
          data: { to },
        });
        await db.projector.apply('mug', [moved(1, ['a', 'b']), moved(2, ['b', 'b']), moved(3, [])]);
        expect(await db.get(shelves, 'a')).toEqual({ name: 'a', mugs: 1 });
        expect(await db.get(shelves, 'b')).toEqual({ name: 'b', mugs: 3 });
      });
    });
  });
}
