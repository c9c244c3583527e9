/** What operators are shown of the log. */
import { searchedBy } from '@quickmart/streams';
import { z } from 'zod';
import { integerParam } from '../http/list.ts';
import { operationLimits as limits } from './limits.ts';

export const findQuery = z.strictObject({
  find: z
    .string()
    .min(1)
    .max(limits.findLength)
    .meta({ description: 'A position, or the id of an aggregate, an event or a request' }),
  by: z.enum(searchedBy).optional().meta({ description: 'What it is; by default whichever is found' }),
});

const eventMeta = z
  .object({
    correlationId: z.string().optional(),
    causationId: z.string().optional(),
    actor: z.string().optional(),
    traceparent: z.string().optional(),
  })
  .meta({ id: 'LoggedEventMeta', example: { correlationId: 'checkout-4711' } });

const loggedEvent = z
  .object({
    category: z.string(),
    aggregateId: z.string(),
    position: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    schema: z.int(),
    version: z.int().meta({ description: 'Of the aggregate: 1, 2, 3…' }),
    at: z.iso.datetime(),
    data: z.unknown().meta({ description: 'As it was written' }),
    meta: eventMeta,
    problem: z.string().optional().meta({ description: 'Why this service cannot read it' }),
  })
  .meta({
    id: 'LoggedEvent',
    example: {
      category: 'order',
      aggregateId: '019a0000-0000-7000-8000-000000000001',
      position: 'order.3@1-42',
      eventId: '019a0000-0000-7000-8000-000000000002',
      eventType: 'OrderConfirmedEvent',
      schema: 1,
      version: 4,
      at: '2026-11-21T09:30:00.000Z',
      data: {},
      meta: { correlationId: 'checkout-4711' },
    },
  });

const indexed = z.object({ events: z.int(), of: z.int() }).meta({
  id: 'IndexedEvents',
  description:
    'Events that the index of this process has, and that there are. While it has fewer, a search by event or request finds those around the time of the id',
  example: { events: 84, of: 84 },
});

const unreadable = z
  .object({ position: z.string(), problem: z.string() })
  .meta({ id: 'UnreadableEntry', example: { position: 'order.3@1-42', problem: 'it is not an event' } });

export const foundEvents = z
  .object({
    data: z.array(loggedEvent).meta({ description: 'The first of them, in the order of their times' }),
    total: z.int(),
    by: z.enum(searchedBy).nullable().meta({ description: 'What was searched for; null: nothing is found' }),
    indexed,
    unreadable: z.array(unreadable).meta({ description: 'Entries of the log that are no events' }),
  })
  .meta({
    id: 'FoundEvents',
    example: {
      data: [loggedEvent.meta()?.example],
      total: 1,
      by: 'position',
      indexed: { events: 84, of: 84 },
      unreadable: [],
    },
  });

export const aggregateQuery = z.strictObject({
  version: integerParam(1).optional().meta({ description: 'After which of its events; by default the last' }),
});

const change = z
  .object({
    path: z.string().meta({ description: 'Of the field in the state' }),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .meta({ id: 'StateChange', example: { path: 'stage', before: 'reserving', after: 'confirmed' } });

export const aggregateAt = z
  .object({
    category: z.string(),
    aggregateId: z.string(),
    version: z.int(),
    versions: z.int().meta({ description: 'How many events it has' }),
    event: loggedEvent,
    before: z.unknown().meta({ description: 'The state before; null: there was none' }),
    after: z.unknown().meta({ description: 'The state after' }),
    changes: z.array(change),
  })
  .meta({
    id: 'AggregateVersion',
    example: {
      category: 'order',
      aggregateId: '019a0000-0000-7000-8000-000000000001',
      version: 4,
      versions: 6,
      event: loggedEvent.meta()?.example,
      before: { stage: 'reserving' },
      after: { stage: 'confirmed' },
      changes: [change.meta()?.example],
    },
  });
