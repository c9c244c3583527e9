/**
 * Every list that a service has, with its filters in every combination of up to two, and all at once, in each of its
 * orders: how SQLite finds the rows. In the long tests in every combination of up to three, of which there are many.
 *
 * The lists come from the OpenAPI documents, so a new one is covered without new code. Nothing may be read from end to
 * end, and nothing sorted but what was counted to be few. Nothing is timed: the plan is what decides.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ListQuery, Table } from '@quickmart/projections';
import { openEmpty } from '@quickmart/projections/testing';
import { assemble, connectRedis, createLog, openKeys, settingsOf } from '@quickmart/service';
import { startRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { storedName } from '../test/testing.ts';
import { root } from './process.ts';
import { type Service, services } from './services.ts';

type Query = ListQuery<Table>;
type Spec = { table: Table; query: Query };
type Parameter = { name: string; in: string; schema: Schema };
type Schema = {
  type?: string;
  enum?: string[];
  format?: string;
  example?: unknown;
  pattern?: string;
  items?: Schema;
  anyOf?: Schema[];
  default?: unknown;
};

const common = new Set(['sort', 'limit', 'cursor', 'includeTotal']);
const logger = createLog({ name: 'lists', level: 'silent' });

/** A value that the parameter takes; one of an object is spread. Where several are taken: one, or two. */
function sampleOf({ name, schema }: Parameter, several = false): Record<string, string> {
  if (schema.type === 'object') return schema.example as Record<string, string>;
  if (schema.anyOf) return sampleOf({ name, in: 'query', schema: schema.anyOf.at(-1)! }, several);
  if (name === 'currency') return { [name]: several ? 'EUR,CHF' : 'EUR' };
  if (schema.items) {
    const { [name]: any = '' } = sampleOf({ name, in: 'query', schema: schema.items });
    // The rows of the test are what the list shows when it is not asked for others.
    const one = Array.isArray(schema.default) ? String(schema.default[0]) : any;
    const other = schema.items.enum?.find((value) => value !== one) ?? `${one.slice(0, -1)}2`;
    return { [name]: several ? `${one},${other}` : one };
  }
  if (schema.format?.startsWith('date')) return { [name]: '2026-11-21' };
  if (schema.format === 'email') return { [name]: 'anna@example.com' };
  if (schema.format === 'uuid') return { [name]: '01999999-9999-7999-8999-000000000001' };
  return { [name]: schema.enum?.at(-1) ?? (schema.type === 'integer' ? '5' : 'abc') };
}

const together = process.env.LONG ? 3 : 2;

/** Those of so many items at most, and the whole: what a plan depends on is how two or three meet. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  const upTo = (max: number, from: readonly Item[]): Item[][] => {
    const [item, ...rest] = from;
    if (item === undefined) return [[]];
    const without = upTo(max, rest);
    return max === 0 ? [[]] : [...without, ...upTo(max - 1, rest).map((some) => [item, ...some])];
  };
  return [...upTo(together, items), [...items]];
}

async function started(service: Service) {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-lists-'));
  const file = join(folder, 'test.sqlite');
  const readModels = await openEmpty({ url: `file:${file}`, projections: service.readModels, logger });
  const server = await startRedis();
  const redis = await connectRedis(server.url, { name: 'lists', logger });
  const settings = settingsOf(service, { AUTH: 'off', KEYS_URL: `file:${join(folder, 'keys.sqlite')}` });
  const sealing = await openKeys(settings, logger);
  const { api } = assemble(service, { redis, logger, readModels, sealing, settings });
  const close = async () => {
    await readModels.close();
    await sealing.close();
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { file, readModels, get: async (path: string) => await api.request(path), close };
}
type Started = Awaited<ReturnType<typeof started>>;

/** What the service asks of its read models for each combination of filters and each sort. */
async function specsOf(running: Started): Promise<Spec[]> {
  const document = (await (await running.get('/openapi.json')).json()) as Document;
  const specs: Spec[] = [];
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    const parameters = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query');
    const sort = parameters.find(({ name }) => name === 'sort');
    if (sort === undefined) continue;
    const sorts: Query['sort'][] = [];
    for (const value of sort.schema.enum ?? [])
      sorts.push((await asked(running, path, { sort: value })).query.sort);
    for (const some of subsets(parameters.filter(({ name }) => !common.has(name)))) {
      const samples = some.map((one) => sampleOf(one, some.length % 2 === 0));
      const { table, query } = await asked(running, path, Object.assign({}, ...samples));
      // The plans of both directions are the same; here in turn.
      const taken = sorts.filter((_, n) => some.length === 0 || n % 2 === some.length % 2);
      specs.push(...taken.map((one) => ({ table, query: { ...query, sort: one } })));
    }
  }
  return [...new Map(specs.map((spec) => [shapeOf(spec), spec])).values()];
}

/** What the plan depends on. */
const shapeOf = ({ table, query: { where = [], sort } }: Spec): string =>
  JSON.stringify([
    ...[table.name, sort],
    ...where.map((filter) => filter && ('details' in filter ? 'details' : [filter.column, filter.op])),
  ]);
type Document = { paths: Record<string, { get?: { parameters?: Parameter[] } }> };

/** What a request becomes. */
async function asked({ get, readModels }: Started, path: string, parameters: object): Promise<Spec> {
  const list = vi.spyOn(readModels, 'list');
  const url = `${path}?${new URLSearchParams({ ...parameters, limit: '1' })}`;
  const { status } = await get(url);
  if (status !== 200) throw new Error(`GET ${url}: ${status}`);
  const [table, query] = list.mock.lastCall as unknown as [Table, Query];
  list.mockRestore();
  return { table, query };
}

/** Adds rows that pass all filters, up to `count`, so that each filter leaves that many. */
function fill(file: string, specs: readonly Spec[], count: number): void {
  const db = new DatabaseSync(file);
  db.exec('begin');
  for (const table of new Set(specs.map((spec) => spec.table))) {
    const filters = specs.filter((spec) => spec.table === table).flatMap(({ query }) => query.where ?? []);
    const own = new Map<string, unknown>();
    const details = new Map<Table, Map<string, unknown>>();
    for (const filter of filters) {
      if (filter === undefined) continue;
      // What is more than nothing is as the samples of the other filters are.
      if (!('details' in filter)) own.set(filter.column, filter.op === 'gt' ? 5 : first(filter.value));
      else
        details.set(filter.details, new Map(filter.where.map(({ column, value }) => [column, first(value)])));
    }
    insert(db, table, own, count);
    for (const [detail, values] of details) insert(db, detail, values, count);
  }
  db.exec('commit');
  db.close();
}
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function insert(db: DatabaseSync, table: Table, values: ReadonlyMap<string, unknown>, count: number): void {
  const names = Object.keys(table.columns);
  const distinct = new Set([table.primaryKey[0], ...table.unique.flat()]);
  const statement = db.prepare(
    `insert or ignore into ${storedName(db, table.name)} (${names.map((name) => `"${name}"`)}) values (${names.map(() => '?')})`,
  );
  for (let n = 0; n < count; n++)
    statement.run(
      ...names.map((name) => {
        // One row has the unique value that a filter wants.
        if (n === 0 || !distinct.has(name))
          return (values.get(name) ?? cellOf(table, name, 0)) as SQLInputValue;
        return cellOf(table, name, n);
      }),
    );
}

function cellOf(table: Table, name: string, n: number): SQLInputValue {
  const kind = table.columns[name]?.kind;
  if (kind === 'json') return '{}';
  if (kind === 'uuid') return `01999999-9999-7999-8999-${String(n).padStart(12, '0')}`;
  return kind === 'text' || kind === 'key' || kind === 'char' ? `v${n}` : n;
}

/** The statements of the first two pages, each once. */
async function statementsOf({ readModels }: Started, specs: readonly Spec[]): Promise<Set<string>> {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  for (const { table, query } of specs) {
    const { nextCursor } = await readModels.list(table, { ...query, limit: 1 });
    if (nextCursor !== null) await readModels.list(table, { ...query, limit: 1, cursor: nextCursor });
  }
  const statements = new Set(prepare.mock.calls.map(([statement]) => statement));
  prepare.mockRestore();
  return statements;
}

const isProbe = (statement: string) =>
  /^select count\(\*\) total from \(select 1 .* limit \?\)$/.test(statement);

/** What is wrong with how SQLite would run a statement. */
function faultsOf(db: DatabaseSync, statement: string, isSortingAllowed: boolean): string[] {
  const parameters = Array(statement.split('?').length - 1).fill(null);
  const plan = db
    .prepare(`explain query plan ${statement}`)
    .all(...parameters)
    .map(({ detail }) => String(detail));
  // The table of the definitions has a few rows, and is read where a list finds nothing.
  const isScan = (step: string) =>
    /^SCAN (?!read_models)/.test(step) && !/ VIRTUAL TABLE | CONSTANT ROW|\(subquery/.test(step);
  // Walking the index of the order ends with the page; counting would not end.
  const scans = plan.filter((step) => isScan(step) && (isProbe(statement) || !/ USING /.test(step)));
  const sorts = plan.filter((step) => /TEMP B-TREE/.test(step));
  // Rows named one by one are as few as their names, whatever else the table holds.
  const [, table = ''] = / from "(\w+)"/.exec(statement) ?? [];
  const named = new RegExp(
    `^SEARCH ${table} USING INDEX (sqlite_autoindex_${table}_1|${table}_\\w+_unique) \\(`,
  );
  const isFew = isSortingAllowed || plan.some((step) => named.test(step));
  const isBounded = isFew && !plan.some(isScan);
  const built = plan.filter((step) => /AUTOMATIC/.test(step));
  return [...scans, ...(isBounded ? [] : sorts), ...built];
}

function faults(file: string, statements: ReadonlySet<string>, isSortingAllowed: boolean) {
  const db = new DatabaseSync(file);
  db.function('folded', { deterministic: true }, (value) => String(value));
  const found = [...statements].map((statement) => [statement, ...faultsOf(db, statement, isSortingAllowed)]);
  db.close();
  // The first few say enough.
  return found.filter(([, ...faults]) => faults.length > 0).slice(0, 3);
}

/** Carts have none: whoever has no id of a cart finds none. */
const withLists = services.filter(({ name }) =>
  readFileSync(join(root, 'apps', name, 'openapi.json'), 'utf8').includes('"nextCursor"'),
);

describe.each(withLists)('the lists of the $name service', (service) => {
  let running: Started;
  let specs: Spec[];
  beforeAll(async () => {
    running = await started(service);
    specs = await specsOf(running);
  });
  afterAll(() => running.close());

  test('look rows up where few pass a filter, and sort no others', async () => {
    expect(specs.length).toBeGreaterThan(0);
    fill(running.file, specs, 3);
    const statements = await statementsOf(running, specs);
    expect(faults(running.file, statements, true)).toEqual([]);
    // Nothing is counted that was not asked for.
    const counts = [...statements].filter((statement) => /count\(/.test(statement) && !isProbe(statement));
    expect(counts).toEqual([]);
  });

  test('take the order from an index where many pass', async () => {
    fill(running.file, specs, 4100);
    expect(faults(running.file, await statementsOf(running, specs), false)).toEqual([]);
  });
});
