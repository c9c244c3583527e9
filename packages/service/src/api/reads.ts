/** The reads of a resource, each stated once: one item, a list, and the history of an item. */
import { history, page } from '@quickmart/contracts/shapes';
import type { ColumnOf, Filters, ReadModels, RowOf, SortColumn, Table } from '@quickmart/projections';
import type { EventStore } from '@quickmart/streams';
import type { z } from 'zod';
import type { Access } from '../auth/access.ts';
import { idParam, json } from '../document/openapi.ts';
import type { ServiceContext } from '../http/context.ts';
import { conditionsOf, type FiltersOf, type ListFilters, shapesOf } from '../http/filters.ts';
import { historyQuery, readHistory } from '../http/history.ts';
import { listQuery, pageOf } from '../http/list.ts';
import { onlyOf, owned } from '../http/ownership.ts';
import { refuse } from '../http/problems.ts';
import { itemQuery, readItem, readList } from '../http/read.ts';
import { type Shown, shown } from '../http/shown.ts';
import type { Api } from './api.ts';
import { type Names, namesOf, withArticle } from './names.ts';
import { demandOwner, type OwnerCheck, ownerIn } from './owner.ts';
import { type Route, serveRoute, type Words } from './route.ts';

export type Parts = { store: EventStore; readModels: ReadModels };

export type ReadOptions<T extends Table, Body, Given extends ListFilters, Sort extends string> = {
  /** Of the list; an item is below it, by the primary key of the table. */
  path: `/api/${string}`;
  /** Of the ids in paths; by default they are UUIDs. */
  id?: z.ZodType<string>;
  /** Of an item. Its id names the operations: `Review` is read by `getReview`. */
  shape: z.ZodType<Body>;
  table: T;
  /** Whose events they are made of. */
  category: string;
  tag?: string;
  /** The item of a row, whose instants are texts already; left out where the row is the item. */
  view?(row: Shown<T>): Body;
  /** The aggregate that a row comes from; by default the one with its id. */
  aggregateOf?(id: string): string;
  /** The column with the customer to whom an item belongs: what `ownerOr(…)` asks for. */
  owner?: ColumnOf<T>;
  /** Whether this caller may see an item that its route lets them read; else it is as if it were not there. For lists, see `where`. */
  visible?(row: RowOf<T>, c: ServiceContext): boolean;
  /** What this caller sees of an item, where it is not the same for all. What a command answers goes to who has given it. */
  seenBy?(item: Body, c: ServiceContext): Body;
  /** Who may read, where a route does not say so for itself. */
  access: Access;
  /** `false`: there is no such route, or the service has one of its own. */
  item?: Words | false;
  list?: (Words & ListOptions<T, Given, Sort>) | false;
  history?: Words | false;
};

export type ListOptions<T extends Table, Given extends ListFilters, Sort extends string> = ListParts<T> & {
  /** What it can be sorted by; the first one, descending, is the default. */
  sort: readonly [Sort, ...Sort[]];
  /** The column of a sort that has another name. */
  columns?: { readonly [Name in Sort]?: SortColumn<T> };
  filters?: Given & FiltersOf<T, Given>;
};

type ListParts<T extends Table> = {
  /** Another schema of the query, made from the usual one; `where` knows what it lets in. */
  query?<Query extends z.ZodObject>(query: Query): Query;
  where?(query: Readonly<Record<string, unknown>>, c: ServiceContext): Filters<T>;
  /** Other items than those of `shape` and `view`. */
  items?: { shape: z.ZodType; of(rows: readonly RowOf<T>[], c: ServiceContext): Promise<readonly object[]> };
};

export function readRoutes<
  T extends Table,
  Body extends object,
  Given extends ListFilters = Record<never, never>,
  Sort extends string = ColumnOf<T>,
>(
  api: Api,
  parts: Parts,
  options: ReadOptions<T, Body, Given, Sort>,
  checkOwner: OwnerCheck = async () => {},
): void {
  const { path, shape, table, category, owner, access } = options;
  const said = <W extends Words>(words: W | false): (W & Said) | false => words && { access, ...words };
  const [item, list] = [said(options.item ?? {}), said(options.list ?? false)];
  const history = said(options.history ?? {});
  demandOwner(path, owner, [item, list, history]);
  const names = namesOf(path, shape);
  const { tag = names.many, view = (row) => row as Body } = options;
  const key = table.primaryKey[0]!;
  const params = idParam(key, options.id);
  const all = { ...options, tag, view, names, key, params, category, checkOwner };
  if (item !== false) itemRoute(api, parts, all, item);
  if (list !== false) listRoute(api, parts, all, list as unknown as AnyList<T>);
  if (history !== false) historyRoute(api, parts, all, history);
}

type Said = { access: Access };

type Known<T extends Table, Body> = {
  path: string;
  shape: z.ZodType<Body>;
  table: T;
  category: string;
  tag: string;
  names: Names;
  key: string;
  params: z.ZodObject;
  owner?: string;
  checkOwner: OwnerCheck;
  view(row: Shown<T>): Body;
  aggregateOf?(id: string): string;
  visible?(row: RowOf<T>, c: ServiceContext): boolean;
  seenBy?(item: Body, c: ServiceContext): Body;
};

type Versioned<T extends Table> = RowOf<T> & { version: number };

function itemRoute<T extends Table, Body extends object>(
  api: Api,
  { store, readModels }: Parts,
  known: Known<T, Body>,
  { answer = `The ${known.names.one}`, ...words }: Words & Said,
): void {
  const { path, shape, table, category, tag, names, key, params, owner, view } = known;
  const { aggregateOf = (id) => id, visible = () => true, seenBy = (item) => item } = known;
  const route: Route = {
    method: 'get',
    path: `${path}/{${key}}`,
    operationId: `get${names.id}`,
    tags: [tag],
    summary: `One ${names.one}`,
    request: { params, query: itemQuery },
    responses: { 200: json(shape, answer) },
    ...words,
  };
  serveRoute(api, route, (c, { param }) => {
    const id: string = param[key];
    return readItem(c, (row: Versioned<T>) => seenBy(view(shown(table, row)), c), {
      row: async () => {
        const row = (await readModels.get(table, id)) as Versioned<T> | undefined;
        // Before anything of it is answered, also a 304.
        if (row !== undefined && owner !== undefined) owned(c, ownerIn(row, owner));
        if (row !== undefined && !visible(row, c)) refuse('not-found', 'there is no item with this id');
        return row;
      },
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head(category, aggregateOf(id)),
    });
  });
}

/** The same, when the compiler has compared the filters with the table. */
type AnyList<T extends Table> = Words &
  Said &
  ListParts<T> & {
    sort: readonly [string, ...string[]];
    columns?: Readonly<Record<string, string>>;
    filters?: ListFilters;
  };

function listRoute<T extends Table, Body extends object>(
  api: Api,
  { readModels }: Parts,
  { path, shape, table, tag, names, owner, view, seenBy = (item) => item }: Known<T, Body>,
  options: AnyList<T>,
): void {
  const { answer = 'One page', sort, columns = {}, filters = {}, items, ...rest } = options;
  const { query: changed = (query) => query, where = () => [], ...words } = rest;
  const { shape: one, of } = items ?? {
    shape,
    of: async (rows: readonly RowOf<T>[], c: ServiceContext) =>
      rows.map((row) => seenBy(view(shown(table, row)), c)),
  };
  checkColumns(table, filters);
  const route: Route = {
    method: 'get',
    path,
    operationId: `list${names.ids}`,
    tags: [tag],
    summary: `${names.many}, page by page`,
    request: { query: changed(listQuery(sort, shapesOf(filters))) },
    responses: { 200: json(page(one).meta({ id: `${names.id}Page` }), answer) },
    ...words,
  };
  serveRoute(api, route, (c, { query }) =>
    readList(
      c,
      readModels,
      table,
      (rows) => of(rows, c),
      async () => {
        const { sort, ...page } = pageOf<string>(query);
        const column = columns[sort.column] ?? sort.column;
        const only = owner === undefined ? undefined : onlyOf(c);
        const own = only === undefined ? [] : [{ column: owner, op: 'eq', value: only }];
        const given = [...own, ...(await conditionsOf(filters, query))] as unknown as Filters<T>;
        return {
          ...page,
          sort: { column: column as SortColumn<T>, direction: sort.direction },
          where: [...given, ...where(query, c)],
        };
      },
    ),
  );
}

/** @throws where a filter is of a column that the table has not. */
function checkColumns({ name: table, columns }: Table, filters: ListFilters): void {
  for (const [name, one] of Object.entries(filters)) {
    const column = 'where' in one ? one.column : name;
    if (column !== undefined && !Object.hasOwn(columns, column))
      throw new Error(`the filter ${name} is about ${table}.${column}, which is not there`);
  }
}

function historyRoute(
  api: Api,
  { store }: Parts,
  { path, category, tag, names, key, params, checkOwner }: Known<Table, object>,
  { answer = 'The events', ...words }: Words & Said,
): void {
  const route: Route = {
    method: 'get',
    path: `${path}/{${key}}/history`,
    operationId: `get${names.id}History`,
    tags: [tag],
    summary: `The events of ${withArticle(names.one)}, oldest first`,
    request: { params, query: historyQuery },
    responses: { 200: json(history, answer) },
    ...words,
  };
  serveRoute(api, route, async (c, { param, query }) => {
    await checkOwner(c, param[key]);
    return await readHistory(c, store, category, param[key], query);
  });
}
