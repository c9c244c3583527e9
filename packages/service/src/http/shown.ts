/** A row as an answer shows it: instants are ISO 8601 texts. */
import type { ColumnOf, RowOf, StateTable, Table } from '@quickmart/projections';
import type { EventMap } from '@quickmart/streams';

export type Shown<T extends Table> = {
  [Name in ColumnOf<T>]: T['columns'][Name]['kind'] extends 'instant'
    ? string | Extract<RowOf<T>[Name], null>
    : RowOf<T>[Name];
};

export function shown<T extends Table>({ columns }: T, row: RowOf<T>): Shown<T> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row))
    body[name] = columns[name]?.kind === 'instant' && value !== null ? iso(value as number) : value;
  return body as Shown<T>;
}

/** The row of a state, as an answer shows it. A command that was not refused leads to one. */
export function shownState<State, Events extends EventMap, T extends Table>(
  { table, rowOf }: StateTable<State, Events, T>,
  state: State,
  id: string,
  version: number,
): Shown<T> {
  const row = rowOf(state, id, version);
  if (row === undefined) throw new Error(`${table.name}: the state of ${id} has no row`);
  return shown(table, row);
}

const iso = (at: number): string => new Date(at).toISOString();
