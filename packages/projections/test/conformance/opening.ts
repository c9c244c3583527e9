/** Starting: migrations, instances that start at once, builds that are too old, and processes that are killed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkpoints } from '../../src/checkpoint.ts';
import { connect } from '../../src/connect.ts';
import { openReadModels } from '../../src/index.ts';
import { migrate } from '../../src/migrate.ts';
import { type Harness, migrations, open, silent, withReadModels } from '../harness.ts';
import { runInstance } from '../instance.ts';
import { idOf, made, mugList, mugOf, shelfCount, shelved } from '../mugs.ts';
import { mugs, shelves } from '../schema.ts';

/** The test's migrations and one more, with these statements. */
async function withNewer(
  name: string,
  statements: string[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-migrations-'));
  try {
    cpSync(migrations, folder, { recursive: true });
    for (const dialect of ['sqlite', 'sqlserver']) {
      const target = join(folder, dialect, name);
      mkdirSync(target);
      writeFileSync(join(target, 'migration.sql'), statements.join('\n--> statement-breakpoint\n'));
    }
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function opening(harness: Harness): void {
  const newer = '20991231235959_newer';
  const openWith = (url: string, folder: string) =>
    openReadModels({ url, projections: [mugList], migrations: folder, logger: silent });

  describe(`opening on ${harness.name}`, () => {
    test('instances that start at once, in this process and in others, migrate once', async () => {
      const { url, drop } = await harness.fresh();
      try {
        const processes = [1, 2, 3].map(() => runInstance('open', url));
        const opened = await Promise.all([1, 2, 3].map(() => open(url, [mugList, shelfCount])));
        for (const { output } of processes) expect(await output).toBe('opened\n');
        await opened[0]!.projector.apply('mug', [made(1, 1)]);
        expect(await opened[2]!.waitFor('mug.0@1-1', 5000)).toBe(true);
        await Promise.all(opened.map((db) => db.close()));
      } finally {
        await drop();
      }
    });

    test('data is there after a restart', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        await db.projector.apply('mug', [made(1, 1)]);
        const again = await open(url, [mugList]);
        expect(await again.projector.checkpoint('mug', 0)).toMatchObject({ pos: 1, eventId: 'event-0-1' });
        await again.ping();
        await again.close();
      }));

    test('an older build refuses a newer schema and says so', () =>
      withReadModels(harness, [mugList], async (_, url) =>
        withNewer(newer, ['create table extra (id int)'], async (folder) => {
          await (await openWith(url, folder)).close();
          await expect(openWith(url, migrations)).rejects.toThrow(/newer build \(20991231235959_newer\)/);
          await (await openWith(url, folder)).close();
        }),
      ));

    test('migrating up from before there were generations keeps the rows, and goes on with them', async () => {
      const { url, drop } = await harness.fresh();
      const before = mkdtempSync(join(tmpdir(), 'quickmart-before-'));
      try {
        for (const dialect of ['sqlite', 'sqlserver']) {
          const names = readdirSync(join(migrations, dialect)).sort();
          for (const name of names.slice(
            0,
            names.findIndex((one) => one.endsWith('generations')),
          ))
            cpSync(join(migrations, dialect, name), join(before, dialect, name), { recursive: true });
        }
        const database = await connect(url, silent);
        await migrate(database, before, silent);
        const place = { category: 'mug', partition: 0, epoch: 1, pos: 2, eventId: 'event-0-2' };
        await database.transaction('before', async (tx) => {
          await tx.insert(shelves, [{ name: 'old', mugs: 2 }]);
          await tx.insert(checkpoints, [{ ...place, projection: 'shelves', updatedAt: 0 }]);
        });
        await database.close();
        const db = await open(url, [shelfCount]);
        await db.projector.apply('mug', [shelved(2, 'old'), shelved(3, 'old')]);
        expect(await db.get(shelves, 'old')).toEqual({ name: 'old', mugs: 3 });
        await db.close();
        await expect(openWith(url, before)).rejects.toThrow(/newer build \(.*_generations/);
      } finally {
        rmSync(before, { recursive: true });
        await drop();
      }
    });

    test('who only looks creates and migrates nothing, and says what is missing', async () => {
      const { url, drop } = await harness.fresh();
      const look = (folder: string) =>
        openReadModels({ url, projections: [mugList], migrations: folder, logger: silent, readOnly: true });
      try {
        await expect(look(migrations)).rejects.toThrow(/there is no database/);
        await expect(look(migrations)).rejects.toThrow(/there is no database/);
        await (await open(url, [mugList])).close();
        await withNewer(newer, ['create table extra (id int)'], async (folder) => {
          for (let times = 1; times <= 2; times++)
            await expect(look(folder)).rejects.toThrow(/lacks migrations \(20991231235959_newer\)/);
        });
        await (await look(migrations)).close();
      } finally {
        await drop();
      }
    });

    test('a migration that fails halfway leaves nothing behind', () =>
      withReadModels(harness, [mugList], async (_, url) => {
        const good = ['create table extra (id int)', 'insert into extra values (1)'];
        await withNewer(newer, [...good, 'insert into nowhere values (1)'], async (folder) => {
          await expect(openWith(url, folder)).rejects.toThrow();
        });
        await (await openWith(url, migrations)).close();
        await withNewer(newer, good, async (folder) => (await openWith(url, folder)).close());
      }));

    test.each([
      ['is gone', ['drop table mugs'], /table mugs in .* \(it does not exist\): .*"generate" script/],
      ['lost a column', ['alter table mugs drop column note'], /\(column note is missing\)/],
      [
        'has a column of another type',
        ['alter table mugs drop column note', 'alter table mugs add note int'],
        /\(column note is int, not (text|nvarchar\(max\))\)/,
      ],
      [
        'has many differences',
        [
          'drop table mugs',
          'create table mugs (id int not null primary key, stock integer, legacy int not null)',
        ],
        /\(column id is int, not (text|char\(36\)); column sku is missing; .*column stock may be null, other than in the code; .*; column legacy is not in the code, must not be null and has no default\)/,
      ],
    ])('a table that %s is refused at the start, and says why', (_, statements, message) =>
      withReadModels(harness, [mugList], async (_db, url) =>
        withNewer(newer, statements, async (folder) => {
          await expect(openWith(url, folder)).rejects.toThrow(message);
        }),
      ),
    );

    test('columns that the code does not know, and that need no value, disturb nobody', () =>
      withReadModels(harness, [mugList], async (_, url) => {
        const more = ['alter table mugs add extra int', 'alter table mugs add more int default 7 not null'];
        await withNewer(newer, more, async (folder) => {
          const db = await openWith(url, folder);
          await db.projector.apply('mug', [made(1, 1)]);
          expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1));
          await db.close();
        });
      }));

    test('without migrations it says how to make them', async () => {
      const { url, drop } = await harness.fresh();
      try {
        await expect(openWith(url, '/nowhere')).rejects.toThrow(/no migrations .* "generate"/);
      } finally {
        await drop();
      }
    });

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
