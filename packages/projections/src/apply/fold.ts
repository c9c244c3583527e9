/** From the rows that are there and events to what has to be written. No I/O. */
import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '@quickmart/streams';
import { type FoldSource, guarded, type Projection, type SumSource } from '../projection/projection.ts';
import { checkRow } from '../table/row.ts';
import type { Row } from '../table/table.ts';
import { plus, Totaller } from './totals.ts';

/**
 * `columns`: the ones in which at least one of the updates differs from the row that was loaded. `details`: the new
 * ones, and the keys of the rows whose present ones go. `totals`: what is added to the sums, one row per key.
 */
export type Changes = {
  inserts: Row[];
  updates: Row[];
  columns: string[];
  deletes: unknown[];
  details: { inserts: Row[]; deletes: unknown[] };
  totals: Row[];
};

type Touch = { event: StoredEvent; key: string | number };

/** Which event touches which row, in order. */
export function touches(projection: Projection, source: FoldSource, events: readonly StoredEvent[]): Touch[] {
  return events
    .filter(({ eventType }) => source.evolve.has(eventType))
    .flatMap((event) => {
      const keys = guarded(projection, event, () => source.keys(event));
      return keys.map((key) => ({ event, key }));
    });
}

/** Folds events into the rows that were loaded, and says what to write. */
export function fold(
  projection: Projection,
  source: FoldSource,
  loaded: readonly Row[],
  touched: readonly Touch[],
): Changes {
  const [keyColumn = ''] = projection.table.primaryKey;
  const before = new Map(loaded.map((row) => [row[keyColumn], row]));
  const after = new Map<unknown, Row | undefined>();
  const totals = new Totaller(projection);
  for (const { event, key } of touched) {
    const row = after.has(key) ? after.get(key) : before.get(key);
    const evolved = guarded(projection, event, () => {
      const evolved = next(projection, source, row, event, key);
      totals.replace(row, evolved);
      return evolved;
    });
    after.set(key, evolved);
  }
  return { ...changesOf(projection, before, after), totals: totals.rows() };
}

function changesOf(
  projection: Projection,
  before: ReadonlyMap<unknown, Row>,
  after: ReadonlyMap<unknown, Row | undefined>,
): Omit<Changes, 'totals'> {
  const details: Changes['details'] = { inserts: [], deletes: [] };
  const changes: Omit<Changes, 'totals'> = { inserts: [], updates: [], columns: [], deletes: [], details };
  const columns = new Set<string>();
  for (const [key, row] of after) {
    const old = before.get(key);
    if (row === old) continue;
    detail(projection, key, old, row, details);
    if (row === undefined) changes.deletes.push(key);
    else if (old === undefined) changes.inserts.push(row);
    else if (differing(old, row, columns)) changes.updates.push(row);
  }
  return { ...changes, columns: [...columns] };
}

/** What becomes of the details of one row; nothing where they are the same as before. */
function detail(
  { details }: Projection,
  key: unknown,
  old: Row | undefined,
  row: Row | undefined,
  changes: Changes['details'],
): void {
  if (details === undefined) return;
  if (old && row && details.from.every((name) => old[name] === row[name])) return;
  const before = old === undefined ? [] : details.of(old);
  const now = row === undefined ? [] : details.of(row);
  if (isDeepStrictEqual(before, now)) return;
  for (const one of now) checkRow(details.table, one);
  if (before.length > 0) changes.deletes.push(key);
  changes.inserts.push(...now);
}

/** Adds the columns that differ. A `json` value counts as another when it is another object. */
function differing(old: Row, row: Row, columns: Set<string>): boolean {
  let found = false;
  for (const name in old) {
    if (old[name] === row[name]) continue;
    columns.add(name);
    found = true;
  }
  return found;
}

function next(
  { table }: Projection,
  source: FoldSource,
  row: Row | undefined,
  event: StoredEvent,
  key: string | number,
): Row | undefined {
  const evolved = source.evolve.get(event.eventType)?.(row, event.data, event, key);
  if (evolved === undefined || evolved === row) return evolved;
  checkRow(table, evolved, row);
  const [keyColumn = ''] = table.primaryKey;
  if (evolved[keyColumn] !== key) throw new Error(`the row's ${keyColumn} is not the event's key`);
  return evolved;
}

/** One row per key, with what all events add to it. */
export function summed(projection: Projection, source: SumSource, events: readonly StoredEvent[]): Row[] {
  const [keyColumn = ''] = projection.table.primaryKey;
  const rows = new Map<unknown, Row>();
  for (const event of events) {
    const added = guarded(projection, event, () => {
      const own = source.add.get(event.eventType)?.(event.data, event) ?? [];
      for (const row of own) checkRow(projection.table, row);
      return own;
    });
    for (const row of added) {
      const sum = rows.get(row[keyColumn]);
      rows.set(row[keyColumn], sum === undefined ? row : plus(projection.table, sum, row, source.columns));
    }
  }
  return [...rows.values()];
}
