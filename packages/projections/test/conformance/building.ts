/** Tables that are built from the log: the first ones, those of a new build beside an old one, and those that nobody uses. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConsumerGroup, keys, type Logger } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/connect.ts';
import { openReadModels, type Projection, type ReadModels } from '../../src/index.ts';
import { define } from '../../src/projection/definition.ts';
import { writeLock } from '../../src/projection/generation.ts';
import { dropView } from '../../src/rebuild/ddl.ts';
import { type UseRow, uses } from '../../src/rebuild/registry.ts';
import type { Database } from '../../src/table/database.ts';
import type { Row } from '../../src/table/table.ts';
import { cleanedUp, type Harness, withDatabase } from '../harness.ts';
import { runInstance } from '../instance.ts';
import { MugLog, painted, shelved } from '../mug-log.ts';
import { idOf, mugsOf, shelfCount } from '../mugs.ts';
import { silent } from '../open.ts';
import { mugs, shelves } from '../schema.ts';

/** Short enough for a test, and so long that signs of life do not keep others from writing. */
const timingOf = {
  SQLite: { heartbeatMs: 100, goneMs: 1_500, keepMs: 1_000, stalledMs: 1_000 },
  'SQL Server': { heartbeatMs: 1_000, goneMs: 5_000, keepMs: 3_000, stalledMs: 3_000 },
};

type Started = { db: ReadModels; said: string[]; consumers: ConsumerGroup; stop: () => Promise<void> };

export function building(harness: Harness): void {
  const timing = timingOf[harness.name];

  describe(`building on ${harness.name}`, { timeout: 300_000 }, () => {
    const log = new MugLog();
    const build = (revision: number): Projection[] => [mugsOf(revision), shelfCount];

    async function opened(url: string, projections: Projection[]) {
      const said: string[] = [];
      const logger: Logger = { ...silent, info: (_, text) => void said.push(text) };
      return { db: await openReadModels({ url, projections, logger, timing }), said };
    }

    /** As a service starts: it opens, answers, and consumes. */
    async function start(url: string, projections: Projection[], store = log.store): Promise<Started> {
      const { db, said } = await opened(url, projections);
      const consumers = log.project(db, store);
      const stop = async () => {
        await consumers.stop(100);
        await db.close();
      };
      return { db, said, consumers, stop };
    }
    const isReady = ({ db }: Pick<Started, 'db'>) =>
      db.ping().then(
        () => true,
        () => false,
      );
    const noteOf = async ({ db }: Started, number: number) => (await db.get(mugs, idOf(number)))?.note;
    const built = 'read models built from the log';

    /** Beside the code under test, by a connection that is there: a new one takes its time. */
    const withLooks = (work: (url: string, looks: Database) => Promise<void>) =>
      withDatabase(harness, async (url) => {
        const looks = await connect(url, silent);
        await cleanedUp(
          () => work(url, looks),
          () => looks.close(),
        );
      });
    /** What a report reads. */
    const viewed = (looks: Database, view: string): Promise<Row[]> =>
      looks.select({ table: { ...mugs, name: view } });
    async function areThere(looks: Database, names: string[]): Promise<boolean[]> {
      const found = await looks.columnsOf(names);
      return names.map((name) => found.has(name));
    }
    const idsOf = (looks: Database, projections: Projection[]) =>
      projections.map((one) => define(one, looks).id);

    test('rows are not there until somebody has built them; until then it is an outage that says why', () =>
      withDatabase(harness, async (url) => {
        await log.fill(20);
        const reader = await openReadModels({ url, projections: build(1), logger: silent });
        await expect(reader.get(mugs, idOf(3))).rejects.toThrow(/mugs is not built yet: .*ROLE=worker/);
        await expect(reader.ping()).rejects.toThrow(/not built yet/);
        const gate = log.gated();
        const worker = await start(url, build(1), gate.store);
        await until(() =>
          reader.ping().then(
            () => false,
            ({ message }) => /mugs is being built from the log: 0 % of 80 events/.test(message),
          ),
        );
        gate.open();
        await until(() => isReady(worker));
        expect(await reader.get(mugs, idOf(3))).toMatchObject({ name: 'Mug no. 3', note: 'revision 1' });
        expect(await reader.get(shelves, 'top')).toEqual({ name: 'top', mugs: 20 });
        await log.say(3, painted('Late'));
        await until(async () => (await reader.get(mugs, idOf(3)))?.name === 'Late');
        await worker.stop();
        await reader.close();
      }));

    test('two builds side by side: each answers and projects, the views move; going back is instant', () =>
      withLooks(async (url, looks) => {
        await log.fill(20);
        const old = await start(url, build(1));
        await until(() => isReady(old));
        expect((await viewed(looks, 'mugs')).map(({ note }) => note)).toEqual(Array(20).fill('revision 1'));
        // The new one comes: while it builds, the old one goes on.
        const gate = log.gated();
        const next = await start(url, build(2), gate.store);
        await until(async () => /being built/.test(await next.db.ping().catch(({ message }) => message)));
        await expect(next.db.get(mugs, idOf(1))).rejects.toThrow(/being built/);
        await log.say(1, painted('Meanwhile'), shelved('low'));
        await until(async () => (await old.db.get(mugs, idOf(1)))?.name === 'Meanwhile');
        expect(await noteOf(old, 1)).toBe('revision 1');
        // What has not changed is the same table for both.
        expect(await next.db.get(shelves, 'low')).toEqual({ name: 'low', mugs: 1 });
        expect((await viewed(looks, 'mugs'))[0]).toMatchObject({ note: 'revision 1' });
        gate.open();
        await until(() => isReady(next));
        expect(await next.db.get(mugs, idOf(1))).toMatchObject({ name: 'Meanwhile', note: 'revision 2' });
        expect((await viewed(looks, 'mugs')).map(({ note }) => note)).toEqual(Array(20).fill('revision 2'));
        // Both project, each its own rows, and together those that they share.
        for (let number = 1; number <= 20; number++) await log.say(number, painted('Both'), shelved('both'));
        for (const one of [old, next]) {
          await until(async () => (await one.db.get(shelves, 'both'))?.mugs === 20);
          await until(async () => {
            const { rows } = await one.db.list(mugs, { sort: { column: 'id', direction: 'asc' }, limit: 50 });
            return rows.length === 20 && rows.every(({ name }) => name === 'Both');
          });
        }
        await sleep(300);
        expect(await old.db.get(shelves, 'both')).toEqual({ name: 'both', mugs: 20 });
        expect([await noteOf(old, 1), await noteOf(next, 1)]).toEqual(['revision 1', 'revision 2']);
        // And back: what is there needs no building.
        await old.stop();
        const back = await start(url, build(1));
        expect(await back.db.get(mugs, idOf(1))).toMatchObject({ name: 'Both', note: 'revision 1' });
        await until(async () => (await viewed(looks, 'mugs'))[0]?.note === 'revision 1');
        await log.say(1, painted('Back'));
        await until(async () => (await back.db.get(mugs, idOf(1)))?.name === 'Back');
        expect(
          [old.said, next.said, back.said].map((said) => said.filter((text) => text === built).length),
        ).toEqual([1, 1, 0]);
        await Promise.all([next.stop(), back.stop()]);
      }));

    test('two instances of a build that start at once: one builds, both serve', () =>
      withDatabase(harness, async (url) => {
        await log.fill(30);
        const both = await Promise.all([start(url, build(1)), start(url, build(1))]);
        for (const one of both) await until(() => isReady(one));
        expect(both.flatMap(({ said }) => said.filter((text) => text === built))).toHaveLength(1);
        for (const one of both) expect(await one.db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 30 });
        await Promise.all(both.map(({ stop }) => stop()));
      }));

    test('where the one that builds is killed, another one goes on', () =>
      withDatabase(harness, async (url) => {
        await log.fill(30);
        const next = await opened(url, build(1));
        const killed = runInstance('build', url, { REDIS_PORT: `${log.port}` });
        await until(async () =>
          / (?!0)\d+ % of 120/.test(await next.db.ping().catch(({ message }) => message)),
        );
        log.project(next.db);
        await sleep(3 * timing.heartbeatMs);
        expect(await isReady(next)).toBe(false);
        killed.kill();
        await killed.output;
        await until(() => isReady(next));
        expect(next.said).toContain(built);
        expect(await next.db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 30 });
        expect(await next.db.get(mugs, idOf(30))).toMatchObject({ name: 'Mug no. 30', note: 'revision 1' });
        expect((await next.db.verify(log.source)).differences).toEqual([]);
        await log.running.at(-1)!.stop(100);
        await next.db.close();
      }));

    test('tables that no process uses are dropped after a while, with their group and views; others stay', () =>
      withLooks(async (url, looks) => {
        await log.fill(5);
        const [before = ''] = idsOf(looks, build(1));
        const [after = '', shared = ''] = idsOf(looks, build(2));
        const old = await start(url, build(1));
        await until(() => isReady(old));
        const next = await start(url, build(2));
        await until(() => isReady(next));
        const groups = async () =>
          ((await log.store.log.redis.xinfo('GROUPS', keys.events('mug', 0))) as string[][])
            .map((flat) => flat[flat.indexOf('name') + 1])
            .sort();
        await until(async () => (await groups()).length === 2);
        expect(await groups()).toEqual(['mugs-read-models', 'mugs-read-models-2']);
        // Both are used: nothing goes.
        await sleep(timing.keepMs + 5 * timing.heartbeatMs);
        expect(await areThere(looks, [before, after, shared])).toEqual([true, true, true]);
        // The views show what was started last; then nobody uses it.
        await next.stop();
        await until(async () => (await groups()).length === 1);
        expect(await areThere(looks, [before, after, shared])).toEqual([true, true, true]);
        expect((await viewed(looks, 'mugs'))[0]).toMatchObject({ note: 'revision 2' });
        await until(async () => !(await areThere(looks, [after]))[0]);
        expect(await areThere(looks, [before, shared])).toEqual([true, true]);
        expect((await viewed(looks, 'mugs'))[0]).toMatchObject({ note: 'revision 1' });
        await log.say(1, painted('Still'));
        await until(async () => (await old.db.get(mugs, idOf(1)))?.name === 'Still');
        // It comes again: it is built again, under the name that is free.
        const again = await start(url, build(2));
        await until(() => isReady(again));
        expect(again.said).toContain(built);
        expect(await groups()).toEqual(['mugs-read-models', 'mugs-read-models-2']);
        // And it goes again, with its group.
        await again.stop();
        await until(async () => (await groups()).length === 1);
        await old.stop();
      }));

    test('who could not look, as the lock was held for long, takes nobody for gone', () =>
      withDatabase(harness, async (url) => {
        const several: ReadModels[] = [];
        for (let n = 1; n <= 5; n++) several.push((await opened(url, build(1))).db);
        const database = await connect(url, silent);
        const beats = async () => {
          const rows = (await database.select({ table: uses })) as UseRow[];
          return new Map(rows.map(({ process, beat }) => [process, beat]));
        };
        await until(async () => [...(await beats()).values()].every((beat) => beat >= 3));
        const before = await database.transaction(writeLock, async () => {
          const held = await beats();
          await sleep(timing.goneMs + 2 * timing.heartbeatMs);
          return held;
        });
        expect(before.size).toBe(5);
        const moved = async () => {
          const now = await beats();
          return [...before].every(([process, beat]) => now.has(process) && now.get(process) !== beat);
        };
        await until(moved);
        // Who was taken for gone has begun at 1 again.
        const now = await beats();
        for (const [process, beat] of before) expect(now.get(process)).toBeGreaterThan(beat);
        await database.close();
        await Promise.all(several.map((db) => db.close()));
      }));

    test('the tables of a process that was killed are dropped, too', () =>
      withLooks(async (url, looks) => {
        await log.fill(5);
        const other = runInstance('use', url, { REDIS_PORT: `${log.port}` });
        const [theirs = ''] = idsOf(looks, [mugsOf(9)]);
        await until(async () => (await areThere(looks, [theirs]))[0]);
        const mine = await start(url, build(1));
        await until(() => isReady(mine));
        await sleep(timing.goneMs + timing.keepMs);
        expect(await areThere(looks, [theirs])).toEqual([true]);
        other.kill();
        await other.output;
        await until(async () => !(await areThere(looks, [theirs]))[0]);
        await mine.stop();
      }));

    test('a process whose tables others have dropped says that it has to be started anew', () =>
      withDatabase(harness, async (url) => {
        await log.fill(5);
        const mine = await start(url, build(1));
        await until(() => isReady(mine));
        const database = await connect(url, silent);
        await database.transaction('test', (tx) => tx.execute(sql`delete from read_model_builds`));
        await database.close();
        await until(async () =>
          /others have dropped its tables: start it anew/.test(
            await mine.db.ping().catch(({ message }) => message),
          ),
        );
        await mine.stop();
      }));

    test('tables of before, which were migrated, are neither read nor left', () =>
      withLooks(async (url, looks) => {
        await log.fill(5);
        await (await openReadModels({ url, projections: [], logger: silent })).close();
        const legacy = [
          'projection_migrations',
          'projection_generations',
          'projection_checkpoints',
          'projection_parked',
        ];
        await looks.change('test', async (tx) => {
          for (const name of [...legacy, 'mugs_2', 'shelves', 'shelves_2'])
            await tx.execute(sql`create table ${sql.identifier(name)} (name int)`);
          await tx.execute(sql`create table mugs (id char(36) not null, name char(200))`);
          await tx.execute(sql`insert into mugs values (${idOf(3)}, 'of before')`);
        });
        const now = await start(url, build(1));
        await until(() => isReady(now));
        expect(await now.db.get(mugs, idOf(3))).toMatchObject({ name: 'Mug no. 3' });
        expect(await areThere(looks, [...legacy, 'mugs_2', 'shelves_2'])).toEqual(Array(6).fill(false));
        expect(await viewed(looks, 'mugs')).toHaveLength(5);
        await now.stop();
      }));

    test('what fails while the tables are made leaves none of them behind, and is tried again', () =>
      withLooks(async (url, looks) => {
        await log.fill(5);
        const [mine = '', second = ''] = idsOf(looks, build(1));
        await (await openReadModels({ url, projections: [], logger: silent })).close();
        // Something else has the name of the second table.
        const block = sql`create view ${sql.identifier(second)} as select 1 one`;
        await looks.change('test', (tx) => tx.execute(block));
        const now = await start(url, build(1));
        await until(async () => now.consumers.status().some(({ failure }) => failure !== undefined));
        expect(await areThere(looks, [mine])).toEqual([false]);
        await looks.change('test', (tx) => dropView({ tx }, second));
        await until(() => isReady(now));
        expect(await now.db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 5 });
        await now.stop();
      }));
  });
}
