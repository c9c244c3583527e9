/**
 * What the two databases have in common, as far as this package needs it. Conditions and orders are drizzle's own
 * (`eq`, `and`, `asc` …), made from the columns that {@link Database.column} gives, so every value is a parameter.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '@quickmart/streams';
import type { SQL, Column as SqlColumn } from 'drizzle-orm';
import type { Column, Row, Table } from './table.ts';

export type Select = {
  table: Table;
  where?: SQL | undefined;
  orderBy?: readonly SQL[] | undefined;
  limit?: number | undefined;
};

/** Inside a transaction. One call at a time. */
export type Transaction = {
  select(query: Select): Promise<Row[]>;
  /** Rows that are new; any number. */
  insert(table: Table, rows: readonly Row[]): Promise<void>;
  /** Rows that exist; any number. Only these columns are written, so only their indexes are. */
  update(table: Table, rows: readonly Row[], columns: readonly string[]): Promise<void>;
  /** Adds the `sum` columns to those of the row with the same key (of one column), or makes the row; any number. */
  add(table: Table, rows: readonly Row[], sum: readonly string[]): Promise<void>;
  /** Deletes rows by the first column of their primary key; any number. */
  remove(table: Table, keys: readonly unknown[]): Promise<void>;
  execute(statement: SQL): Promise<void>;
};

/** What a query is made of. */
export type Queries = {
  /** What follows FROM. */
  from(table: Table): SQL;
  column(table: Table, name: string): SqlColumn;
  /** Exact, also in a column that sorts without regard to case. */
  equals(table: Table, name: string, value: unknown): SQL;
  /** `column in (values)`, as exact, by one parameter, however many values. */
  within(table: Table, name: string, values: readonly unknown[]): SQL;
  startsWith(table: Table, name: string, prefix: string): SQL;
  /** Without regard to case. */
  contains(table: Table, name: string, part: string): SQL;
  select(query: Select): Promise<Row[]>;
  count(table: Table, where: SQL | undefined): Promise<number>;
  /** How many rows there are of each value of a column, equal as {@link equals} says. */
  countBy(table: Table, name: string, where: SQL | undefined): Promise<{ value: unknown; total: number }[]>;
  /** Only where the database cannot choose between indexes by itself; see access-path.ts. */
  readonly hints?: Hints;
};

export type Hints = {
  /** The same, but no index is chosen for it. */
  aside(part: SQL): SQL;
  /** Counts up to `most`, and no further. */
  count(table: Table, where: SQL | undefined, most: number): Promise<number>;
};

/** A column as the database has it. `type` is written as {@link Database.typeOf} writes it. */
export type StoredColumn = { name: string; type: string; isNullable: boolean; hasDefault: boolean };

export type Database = Queries & {
  readonly dialect: 'sqlite' | 'sqlserver';
  /** Where it is, for messages: never with a password. */
  readonly place: string;
  /** The statement; nothing where there is no such index. */
  dropIndex(table: Table, columns: readonly string[]): SQL;
  /** What a column is declared as, without its collation. */
  typeOf(column: Column): string;
  /** What the database has, by table, in one question. A table that is not there is left out. */
  columnsOf(tables: readonly string[]): Promise<Map<string, StoredColumn[]>>;
  /** All or nothing, and one at a time per `lock`, whatever the number of processes. */
  transaction<Result>(lock: string, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * The same for what changes tables, as the login that may. A statement has no limit of time. The wait for a session that
   * reads these tables has one: {@link isLocked} then.
   */
  change<Result>(lock: string, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** The error of a damage that does not mend by itself, such as a broken file. */
  readonly damage?: Error | undefined;
  close(): Promise<void>;
};

/**
 * What an error of a database means.
 *
 * - `data`: the same values will always be refused. Only this may cost an event.
 * - `transient`: the same again may well succeed.
 * - `locked`: transient, because another session has a lock, such as one that reads what is to be changed.
 * - `outage`: everything else, known or not. Work waits until it passes.
 */
export type Failure = 'data' | 'transient' | 'locked' | 'outage';

/**
 * What a driver throws, in the words of the database. It has no statement, no parameters and no values in it, because it is
 * logged, and stored with dead letters.
 */
export class DataError extends Error {
  override readonly name = 'DataError';
}
export class DriverOutage extends OutageError {
  readonly failure: Exclude<Failure, 'data'>;

  constructor(message: string, failure: Exclude<Failure, 'data'>) {
    super(message);
    this.failure = failure;
  }
}

export const driverError = (failure: Failure, message: string): DataError | DriverOutage =>
  failure === 'data' ? new DataError(message) : new DriverOutage(message, failure);

const retry = { attemptsMax: 5, delayMs: 20, delayMaxMs: 500 };

/** Repeats what failed transiently, with full jitter. Throws {@link OutageError} where repeating does not help. */
export async function retrying<Result>(
  { place }: Pick<Database, 'place'>,
  work: () => Promise<Result>,
  attemptsMax = retry.attemptsMax,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DriverOutage)) throw error;
      if (error.failure === 'outage' || attempt >= attemptsMax)
        throw new OutageError(`the database ${place} does not work: ${error.message}`, { cause: error });
    }
    await sleep(Math.random() * Math.min(retry.delayMaxMs, retry.delayMs * 2 ** attempt));
  }
}

/** Whether a change failed because another session, such as a report, reads what was to be changed. */
export const isLocked = (error: unknown): boolean =>
  error instanceof OutageError &&
  (error instanceof DriverOutage ? error.failure === 'locked' : isLocked(error.cause));

/** The driver's words: drizzle's own message is the statement with its parameters. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
