/** Timers, errors, webhooks, and who did what, for operators. */
import type { EventRegistry } from '@quickmart/contracts/registry';
import { clock, type EventStore, timersOf } from '@quickmart/streams';
import { z } from 'zod';
import type { Api } from '../api/api.ts';
import { needs } from '../auth/access.ts';
import { json } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import type { ErrorGroups } from '../process/error-groups.ts';
import { errorLimits } from '../process/limits.ts';
import { type Acts, deedsIn, parseAuditCursor, textOfCursor } from './audit.ts';
import { operationLimits as limits } from './limits.ts';
import { demandService, operationsPath, serviceParam } from './path.ts';
import { audit, auditQuery, errorGroups, timers, webhooks } from './seen-shapes.ts';
import type { WebhookJournal } from './webhooks.ts';

const access = needs('operate');
const tags = ['Operations'];
const params = z.object(serviceParam);

const timersRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/timers`,
  operationId: 'listTimers',
  access,
  tags,
  summary: 'Timers: what is due next, and what is late',
  request: {
    params,
    query: z.strictObject({
      aggregateId: z
        .string()
        .min(1)
        .max(limits.nameLength)
        .optional()
        .meta({ description: 'Only those of this aggregate' }),
    }),
  },
  responses: { 200: json(timers, 'Those that are due first') },
});

const errorsRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/errors`,
  operationId: 'listErrors',
  access,
  tags,
  summary: 'What went wrong, by cause: how often, since when, and where to look',
  description: `The ${errorLimits.groups} causes that were seen last, of all processes of the service.`,
  request: { params },
  responses: { 200: json(errorGroups, 'The causes') },
});

const webhooksRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/webhooks`,
  operationId: 'listWebhooks',
  access,
  tags,
  summary: 'What others have told this service, and what was refused and why',
  description: `The newest ${limits.webhooksKept} that were accepted, and as many that were refused.`,
  request: { params },
  responses: { 200: json(webhooks, 'The newest webhooks') },
});

const auditRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/audit`,
  operationId: 'listDeeds',
  access,
  tags,
  summary: 'Who did what, the newest first',
  description:
    'Events that somebody asked for, and what operators did. With `actor`, an answer may be empty and have a `nextCursor`.',
  request: { params, query: auditQuery },
  responses: { 200: json(audit, 'One page of each category') },
});

export type SeenOf = {
  name: string;
  store: EventStore;
  categories: readonly string[];
  codec: EventRegistry;
  errors: ErrorGroups;
  webhooks: WebhookJournal;
  acts: Acts;
};

export function seenRoutes(
  api: Api,
  { name, store, categories, codec, errors, webhooks, acts }: SeenOf,
): void {
  const { redis } = store.log;

  api.openapi(timersRoute, async (c) => {
    demandService(c, name);
    const { aggregateId } = c.req.valid('query');
    const found = await Promise.all(
      categories.map(async (category) => ({
        category,
        ...(await timersOf(redis, category, { limit: limits.timersShown, aggregateId })),
      })),
    );
    const now = clock.now();
    const data = found.flatMap(({ category, next }) =>
      next.map(({ id, type, aggregateId, dueAt, meta: { correlationId } }) => ({
        category,
        id,
        type,
        aggregateId,
        correlationId,
        dueAt: iso(dueAt),
        isLate: dueAt < now - limits.lateMs,
      })),
    );
    const sum = (of: 'total' | 'late') => found.reduce((all, one) => all + one[of], 0);
    data.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
    return c.json({ data, total: sum('total'), late: sum('late') }, 200);
  });

  api.openapi(errorsRoute, async (c) => {
    demandService(c, name);
    const groups = await errors.list();
    const data = groups.map((one) => ({ ...one, firstAt: iso(one.firstAt), lastAt: iso(one.lastAt) }));
    return c.json({ data }, 200);
  });

  api.openapi(webhooksRoute, async (c) => {
    demandService(c, name);
    const data = (await webhooks.list()).map((one) => ({ ...one, at: iso(one.at) }));
    return c.json({ data }, 200);
  });

  api.openapi(auditRoute, async (c) => {
    demandService(c, name);
    const { actor, cursor } = c.req.valid('query');
    const places = cursor === undefined ? undefined : parseAuditCursor(cursor);
    const open = categories.filter((category) => places === undefined || places.has(category));
    const pages = await Promise.all(
      open.map(async (category) => ({
        category,
        ...(await deedsIn(redis, category, { actor, before: places?.get(category), codec })),
      })),
    );
    const own = places === undefined ? await acts.list() : [];
    const all = [
      ...own.filter((one) => actor === undefined || one.actor === actor),
      ...pages.flatMap(({ deeds }) => deeds),
    ];
    all.sort((one, other) => other.at - one.at);
    const left = pages.flatMap(({ category, before }) => (before ? [[category, before] as const] : []));
    const data = all.map((one) => ({ ...one, at: iso(one.at) }));
    return c.json({ data, nextCursor: left.length > 0 ? textOfCursor(left) : null }, 200);
  });
}

const iso = (at: number): string => new Date(at).toISOString();
