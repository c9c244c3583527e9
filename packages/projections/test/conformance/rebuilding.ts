/** Rebuilds: of every kind of rows, while consumers write and readers read, and over interruptions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/connect.ts';
import { type ReadModels, withDetail } from '../../src/index.ts';
import { dropTable, dropView } from '../../src/rebuild/ddl.ts';
import { type Harness, storedTable, withReadModels } from '../harness.ts';
import { all, MugLog, painted, soldOne, spoil } from '../mug-log.ts';
import { idOf, mugList, mugOf, saleOf, shelfCount } from '../mugs.ts';
import { open, silent } from '../open.ts';
import { countedMugs, labels, mugs, mugTags, sales, shelves } from '../schema.ts';

/** Found by the details of another projection. */
const counted = async (db: ReadModels): Promise<string[]> => {
  const where = [withDetail(countedMugs, [], { owner: 'mugId' })];
  const { rows } = await db.list(mugs, { where, sort: { column: 'id', direction: 'asc' }, limit: 9 });
  return rows.map(({ id }) => id);
};

export function rebuilding(harness: Harness): void {
  describe(`rebuilding on ${harness.name}`, () => {
    const log = new MugLog();

    test('gives the rows of the log, of every kind, whatever they were before', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(20);
        log.project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        await until(async () => (await db.get(labels, idOf(1)))?.counted === 9);
        await spoil(url, mugs, [{ ...mugOf(3), name: 'spoilt' }], ['name']);
        await spoil(url, sales, [saleOf('Köln', 77)], ['units']);
        const reader = await open(url, all);
        expect(await reader.get(mugs, idOf(3))).toMatchObject({ name: 'spoilt' });
        const progress: number[] = [];
        const rebuilt = await db.rebuild({
          ...log.source,
          onProgress: ({ share }) => progress.push(share),
        });
        expect(rebuilt).toEqual({
          projections: all.map(({ name }) => name),
          events: 81,
          parked: [],
          settled: 0,
        });
        expect(progress.at(-1)).toBe(1);
        for (const one of [db, reader]) {
          expect(await one.get(mugs, idOf(3))).toMatchObject({ name: 'Mug no. 3', version: 4 });
          expect(await one.get(sales, 'Köln')).toEqual(saleOf('Köln', 20));
          expect(await one.get(shelves, 'top')).toEqual({ name: 'top', mugs: 20 });
          expect(await one.get(labels, idOf(1))).toEqual({ id: idOf(1), name: 'Mug no. 1', counted: 9 });
          expect(await one.getMany(mugTags, 'value', ['blue'])).toHaveLength(20);
          expect(await counted(one)).toEqual([idOf(1)]);
        }
        await log.say(3, painted('Late'), soldOne('Köln'));
        await until(async () => (await reader.get(mugs, idOf(3)))?.name === 'Late');
        expect(await db.get(sales, 'Köln')).toEqual(saleOf('Köln', 21));
        // One of the two in a list only; `reader` knows of the other generation when it finds nothing.
        await db.rebuild({ ...log.source, projections: ['labels'] });
        for (const one of [db, reader]) expect(await counted(one)).toEqual([idOf(1)]);
        // And back to the first generation.
        await db.rebuild(log.source);
        expect(await reader.get(mugs, idOf(3))).toMatchObject({ name: 'Late' });
        expect(await reader.get(sales, 'Köln')).toEqual(saleOf('Köln', 21));
        await reader.close();
      }));

    test(
      'while events come and others read, nothing is missing and nothing counts twice',
      () =>
        withReadModels(harness, all, async (db, url) => {
          await log.fill(60);
          log.project(db);
          const reader = await open(url, all);
          const newer = await open(url, all);
          await until(async () => (await reader.get(sales, 'Köln'))?.units === 60);
          let done = false;
          let sold = 60;
          let least = 60;
          const writing = (async () => {
            for (; !done; sold++) {
              await log.say(1 + (sold % 60), soldOne('Köln'));
              // A log that grows faster than a slow server takes it in would have no end for the builds.
              while (!done && sold - least > 20) await sleep(5);
              await sleep(1);
            }
          })();
          const reading = (async () => {
            while (!done) {
              const { rows, total } = await reader.list(mugs, {
                sort: { column: 'id', direction: 'asc' },
                limit: 100,
                includeTotal: true,
              });
              expect([rows.length, total]).toEqual([60, 60]);
              const { units = 0 } = (await reader.get(sales, 'Köln')) ?? {};
              expect(units).toBeGreaterThanOrEqual(least);
              least = units;
              await sleep(1); // SQLite answers at once: nobody else would get a turn
            }
          })();
          try {
            for (let times = 1; times <= 3; times++) await newer.rebuild({ ...log.source, batch: 50 });
          } finally {
            done = true;
          }
          await Promise.all([writing, reading]);
          await until(async () => (await reader.get(sales, 'Köln'))?.units === sold);
          await newer.rebuild(log.source);
          expect(await reader.get(sales, 'Köln')).toEqual(saleOf('Köln', sold));
          for (const one of [reader, newer]) await one.close();
        }),
      240_000,
    );

    test('mends a table that was dropped by hand, for every process that has served it', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(2);
        await db.rebuild(log.source);
        const reader = await open(url, all);
        for (const one of [db, reader]) expect(await one.get(mugs, idOf(1))).toMatchObject({ id: idOf(1) });
        const database = await connect(url, silent);
        const { name } = await storedTable(database, all, mugs);
        await database.change('test', async (tx) => {
          await dropView({ tx }, 'mugs');
          await dropTable({ tx }, name);
        });
        await database.close();
        for (const one of [db, reader]) await expect(one.ping()).rejects.toThrow(name);
        await db.rebuild({ ...log.source, projections: [mugList.name] });
        for (const one of [db, reader])
          await until(async () => {
            const mug = await one.get(mugs, idOf(1)).catch(() => undefined);
            return mug?.name === 'Mug no. 1';
          });
        for (const one of [db, reader]) await one.ping();
        await reader.close();
      }));

    test('goes on where it was interrupted, or begins anew where that is wanted; meanwhile the old ones serve', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(30);
        await spoil(url, sales, [], ['units']);
        const stop = new AbortController();
        const interrupted = db.rebuild({
          ...log.source,
          batch: 10,
          signal: stop.signal,
          onProgress: ({ events }) => events >= 50 && stop.abort(new Error('enough')),
        });
        await expect(interrupted).rejects.toThrow('enough');
        expect(await db.get(sales, 'Köln')).toBeUndefined();
        const other = await open(url, all);
        const resumed = await other.rebuild(log.source);
        expect(resumed.events).toBeLessThan(121);
        expect(resumed.events).toBeGreaterThan(0);
        expect(await db.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        const again = db.rebuild({
          ...log.source,
          batch: 10,
          signal: AbortSignal.abort(new Error('no')),
        });
        await expect(again).rejects.toThrow('no');
        expect((await db.rebuild({ ...log.source, restart: true })).events).toBe(121);
        expect(await other.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        await other.close();
      }));

    test('two at once: one ends, the other is told; the rows are right', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(30);
        const other = await open(url, all);
        const both = await Promise.allSettled([
          db.rebuild({ ...log.source, batch: 5 }),
          sleep(20).then(() => other.rebuild({ ...log.source, batch: 5 })),
        ]);
        for (const outcome of both)
          if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('another rebuild');
        expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
        expect(await other.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        await other.close();
      }));

    test('an unknown name is refused, with the known ones', () =>
      withReadModels(harness, [mugList, shelfCount], async (db) => {
        const wrong = db.rebuild({ ...log.source, projections: ['mug'] });
        await expect(wrong).rejects.toThrow('there is no projection mug: there are mugs, shelves');
      }));
  });
}
