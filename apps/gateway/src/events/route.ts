/** `GET /events`: the log as server-sent events, for who may see them. */
import { id } from '@quickmart/contracts/shapes';
import { type Api, anyOf, createRoute, errorsOf, ownerOr, refuseWith } from '@quickmart/service';
import { z } from 'zod';
import { limits } from '../limits.ts';
import { problems } from '../problems.ts';
import { type Cursor, parseCursor } from './cursor.ts';
import type { Live } from './live.ts';

const errors = errorsOf(problems);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
const some = anyOf(name).optional();

const query = z.strictObject({
  order: id.optional().meta({ description: 'Only events of this order: also of its payment and its stock' }),
  customer: id.optional().meta({ description: 'Only events of what is this customer’s' }),
  type: some.meta({ description: 'Only events of these types: `OrderConfirmedEvent`', example: undefined }),
  category: some.meta({ description: 'Only events of these categories: `order`', example: undefined }),
});

/** Names are those of headers as the server gives them: in small letters. */
const headers = z.object({
  'last-event-id': z.string().max(limits.eventIdLength).optional().meta({
    description: 'The id of the last event that was read: the stream goes on after it, without a gap',
  }),
});

const frames = [
  'id: order@1-42-x7f,payment@1-17-k2',
  'data: {"category":"order","aggregateId":"019a…","position":"order.3@1-42","eventType":"OrderConfirmedEvent", …}',
  '',
  '',
].join('\n');

export const eventsPath = '/events';

const eventsRoute = createRoute({
  method: 'get',
  path: eventsPath,
  operationId: 'followEvents',
  access: ownerOr('events:read'),
  tags: ['Events'],
  summary: 'What happens, as it happens: server-sent events',
  description:
    'A customer gets the events of what is theirs: what has happened, without its data, which the item itself shows. Staff get ' +
    'the events whose histories they may read. Personal data is null. Without `Last-Event-ID` the stream begins ' +
    'now. `event: reset` says that it could not go on where it was: read anew what you show. `event: end` says why a ' +
    'stream ends: come back with `Last-Event-ID`.',
  request: { query, headers },
  responses: {
    200: {
      description: 'A stream that does not end by itself. An `id` is the place in the log.',
      content: { 'text/event-stream': { schema: { type: 'string' as const, example: frames } } },
    },
    ...errors('malformed-request', 'unauthenticated', 'forbidden', 'too-many-requests'),
    ...errors('headers-too-large', 'internal-error', 'unavailable'),
  },
});

export function eventsRoutes(api: Api, { live }: { live: Live }): void {
  api.openapi(eventsRoute, async (c) => {
    const { order, customer, type, category } = c.req.valid('query');
    const cursor = cursorOf(c.req.valid('header')['last-event-id']);
    const caller = c.get('caller');
    const room = live.hasRoomFor(caller);
    if (!room.caller)
      refuseWith('too-many-requests', 'you have too many streams open', { retryAfterSeconds: 5 });
    if (!room.all)
      refuseWith('unavailable', 'there are too many streams: come back soon', { retryAfterSeconds: 5 });
    const answer = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
    if (c.req.method === 'HEAD') return c.body(null, 200, answer);
    const filter = { order, customer, type, category };
    return c.body(await live.open({ caller, filter, cursor }), 200, answer);
  });
}

function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined || text === '') return undefined;
  return (
    parseCursor(text) ?? refuseWith('malformed-request', 'Last-Event-ID is none that a stream has given')
  );
}
