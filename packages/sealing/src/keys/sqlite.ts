/**
 * The table of keys in a SQLite file, which processes share. A key that is lost makes data unreadable, so every commit is on
 * the disk (`synchronous = full`); a key that was erased must not stay behind in free pages (`secure_delete`).
 *
 * Two connections: what is read was committed. A key that is rolled back after something was sealed with it would be lost.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { OutageError } from '@quickmart/streams';
import { sqliteMigrations } from './migrations.ts';
import { type KeyRow, KeysError, type KeyTable, type KeyWrites } from './table.ts';

/** Waiting for another process blocks this one, so it is short; what is busy is tried again. */
const busyTimeoutMs = 50;
const attemptsMax = 100;
const busy = 5;

/** `create`: whether a file that is missing is made. @throws KeysError */
export async function openSqliteKeys(url: string, create: boolean): Promise<KeyTable> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  if (!create && !existsSync(path)) throw new KeysError(`there are no keys at ${url}: set KEYS_URL`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    return await retrying(async () => new SqliteKeys(path));
  } catch (error) {
    throw new KeysError(
      `the keys at ${url} cannot be opened (${(error as Error).message}): check KEYS_URL, that the file may be written, ` +
        'and that the disk is not full. A damaged file has to be restored from its backup',
      { cause: error },
    );
  }
}

class SqliteKeys implements KeyTable {
  readonly place: string;
  readonly #writer: DatabaseSync;
  readonly #reader: DatabaseSync;
  readonly #read: StatementSync;
  readonly #writes: KeyWrites;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.place = path;
    this.#writer = new DatabaseSync(path, { timeout: busyTimeoutMs });
    try {
      this.#writer.exec(
        'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; begin immediate',
      );
      migrate(this.#writer);
      this.#writer.exec('commit');
      this.#reader = new DatabaseSync(path, { timeout: busyTimeoutMs });
      this.#reader.exec('pragma query_only = on');
      this.#read = this.#reader.prepare(select);
      this.#writes = writesOf(this.#writer);
    } catch (error) {
      this.#writer.close();
      throw error;
    }
  }

  read = (names: readonly string[]) => retrying(async () => rowsOf(this.#read, names));

  async after(name: string, limit: number): Promise<KeyRow[]> {
    const select = 'select * from sealing_keys where name > ? order by name limit ?';
    return await retrying(async () => this.#reader.prepare(select).all(name, limit) as KeyRow[]);
  }

  write<Result>(work: (writes: KeyWrites) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await retrying(async () => this.#writer.exec('begin immediate'));
      try {
        const result = await work(this.#writes);
        await retrying(async () => this.#writer.exec('commit'));
        return result;
      } catch (error) {
        // A full disk rolls back by itself.
        if (this.#writer.isTransaction) this.#writer.exec('rollback');
        throw error;
      }
    });
  }

  /** What was overwritten stands in the write-ahead log until that is emptied. */
  scrub(): Promise<void> {
    return this.#inTurn(() =>
      retrying(async () => {
        const [answer] = this.#writer.prepare('pragma wal_checkpoint(truncate)').all();
        if (answer?.busy === 1) throw Object.assign(new Error('others are reading'), { errcode: busy });
      }),
    );
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    await this.#turn;
    for (const database of [this.#reader, this.#writer]) if (database.isOpen) database.close();
  }
}

const select = 'select * from sealing_keys where name in (select value from json_each(?))';
const rowsOf = (statement: StatementSync, names: readonly string[]): KeyRow[] =>
  statement.all(JSON.stringify(names)) as KeyRow[];

/** Prepared once: to prepare a statement takes longer than to run it. */
function writesOf(database: DatabaseSync): KeyWrites {
  const read = database.prepare(select);
  const insert = database.prepare('insert into sealing_keys values (?, ?, ?, ?)');
  const update = database.prepare('update sealing_keys set wrapped = ?, erasedAt = ? where name = ?');
  return {
    read: async (names) => rowsOf(read, names),
    insert: async (rows) => {
      for (const { name, wrapped, createdAt, erasedAt } of rows)
        insert.run(name, wrapped, createdAt, erasedAt);
    },
    update: async (rows) => {
      for (const { name, wrapped, erasedAt } of rows) update.run(wrapped, erasedAt, name);
    },
  };
}

function migrate(database: DatabaseSync): void {
  const done = Number(database.prepare('pragma user_version').get()?.user_version);
  if (done > sqliteMigrations.length) throw new Error('a newer build has changed the file');
  for (const migration of sqliteMigrations.slice(done)) database.exec(migration);
  database.exec(`pragma user_version = ${sqliteMigrations.length}`);
}

/** @throws OutageError where another process is in the way for too long, or the file cannot be used */
async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { errcode?: number }).errcode;
      if (code === undefined) throw error;
      if ((code & 0xff) !== busy || attempt >= attemptsMax)
        throw new OutageError(`the keys cannot be used: ${(error as Error).message}`, { cause: error });
    }
    await sleep(Math.random() * 50);
  }
}
