/** What is particular to SQLite: plans, locks of other processes, and files that cannot be used. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OutageError } from '@quickmart/streams';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../src/connect.ts';
import { ProjectionError } from '../src/index.ts';
import { createIndexes, dropIndexes } from '../src/indexes.ts';
import { ReadModelProjector } from '../src/projector.ts';
import { failureOf } from '../src/sqlite/database.ts';
import { open, silent, sqlite, withReadModels } from './harness.ts';
import { event, idOf, made, mugList, mugOf, shelfCount } from './mugs.ts';
import { mugs } from './schema.ts';

const pathOf = (url: string) => url.slice('file:'.length);

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
        expect(plans[1]).toMatch(/SEARCH mugs USING INDEX/);
      }),
  );

  test('indexes go and come back as the migrations made them', () =>
    withReadModels(sqlite, [mugList], async (_, url) => {
      const file = new DatabaseSync(pathOf(url));
      const indexes = () =>
        file.prepare(`select name, tbl_name from sqlite_master where type = 'index' order by name`).all();
      const columns = () =>
        indexes().map(({ name }) => file.prepare('select * from pragma_index_xinfo(?)').all(String(name)));
      const before = [indexes(), columns()];
      const database = await connect(url, silent);
      await database.transaction('test', (tx) => dropIndexes({ tx, database }, mugs));
      expect(indexes()).toHaveLength(before[0]!.length - mugs.indexes.length);
      await database.transaction('test', (tx) => createIndexes({ tx, database }, mugs));
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
      const projector = new ReadModelProjector({ database, projections: [mugList, shelfCount] });
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

  test('a full disk, a file that may not be written and a broken one are outages; a wrong statement is not', () => {
    const file = new DatabaseSync(':memory:');
    const failureWith = (statement: string) => {
      try {
        file.exec(statement);
      } catch (error) {
        return failureOf(new Error('as drizzle wraps it', { cause: error }));
      }
      throw new Error('it did not fail');
    };
    file.exec('create table t (a unique); pragma max_page_count = 4');
    expect(failureWith('insert into t values (zeroblob(100000))')).toBe('outage');
    file.exec('pragma query_only = on');
    expect(failureWith('insert into t values (1)')).toBe('outage');
    file.exec('pragma query_only = off; insert into t values (1)');
    expect(failureWith('insert into t values (1)')).toBeUndefined();
    expect(failureWith('select nonsense')).toBeUndefined();
  });

  describe('says what to do', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'quickmart-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test('where the file is no database', async () => {
      writeFileSync(
        join(folder, 'notes.txt'),
        'not a database, but long enough to be taken for one. '.repeat(40),
      );
      await expect(open(`file:${folder}/notes.txt`, [])).rejects.toThrow(
        /notes.txt cannot be opened \(file is not a database\): check/,
      );
    });

    test('where the folder cannot be made', async () => {
      writeFileSync(join(folder, 'file'), '');
      await expect(open(`file:${folder}/file/test.db`, [])).rejects.toThrow(
        /test.db cannot be opened .*: check/,
      );
    });

    test('where the path is a folder', async () => {
      mkdirSync(join(folder, 'test.db'));
      await expect(open(`file:${folder}/test.db`, [])).rejects.toThrow(/test.db cannot be opened .*: check/);
    });

    test('where the URL is of no database', async () => {
      await expect(open('postgres://user:secret@host/db', [])).rejects.toThrow(
        /^DATABASE_URL must begin with file: or sqlserver:/,
      );
    });
  });
});
