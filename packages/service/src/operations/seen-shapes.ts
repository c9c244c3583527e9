/** What operators are shown of what happens at the edges of a service: timers, errors, webhooks, and who did what. */
import { z } from 'zod';
import { operationLimits as limits } from './limits.ts';

const instant = z.iso.datetime();

const timer = z
  .object({
    category: z.string(),
    id: z.string(),
    type: z.string().meta({ description: 'What it is for: the name of its handler' }),
    aggregateId: z.string(),
    dueAt: instant,
    isLate: z.boolean().meta({ description: 'It should have fired by now' }),
    correlationId: z.string().meta({ description: 'Of the request that has set it' }),
  })
  .meta({
    id: 'Timer',
    example: {
      category: 'order',
      id: 'wait:019a0000-0000-7000-8000-000000000001',
      type: 'wait',
      aggregateId: '019a0000-0000-7000-8000-000000000001',
      dueAt: '2026-11-21T09:45:00.000Z',
      isLate: false,
      correlationId: 'checkout-4711',
    },
  });

export const timers = z
  .object({
    data: z
      .array(timer)
      .meta({ description: `The next ${limits.timersShown} of each category; what is late comes first` }),
    total: z.int(),
    late: z.int(),
  })
  .meta({ id: 'Timers', example: { data: [timer.meta()?.example], total: 1, late: 0 } });

const errorGroup = z
  .object({
    id: z.string(),
    where: z.string().meta({ description: 'What went wrong, as the log says it' }),
    error: z.string().meta({ description: 'Why, without ids and numbers: the same for the same cause' }),
    message: z.string().meta({ description: 'Of the newest one' }),
    count: z.int(),
    firstAt: instant,
    lastAt: instant,
    release: z.string().meta({ description: 'Of the newest one' }),
    correlationId: z.string().optional().meta({ description: 'Of a request that it happened in' }),
    position: z.string().optional().meta({ description: 'Of the event that was being handled' }),
  })
  .meta({
    id: 'ErrorGroup',
    example: {
      id: 'q1w2e3r4t5y6u7i8',
      where: 'event failed, trying again',
      error: 'TypeError: line # has no SKU',
      message: 'line 2 has no SKU',
      count: 12,
      firstAt: '2026-11-21T09:30:00.000Z',
      lastAt: '2026-11-21T09:31:00.000Z',
      release: '0.1.0',
      correlationId: 'checkout-4711',
      position: 'order.3@1-42',
    },
  });

export const errorGroups = z
  .object({ data: z.array(errorGroup).meta({ description: 'Those that were seen last come first' }) })
  .meta({ id: 'ErrorGroups', example: { data: [errorGroup.meta()?.example] } });

const webhook = z
  .object({
    at: instant,
    path: z.string(),
    status: z.int().meta({ description: 'What it was answered with; from 400 on it was refused' }),
    reason: z.string().optional().meta({ description: 'Why it was refused' }),
    id: z.string().optional().meta({ description: 'As its sender calls it' }),
    type: z.string().optional(),
    correlationId: z.string(),
  })
  .meta({
    id: 'WebhookSeen',
    example: {
      at: '2026-11-21T09:30:00.000Z',
      path: '/api/webhooks/simulated',
      status: 401,
      reason: 'the signature is missing, too old, or not of this body',
      id: 'evt_1',
      type: 'payment.captured',
      correlationId: 'checkout-4711',
    },
  });

export const webhooks = z
  .object({ data: z.array(webhook).meta({ description: 'The newest come first' }) })
  .meta({ id: 'WebhooksSeen', example: { data: [webhook.meta()?.example] } });

const deed = z
  .object({
    at: instant,
    actor: z.string(),
    what: z.string().meta({ description: 'An event, or what an operator has done' }),
    category: z.string().optional(),
    aggregateId: z.string().optional(),
    position: z.string().optional().meta({ description: 'Of the event' }),
    detail: z.string().optional().meta({ description: 'Which right was given or taken; what was chosen' }),
  })
  .meta({
    id: 'Deed',
    example: {
      at: '2026-11-21T09:30:00.000Z',
      actor: 'user:019a0000-0000-7000-8000-000000000003',
      what: 'OrderCancelledEvent',
      category: 'order',
      aggregateId: '019a0000-0000-7000-8000-000000000001',
      position: 'order.3@1-42',
    },
  });

export const auditQuery = z.strictObject({
  actor: z.string().min(1).max(limits.nameLength).optional().meta({ description: 'Only what they did' }),
  cursor: z
    .string()
    .max(limits.errorLength)
    .regex(/^([a-z][a-z0-9-]*@\d{1,15}-\d{1,15},?)+$/)
    .optional()
    .meta({ description: '`nextCursor` of the answer before' }),
});

export const audit = z
  .object({
    data: z.array(deed).meta({ description: 'The newest come first' }),
    nextCursor: z.string().nullable().meta({ description: 'For what was before; null: there is nothing' }),
  })
  .meta({ id: 'Audit', example: { data: [deed.meta()?.example], nextCursor: null } });
