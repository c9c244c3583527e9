/**
 * Reads over HTTP. An item read waits for what the caller has already seen (`minVersion`, `Event-Position`), and
 * for a row whose aggregate exists: an item read straight after its 201 is there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ListQuery, ReadModels, RowOf, Table } from '@quickmart/projections';
import { parsePosition } from '@quickmart/streams';
import { z } from 'zod';
import { requestLimits } from '../process/limits.ts';
import type { ServiceContext } from './context.ts';
import { integerParam } from './list.ts';
import { refuse } from './problems.ts';
import { type Answer, etagOf } from './respond.ts';

export type ItemSource<Row> = {
  /** The row of the read model. */
  row: () => Promise<Row | undefined> | Row | undefined;
  /** True once the read model has reached the position; false when it has not in time. */
  waitFor: (position: string, timeoutMs: number) => Promise<boolean>;
  /** The last event of the aggregate in the store; undefined where there is no such aggregate. */
  head: () => Promise<{ version: number; position: string } | undefined>;
};

const pollMs = 50;

/** Query of an item read; its handler answers with {@link readItem}. */
export const itemQuery = z.strictObject({
  minVersion: integerParam(1)
    .optional()
    .meta({
      description: `Wait up to ${requestLimits.waitMs} ms until the item is at least at this version`,
    }),
});

/**
 * Answers with an item: 404 where there is none, 503 read-model-behind where the read model has not got it in time,
 * `Read-Model-Stale: true` where it has an older one, 304 for a matching If-None-Match.
 *
 * @example
 * readItem(c, productView, {
 *   row: () => readModels.get(products, id),
 *   waitFor: (position, ms) => readModels.waitFor(position, ms),
 *   head: () => store.head('product', id),
 * });
 */
export async function readItem<Row extends { version: number }, Body extends object>(
  c: ServiceContext,
  view: (row: Row) => Body,
  source: ItemSource<Row>,
): Promise<Answer<Body, 200>> {
  const deadline = performance.now() + requestLimits.waitMs;
  const reached = await waitForSent(c, source, deadline);
  const minVersion = Number(c.req.query('minVersion') ?? 0);
  let row = await source.row();
  if (row === undefined || row.version < minVersion) row = await catchUp(source, minVersion, deadline);
  if (row === undefined) refuse('not-found', 'there is no item with this id');
  const headers: Record<string, string> = { ETag: etagOf(row.version), 'Cache-Control': 'no-cache' };
  if (!reached || row.version < minVersion) headers['Read-Model-Stale'] = 'true';
  if (matches(c.req.header('If-None-Match'), row.version)) {
    return c.body(null, 304, headers) as unknown as Answer<Body, 200>;
  }
  return c.json(view(row), 200, headers) as unknown as Answer<Body, 200>;
}

/**
 * Answers with a page of rows as `of` shows them, and with `Read-Model-Stale: true` where they are not what the caller has seen
 * already. `query` is asked for when that has been waited for.
 */
export async function readList<T extends Table, Body extends object>(
  c: ServiceContext,
  readModels: ReadModels,
  table: T,
  of: (rows: readonly RowOf<T>[]) => Promise<readonly Body[]>,
  query: () => Promise<ListQuery<T>>,
): Promise<Answer<ListBody<Body>, 200>> {
  if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
  const { rows, ...rest } = await readModels.list(table, await query());
  return c.json({ data: await of(rows), ...rest }, 200) as unknown as Answer<ListBody<Body>, 200>;
}
type ListBody<Body> = { data: Body[]; nextCursor: string | null; total?: number };

/** Waits for the position in the request's Event-Position header; true where there is none. For lists, too. */
export async function waitForSent(
  c: ServiceContext,
  source: Pick<ItemSource<unknown>, 'waitFor'>,
  deadline: number = performance.now() + requestLimits.waitMs,
): Promise<boolean> {
  const position = c.req.header('Event-Position');
  if (position === undefined) return true;
  if (parsePosition(position) === undefined) refuse('malformed-request', 'Event-Position is not a position');
  return await source.waitFor(position, left(deadline));
}

/** The row once it is there and new enough, or the one there is when the time is up. */
async function catchUp<Row extends { version: number }>(
  source: ItemSource<Row>,
  minVersion: number,
  deadline: number,
): Promise<Row | undefined> {
  for (;;) {
    const head = await source.head();
    const inTime = head === undefined || (await source.waitFor(head.position, left(deadline)));
    const row = await source.row();
    if (row === undefined && !inTime)
      refuse('read-model-behind', 'the item exists; read it again in a moment');
    // Gone from the read model on purpose, or never there: more time does not bring it.
    if (row === undefined || row.version >= minVersion || left(deadline) === 0) return row;
    await sleep(Math.min(pollMs, left(deadline)));
  }
}

const left = (deadline: number): number => Math.max(0, Math.round(deadline - performance.now()));

const matches = (header: string | undefined, version: number): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version)) ?? false;
