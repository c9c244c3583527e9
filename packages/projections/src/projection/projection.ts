/**
 * A projection: pure functions that turn events into the rows of one table. There are three kinds:
 *
 * - {@link projection}: rows from the events of one category; mostly one row per aggregate.
 * - {@link joined}: rows from the events of several categories.
 * - {@link sums}: rows of numbers that are added up in SQL; any number of aggregates may touch the same row.
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
import { type EventMap, type EventOf, PermanentError, type StoredEvent } from '@quickmart/streams';
import type { ColumnOf, Row, RowOf, Table } from '../table/table.ts';

/** The row before and an event give the row after it; `undefined` = there is no row. Must not change its input. */
export type EvolveRow<R, Events extends EventMap> = {
  readonly [Type in keyof Events & string]?: (
    row: R | undefined,
    data: Events[Type],
    event: StoredEvent<Type, Events[Type]>,
    key: string | number,
  ) => R | undefined;
};

type Key = string | number;

/** What the events of one category do to the rows. Event types without a function leave them alone. */
export type Source = FoldSource | SumSource;
export type FoldSource = {
  readonly kind: 'fold';
  /** The primary keys of the rows that an event is about. */
  readonly keys: (event: StoredEvent) => readonly Key[];
  readonly evolve: ReadonlyMap<
    string,
    (row: Row | undefined, data: unknown, event: StoredEvent, key: Key) => Row | undefined
  >;
};
export type SumSource = {
  readonly kind: 'sum';
  readonly columns: readonly string[];
  readonly add: ReadonlyMap<string, (data: unknown, event: StoredEvent) => readonly Row[]>;
};

/** A projection as the runner sees it: of any table and any events. */
export type Projection = {
  readonly name: string;
  /** See {@link projection}. */
  readonly revision: number;
  readonly table: Table;
  readonly details: Details | undefined;
  readonly totals: Totals | undefined;
  readonly sources: ReadonlyMap<string, Source>;
};

/**
 * Rows of a second table that follow from a row, such as one per attribute of a product, so that a list can be
 * filtered by them. They are written and deleted with it. Their primary key begins with the row's key.
 */
export type Details<R = Row, T extends Table = Table, From extends keyof R = keyof R> = {
  readonly table: T;
  /** The columns that they follow from. Where none of these has changed, the details have not. */
  readonly from: readonly (From & string)[];
  readonly of: (row: Pick<R, From>) => readonly RowOf<T>[];
};

/**
 * Sums over rows, such as units sold per product and day over orders. A row adds what `of` says. When an event changes it,
 * what it added before is taken off. A row of sums stays also where nothing is left to add, with zeros: so which rows of
 * sums there are does not depend on how events meet in a batch.
 */
export type Totals<R = Row, T extends Table = Table> = {
  readonly table: T;
  /** The columns that are added up; the others follow from the key. */
  readonly sum: readonly (keyof T['columns'] & string)[];
  readonly of: (row: R) => readonly RowOf<T>[];
};

/** Every table that a projection writes. */
export const tablesOf = ({ table, details, totals }: Projection): Table[] =>
  [table, details?.table, totals?.table].filter((one) => one !== undefined);

/** By name; without names: all. Throws where there is none of that name. */
export function chosen<P extends Projection>(
  projections: readonly P[],
  names: readonly string[] | undefined,
): readonly P[] {
  const unknown = names?.find((name) => !projections.some((projection) => projection.name === name));
  if (unknown === undefined) return projections.filter(({ name }) => names?.includes(name) ?? true);
  const known = projections.map(({ name }) => name).join(', ');
  throw new Error(`there is no projection ${unknown}: there are ${known}`);
}

type Fold<Events extends EventMap, T extends Table> = {
  /** Of the row, or the rows, that an event is about. */
  key: (event: EventOf<Events>) => Key | readonly Key[];
  evolve: EvolveRow<RowOf<T>, Events>;
};

/**
 * Rows from the events of one category. Event types that `evolve` does not name load nothing.
 * A row belongs to one projection. `name` names its checkpoints: a new name projects everything again.
 * `revision`: raise it where the same events give other rows than before. Another revision has other tables.
 */
export function projection<
  Events extends EventMap,
  T extends Table,
  D extends Table = Table,
  S extends Table = Table,
  From extends ColumnOf<T> = ColumnOf<T>,
>(
  definition: {
    name: string;
    revision?: number;
    category: string;
    table: T;
    details?: Details<RowOf<T>, D, From>;
    totals?: Totals<RowOf<T>, S>;
  } & Fold<Events, T>,
): Projection {
  const { name, revision = 1, category, table, details, totals, key, evolve } = definition;
  const [, source] = from<Events, T>(category, { key, evolve });
  const sources = new Map([[category, source]]);
  return checked({
    name,
    revision,
    table,
    sources,
    details: details as Details | undefined,
    totals: totals as Totals | undefined,
  });
}

/** One category of a {@link joined} projection. */
export function from<Events extends EventMap, T extends Table>(
  category: string,
  { key, evolve }: Fold<Events, T>,
): readonly [category: string, source: Source, table?: T] {
  const keys = (event: EventOf<Events>) => {
    const found = key(event);
    return typeof found === 'object' ? found : [found];
  };
  // The consumer hands events to the source of their category only, so the erased types hold.
  return [category, { kind: 'fold', keys, evolve: new Map(Object.entries(evolve)) } as unknown as Source];
}

/**
 * Rows from the events of several categories. The events of different categories come in any order, and every order must
 * give the same row. So each category writes columns of its own, and makes the row where it is not there yet. Give these
 * columns a value for "not known yet".
 *
 * @example
 * joined({ name: 'shop_window', table: shopWindow, from: [
 *   from<ProductEvents, typeof shopWindow>('product', { key: byId, evolve: { … } }),
 *   from<StockItemEvents, typeof shopWindow>('inventory', { key: byId, evolve: { … } }),
 * ] });
 */
export function joined<
  T extends Table,
  D extends Table = Table,
  From extends ColumnOf<T> = ColumnOf<T>,
>(definition: {
  name: string;
  revision?: number;
  table: T;
  details?: Details<RowOf<T>, D, From>;
  from: readonly (readonly [category: string, source: Source, table?: T])[];
}): Projection {
  const { name, revision = 1, table, details } = definition;
  const sources = definition.from.map(([category, source]) => [category, source] as const);
  return checked({
    name,
    revision,
    table,
    sources: new Map(sources),
    details: details as Details | undefined,
    totals: undefined,
  });
}

/**
 * Rows of sums, such as units per product and day. An event gives rows, and their columns `sum` are added to what is there.
 * The other columns are written once, with the first row of a key: so they must follow from the key.
 */
export function sums<Events extends EventMap, T extends Table>(definition: {
  name: string;
  revision?: number;
  category: string;
  table: T;
  sum: readonly (keyof T['columns'] & string)[];
  add: {
    readonly [Type in keyof Events & string]?: (
      data: Events[Type],
      event: StoredEvent<Type, Events[Type]>,
    ) => readonly RowOf<T>[];
  };
}): Projection {
  const { name, revision = 1, category, table, sum, add } = definition;
  const source = { kind: 'sum', columns: sum, add: new Map(Object.entries(add)) } as unknown as Source;
  const sources = new Map([[category, source]]);
  return checked({ name, revision, table, details: undefined, totals: undefined, sources });
}

function checked(projection: Projection): Projection {
  const { name, table, totals } = projection;
  for (const one of [table, ...(totals === undefined ? [] : [totals.table])])
    if (one.primaryKey.length !== 1)
      throw new Error(`projection ${name}: table ${one.name} needs a primary key of one column`);
  return projection;
}

/**
 * An event could not be applied, and `cause` says why. Nothing of its batch was written. It is permanent, because projections
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

/** Runs a function of a projection for an event. @throws ProjectionError */
export function guarded<Result>(projection: Projection, event: StoredEvent, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw new ProjectionError(projection, event, error);
  }
}
