/**
 * A projection: pure functions that turn the events of one category into the rows of one table.
 *
 * @example
 * export const catalog = projection<ProductEvents, typeof products>({
 *   name: 'products',
 *   category: 'product',
 *   table: products,
 *   key: (event) => event.aggregateId,
 *   evolve: {
 *     ProductCreatedEvent: (_, { sku, name }, event) => ({ id: event.aggregateId, sku, name, createdAt: event.at }),
 *     ProductUpdatedEvent: (row, { changes }) => row && { ...row, ...changes },
 *     ProductArchivedEvent: () => undefined, // no row: it is deleted, or stays absent
 *   },
 * });
 */
import { isDeepStrictEqual } from 'node:util';
import { type EventMap, type EventOf, PermanentError, type StoredEvent } from '@quickmart/streams';
import { checkRow } from './row.ts';
import type { Row, RowOf, Table } from './table.ts';

/** The row before and an event give the row after it; `undefined` = there is no row. Must not change its input. */
export type EvolveRow<R, Events extends EventMap> = {
  readonly [Type in keyof Events & string]?: (
    row: R | undefined,
    data: Events[Type],
    event: StoredEvent<Type, Events[Type]>,
  ) => R | undefined;
};

/** A projection as the runner sees it: of any table and any events. */
export type Projection = {
  readonly name: string;
  readonly category: string;
  readonly table: Table;
  /** The primary key of the row that an event is about. */
  readonly key: (event: StoredEvent) => unknown;
  readonly evolve: ReadonlyMap<
    string,
    (row: Row | undefined, data: unknown, event: StoredEvent) => Row | undefined
  >;
  readonly details: Details | undefined;
};

/**
 * Rows of a second table that follow from a row, such as one per attribute of a product, so that a list can be
 * filtered by them. They are written and deleted with it. Their primary key begins with the row's key.
 */
export type Details<R = Row, T extends Table = Table> = {
  readonly table: T;
  readonly of: (row: R) => readonly RowOf<T>[];
};

/**
 * Event types that `evolve` does not name leave the rows alone; no row is loaded for them.
 * A row belongs to one projection; `name` names its checkpoints, so renaming it projects everything again.
 */
export function projection<Events extends EventMap, T extends Table, D extends Table = Table>(definition: {
  name: string;
  category: string;
  table: T;
  key: (event: EventOf<Events>) => string | number;
  evolve: EvolveRow<RowOf<T>, Events>;
  details?: Details<RowOf<T>, D>;
}): Projection {
  const { name, category, table, key, evolve, details } = definition;
  if (table.primaryKey.length !== 1)
    throw new Error(`projection ${name}: table ${table.name} needs a primary key of one column`);
  // The consumer hands events to the projection of their category only, so the erased types hold.
  const erased = { name, category, table, key, evolve: new Map(Object.entries(evolve)), details };
  return erased as unknown as Projection;
}

/** Every table that a projection writes. */
export const tablesOf = ({ table, details }: Projection): Table[] =>
  details === undefined ? [table] : [table, details.table];

/**
 * An event could not be applied; `cause` says why. Nothing of its batch was written. Permanent, because projections
 * are pure: the same event fails again until the code changes.
 */
export class ProjectionError extends PermanentError {
  readonly event: StoredEvent;
  constructor(projection: Projection, event: StoredEvent, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`projection ${projection.name} cannot apply ${event.eventType} ${event.eventId}: ${reason}`, {
      cause,
    });
    this.event = event;
  }
}

/**
 * `columns`: the ones in which at least one of the updates differs from the row that was loaded. `details`: the new
 * ones, and the keys of the rows whose present ones go.
 */
export type Changes = {
  inserts: Row[];
  updates: Row[];
  columns: string[];
  deletes: unknown[];
  details: { inserts: Row[]; deletes: unknown[] };
};

/** The events that change rows, and the keys of those rows, each once. */
export function relevant(projection: Projection, events: readonly StoredEvent[]) {
  const touching = events.filter(({ eventType }) => projection.evolve.has(eventType));
  const keys = touching.map((event) => guarded(projection, event, () => projection.key(event)));
  return { events: touching, keys, distinctKeys: [...new Set(keys)] };
}

/** Folds events into the rows that were loaded, and says what to write. */
export function fold(
  projection: Projection,
  loaded: readonly Row[],
  work: ReturnType<typeof relevant>,
): Changes {
  const [keyColumn = ''] = projection.table.primaryKey;
  const before = new Map(loaded.map((row) => [row[keyColumn], row]));
  const after = new Map<unknown, Row | undefined>();
  for (const [index, event] of work.events.entries()) {
    const key = work.keys[index];
    const row = after.has(key) ? after.get(key) : before.get(key);
    after.set(
      key,
      guarded(projection, event, () => next(projection, row, event, key)),
    );
  }
  const details: Changes['details'] = { inserts: [], deletes: [] };
  const changes: Changes = { inserts: [], updates: [], columns: [], deletes: [], details };
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
  const before = old === undefined ? [] : details.of(old);
  const now = row === undefined ? [] : details.of(row);
  if (isDeepStrictEqual(before, now)) return;
  for (const one of now) checkRow(details.table, one);
  if (before.length > 0) changes.deletes.push(key);
  changes.inserts.push(...now);
}

/** Adds the columns that differ. A `json` value counts as another when it is another object. */
function differing(old: Row, row: Row, columns: Set<string>): boolean {
  const names = Object.keys(old).filter((name) => old[name] !== row[name]);
  for (const name of names) columns.add(name);
  return names.length > 0;
}

function next(
  projection: Projection,
  row: Row | undefined,
  event: StoredEvent,
  key: unknown,
): Row | undefined {
  const evolved = projection.evolve.get(event.eventType)?.(row, event.data, event);
  if (evolved === undefined || evolved === row) return evolved;
  checkRow(projection.table, evolved);
  const [keyColumn = ''] = projection.table.primaryKey;
  if (evolved[keyColumn] !== key) throw new Error(`the row's ${keyColumn} is not the event's key`);
  return evolved;
}

function guarded<Result>(projection: Projection, event: StoredEvent, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw new ProjectionError(projection, event, error);
  }
}
