/** Rebuilds: while consumers write and readers read, over interruptions, and as the repair of what was parked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeadLetters } from '@quickmart/streams';
import { describe, expect, test, vi } from 'vitest';
import { connect } from '../../src/connect.ts';
import { type Projection, projection } from '../../src/index.ts';
import { ReadModelProjector } from '../../src/projector.ts';
import { rebuild } from '../../src/rebuild.ts';
import { replay } from '../../src/replay.ts';
import { type Harness, open, silent, withReadModels } from '../harness.ts';
import { all, group, MugLog, made, painted, shelved, soldOne, spoil, unreadable, until } from '../mug-log.ts';
import { idOf, type MugEvents, mugList, mugOf, saleOf, shelfCount } from '../mugs.ts';
import { labels, mugs, mugTags, sales, shelves } from '../schema.ts';

/** The same projection, in code that can apply every paint. */
const mended: Projection = {
  ...projection<MugEvents, typeof mugs, typeof mugTags>({
    ...{ name: 'mugs', category: 'mug', table: mugs },
    key: ({ aggregateId }) => aggregateId,
    evolve: {
      MugMadeEvent: (_, over, { aggregateId, version }) =>
        mugOf(Number(aggregateId.slice(-12)), { version, ...over }),
      MugPaintedEvent: (row, { name }, { version }) => row && { ...row, name, version },
    },
  }),
  details: mugList.details,
};

export function rebuilding(harness: Harness): void {
  describe(`rebuilding on ${harness.name}`, () => {
    const log = new MugLog();
    const letters = () => new DeadLetters(log.store.log, 'mug', group).count();

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
        }
        await log.say(3, painted('Late'), soldOne('Köln'));
        await until(async () => (await reader.get(mugs, idOf(3)))?.name === 'Late');
        expect(await db.get(sales, 'Köln')).toEqual(saleOf('Köln', 21));
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
              await sleep(1);
            }
          })();
          const reading = (async () => {
            while (!done) {
              const { rows, total } = await reader.list(mugs, {
                ...{ sort: { column: 'id', direction: 'asc' }, limit: 100, includeTotal: true },
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

    test('goes on where it was interrupted, or begins anew where that is wanted; meanwhile the old ones serve', () =>
      withReadModels(harness, all, async (db, url) => {
        await log.fill(30);
        await spoil(url, sales, [], ['units']);
        const stop = new AbortController();
        const interrupted = db.rebuild({
          ...{ ...log.source, batch: 10, signal: stop.signal },
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

    test('of mended code applies what was parked, and settles its dead letters; without, they stay', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        log.project(db);
        await log.say(1, made(1), painted('bad'), shelved('top'), painted('Green'));
        await log.say(2, made(2), shelved('top'));
        await until(async () => (await letters()) === 3);
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        const sameCode = await db.rebuild(log.source);
        expect(sameCode.settled).toBe(0);
        expect(sameCode.parked).toMatchObject([{ projection: 'mugs_2', aggregateId: idOf(1) }]);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Mug 1' });
        expect(await letters()).toBe(3);
        const fixed = await open(url, [mended, shelfCount]);
        const rebuilt = await fixed.rebuild({ ...log.source, projections: ['mugs'] });
        expect(rebuilt).toMatchObject({ projections: ['mugs'], parked: [], settled: 3 });
        expect(await letters()).toBe(0);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Green' });
        await log.say(1, painted('Blue'));
        await until(async () => (await db.get(mugs, idOf(1)))?.name === 'Blue');
        expect(await letters()).toBe(0);
        await fixed.close();
      }));

    test('a letter that a consumer writes while they are settled is settled, too', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        log.project(db);
        await log.say(1, made(1), painted('bad'), painted('Green'));
        await until(async () => (await letters()) === 2);
        const fixed = await open(url, [mended]);
        const { discard } = DeadLetters.prototype;
        const late = vi.spyOn(DeadLetters.prototype, 'discard').mockImplementationOnce(async function (
          this: DeadLetters,
          ...args
        ) {
          await log.say(1, painted('Late')); // behind the letters that are about to go
          await until(async () => (await letters()) === 3);
          return discard.apply(this, args);
        });
        expect(await fixed.rebuild(log.source)).toMatchObject({ settled: 3 });
        late.mockRestore();
        expect(await letters()).toBe(0);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Late' });
        await fixed.close();
      }));

    test('what cannot be read is parked without another transaction, however much it is', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        const mugsMade = 300;
        const spoilt = [painted(unreadable), painted('late'), shelved('top')];
        for (let number = 1; number <= mugsMade; number++)
          await log.say(number, made(number), ...(number % 3 === 0 ? [] : spoilt));
        const database = await connect(url, silent);
        const transactions = vi.spyOn(database, 'transaction');
        const projector = new ReadModelProjector({ database, projections: [mugList, shelfCount] });
        await replay({ ...log.source, projector, category: 'mug', batch: 10_000 });
        expect(transactions).toHaveBeenCalledTimes(1);
        await database.close();
        const { rows } = await db.list(mugs, { sort: { column: 'id', direction: 'asc' }, limit: 1000 });
        expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1));
        expect(rows).toHaveLength(mugsMade);
        expect(await db.get(shelves, 'top')).toBeUndefined();
        const { parked } = await db.rebuild(log.source);
        expect(parked).toHaveLength(2 * (mugsMade - mugsMade / 3));
      }));

    test('over a log that was lost and begun anew, it is the repair', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        log.project(db);
        await log.say(1, shelved('top'), shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        await log.lose();
        await log.say(1, shelved('top'));
        await until(() =>
          log.running[0]!.healthy().then(
            () => false,
            () => true,
          ),
        );
        await db.rebuild(log.source);
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
        await until(() =>
          log.running[0]!.healthy().then(
            () => true,
            () => false,
          ),
        );
        await log.say(1, shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
      }));

    test('a log that is lost before the switch ends it: what served serves', () =>
      withReadModels(harness, [shelfCount], async (db, url) => {
        await log.say(1, shelved('top'), shelved('top'));
        const database = await connect(url, silent);
        const transaction = database.transaction.bind(database);
        let times = 0;
        database.transaction = async (lock, work) => {
          // Clear, fill, make the indexes, switch.
          if (++times === 4) {
            await log.lose();
            await log.say(1, shelved('low'));
          }
          return transaction(lock, work);
        };
        await expect(rebuild(database, [shelfCount], log.source)).rejects.toThrow('begin anew');
        await database.close();
        expect(times).toBe(4);
        expect(await db.get(shelves, 'top')).toBeUndefined();
        await db.rebuild({ ...log.source, restart: true });
        expect(await db.get(shelves, 'low')).toEqual({ name: 'low', mugs: 1 });
        expect(await db.get(shelves, 'top')).toBeUndefined();
      }));

    test('an unknown name is refused, with the known ones', () =>
      withReadModels(harness, [mugList, shelfCount], async (db) => {
        const wrong = db.rebuild({ ...log.source, projections: ['mug'] });
        await expect(wrong).rejects.toThrow('there is no projection mug: there are mugs, shelves');
      }));
  });
}
