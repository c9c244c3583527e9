/**
 * SQL Server. Nothing rests on lock hints: a lock of the transaction (`sp_getapplock`) lets one writer in, and the
 * primary keys would stop a second one.
 */
import { count, getColumns, type SQL, type Column as SqlColumn, sql } from 'drizzle-orm';
import { drizzle, type NodeMsSqlDatabase } from 'drizzle-orm/node-mssql';
import type { ConnectionPool } from 'mssql';
import type { Database, Select, StoredColumn, Transaction } from '../table/database.ts';
import { indexName, type Row, type Table } from '../table/table.ts';
import { lockTimeoutNumber, orDriverError, toDriverError } from './failure.ts';
import { exact, sqlServerTableOf, storedType, typeOf } from './table.ts';
import { Transport } from './transport.ts';

const lockTimeoutMs = 10_000;
const byExact = sql.raw(`collate ${exact}`);
/** That of a `text` column: which small letter belongs to which. */
const byPeople = sql.raw('collate Latin1_General_CI_AS');

type Opened = {
  place: string;
  pool: ConnectionPool;
  /** Connects with the login that may change tables, without a limit of time. */
  changes: () => Promise<ConnectionPool>;
  readsJson: boolean;
};

export class SqlServerDatabase implements Database {
  readonly dialect = 'sqlserver';
  readonly place: string;
  readonly #pool: ConnectionPool;
  readonly #db: NodeMsSqlDatabase;
  readonly #transport: Transport;
  readonly #turns = new Map<string, Promise<unknown>>();

  readonly #changes: () => Promise<ConnectionPool>;

  constructor({ place, pool, changes, readsJson }: Opened) {
    this.place = place;
    this.#pool = pool;
    this.#db = drizzle({ client: pool });
    this.#changes = changes;
    this.#transport = new Transport(readsJson);
  }

  from = ({ name }: Table): SQL => sql`${sql.identifier(name)}`;

  column(table: Table, name: string): SqlColumn {
    const column = (getColumns(sqlServerTableOf(table)) as Record<string, SqlColumn>)[name];
    if (column === undefined) throw new Error(`table ${table.name} has no column ${name}`);
    return column;
  }

  typeOf = typeOf;
  dropIndex = (table: Table, columns: readonly string[]): SQL =>
    sql`drop index if exists ${sql.identifier(indexName(table, columns))} on ${sql.identifier(table.name)}`;
  async columnsOf(tables: readonly string[]) {
    const request = this.#pool.request().input('tables', JSON.stringify(tables));
    const { recordset } = await orDriverError(() =>
      request.query<StoredColumn & { table: string; bytes: number; scale: number }>(`
        select o.[table], c.name, t.name [type], c.max_length bytes, c.scale, c.is_nullable isNullable,
          cast(iif(c.default_object_id = 0, 0, 1) as bit) hasDefault
        from sys.columns c inner join sys.types t on t.user_type_id = c.user_type_id
        inner join (
          select [value] [table], object_id([value]) id from openjson(@tables) with ([value] nvarchar(128) '$')
        ) o on o.id = c.object_id`),
    );
    const found = new Map<string, StoredColumn[]>();
    for (const { table, name, type, bytes, scale, isNullable, hasDefault } of recordset) {
      const column = { name, type: storedType(type, bytes, scale), isNullable, hasDefault };
      found.set(table, [...(found.get(table) ?? []), column]);
    }
    return found;
  }

  equals(table: Table, name: string, value: unknown): SQL {
    const column = this.column(table, name);
    const wanted = sql.param(value, column);
    if (table.columns[name]?.kind !== 'text') return sql`${column} = ${wanted}`;
    // The first comparison uses an index, the second decides.
    return sql`(${column} = ${wanted} and ${this.#exact(table, name)} = ${wanted})`;
  }

  within(table: Table, name: string, values: readonly unknown[]): SQL {
    return sql`${this.#exact(table, name)} in (${this.#transport.values(table.columns[name]!, values)})`;
  }

  startsWith(table: Table, name: string, prefix: string): SQL {
    const column = this.#exact(table, name);
    // The first comparison uses an index, the second decides. Not LIKE: there `%`, `_` and `[` mean something.
    return sql`(${column} >= ${prefix} and charindex(${prefix}, ${column}) = 1)`;
  }

  contains(table: Table, name: string, part: string): SQL {
    // The collation of the database does not decide what the small letter of I is.
    const small = (text: SQL | SqlColumn) => sql`lower(${text} ${byPeople}) ${byExact}`;
    return sql`charindex(${small(sql`${part}`)}, ${small(this.column(table, name))}) > 0`;
  }

  #exact(table: Table, name: string): SQL {
    const column = this.column(table, name);
    return table.columns[name]?.kind === 'text' ? sql`${column} ${byExact}` : sql`${column}`;
  }

  select = (query: Select): Promise<Row[]> => selectOn(this.#db, query);

  async count(table: Table, where: SQL | undefined): Promise<number> {
    const rows = await orDriverError(() =>
      this.#db.select({ total: count() }).from(sqlServerTableOf(table)).where(where),
    );
    return rows[0]?.total ?? 0;
  }

  async countBy(table: Table, name: string, where: SQL | undefined) {
    const value = this.#exact(table, name);
    const select = this.#db.select({ value, total: count() }).from(sqlServerTableOf(table));
    return await orDriverError(() => select.where(where).groupBy(value));
  }

  transaction<Result>(lock: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.#inTurn(lock, () => this.#inTransaction(this.#db, lock, work));
  }

  change<Result>(lock: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.#inTurn(lock, async () => {
      const pool = await this.#changes();
      try {
        return await this.#inTransaction(drizzle({ client: pool }), lock, work);
      } finally {
        await pool.close();
      }
    });
  }

  /** Work that waits for the lock in this process holds no connection: the pool is left to the queries. */
  async #inTurn<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(lock) ?? Promise.resolve();
    const result = before.then(work);
    this.#turns.set(
      lock,
      result.catch(() => {}),
    );
    return result;
  }

  /** What `work` throws is thrown on as it is; what else fails is the driver: begin, commit. */
  async #inTransaction<Result>(
    db: NodeMsSqlDatabase,
    lock: string,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    let own: { error: unknown } | undefined;
    try {
      return await db.transaction(async (tx) => {
        try {
          const one = this.#transactionOn(tx);
          await one.execute(acquire(lock));
          return await work(one);
        } catch (error) {
          own = { error };
          throw error;
        }
      });
    } catch (error) {
      throw own === undefined ? toDriverError(error) : own.error;
    }
  }

  #transactionOn(tx: Pick<NodeMsSqlDatabase, 'select' | 'delete' | 'execute'>): Transaction {
    const execute = async (statement: SQL) => void (await orDriverError(() => tx.execute(statement)));
    const executeAll = async (statements: () => SQL[]) => {
      for (const statement of statements()) await execute(statement);
    };
    return {
      select: (query) => selectOn(tx, query),
      insert: (table, rows) => executeAll(() => this.#transport.inserts(table, rows)),
      update: (table, rows, columns) => executeAll(() => this.#transport.updates(table, rows, columns)),
      add: (table, rows, sum) => executeAll(() => this.#transport.additions(table, rows, sum)),
      remove: async (table, keys) => {
        const [key = ''] = table.primaryKey;
        const rows = tx.delete(sqlServerTableOf(table)).where(this.within(table, key, keys));
        await orDriverError(() => rows);
      },
      execute,
    };
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

const acquire = (lock: string): SQL => sql`declare @result int;
  exec @result = sp_getapplock @Resource = ${lock}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = ${lockTimeoutMs};
  if @result < 0 throw ${sql.raw(String(lockTimeoutNumber))}, 'another instance holds the lock', 1;`;

async function selectOn(
  db: Pick<NodeMsSqlDatabase, 'select'>,
  { table, where, orderBy = [], limit }: Select,
) {
  const select = limit === undefined ? db.select() : db.select().top(limit);
  const rows = select
    .from(sqlServerTableOf(table))
    .where(where)
    .orderBy(...orderBy);
  return (await orDriverError(() => rows)) as Row[];
}
