/**
 * A read model whose rows follow from the states of one kind of aggregate: state → row → view, one way. Its events are folded
 * in one place, by the aggregate: here a row is read as a state, the event is folded in, and the state is laid out in columns
 * again. So a row has to hold all of the state that the columns follow from; what it does not hold is as at the beginning.
 *
 * @example
 * export const reviews = tableOf(review, {
 *   name: 'reviews',
 *   columns: { id: uuid(), rating: integer(), text: text(2000), version: integer(), createdAt: instant() },
 *   sorts: ['createdAt', 'rating'],
 *   row: ({ review }) => review, // null: there is no row yet
 *   state: (row) => ({ review: row }),
 * });
 */
import { type Aggregate, type EventMap, evolve, type StoredEvent } from '@quickmart/streams';
import { type Columns, defineTable, type Row, type RowOf, type Table } from '../table/table.ts';
import { type Details, type Projection, projection, type Totals } from './projection.ts';

/** A projection that knows the row of a state: a command is answered with it before the table has it. */
export type StateTable<State, Events extends EventMap, T extends Table> = Omit<Projection, 'table'> & {
  readonly table: T;
  readonly aggregate: Aggregate<State, Events>;
  /** Undefined where the state has no row. */
  rowOf(state: State, id: string, version: number): RowOf<T> | undefined;
};

/** What a state is laid out as: the columns, but for the key and the version; what may be null may be left out. */
type Laid<R, Given> = {
  readonly [Name in keyof R as Name extends Given ? never : null extends R[Name] ? never : Name]: R[Name];
} & { readonly [Name in keyof R as null extends R[Name] ? Name : never]?: R[Name] | undefined };

/** Where the columns are the fields of the state, nothing needs to be said. */
type Layout<State, R, Given> = (NonNullable<State> extends Laid<R, Given>
  ? { row?(state: NonNullable<State>): Laid<R, Given> | null }
  : { row(state: NonNullable<State>): Laid<R, Given> | null }) &
  (R extends State ? { state?(row: R): State } : { state(row: R): State });

type Rows<C extends Columns> = RowOf<Table<C>>;

export type StateTableOptions<
  State,
  C extends Columns,
  Key extends keyof C & string,
  D extends Table,
  S extends Table,
  From extends keyof C & string,
> = {
  /** Of the table, and of the projection unless `projection` names it. */
  name: string;
  projection?: string;
  revision?: number;
  columns: C;
  /** The primary key: the id of the aggregate, where the layout does not say otherwise. A column `version` has its version. */
  key?: Key;
  unique?: readonly (readonly (keyof C & string)[])[];
  /** What lists are sorted by: each has an index, with the key. */
  sorts?: readonly (keyof C & string)[];
  indexes?: readonly (readonly (keyof C & string)[])[];
  /** States that have no row any more, such as what was removed; the command that led there is answered with one. */
  hides?(state: NonNullable<State>): boolean;
  details?: Details<Rows<C>, D, From>;
  totals?: Totals<Rows<C>, S>;
} & Layout<State, Rows<C>, Key | 'version'>;

export function tableOf<
  State,
  Events extends EventMap,
  const C extends Columns,
  const Key extends keyof C & string = 'id',
  D extends Table = Table,
  S extends Table = Table,
  From extends keyof C & string = keyof C & string,
>(
  aggregate: Aggregate<State, Events>,
  options: StateTableOptions<State, C, Key, D, S, From>,
): StateTable<State, Events, Table<C>> {
  type Existing = NonNullable<State>;
  const { name, columns, key = 'id', unique = [], sorts = [], indexes = [], hides = () => false } = options;
  const { row: laid = (state: Existing) => state, state: stateOf = (row: Row) => row } =
    options as Freely<State>;
  const keyset = sorts.map((column) => [column, key as keyof C & string]);
  const table = defineTable(name, columns, {
    primaryKey: key as keyof C & string,
    unique,
    indexes: [...keyset, ...indexes],
  });
  const names = Object.keys(columns);
  const hasVersion = names.includes('version');

  function layOut(state: State, id: string, version: number): Row | undefined {
    const values = state == null ? null : (laid(state as Existing) as Row | null);
    if (values === null) return undefined;
    const row: Row = {};
    for (const one of names) row[one] = values[one] ?? null;
    row[key] = values[key] ?? id;
    if (hasVersion) row.version = version;
    return row;
  }
  function fold(row: Row | undefined, _: unknown, event: StoredEvent): Row | undefined {
    const state = evolve(aggregate, row ? (stateOf(row) as State) : aggregate.initial, event);
    return state == null || hides(state as Existing)
      ? undefined
      : layOut(state, event.aggregateId, event.version);
  }

  const made = projection({
    name: options.projection ?? name,
    ...(options.revision !== undefined && { revision: options.revision }),
    category: aggregate.category,
    table: table as Table,
    key: ({ aggregateId }) => aggregateId,
    evolve: Object.fromEntries(Object.keys(aggregate.evolve).map((type) => [type, fold])),
    ...(options.details !== undefined && { details: options.details as unknown as Details }),
    ...(options.totals !== undefined && { totals: options.totals as unknown as Totals }),
  });
  return { ...made, table, aggregate, rowOf: layOut as StateTable<State, Events, Table<C>>['rowOf'] };
}

type Freely<State> = { row?(state: NonNullable<State>): unknown; state?(row: Row): unknown };
