/**
 * What a value must be to be stored. Checked before writing, so that both databases take and refuse the same:
 * SQLite would store a text of any length in any column, SQL Server would cut it or pad it.
 */
import type { Column, Kind, Row, Table } from './table.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const int32Max = 2 ** 31 - 1;
/** The years 1 to 9999: what datetime2 can hold. */
const instantMin = -62_135_596_800_000;
const instantMax = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const isText = (value: unknown, column: Column): value is string =>
  typeof value === 'string' && isShort(value, column) && value.isWellFormed() && !value.includes('\0');
const isShort = (value: string, { length = 0, characters = 0 }: Column): boolean =>
  value.length <= characters || (value.length <= length && [...value].length <= characters);
const isIntegerIn = (value: unknown, min: number, max: number) =>
  Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;

const fits: Record<Kind, (value: unknown, column: Column) => boolean> = {
  uuid: (value) => typeof value === 'string' && uuidPattern.test(value),
  // SQL Server ignores trailing blanks when it compares, so two keys that differ in them only would be one.
  key: (value, column) => isText(value, column) && !value.endsWith(' '),
  text: isText,
  char: (value, column) => isText(value, column) && value.length === column.length && !value.endsWith(' '),
  integer: (value) => isIntegerIn(value, -int32Max - 1, int32Max),
  bigint: (value) => Number.isSafeInteger(value),
  instant: (value) => isIntegerIn(value, instantMin, instantMax),
  boolean: (value) => typeof value === 'boolean',
  json: (value) => typeof value === 'object',
};

/** The largest number that a column of whole numbers keeps exactly. A sum goes no further, up or down. */
export const largestIn = ({ kind }: Column): number =>
  kind === 'integer' ? int32Max : Number.MAX_SAFE_INTEGER;

/** Whether this value can be in this column, e.g. before it is compared with it. */
export const isValueOf = (column: Column, value: unknown): boolean =>
  value === null ? column.isNullable : fits[column.kind](value, column);

/** Throws where a row does not fit its table. What is as it was in the row `before` has been checked then. */
export function checkRow(table: Table, row: Row, before?: Row): void {
  for (const name in table.columns) {
    if (before !== undefined && row[name] === before[name]) continue;
    const column = table.columns[name]!;
    if (!isValueOf(column, row[name]))
      throw new Error(
        `${table.name}.${name} cannot be ${shown(row[name])} (${column.kind}${column.characters === undefined ? '' : `, ${column.characters}`})`,
      );
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
