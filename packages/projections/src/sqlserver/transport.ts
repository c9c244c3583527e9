/**
 * How many values, and whole rows, travel to SQL Server: as one JSON parameter. This stays clear of the limit of 2,100
 * parameters, and gives one plan for any number of rows.
 *
 * Not every server that speaks TDS reads JSON as SQL Server does. It may leave escapes in strings (`a\\"b` instead of
 * `a"b`), and cut values after 4,000 characters. There, quotes and backslashes travel as other characters, and values that
 * would be spoilt travel as parameters. `readsJson` is asked once, when the database is opened.
 */
import { type SQL, sql } from 'drizzle-orm';
import { largestIn } from '../table/row.ts';
import type { Column, Kind, Row, Table } from '../table/table.ts';
import { cellOf, collationOf, exact, typeOf } from './table.ts';

/** Whether the server reads JSON strings right: one row, `reads` = 1. */
export const asksReadsJson = `select count(*) reads from openjson(N'["\\""]') with ([value] nvarchar(9) '$') where [value] = N'"'`;

/** SQL Server takes 2,100 in a statement. */
const parametersMax = 2000;
const jsonLengthMax = 4000;

const texts = new Set<Kind>(['key', 'text', 'char']);

/** These travel in place of a quote and a backslash. Unicode leaves them to programs: no text has them. */
const [quote, backslash] = ['\ufdd0', '\ufdd1'];
const disguised = (cell: unknown): unknown =>
  typeof cell === 'string' ? cell.replaceAll('"', quote).replaceAll('\\', backslash) : cell;
const undisguised = (name: string): string =>
  `replace(replace([${name}] collate ${exact}, nchar(${quote.charCodeAt(0)}), '"'), nchar(${backslash.charCodeAt(0)}), '\\')`;

/** JSON escapes these also then, and a text might have the two characters above. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that JSON escapes.
const lost = /[\ufdd0\ufdd1\u0000-\u001f]/;
const isSpoilt = (cell: unknown): boolean =>
  typeof cell === 'string' && (cell.length > jsonLengthMax || lost.test(cell));

/** A part that is taken `as json` keeps its escapes. It is cut, too, after a blank was put behind each `,` and `:`. */
const isLong = (value: unknown): boolean => JSON.stringify(value).length > jsonLengthMax / 2;

const list = (names: readonly string[], prefix = ''): SQL =>
  sql.raw(names.map((name) => `${prefix}[${name}]`).join(', '));

const collate = (column: Column): string => {
  const collation = collationOf(column);
  return collation === undefined ? '' : `collate ${collation}`;
};

const sameKey = ({ primaryKey, columns }: Table): string =>
  primaryKey.map((name) => `t.[${name}] = s.[${name}] ${collate(columns[name]!)}`).join(' and ');

/** As `bigint`: what does not fit into the column must not fail before it is cut. */
function added(name: string, largest: number): string {
  const sum = `cast(t.[${name}] as bigint) + s.[${name}]`;
  return `iif(${sum} > ${largest}, ${largest}, iif(${sum} < -${largest}, -${largest}, ${sum}))`;
}

type Named = readonly [name: string, column: Column];

export class Transport {
  readonly #readsJson: boolean;

  constructor(readsJson: boolean) {
    this.#readsJson = readsJson;
  }

  /** The inside of `in (…)`. */
  values(column: Column, values: readonly unknown[]): SQL {
    const cells = values.map((value) => cellOf(column, value));
    const [quoted, plain] = this.#split(cells, isSpoilt);
    const type = sql.raw(typeOf(column));
    const collate = sql.raw(collationOf(column) === undefined ? '' : `collate ${exact}`);
    const isDisguised = !this.#readsJson && texts.has(column.kind);
    const value = sql.raw(isDisguised ? undisguised('value') : '[value]');
    const json = JSON.stringify(isDisguised ? plain.map(disguised) : plain);
    const fromJson = sql`select ${value} ${collate} from openjson(${json}) with ([value] ${type} '$')`;
    const fromParameters = quoted.map((cell) => sql` union all select cast(${cell} as ${type}) ${collate}`);
    return sql.join([fromJson, ...fromParameters]);
  }

  inserts(table: Table, rows: readonly Row[]): SQL[] {
    const names = Object.keys(table.columns);
    const insert = sql`insert into ${sql.identifier(table.name)} (${list(names)}) select ${list(names, 's.')} from`;
    return this.#sources(table, rows, names).map((source) => sql`${insert} ${source}`);
  }

  updates(table: Table, rows: readonly Row[], columns: readonly string[]): SQL[] {
    const set = columns.map((name) => `[${name}] = s.[${name}]`).join(', ');
    const update = sql`update t set ${sql.raw(set)} from ${sql.identifier(table.name)} t inner join`;
    return this.#sources(table, rows, [...table.primaryKey, ...columns]).map(
      (source) => sql`${update} ${source} on ${sql.raw(sameKey(table))}`,
    );
  }

  /** Adds to the rows that are there, then makes those that are not. */
  additions(table: Table, rows: readonly Row[], sum: readonly string[]): SQL[] {
    const names = Object.keys(table.columns);
    const name = sql.identifier(table.name);
    const set = sql.raw(
      sum.map((column) => `[${column}] = ${added(column, largestIn(table.columns[column]!))}`).join(', '),
    );
    const same = sql.raw(sameKey(table));
    return this.#sources(table, rows, names).flatMap((source) => [
      sql`update t set ${set} from ${name} t inner join ${source} on ${same}`,
      sql`insert into ${name} (${list(names)}) select ${list(names, 's.')} from ${source}
        where not exists (select 1 from ${name} t where ${same})`,
    ]);
  }

  /** The rows as something to select from, under the name s: one of JSON, and where needed some of parameters. */
  #sources(table: Table, rows: readonly Row[], names: readonly string[]): SQL[] {
    const columns = names.map((name): Named => [name, table.columns[name]!]);
    const spoilt = (row: Row) =>
      columns.some(([name, { kind }]) => (kind === 'json' ? isLong(row[name]) : isSpoilt(row[name])));
    const [quoted, plain] = this.#split(rows, spoilt);
    const perChunk = Math.floor(parametersMax / columns.length);
    const chunks = Array.from({ length: Math.ceil(quoted.length / perChunk) }, (_, index) =>
      quoted.slice(index * perChunk, (index + 1) * perChunk),
    );
    const fromParameters = chunks.map((chunk) => parameters(columns, chunk));
    if (plain.length === 0) return fromParameters;
    const fromJson = this.#readsJson ? sql`${openJson(columns, plain)} s` : openDisguised(columns, plain);
    return [fromJson, ...fromParameters];
  }

  #split<Item>(
    items: readonly Item[],
    escaped: (item: Item) => boolean,
  ): [escaped: Item[], plain: readonly Item[]] {
    return this.#readsJson ? [[], items] : [items.filter(escaped), items.filter((item) => !escaped(item))];
  }
}

/** Rows as arrays: half the bytes. */
function openJson(columns: readonly Named[], rows: readonly Row[], toJson = cellOf): SQL {
  const json = JSON.stringify(rows.map((row) => columns.map(([name, column]) => toJson(column, row[name]))));
  const types = columns.map(
    ([name, column], index) =>
      `[${name}] ${typeOf(column)} '$[${index}]'${column.kind === 'json' ? ' as json' : ''}`,
  );
  return sql`openjson(${json}) with (${sql.raw(types.join(', '))})`;
}

function openDisguised(columns: readonly Named[], rows: readonly Row[]): SQL {
  const json = openJson(columns, rows, (column, value) =>
    texts.has(column.kind) ? disguised(value) : cellOf(column, value),
  );
  const cells = columns.map(([name, { kind }]) =>
    texts.has(kind) ? `${undisguised(name)} [${name}]` : `[${name}]`,
  );
  return sql`(select ${sql.raw(cells.join(', '))} from ${json}) s`;
}

function parameters(columns: readonly Named[], rows: readonly Row[]): SQL {
  const cell = (row: Row, [name, column]: Named) => {
    const value =
      column.kind === 'json' && row[name] !== null ? JSON.stringify(row[name]) : cellOf(column, row[name]);
    return sql`cast(${value} as ${sql.raw(typeOf(column))})`;
  };
  const line = (row: Row) =>
    sql`(${sql.join(
      columns.map((column) => cell(row, column)),
      sql`, `,
    )})`;
  return sql`(values ${sql.join(rows.map(line), sql`, `)}) s (${list(columns.map(([name]) => name))})`;
}
