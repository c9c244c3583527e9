/** The check of the rows against the log: it finds what is different, and nothing else. */
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/connect.ts';
import { projection } from '../../src/index.ts';
import { type Harness, storedTable, withReadModels } from '../harness.ts';
import { all, MugLog, painted, soldOne, spoil } from '../mug-log.ts';
import { idOf, type MugEvents, mugList, mugOf, saleOf, shopSales } from '../mugs.ts';
import { silent } from '../open.ts';
import { labels, mugs, sales, shelves } from '../schema.ts';

export function checking(harness: Harness): void {
  describe(`checking on ${harness.name}`, () => {
    const log = new MugLog();

    test('a check finds what was changed behind the back of the projections, row and column, and nothing else', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(20);
        log.project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        await until(async () => (await db.get(labels, idOf(1)))?.counted === 9);
        const names = ['mugs', 'mug_tags', 'shelves', 'sales', 'labels', 'counted_mugs'];
        const progress: object[] = [];
        const good = await db.verify({ ...log.source, onProgress: (one) => progress.push(one) });
        expect(good.differences).toEqual([]);
        expect(progress.at(-1)).toEqual({ events: 2 * 81, rows: 20 + 20 + 1 + 1 + 20 + 1 });
        expect(good.tables.map(({ table, rows, differing }) => [table, rows, differing])).toEqual(
          names.map((name, index) => [name, [20, 20, 1, 1, 20, 1][index], 0]),
        );
        await spoil(url, mugs, [{ ...mugOf(3), name: 'spoilt', stock: 7 }], ['name', 'stock']);
        await spoil(url, sales, [saleOf('Köln', 19)], ['units']);
        const database = await connect(url, silent);
        const [stored, others] = [
          await storedTable(database, all, mugs),
          await storedTable(database, all, shelves),
        ];
        await database.transaction('spoil', async (tx) => {
          await tx.remove(stored, [idOf(4)]);
          await tx.insert(others, [{ name: 'nowhere', mugs: 1 }]);
        });
        await database.close();
        const { differences, tables } = await db.verify(log.source);
        expect(tables.map(({ differing }) => differing)).toEqual([2, 0, 1, 1, 0, 0]);
        const named = { first: 'Mug no. 3', second: 'Mug no. 3' };
        expect(differences).toContainEqual({
          table: 'mugs',
          key: idOf(3),
          column: 'name',
          live: 'spoilt',
          ...named,
        });
        expect(differences.filter(({ key }) => key === idOf(3)).map(({ column }) => column)).toEqual([
          'name',
          'stock',
        ]);
        // A row that is missing, and one too many, are one difference each, not one per column.
        expect(differences.filter(({ key }) => key === idOf(4))).toMatchObject([
          {
            table: 'mugs',
            column: undefined,
            live: undefined,
            first: { sku: 'MUG-4' },
            second: { sku: 'MUG-4' },
          },
        ]);
        expect(differences.filter(({ key }) => key === 'nowhere')).toEqual([
          {
            table: 'shelves',
            key: 'nowhere',
            column: undefined,
            live: { name: 'nowhere', mugs: 1 },
            first: undefined,
            second: undefined,
          },
        ]);
        await db.rebuild(log.source);
        const repaired = await db.verify({ ...log.source, projections: ['mugs', 'sales'] });
        expect(repaired.differences).toEqual([]);
        expect(repaired.tables.map(({ digest }) => digest)).toEqual(
          [0, 1, 3].map((index) => good.tables[index]!.digest),
        );
      }));

    test('a check on a busy system finds nothing; a projection that is not pure is found', () => {
      let clock = 0;
      const ticking = projection<MugEvents, typeof shelves>({
        name: 'shelves',
        category: 'mug',
        table: shelves,
        key: () => 'clock',
        evolve: { MugShelvedEvent: () => ({ name: 'clock', mugs: ++clock }) },
      });
      return withReadModels(harness, [mugList, shopSales, ticking], async (db) => {
        await log.fill(20);
        log.project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        let done = false;
        const writing = (async () => {
          for (let n = 0; !done; n++) await log.say(1 + (n % 20), soldOne('Köln'), painted(`Mug ${n}`));
        })();
        const busy = await db.verify({ ...log.source, projections: ['mugs', 'sales'] });
        done = true;
        await writing;
        expect(busy.differences).toEqual([]);
        const { differences } = await db.verify({ ...log.source, projections: ['shelves'] });
        expect(differences).toMatchObject([{ table: 'shelves', key: 'clock', column: 'mugs' }]);
      });
    });
  });
}
