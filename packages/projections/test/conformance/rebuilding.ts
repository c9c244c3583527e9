/** Rebuilds: while consumers write and readers read, over interruptions, and as the repair of what was parked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { aggregate, type ConsumerGroup, consumerGroup, DeadLetters, EventStore } from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../src/connect.ts';
import { type Projection, projection, type ReadModels } from '../../src/index.ts';
import type { Row, Table } from '../../src/table.ts';
import { type Harness, open, silent, withReadModels } from '../harness.ts';
import { idOf, type MugEvents, mugLabels, mugList, mugOf, saleOf, shelfCount, shopSales } from '../mugs.ts';
import { labels, mugs, mugTags, sales, shelves } from '../schema.ts';

type Say = {
  [Type in keyof MugEvents]: { eventType: Type; schema: 1; data: MugEvents[Type] };
}[keyof MugEvents];
const nothing = aggregate<null, MugEvents>({ category: 'mug', initial: null, evolve: {} as never });
const room = aggregate<null, { MugsCountedEvent: { counted: number } }>({
  ...{ category: 'room', initial: null, evolve: { MugsCountedEvent: () => null } },
});
const command = () => ({ at: Date.UTC(2026, 0, 1), meta: { correlationId: 'test' } });
const codec = { decode: (_: string, __: number, data: unknown) => data };
const group = 'mugs-read-models';
const all = [mugList, shelfCount, shopSales, mugLabels];

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
    let server: TestRedis;
    let store: EventStore;
    let running: ConsumerGroup[] = [];
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      store = new EventStore({ redis: server.connect(), codec });
      await store.log.redis.flushall();
    });
    afterEach(async () => {
      await Promise.all(running.map((one) => one.stop(100)));
      running = [];
    });

    const say = (number: number, ...events: Say[]) =>
      store.decide(nothing, idOf(number), () => events as never, command());
    const made = (number: number): Say => ({
      ...{ eventType: 'MugMadeEvent', schema: 1 },
      data: { sku: `MUG-${number}`, attributes: { colour: 'blue' }, version: 1 },
    });
    const painted = (name: string): Say => ({ eventType: 'MugPaintedEvent', schema: 1, data: { name } });
    const shelved = (shelf: string): Say => ({ eventType: 'MugShelvedEvent', schema: 1, data: { shelf } });
    const soldOne = (shop: string): Say => ({
      ...{ eventType: 'MugSoldEvent', schema: 1, data: { sales: [saleOf(shop, 1)] } },
    });
    const counted = (number: number, count: number) =>
      store.decide(
        room,
        idOf(number),
        () => [{ eventType: 'MugsCountedEvent', schema: 1, data: { counted: count } }] as const,
        command(),
      );
    const project = (db: ReadModels) => {
      const consumers = consumerGroup('mugs', { store, log: silent })
        .project('mug', db.projector)
        .project('room', db.projector);
      consumers.start();
      running.push(consumers);
    };
    const until = (check: () => Promise<unknown>) =>
      vi.waitFor(async () => expect(await check()).toBeTruthy(), { timeout: 15_000, interval: 20 });
    const letters = () => new DeadLetters(store.log, 'mug', group).count();
    const fillLog = async (count: number) => {
      for (let number = 1; number <= count; number++)
        await say(number, made(number), shelved('top'), soldOne('Köln'), painted(`Mug no. ${number}`));
      await counted(1, 9);
    };
    /** Behind the back of everybody, in the first generation. */
    const spoil = async (url: string, table: Table, rows: Row[], columns: string[]) => {
      const database = await connect(url, silent);
      await database.transaction('spoil', (tx) => tx.update(table, rows, columns));
      await database.close();
    };

    test('gives the rows of the log, of every kind, whatever they were before', () =>
      withReadModels(harness, all, async (db, url) => {
        await fillLog(20);
        project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        await until(async () => (await db.get(labels, idOf(1)))?.counted === 9);
        await spoil(url, mugs, [{ ...mugOf(3), name: 'spoilt' }], ['name']);
        await spoil(url, sales, [saleOf('Köln', 77)], ['units']);
        const reader = await open(url, all);
        expect(await reader.get(mugs, idOf(3))).toMatchObject({ name: 'spoilt' });
        const progress: number[] = [];
        const rebuilt = await db.rebuild({
          log: store.log,
          group,
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
        await say(3, painted('Late'), soldOne('Köln'));
        await until(async () => (await reader.get(mugs, idOf(3)))?.name === 'Late');
        expect(await db.get(sales, 'Köln')).toEqual(saleOf('Köln', 21));
        // And back to the first generation.
        await db.rebuild({ log: store.log, group });
        expect(await reader.get(mugs, idOf(3))).toMatchObject({ name: 'Late' });
        expect(await reader.get(sales, 'Köln')).toEqual(saleOf('Köln', 21));
        await reader.close();
      }));

    test(
      'while events come and others read, nothing is missing and nothing counts twice',
      () =>
        withReadModels(harness, all, async (db, url) => {
          await fillLog(60);
          project(db);
          const reader = await open(url, all);
          const newer = await open(url, all);
          await until(async () => (await reader.get(sales, 'Köln'))?.units === 60);
          let done = false;
          let sold = 60;
          let least = 60;
          const writing = (async () => {
            for (; !done; sold++) {
              await say(1 + (sold % 60), soldOne('Köln'));
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
            for (let times = 1; times <= 3; times++)
              await newer.rebuild({ log: store.log, group, batch: 50 });
          } finally {
            done = true;
          }
          await Promise.all([writing, reading]);
          await until(async () => (await reader.get(sales, 'Köln'))?.units === sold);
          await newer.rebuild({ log: store.log, group });
          expect(await reader.get(sales, 'Köln')).toEqual(saleOf('Köln', sold));
          for (const one of [reader, newer]) await one.close();
        }),
      120_000,
    );

    test('goes on where it was interrupted, or begins anew where that is wanted; meanwhile the old ones serve', () =>
      withReadModels(harness, all, async (db, url) => {
        await fillLog(30);
        await spoil(url, sales, [], ['units']);
        const stop = new AbortController();
        const interrupted = db.rebuild({
          ...{ log: store.log, group, batch: 10, signal: stop.signal },
          onProgress: ({ events }) => events >= 50 && stop.abort(new Error('enough')),
        });
        await expect(interrupted).rejects.toThrow('enough');
        expect(await db.get(sales, 'Köln')).toBeUndefined();
        const other = await open(url, all);
        const resumed = await other.rebuild({ log: store.log, group });
        expect(resumed.events).toBeLessThan(121);
        expect(resumed.events).toBeGreaterThan(0);
        expect(await db.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        const again = db.rebuild({
          log: store.log,
          group,
          batch: 10,
          signal: AbortSignal.abort(new Error('no')),
        });
        await expect(again).rejects.toThrow('no');
        expect((await db.rebuild({ log: store.log, group, restart: true })).events).toBe(121);
        expect(await other.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        await other.close();
      }));

    test('two at once: one ends, the other is told; the rows are right', () =>
      withReadModels(harness, all, async (db, url) => {
        await fillLog(30);
        const other = await open(url, all);
        const both = await Promise.allSettled([
          db.rebuild({ log: store.log, group, batch: 5 }),
          sleep(20).then(() => other.rebuild({ log: store.log, group, batch: 5 })),
        ]);
        for (const outcome of both)
          if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('another rebuild');
        expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
        expect(await other.get(sales, 'Köln')).toEqual(saleOf('Köln', 30));
        await other.close();
      }));

    test('of mended code applies what was parked, and settles its dead letters; without, they stay', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        project(db);
        await say(1, made(1), painted('bad'), shelved('top'), painted('Green'));
        await say(2, made(2), shelved('top'));
        await until(async () => (await letters()) === 3);
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        const sameCode = await db.rebuild({ log: store.log, group });
        expect(sameCode.settled).toBe(0);
        expect(sameCode.parked).toMatchObject([{ projection: 'mugs_2', aggregateId: idOf(1) }]);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Mug 1' });
        expect(await letters()).toBe(3);
        const fixed = await open(url, [mended, shelfCount]);
        const rebuilt = await fixed.rebuild({ log: store.log, group, projections: ['mugs'] });
        expect(rebuilt).toMatchObject({ projections: ['mugs'], parked: [], settled: 3 });
        expect(await letters()).toBe(0);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Green' });
        await say(1, painted('Blue'));
        await until(async () => (await db.get(mugs, idOf(1)))?.name === 'Blue');
        expect(await letters()).toBe(0);
        await fixed.close();
      }));

    test('over a log that was lost and begun anew, it is the repair', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        project(db);
        await say(1, shelved('top'), shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        await store.log.redis.flushall();
        store = new EventStore({ redis: server.connect(), codec });
        await say(1, shelved('top'));
        await until(() =>
          running[0]!.healthy().then(
            () => false,
            () => true,
          ),
        );
        await db.rebuild({ log: store.log, group });
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
        await until(() =>
          running[0]!.healthy().then(
            () => true,
            () => false,
          ),
        );
        await say(1, shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
      }));

    test('a check finds what was changed behind the back of the projections, row and column, and nothing else', () =>
      withReadModels(harness, all, async (db, url) => {
        await fillLog(20);
        project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        await until(async () => (await db.get(labels, idOf(1)))?.counted === 9);
        const names = ['mugs', 'mug_tags', 'shelves', 'sales', 'labels'];
        const good = await db.verify({ log: store.log });
        expect(good.differences).toEqual([]);
        expect(good.tables.map(({ table, rows, differing }) => [table, rows, differing])).toEqual(
          names.map((name, index) => [name, [20, 20, 1, 1, 20][index], 0]),
        );
        await spoil(url, mugs, [{ ...mugOf(3), name: 'spoilt', stock: 7 }], ['name', 'stock']);
        await spoil(url, sales, [saleOf('Köln', 19)], ['units']);
        const database = await connect(url, silent);
        await database.transaction('spoil', async (tx) => {
          await tx.remove(mugs, [idOf(4)]);
          await tx.insert(shelves, [{ name: 'nowhere', mugs: 1 }]);
        });
        await database.close();
        const { differences, tables } = await db.verify({ log: store.log });
        expect(tables.map(({ differing }) => differing)).toEqual([2, 0, 1, 1, 0]);
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
        expect(differences).toContainEqual({
          ...{ table: 'mugs', key: idOf(4), column: 'sku', live: undefined, first: 'MUG-4', second: 'MUG-4' },
        });
        expect(differences).toContainEqual({
          ...{
            table: 'shelves',
            key: 'nowhere',
            column: 'mugs',
            live: 1,
            first: undefined,
            second: undefined,
          },
        });
        await db.rebuild({ log: store.log, group });
        const repaired = await db.verify({ log: store.log, projections: ['mugs', 'sales'] });
        expect(repaired.differences).toEqual([]);
        expect(repaired.tables.map(({ digest }) => digest)).toEqual(
          [0, 1, 3].map((index) => good.tables[index]!.digest),
        );
      }));

    test('a check on a busy system finds nothing; a projection that is not pure is found', () => {
      let clock = 0;
      const ticking = projection<MugEvents, typeof shelves>({
        ...{ name: 'shelves', category: 'mug', table: shelves, key: () => 'clock' },
        evolve: { MugShelvedEvent: () => ({ name: 'clock', mugs: ++clock }) },
      });
      return withReadModels(harness, [mugList, shopSales, ticking], async (db) => {
        await fillLog(20);
        project(db);
        await until(async () => (await db.get(sales, 'Köln'))?.units === 20);
        let done = false;
        const writing = (async () => {
          for (let n = 0; !done; n++) await say(1 + (n % 20), soldOne('Köln'), painted(`Mug ${n}`));
        })();
        const busy = await db.verify({ log: store.log, projections: ['mugs', 'sales'] });
        done = true;
        await writing;
        expect(busy.differences).toEqual([]);
        const { differences } = await db.verify({ log: store.log, projections: ['shelves'] });
        expect(differences).toMatchObject([{ table: 'shelves', key: 'clock', column: 'mugs' }]);
      });
    });

    test('an unknown name is refused, with the known ones', () =>
      withReadModels(harness, [mugList, shelfCount], async (db) => {
        const wrong = db.rebuild({ log: store.log, group, projections: ['mug'] });
        await expect(wrong).rejects.toThrow('there is no projection mug: there are mugs, shelves');
      }));
  });
}
