/** What is particular to SQLite: plans and locks of other processes. Files that cannot be used: sqlite-files.test.ts. */
import { DatabaseSync } from 'node:sqlite';
import { OutageError } from '@quickmart/streams';
import { describe, expect, test, vi } from 'vitest';
import { ReadModelProjector } from '../src/apply/projector.ts';
import { connect } from '../src/connect.ts';
import { ProjectionError } from '../src/index.ts';
import { define } from '../src/projection/definition.ts';
import { createIndexes } from '../src/rebuild/ddl.ts';
import { failureOf } from '../src/sqlite/failure.ts';
import { verify } from '../src/verify/verify.ts';
import { pathOf, sqlite, storedTable, withReadModels } from './harness.ts';
import { MugLog } from './mug-log.ts';
import { event, idOf, made, mugList, mugOf, shelfCount } from './mugs.ts';
import { open, silent } from './open.ts';
import { mugs } from './schema.ts';

describe('SQLite', () => {
  test.each(['createdAt', 'name', 'stock', 'id'] as const)(
    'pages by %s come from an index, without sorting',
    (column) =>
      withReadModels(sqlite, [mugList], async (db, url) => {
        await db.projector.apply(
          'mug',
          Array.from({ length: 50 }, (_, n) => made(n + 1, n)),
        );
        const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
        const query = { sort: { column, direction: 'desc' }, limit: 5 } as const;
        const { nextCursor } = await db.list(mugs, query);
        await db.list(mugs, { ...query, cursor: nextCursor! });
        const statements = prepare.mock.calls.map(([statement]) => statement);
        prepare.mockRestore();
        const file = new DatabaseSync(pathOf(url));
        const plans = statements.map((statement) =>
          JSON.stringify(
            file.prepare(`explain query plan ${statement}`).all(
              ...Array(9)
                .fill(1)
                .slice(0, statement.split('?').length - 1),
            ),
          ),
        );
        file.close();
        expect(plans).toHaveLength(2);
        for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE');
        expect(plans[1]).toMatch(/SEARCH mugs_\w+ USING INDEX/);
      }),
  );

  test('indexes that are made again are what they were', () =>
    withReadModels(sqlite, [mugList], async (_, url) => {
      const file = new DatabaseSync(pathOf(url));
      const indexes = () =>
        file.prepare(`select name, tbl_name from sqlite_master where type = 'index' order by name`).all();
      const columns = () =>
        indexes().map(({ name }) => file.prepare('select * from pragma_index_xinfo(?)').all(String(name)));
      const before = [indexes(), columns()];
      const database = await connect(url, silent);
      const stored = await storedTable(database, [mugList], mugs);
      await database.transaction('test', (tx) => tx.execute(database.dropIndex(stored, mugs.indexes[0]!)));
      expect(indexes()).toHaveLength(before[0]!.length - 1);
      await database.transaction('test', (tx) => createIndexes({ tx, database }, stored));
      expect([indexes(), columns()]).toEqual(before);
      await database.close();
      file.close();
    }));

  test('while another process holds the lock it is an outage, and afterwards it goes on', () =>
    withReadModels(sqlite, [mugList], async (db, url) => {
      const other = new DatabaseSync(pathOf(url));
      other.exec('begin immediate');
      await expect(db.projector.apply('mug', [made(1, 1)])).rejects.toBeInstanceOf(OutageError);
      expect(await db.get(mugs, idOf(1))).toBeUndefined();
      other.exec('rollback');
      other.close();
      await db.projector.apply('mug', [made(1, 1)]);
      expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1));
    }));

  test('one projection cannot apply an event while another one waits for the lock: that is an outage, nobody is parked', () =>
    withReadModels(sqlite, [mugList, shelfCount], async (_, url) => {
      const [database, other] = [await connect(url, silent), new DatabaseSync(pathOf(url))];
      const transaction = database.transaction.bind(database);
      const begun: Promise<unknown>[] = [];
      database.transaction = async (lock, work) => {
        // The first is for both projections, the second for the one that fails, the third for the other one.
        if (begun.length === 2) {
          await Promise.allSettled(begun);
          other.exec('begin immediate');
        }
        const result = transaction(lock, work);
        begun.push(result);
        return result;
      };
      const projections = [mugList, shelfCount].map((one) => define(one, database));
      const projector = new ReadModelProjector({ database, projections });
      const bad = event(2, 'MugPaintedEvent', 1, { name: 'bad' });
      await expect(projector.apply('mug', [made(1, 1), bad])).rejects.toBeInstanceOf(OutageError);
      other.exec('rollback');
      other.close();
      await expect(projector.apply('mug', [bad])).rejects.toBeInstanceOf(ProjectionError);
      await database.close();
    }));

  test('what comes after it is closed is an outage: nothing is wrong with the events', () =>
    withReadModels(sqlite, [mugList], async (_, url) => {
      const db = await open(url, [mugList]);
      await db.close();
      await expect(db.projector.apply('mug', [made(1, 1)])).rejects.toBeInstanceOf(OutageError);
      await expect(db.get(mugs, idOf(1))).rejects.toBeInstanceOf(OutageError);
    }));

  test('a query does not see a batch before it is committed', () =>
    withReadModels(sqlite, [mugList], async (db) => {
      const counts = new Set<number>();
      let done = false;
      const batch = Array.from({ length: 500 }, (_, n) => made(n + 1, n));
      const applied = db.projector.apply('mug', batch).finally(() => (done = true));
      while (!done)
        counts.add(
          (await db.list(mugs, { sort: { column: 'id', direction: 'asc' }, limit: 600 })).rows.length,
        );
      await applied;
      expect([...counts].filter((count) => count !== 0 && count !== 500)).toEqual([]);
    }));

  test('only what is wrong with the data itself counts against an event; a full disk, a right, a statement wait', () => {
    const file = new DatabaseSync(':memory:');
    const failureWith = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return failureOf(new Error('as drizzle wraps it', { cause: error }));
      }
      throw new Error('it did not fail');
    };
    file.exec('create table t (a any unique check (a <> 7), b integer not null default 1) strict');
    file.exec('insert into t (a) values (1); pragma max_page_count = 4');
    const run = (statement: string) => () => file.exec(statement);
    const data = [
      run('insert into t (a) values (1)'),
      run('insert into t (a) values (7)'),
      run(`insert into t (a, b) values (3, 'three')`),
      run('insert into t (a) values (zeroblob(2000000000))'),
      () => file.prepare('insert into t (a) values (?)').run(Symbol('none') as never),
      () => file.prepare('insert into t (a) values (?)').run(2n ** 70n),
      () => JSON.parse('{"half'),
    ];
    expect(data.map(failureWith)).toEqual(data.map(() => 'data'));
    const outages = [
      // Rows are checked before: the column is one that this build does not know.
      run('insert into t (a, b) values (2, null)'),
      run('insert into t (a) values (zeroblob(100000))'),
      run('pragma query_only = on; insert into t (a) values (9)'),
      run('select nonsense'),
      run('select * from nowhere'),
      () => {
        throw new TypeError('a defect of the driver');
      },
      () => {
        file.close();
        file.exec('select 1');
      },
    ];
    expect(outages.map(failureWith)).toEqual(outages.map(() => 'outage'));
  });

  test("the dead letter of a row that the database refuses says why in the database's own words", () =>
    withReadModels(sqlite, [mugList], async (db) => {
      const failure: unknown = await db.projector
        .apply('mug', [made(1, 1, { sku: 'SAME' }), made(2, 2, { sku: 'SAME' })])
        .catch((error: unknown) => error);
      expect((failure as Error).message).toMatch(/^UNIQUE constraint failed: mugs_\w+\.sku$/);
    }));

  test('readiness says why events wait, until they go on; a lock is no reason', () =>
    withReadModels(sqlite, [mugList], async (db, url) => {
      const other = new DatabaseSync(pathOf(url));
      other.exec('begin immediate');
      await expect(db.projector.apply('mug', [made(1, 1)])).rejects.toBeInstanceOf(OutageError);
      await db.ping();
      other.exec('alter table read_model_parked rename to elsewhere; commit');
      await expect(db.projector.apply('mug', [made(1, 1)])).rejects.toBeInstanceOf(OutageError);
      await expect(db.ping()).rejects.toThrow(/test.db does not work: no such table: read_model_parked/);
      expect(await db.get(mugs, idOf(1))).toBeUndefined();
      other.exec('alter table elsewhere rename to read_model_parked');
      other.close();
      await db.projector.apply('mug', [made(1, 1)]);
      await db.ping();
    }));
});

describe('a check of rows in SQLite', () => {
  const log = new MugLog();

  test('tries again where another process holds the lock', () =>
    withReadModels(sqlite, [mugList], async (_, url) => {
      const [database, other] = [await connect(url, silent), new DatabaseSync(pathOf(url))];
      const transaction = database.transaction.bind(database);
      let attempts = 0;
      database.transaction = (lock, work) => {
        if (++attempts <= 2) other.exec(attempts === 1 ? 'begin immediate' : 'rollback');
        return transaction(lock, work);
      };
      const checked = await verify(database, [define(mugList, database)], { ...log.source, logger: silent });
      expect([attempts, checked.differences]).toEqual([2, []]);
      other.close();
      await database.close();
    }));
});
