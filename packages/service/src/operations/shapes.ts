/** What operators are shown of a service, and what they may ask of it. */
import { z } from 'zod';
import { operationLimits as limits } from './limits.ts';

const instant = z.iso.datetime();
const name = z.string().min(1).max(limits.nameLength);

const partition = z
  .object({
    partition: z.int(),
    owner: z.string().nullable().meta({ description: 'The process that reads it; null: none does' }),
    lag: z.int(),
    pending: z.int(),
    retrying: z.int(),
  })
  .meta({
    id: 'ConsumerPartition',
    example: { partition: 0, owner: 'shop-1|4711', lag: 0, pending: 0, retrying: 0 },
  });

export const consumer = z
  .object({
    category: z.string(),
    group: z.string(),
    kind: z.enum(['events', 'timers']),
    head: z.int().meta({ description: 'The position of the last event of the category' }),
    lag: z.int().meta({ description: 'Events that are not handled; of timers: those that are late' }),
    pending: z.int().meta({ description: 'Events that were read and are not handled yet' }),
    retrying: z.int().meta({ description: 'Pending events that have failed' }),
    oldestPendingMs: z.int().nullable(),
    parked: z.int().meta({ description: 'Aggregates that wait behind a dead letter' }),
    dead: z.int().meta({ description: 'Dead letters' }),
    owners: z.int().meta({ description: 'Processes that read; 0: nobody does' }),
    nextTimerAt: instant.nullable(),
    partitions: z.array(partition),
  })
  .meta({
    id: 'Consumer',
    example: {
      category: 'order',
      group: 'inventory',
      kind: 'events',
      head: 42,
      lag: 0,
      pending: 0,
      retrying: 0,
      oldestPendingMs: null,
      parked: 0,
      dead: 0,
      owners: 1,
      nextTimerAt: null,
      partitions: [partition.meta()?.example],
    },
  });

export const consumers = z.object({ data: z.array(consumer) }).meta({
  id: 'Consumers',
  example: { data: [consumer.meta()?.example] },
});

export const started = z
  .object({ isStarted: z.boolean() })
  .meta({ id: 'ConsumersStarted', example: { isStarted: true } });

export const deadLetter = z
  .object({
    category: z.string(),
    group: z.string(),
    id: z.string(),
    position: z.string().meta({ description: 'Where its event stands in the log' }),
    eventType: z.string().nullable(),
    aggregateId: z.string().nullable(),
    attempts: z.int().meta({ description: '0: it was not tried, it waits behind another one' }),
    failedAt: instant,
    error: z.string().meta({ description: 'Why, without ids and numbers: the same for the same cause' }),
    message: z.string(),
  })
  .meta({
    id: 'DeadLetter',
    example: {
      category: 'order',
      group: 'inventory',
      id: '1763717474849-0',
      position: 'order.3@1-42',
      eventType: 'OrderPlacedEvent',
      aggregateId: '019a0000-0000-7000-8000-000000000001',
      attempts: 8,
      failedAt: '2026-11-21T09:30:00.000Z',
      error: 'TypeError: line # has no SKU',
      message: 'line 2 has no SKU',
    },
  });

const cause = z
  .object({
    category: z.string(),
    group: z.string(),
    error: z.string(),
    count: z.int(),
    firstAt: instant,
    lastAt: instant,
    eventTypes: z.array(z.string()),
  })
  .meta({
    id: 'DeadLetterCause',
    example: {
      category: 'order',
      group: 'inventory',
      error: 'TypeError: line # has no SKU',
      count: 12,
      firstAt: '2026-11-21T09:30:00.000Z',
      lastAt: '2026-11-21T09:31:00.000Z',
      eventTypes: ['OrderPlacedEvent'],
    },
  });

export const deadLetters = z
  .object({
    data: z.array(deadLetter),
    causes: z.array(cause).meta({ description: 'All that fit, by cause, the most frequent first' }),
    total: z.int(),
  })
  .meta({
    id: 'DeadLetters',
    example: { data: [deadLetter.meta()?.example], causes: [cause.meta()?.example], total: 12 },
  });

const chosen = {
  category: name,
  group: name,
  id: z
    .string()
    .regex(/^\d+-\d+$/)
    .optional(),
  aggregateId: name.optional(),
  error: z.string().max(limits.errorLength).optional().meta({ description: '`error` of a cause' }),
  dryRun: z.boolean().default(false).meta({ description: 'Only says how many it would be' }),
};
const exampleOfChosen = { category: 'order', group: 'inventory', error: 'TypeError: line # has no SKU' };

export const redrive = z
  .strictObject({ ...chosen, ratePerSecond: z.int().min(1).max(limits.rateMax).default(100) })
  .meta({ id: 'Redrive', example: { ...exampleOfChosen, dryRun: true, ratePerSecond: 10 } });

export const discard = z
  .strictObject({ ...chosen, reason: z.string().trim().min(1).max(limits.reasonLength) })
  .meta({ id: 'Discard', example: { ...exampleOfChosen, reason: 'test data' } });

export const chosenLetters = z
  .object({ chosen: z.int(), dryRun: z.boolean() })
  .meta({ id: 'ChosenDeadLetters', example: { chosen: 12, dryRun: true } });

const job = z
  .object({
    kind: z.enum(['rebuild', 'verify']),
    state: z.enum(['running', 'done', 'failed']),
    startedAt: instant,
    endedAt: instant.nullable(),
    events: z.int().meta({ description: 'Events that were read so far' }),
    findings: z.int().nullable().meta({
      description:
        'Of a verify: rows that are not what the log says. Of a rebuild: aggregates whose events cannot be applied',
    }),
    details: z.array(z.string()).meta({ description: 'The first findings, or why it failed' }),
  })
  .meta({
    id: 'ReadModelJob',
    example: {
      kind: 'verify',
      state: 'done',
      startedAt: '2026-11-21T09:30:00.000Z',
      endedAt: '2026-11-21T09:30:02.000Z',
      events: 84,
      findings: 0,
      details: [],
    },
  });

export const readModel = z
  .object({
    name: z.string(),
    table: z.string(),
    categories: z.array(z.string()).meta({ description: 'Of the events that it is made of' }),
    lag: z.int().meta({ description: 'Events that the read models of this service have still to apply' }),
    /** What was last done with it in this process. */
    job: job.optional(),
  })
  .meta({
    id: 'ReadModel',
    example: { name: 'order-list', table: 'orders', categories: ['order'], lag: 0, job: job.meta()?.example },
  });

export const readModelList = z.object({ data: z.array(readModel) }).meta({
  id: 'ReadModels',
  example: { data: [readModel.meta()?.example] },
});
