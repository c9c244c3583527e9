/**
 * SQLite, embedded.
 *
 * There are two connections: one writes, one reads. With WAL a reader sees what was committed when its query began, and waits
 * for nobody. So a query never sees half a batch, although the writer's transaction spans several ticks.
 *
 * `synchronous = NORMAL` may lose the last commits when the machine (not the process) goes down. It cannot lose rows and keep
 * the checkpoint that covers them: both are in one transaction, and the file keeps a prefix of what was committed. The
 * consumer goes on at the checkpoint, and applies the lost events again.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { count, getColumns, type SQL, type Column as SqlColumn, sql } from 'drizzle-orm';
import { drizzle, type NodeSQLiteDatabase } from 'drizzle-orm/node-sqlite';
import { define } from '../projection/definition.ts';
import type { Projection } from '../projection/projection.ts';
import {
  type Database,
  type Hints,
  reasonOf,
  retrying,
  type Select,
  type StoredColumn,
  type Transaction,
} from '../table/database.ts';
import { indexName, type Row, type Table } from '../table/table.ts';
import { SqliteClient } from './client.ts';
import { cureOf, isDamage, toDriverError } from './failure.ts';
import { selectOn } from './select.ts';
import { sqliteTableOf, typeOf } from './table.ts';
import { Writes } from './writes.ts';

/** Waiting for the write lock of another process blocks this whole process, so it is short. `retrying` does the rest. */
const busyTimeoutMs = 50;

const isAscii = /^[\0-\x7f]*$/;

/** Creates the file and its folder where they are missing, and may be. Throws an Error that says what to do. */
export async function openSqlite(url: string, create: boolean): Promise<SqliteDatabase> {
  if (!create && !existsSync(pathOf(url))) throw new Error(`there is no database ${url}`);
  const path = pathOf(url);
  let isDamaged = false;
  try {
    // Switching a new file to WAL does not wait for another process that does the same.
    return await retrying({ place: url }, async () => {
      try {
        return new SqliteDatabase(path);
      } catch (error) {
        isDamaged = isDamage(error);
        throw toDriverError(error);
      }
    });
  } catch (error) {
    const advice = isDamaged
      ? `if it is another program's file, set DATABASE_URL to another path; if it is the service's own, ${cureOf(path)}`
      : 'check that it is a SQLite file or none yet, that it may be written, and that the disk is not full';
    throw new Error(`the database ${url} cannot be opened (${reasonOf(error)}): ${advice}`, { cause: error });
  }
}

function columnOf(table: Table, name: string): SqlColumn {
  const column = (getColumns(sqliteTableOf(table)) as Record<string, SqlColumn>)[name];
  if (column === undefined) throw new Error(`table ${table.name} has no column ${name}`);
  return column;
}

/** What its tables are named by in SQLite. */
export const definitionIdOf = (projection: Projection): string => define(projection, { column: columnOf }).id;

class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly place: string;
  readonly #reader: NodeSQLiteDatabase;
  readonly #writer: NodeSQLiteDatabase;
  readonly #clients: { readonly writer: DatabaseSync; readonly reader: DatabaseSync };
  readonly #writes: Writes;
  #turn: Promise<unknown> = Promise.resolve();
  damage: Error | undefined;

  constructor(path: string) {
    this.place = path;
    mkdirSync(dirname(this.place), { recursive: true });
    const open = () => new SqliteClient(this.place, { timeout: busyTimeoutMs });
    const [writer, reader] = [open(), open()];
    this.#clients = { writer, reader };
    writer.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -32000; pragma wal_autocheckpoint = 4000',
    );
    reader.exec('pragma query_only = on; pragma cache_size = -16000');
    for (const client of [writer, reader])
      client.function('folded', { deterministic: true }, (value) => String(value ?? '').toLowerCase());
    this.#writer = drizzle({ client: writer });
    this.#reader = drizzle({ client: reader });
    this.#writes = new Writes(this.#writer);
  }

  from = ({ name }: Table): SQL => sql`${sql.identifier(name)}`;

  column = columnOf;

  typeOf = typeOf;
  dropIndex = (table: Table, columns: readonly string[]): SQL =>
    sql`drop index if exists ${sql.identifier(indexName(table, columns))}`;
  async columnsOf(tables: readonly string[]): Promise<Map<string, StoredColumn[]>> {
    const found = tables.map((table) => [table, this.#columnsOf(table)] as const);
    return new Map(found.filter(([, columns]) => columns.length > 0));
  }

  #columnsOf(table: string): StoredColumn[] {
    const rows = this.#call(() =>
      this.#reader.all<{ name: string; type: string; notnull: 0 | 1; dflt_value: unknown }>(
        sql`select name, lower(type) type, "notnull", dflt_value from pragma_table_info(${table})`,
      ),
    );
    return rows.map(({ name, type, notnull, dflt_value }) => ({
      name,
      type,
      isNullable: notnull === 0,
      hasDefault: dflt_value !== null,
    }));
  }

  equals(table: Table, name: string, value: unknown): SQL {
    const column = this.column(table, name);
    const wanted = sql.param(value, column);
    if (table.columns[name]?.kind !== 'text') return sql`${column} = ${wanted}`;
    // The first comparison uses an index, the second decides.
    return sql`(${column} = ${wanted} and ${this.#exact(table, name)} = ${wanted})`;
  }

  within(table: Table, name: string, values: readonly unknown[]): SQL {
    const column = this.column(table, name);
    const stored = JSON.stringify(values.map((value) => column.mapToDriverValue(value)));
    return sql`${this.#exact(table, name)} in (select value from json_each(${stored}))`;
  }

  startsWith(table: Table, name: string, prefix: string): SQL {
    const column = this.#exact(table, name);
    // Without a built-in operator for it: the first comparison uses an index, the second decides.
    return sql`(${column} >= ${prefix} and substr(${column}, 1, ${[...prefix].length}) = ${prefix})`;
  }

  #exact(table: Table, name: string): SQL {
    const column = this.column(table, name);
    return table.columns[name]?.kind === 'text' ? sql`${column} collate binary` : sql`${column}`;
  }

  contains(table: Table, name: string, part: string): SQL {
    const column = this.column(table, name);
    if (!isAscii.test(part)) return sql`instr(folded(${column}), ${part.toLowerCase()}) > 0`;
    // Several times faster, and enough: LIKE knows upper and lower case of ASCII only.
    return sql`${column} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
  }

  select = async (query: Select): Promise<Row[]> => this.#call(() => selectOn(this.#clients.reader, query));

  async count(table: Table, where: SQL | undefined): Promise<number> {
    const select = this.#reader.select({ total: count() }).from(sqliteTableOf(table)).where(where);
    const rows = this.#call(() => select.all());
    return rows[0]?.total ?? 0;
  }

  async countBy(table: Table, name: string, where: SQL | undefined) {
    const value = this.#exact(table, name);
    const select = this.#reader.select({ value, total: count() }).from(sqliteTableOf(table));
    return this.#call(() => select.where(where).groupBy(value).all());
  }

  readonly hints: Hints = {
    // The unary plus changes nothing and, as SQLite documents, keeps a term from using an index.
    aside: (part) => sql`+(${part})`,
    count: async (table, where, most) => {
      const rows = sql`select 1 from ${sqliteTableOf(table)} where ${where} limit ${most}`;
      const counted = this.#call(() =>
        this.#reader.all<{ total: number }>(sql`select count(*) total from (${rows})`),
      );
      return counted[0]?.total ?? 0;
    },
  };

  async transaction<Result>(_lock: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => this.#inTransaction(work));
    this.#turn = result.catch(() => {});
    return result;
  }

  change = this.transaction;

  async #inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const db = this.#writer;
    const call = this.#call.bind(this);
    const run = (text: string) => call(() => void this.#clients.writer.prepare(text).run());
    run('begin immediate');
    try {
      const result = await work({
        select: async (query) => call(() => selectOn(this.#clients.writer, query)),
        insert: async (table, rows) => call(() => this.#writes.insert(table, rows)),
        update: async (table, rows, columns) => call(() => this.#writes.update(table, rows, columns)),
        add: async (table, rows, sum) => call(() => this.#writes.add(table, rows, sum)),
        remove: async (table, keys) => {
          const [key = ''] = table.primaryKey;
          const rows = db.delete(sqliteTableOf(table)).where(this.within(table, key, keys));
          call(() => void rows.run());
        },
        execute: async (statement) => call(() => void db.run(statement)),
      });
      run('commit');
      return result;
    } catch (error) {
      // A full disk rolls back by itself, and then there is nothing to roll back.
      if (this.#clients.writer.isTransaction) run('rollback');
      throw error;
    }
  }

  #call<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const failure = toDriverError(error);
      if (!isDamage(error)) throw failure;
      failure.message += `: ${cureOf(this.place)}`;
      this.damage ??= failure;
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.#turn;
    for (const client of Object.values(this.#clients)) if (client.isOpen) client.close();
  }
}

/** `file:.data/product.db` (from the working folder), `file:/var/lib/product.db` or `file:///var/lib/product.db`. */
function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}
