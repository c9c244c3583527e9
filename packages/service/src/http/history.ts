/** The history of an aggregate, page by page, from the log itself. */
import { registry } from '@quickmart/contracts/registry';
import type { history, historyEntry } from '@quickmart/contracts/shapes';
import { type EventStore, formatPosition, type StoredEvent } from '@quickmart/streams';
import type { JSONParsed } from 'hono/utils/types';
import { z } from 'zod';
import { requestLimits } from '../process/limits.ts';
import type { ServiceContext } from './context.ts';
import { integerParam } from './list.ts';
import { refuse } from './problems.ts';
import type { Answer } from './respond.ts';

/** Query of `GET …/{id}/history`; its cursor is a version. */
export const historyQuery = z.strictObject({
  limit: integerParam(1, requestLimits.historyPageMax).default(100).meta({ description: 'Events per page' }),
  cursor: integerParam(1).optional().meta({ description: '`nextCursor` of the page before' }),
});

/**
 * Answers with the events of one aggregate, oldest first; 404 where there is none.
 * @example (c) => readHistory(c, store, 'product', c.req.valid('param').id, c.req.valid('query'))
 */
export async function readHistory(
  c: ServiceContext,
  store: Pick<EventStore, 'history'>,
  category: string,
  id: string,
  { limit, cursor = 0 }: z.output<typeof historyQuery>,
): Promise<Answer<JSONParsed<z.output<typeof history>>, 200>> {
  const events = await store.history(category, id, { afterVersion: cursor, limit: limit + 1 });
  if (events.length === 0 && cursor === 0) refuse('not-found', 'there is no item with this id');
  const page = events.slice(0, limit);
  const nextCursor = events.length > limit ? String(page.at(-1)?.version) : null;
  return c.json({ data: page.map(historyEntryOf), nextCursor }, 200) as unknown as Answer<
    JSONParsed<z.output<typeof history>>,
    200
  >;
}

/** Without what is secret in it: see contracts/src/personal.ts. */
export function historyEntryOf(event: StoredEvent): z.output<typeof historyEntry> {
  const { eventId, eventType, schema, version, at, meta } = event;
  const data = registry.shown(eventType, event.data);
  const position = formatPosition(event);
  return { eventId, eventType, schema, version, position, at: new Date(at).toISOString(), data, meta };
}
