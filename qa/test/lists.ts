/**
 * Every list that a service has, with its filters in every combination of up to two, and all at once, in each of its
 * orders. They come from the OpenAPI documents, so a new one is covered without new code. With LONG in every combination of
 * up to three, of which there are many.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListQuery, Table } from '@quickmart/projections';
import { openEmpty } from '@quickmart/projections/testing';
import { assemble, connectRedis, createLog, openKeys, settingsOf } from '@quickmart/service';
import { startRedis } from '@quickmart/streams/testing';
import { vi } from 'vitest';
import { root } from '../src/process.ts';
import { type Service, services } from '../src/services.ts';

export type Query = ListQuery<Table>;
export type Spec = { table: Table; query: Query };
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

/** The service with empty tables in a database of this URL. */
export async function startLists(service: Service, url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-lists-'));
  const readModels = await openEmpty({ url, projections: service.readModels, logger });
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
  return { readModels, get: async (path: string) => await api.request(path), close };
}
export type Started = Awaited<ReturnType<typeof startLists>>;

/** What the service asks of its read models for each combination of filters and each sort. */
export async function specsOf(running: Started): Promise<Spec[]> {
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
export const shapeOf = ({ table, query: { where = [], sort } }: Spec): string =>
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

/** What a row holds to pass all filters of these lists: its own columns, and those of its details. */
export function wantedOf(specs: readonly Spec[], table: Table) {
  const own = new Map<string, unknown>();
  const details = new Map<Table, Map<string, unknown>>();
  for (const filter of specs.flatMap((spec) => (spec.table === table ? (spec.query.where ?? []) : []))) {
    if (filter === undefined) continue;
    // What is more than nothing is as the samples of the other filters are.
    if (!('details' in filter)) own.set(filter.column, filter.op === 'gt' ? 5 : first(filter.value));
    else
      details.set(filter.details, new Map(filter.where.map(({ column, value }) => [column, first(value)])));
  }
  return { own, details };
}
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** Carts have none: whoever has no id of a cart finds none. */
export const withLists = services.filter(({ name }) =>
  readFileSync(join(root, 'apps', name, 'openapi.json'), 'utf8').includes('"nextCursor"'),
);
