/** Starting: instances that start at once, tables that others have changed, and processes that are killed. */

import { randomUUID } from 'node:crypto';
import type { Logger } from '@quickmart/streams';
import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/connect.ts';
import { openReadModels } from '../../src/index.ts';
import { define } from '../../src/projection/definition.ts';
import { dropView } from '../../src/rebuild/ddl.ts';
import { register, type UseRow, uses } from '../../src/rebuild/registry.ts';
import { DriverOutage } from '../../src/table/database.ts';
import { type Harness, storedTable, withDatabase, withReadModels } from '../harness.ts';
import { runInstance } from '../instance.ts';
import { idOf, made, mugList, mugOf, shelfCount } from '../mugs.ts';
import { open, silent } from '../open.ts';
import { mugs, shelves } from '../schema.ts';

/** Changes the table of the mugs, past the code. */
async function change(url: string, ...statements: ((mugs: SQL) => SQL)[]): Promise<void> {
  const database = await connect(url, silent);
  const { name } = await storedTable(database, [mugList], mugs);
  await database.change('test', async (tx) => {
    // SQLite changes no table that a view would not fit.
    await dropView({ tx }, 'mugs');
    for (const statement of statements) await tx.execute(statement(sql`${sql.identifier(name)}`));
  });
  await database.close();
}

export function opening(harness: Harness): void {
  describe(`opening on ${harness.name}`, () => {
    test('instances that start at once, in this process and in others, make everything once', () =>
      withDatabase(harness, async (url) => {
        const processes = [1, 2, 3].map(() => runInstance('open', url));
        const opened = await Promise.all([1, 2, 3].map(() => open(url, [mugList, shelfCount])));
        for (const { output } of processes) expect(await output).toBe('opened\n');
        await opened[0]!.projector.apply('mug', [made(1, 1)]);
        expect(await opened[2]!.waitFor('mug.0@1-1', 5000)).toBe(true);
        await Promise.all(opened.map((db) => db.close()));
      }));

    test('a connection that breaks at the commit of a start is tried again, and the process is registered once', () =>
      withReadModels(harness, [mugList], async (_, url) => {
        const database = await connect(url, silent);
        const transaction = database.transaction.bind(database);
        let times = 0;
        database.transaction = async (lock, work) => {
          const result = await transaction(lock, work);
          if (++times === 1) throw new DriverOutage('the connection broke', 'transient');
          return result;
        };
        const process = randomUUID();
        const { build } = await register(database, [define(mugList, database)], process);
        const rows = (await database.select({ table: uses })) as UseRow[];
        expect(rows.filter((row) => row.process === process)).toEqual([{ process, build, beat: 0 }]);
        await database.close();
      }));

    test('data is there after a restart', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        await db.projector.apply('mug', [made(1, 1)]);
        const again = await openReadModels({ url, projections: [mugList], logger: silent });
        expect(await again.projector.checkpoint('mug', 0)).toMatchObject({ pos: 1, eventId: 'event-0-1' });
        await again.ping();
        await again.close();
      }));

    test('who only looks creates nothing, and says what is missing', () =>
      withDatabase(harness, async (url) => {
        const look = (projections = [mugList]) =>
          openReadModels({ url, projections, logger: silent, readOnly: true });
        for (let times = 1; times <= 2; times++) await expect(look()).rejects.toThrow(/there is no database/);
        await (await open(url, [mugList])).close();
        for (let times = 1; times <= 2; times++)
          await expect(look([mugList, shelfCount])).rejects.toThrow(
            /has no tables of this build \(mugs_[0-9a-f]{8}, shelves_[0-9a-f]{8}\): start the service/,
          );
        await (await look()).close();
      }));

    test.each([
      ['is gone', [(mugs) => sql`drop table ${mugs}`], /table mugs_\w+ in .* \(it does not exist\)/],
      ['lost a column', [(mugs) => sql`alter table ${mugs} drop column note`], /\(column note is missing\)/],
      [
        'has a column of another type',
        [
          (mugs) => sql`alter table ${mugs} drop column note`,
          (mugs) => sql`alter table ${mugs} add note int`,
        ],
        /\(column note is int, not (text|nvarchar\(max\))\)/,
      ],
      [
        'has many differences',
        [
          (mugs) => sql`drop table ${mugs}`,
          (mugs) =>
            sql`create table ${mugs} (id int not null primary key, stock integer, legacy int not null)`,
        ],
        /\(column id is int, not (text|char\(36\)); column sku is missing; .*column stock may be null, other than in the code; .*; column legacy is not in the code, must not be null and has no default\)/,
      ],
    ] as [string, ((mugs: SQL) => SQL)[], RegExp][])(
      'a table that %s is refused by who only looks, and is not there any more for a service, which says why',
      (_, statements, message) =>
        withReadModels(harness, [mugList], async (db, url) => {
          await db.projector.apply('mug', [made(1, 1)]);
          await change(url, ...statements);
          const options = { url, projections: [mugList], logger: silent };
          await expect(openReadModels({ ...options, readOnly: true })).rejects.toThrow(message);
          const said: unknown[] = [];
          const logger: Logger = { ...silent, warn: (fields) => void said.push(fields) };
          const again = await openReadModels({ ...options, logger });
          expect(said).toMatchObject([{ readModel: 'mugs', found: [expect.stringMatching(message)] }]);
          await expect(again.get(mugs, idOf(1))).rejects.toThrow('mugs is not built yet');
          await again.close();
        }),
    );

    test('columns that the code does not know, and that need no value, disturb nobody', () =>
      withReadModels(harness, [mugList], async (_, url) => {
        await change(
          url,
          (mugs) => sql`alter table ${mugs} add extra int`,
          (mugs) => sql`alter table ${mugs} add more int default 7 not null`,
        );
        const db = await openReadModels({ url, projections: [mugList], logger: silent });
        await db.projector.apply('mug', [made(1, 1)]);
        expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1));
        await db.close();
      }));

    test(
      'a process that is killed at any moment leaves rows and checkpoint that agree',
      { timeout: 120_000 },
      () =>
        withReadModels(harness, [shelfCount], async (db, url) => {
          for (const progress of [3, 40, 200]) {
            const writer = runInstance('write', url);
            const before = (await db.projector.checkpoint('mug', 0))?.pos ?? 0;
            expect(await db.waitFor(`mug.0@1-${before + progress}`, 30_000)).toBe(true);
            writer.kill();
            await writer.output;
            const checkpoint = await db.projector.checkpoint('mug', 0);
            expect(await db.get(shelves, 'busy')).toEqual({ name: 'busy', mugs: checkpoint?.pos });
          }
        }),
    );
  });
}
