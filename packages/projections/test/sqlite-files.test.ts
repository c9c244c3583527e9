/** SQLite files that cannot be used: damaged, of something else, or where none can be. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OutageError } from '@quickmart/streams';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathOf, sqlite } from './harness.ts';
import { idOf, made, mugList } from './mugs.ts';
import { open } from './open.ts';
import { mugs } from './schema.ts';

describe('a broken file', () => {
  const rows = Array.from({ length: 300 }, (_, n) => made(n + 1, n, { note: 'x'.repeat(200) }));
  /** Overwrites pages of the file, while nobody has it open. */
  async function damaged(
    pages: (root: (name: string) => number, holding: (text: string) => number[]) => number[],
  ) {
    const { url, drop } = await sqlite.fresh();
    const db = await open(url, [mugList]);
    await db.projector.apply('mug', rows);
    await db.close();
    const file = new DatabaseSync(pathOf(url));
    const [{ page_size: size }] = file.prepare('pragma page_size').all() as [{ page_size: number }];
    const root = file.prepare("select rootpage from sqlite_master where type = 'table' and name like ?");
    const bytes = readFileSync(pathOf(url));
    const numbers = Array.from({ length: bytes.length / size }, (_, n) => n + 1);
    const chosen = pages(
      (name) => Number(root.get(`${name}_________`)?.rootpage),
      (text) => numbers.filter((page) => bytes.subarray((page - 1) * size, page * size).includes(text)),
    );
    file.close();
    for (const page of chosen) bytes.fill(0xa5, (page - 1) * size, page * size);
    writeFileSync(pathOf(url), bytes);
    return { url, drop };
  }
  const cure = /damaged.*malformed.*delete .*test\.db \(and .*-wal, .*-shm\) and start it/;

  test('readiness reads what requests read, and says the cure', async () => {
    const { url, drop } = await damaged((root) => [root('mugs')]);
    const db = await open(url, [mugList]);
    await expect(db.ping()).rejects.toThrow(/malformed.*delete .*test\.db/);
    await expect(db.get(mugs, idOf(1))).rejects.toThrow(/malformed.*delete .*test\.db/);
    await expect(db.ping()).rejects.toThrow(cure);
    await db.close();
    await drop();
  });

  test('what only a request meets, readiness says from then on; without the file it is built anew', async () => {
    const { url, drop } = await damaged((_, holding) => holding('MUG-150'));
    const db = await open(url, [mugList]);
    const met = await db
      .getMany(mugs, 'note', ['y'])
      .then(() => undefined)
      .catch((error: unknown) => error);
    expect(met).toBeInstanceOf(OutageError);
    await expect(db.ping()).rejects.toThrow(cure);
    await expect(db.projector.apply('mug', [made(301, 1)])).resolves.toBeUndefined();
    await db.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(pathOf(url) + suffix, { force: true });
    const again = await open(url, [mugList]);
    expect(await again.projector.checkpoint('mug', 0)).toBeUndefined();
    await again.projector.apply('mug', rows);
    await again.ping();
    await again.close();
    await drop();
  });

  test('whoever opens it hears the cure', async () => {
    const { url, drop } = await damaged(() => [1]);
    await expect(open(url, [mugList])).rejects.toThrow(
      /file is not a database.*if it is the service.s own, stop the service, delete/,
    );
    await drop();
  });
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
      /notes.txt cannot be opened \(file is not a database\): .*delete/,
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
