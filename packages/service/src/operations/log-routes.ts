/**
 * The log of a service for operators: events found by whatever is known of them, and any aggregate as it was at any time. The
 * state is computed by the code that decides on it. `pnpm qa find` and `pnpm qa show` do the same.
 */
import type { EventRegistry } from '@quickmart/contracts/registry';
import { type EventStore, type Logged, LogSearch, logged, readAggregate } from '@quickmart/streams';
import { z } from 'zod';
import type { Api } from '../api/api.ts';
import { needs } from '../auth/access.ts';
import { json } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import { refuse } from '../http/problems.ts';
import { etagOf } from '../http/respond.ts';
import { operationLimits as limits } from './limits.ts';
import { aggregateAt, aggregateQuery, findQuery, foundEvents } from './log-shapes.ts';
import { demandService, operationsPath, serviceParam } from './path.ts';
import { Sight } from './sight.ts';
import { type AnyAggregate, changesOf, type Step, stepsOf } from './steps.ts';

const access = needs('operate');
const tags = ['Operations'];
const name = z.string().min(1).max(limits.nameLength);

const findRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/events`,
  operationId: 'findEvents',
  access,
  tags,
  summary: 'Find events of this service in the whole log',
  description:
    'The first search has the log read once, in the background: `indexed` says how far that is. Personal data is opened for who may read the histories of the service; else it says only what is sealed there.',
  request: { params: z.object(serviceParam), query: findQuery },
  responses: { 200: json(foundEvents, 'What is found; nothing is no error') },
});

const aggregateRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/aggregates/{category}/{id}`,
  operationId: 'getAggregateAt',
  access,
  tags,
  summary: 'An aggregate at any of its versions: the event, and the state before and after it',
  request: {
    params: z.object({
      ...serviceParam,
      category: name.meta({ example: 'order' }),
      id: name.meta({ example: '019a0000-0000-7000-8000-000000000001' }),
    }),
    query: aggregateQuery,
  },
  responses: { 200: json(aggregateAt, 'The aggregate at this version') },
});

export type LogOf = {
  name: string;
  store: EventStore;
  aggregates: readonly AnyAggregate[];
  codec: EventRegistry;
};

export function logRoutes(api: Api, { name, store, aggregates, codec }: LogOf): void {
  const { redis } = store.log;
  const categories = [...new Set(aggregates.map(({ category }) => category))];
  const search = new LogSearch(redis, categories);
  const sight = new Sight(api, aggregates, codec);

  api.openapi(findRoute, async (c) => {
    demandService(c, name);
    const { find, by } = c.req.valid('query');
    const { entries, by: found = null, total, indexed } = await search.find(find.trim(), by);
    const all = entries.map(logged);
    const body = {
      data: all.flatMap((one) => ('unreadable' in one ? [] : [eventView(one, problemOf(one, codec))])),
      total,
      by: found,
      indexed,
      unreadable: all.flatMap((one) =>
        'unreadable' in one ? [{ position: one.position, problem: one.unreadable }] : [],
      ),
    };
    return c.json(sight.of(c, body), 200);
  });

  api.openapi(aggregateRoute, async (c) => {
    demandService(c, name);
    const { category, id } = c.req.valid('param');
    const own = aggregates.filter((one) => one.category === category);
    if (own.length === 0) refuse('not-found', 'this service has no aggregates of this category');
    const { version } = c.req.valid('query');
    const { entries, total } = await readAggregate(redis, category, id, {
      limit: version ?? limits.versions,
    });
    const step = stepsOf(entries, own, codec).slice(-2);
    const [before, at] = step.length === 2 ? step : [undefined, step[0]];
    if (at === undefined || (version !== undefined && version > total))
      refuse('not-found', 'there is no such aggregate, or it has no such version');
    const { length } = entries;
    const view = aggregateView(category, id, length, total, before, at);
    const changes = view.changes.filter(({ path }) => !sight.isSecret(path));
    return c.json(sight.of(c, { ...view, changes }), 200, { ETag: etagOf(length) });
  });
}

type LoggedEvent = Exclude<Logged, { unreadable: string }>;

function problemOf({ eventType, schema, data }: LoggedEvent, codec: EventRegistry): string | undefined {
  try {
    codec.decode(eventType, schema, data);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const eventView = (event: LoggedEvent, problem: string | undefined) => ({
  ...event,
  at: new Date(event.at).toISOString(),
  problem,
});

function aggregateView(
  category: string,
  aggregateId: string,
  version: number,
  versions: number,
  before: Step | undefined,
  { event, state, problem }: Step,
) {
  if ('unreadable' in event) return refuse('log-damaged', event.unreadable);
  const changes = changesOf(before?.state, state);
  return {
    category,
    aggregateId,
    version,
    versions,
    event: eventView(event, problem),
    before: before?.state ?? null,
    after: state ?? null,
    changes,
  };
}
