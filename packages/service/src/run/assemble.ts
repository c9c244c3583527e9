/** Puts a service together from its definition: event store, consumers and HTTP. Nothing is started yet. */
import { registry } from '@quickmart/contracts/registry';
import {
  type AnyHandlers,
  asService,
  type ConsumerGroup,
  consumerGroup,
  type EventLog,
  EventStore,
  type Replication,
  type TimerHandlers,
} from '@quickmart/streams';
import type { z } from 'zod';
import { type Api, createApi } from '../api/api.ts';
import { Acts } from '../operations/audit.ts';
import { logRoutes } from '../operations/log-routes.ts';
import { operationsTag } from '../operations/path.ts';
import { readModelRoutes } from '../operations/read-model-routes.ts';
import { redisRoutes } from '../operations/redis-routes.ts';
import { operationsRoutes } from '../operations/routes.ts';
import { seenRoutes } from '../operations/seen-routes.ts';
import type { AnyAggregate } from '../operations/steps.ts';
import { WebhookJournal } from '../operations/webhooks.ts';
import { errorGroupsOf } from '../process/log.ts';
import type { Checks } from '../process/watched.ts';
import { onConnection } from '../redis/connection-reason.ts';
import { logCheck } from '../redis/log-check.ts';
import { memoryGauges } from '../redis/memory-gauges.ts';
import { redisCheck } from '../redis/readiness.ts';
import { replicationOf } from '../redis/replication.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { inServerSpans } from '../telemetry/server-span.ts';
import { consumerGauges } from './consumer-gauges.ts';
import type { Base, Definition, Fetch } from './definition.ts';
import { eventFlow } from './event-flow.ts';
import { rightsOf } from './rights.ts';

export type Assembled = {
  api: Api;
  consumers: ConsumerGroup;
  store: EventStore;
  /** What is served: the api, or what stands before it. */
  fetch: Fetch;
  /** Makes what has to be there before it serves requests. */
  prepare(): Promise<void>;
  /** Ends the answers that would not end by themselves. */
  leave(): void;
  /** Whose keys it works with in Redis: first its own, then those of others that it reads. */
  categories: readonly string[];
};

/** `replace`: for tools and tests, other parts than those that the definition makes. */
export function assemble<Settings extends z.ZodRawShape, Own extends object>(
  definition: Definition<Settings, Own>,
  given: Omit<Base<Settings>, 'store' | 'ephemeral' | 'neighbours' | 'metrics'> &
    Partial<Pick<Base<Settings>, 'ephemeral' | 'neighbours' | 'metrics'>>,
  replace: (own: Own) => Own = (own) => own,
): Assembled {
  const { name, title, description, tags = [], problems = {}, codec = registry } = definition;
  const base = { ephemeral: given.redis, neighbours: new Map(), metrics: new Metrics(name), ...given };
  const { redis, logger, readModels, sealing, metrics } = base;
  const hasTables = definition.readModels.length > 0;
  const sameLog = hasTables && { sameLog: (log: EventLog) => readModels.assertSameLog(log) };
  const replication = replicationOf(base.settings);
  const { partitions } = base.settings;
  const store = new EventStore({ redis, codec, ...sameLog, partitions, replication, observer: metrics });
  const made = { ...base, store };
  const parts = { ...made, ...replace(definition.parts?.(made) ?? ({} as Own)) };
  const consumers = consumersOf(definition, parts);
  const read = consumers.status().map(({ category }) => category);
  const categories = [...new Set([...knownCategories(definition), ...read])];
  const [category = name] = categories;
  const api = createApi({
    name,
    title,
    description,
    tags: definition.front === undefined ? [...tags, operationsTag] : tags,
    problems,
    events: eventFlow(definition, consumers.handlers, codec),
    logger,
    store,
    redis,
    sealing,
    category,
    rights: rightsOf(base.settings, definition.tokenKeys?.(parts)),
    issuer: base.settings.issuer,
    ...(hasTables && { copies: readModels }),
    metrics,
    isBehindFront: definition.front !== undefined,
    gauges: {
      ...consumerGauges(consumers, store),
      ...memoryGauges(redis),
      ...definition.gauges?.(parts),
    },
    ready: {
      ...checksOf(definition, { ...made, consumers, categories, replication }),
      ...definition.ready?.(parts),
    },
  });
  const own = operatorsPart(definition, parts, category);
  if (definition.front === undefined) api.use(own.webhooks.middleware(api));
  for (const routes of definition.routes) routes(api, parts);
  if (definition.front === undefined) routesOfOperators(api, definition, parts, consumers, own);
  const ownFetch: Fetch = api.fetch;
  const fetch = inServerSpans(definition.front?.(parts, ownFetch) ?? ownFetch, name);
  const prepare = () => asService(name, async () => await definition.prepare?.(parts));
  const leave = () => definition.leave?.(parts);
  return { api, consumers, store, prepare, leave, fetch, categories };
}

/** The same in every service; a front has none of it. */
function routesOfOperators(
  api: Api,
  {
    name,
    aggregates,
    readModels: definitions,
    codec = registry,
  }: Pick<Definition, 'name' | 'aggregates' | 'readModels' | 'codec'>,
  { store, readModels }: Pick<Base<z.ZodRawShape>, 'store' | 'readModels'>,
  consumers: ConsumerGroup,
  own: ReturnType<typeof operatorsPart>,
): void {
  const { acts } = own;
  operationsRoutes(api, { name, consumers, store, acts });
  seenRoutes(api, { name, store, codec, ...own });
  redisRoutes(api, { name, store, ...own });
  logRoutes(api, { name, store, codec, aggregates: aggregates as unknown as AnyAggregate[] });
  readModelRoutes(api, { name, consumers, store, readModels, definitions, acts });
}

/** What is kept for operators beside the log. What people did is kept where the log is, the rest may be lost. */
function operatorsPart(
  { aggregates }: Pick<Definition, 'aggregates'>,
  { redis, ephemeral, logger }: Pick<Base<z.ZodRawShape>, 'redis' | 'ephemeral' | 'logger'>,
  category: string,
) {
  const errors = errorGroupsOf(logger);
  errors.shareIn(ephemeral, category);
  const categories = [...new Set(aggregates.map((one) => one.category))];
  return {
    errors,
    categories,
    webhooks: new WebhookJournal(ephemeral, category),
    acts: new Acts(redis, category),
  };
}

/** Where it writes, and what its read models are made of. One without aggregates has a category for its requests, but where it is a front. */
export function knownCategories({
  name,
  aggregates,
  readModels,
  front,
}: Pick<Definition, 'name' | 'aggregates' | 'readModels' | 'front'>): string[] {
  if (front !== undefined) return [];
  const written = aggregates.map(({ category }) => category);
  return [...new Set([...(written.length > 0 ? written : [name]), ...sourcesOf(readModels)])];
}

const sourcesOf = (readModels: Definition['readModels']): string[] =>
  readModels.flatMap(({ sources }) => [...sources.keys()]);

function consumersOf<Settings extends z.ZodRawShape, Own extends object>(
  definition: Definition<Settings, Own>,
  parts: Base<Settings> & Own,
): ConsumerGroup {
  const { name, readModels, react, timers } = definition;
  const consumers = consumerGroup(name, parts);
  for (const [category, handlers] of Object.entries(react?.(parts) ?? {}))
    consumers.react(category, handlers as AnyHandlers);
  for (const [category, handlers] of Object.entries(timers?.(parts) ?? {}))
    consumers.timers(category, handlers as TimerHandlers);
  for (const category of new Set(sourcesOf(readModels)))
    consumers.project(category, parts.readModels.projector);
  return consumers;
}

type Running = Pick<Assembled, 'consumers' | 'categories'> & { replication: Replication | undefined } & Omit<
    Base<z.ZodRawShape>,
    'settings' | 'neighbours' | 'metrics'
  >;

function checksOf(
  definition: Pick<Definition, 'aggregates' | 'readModels' | 'front'>,
  { redis, ephemeral, store, readModels, sealing, consumers, categories, replication }: Running,
): Checks {
  if (definition.front !== undefined) return {};
  const written = new Set(definition.aggregates.map(({ category }) => category));
  const logs = [...written].map((category) => logCheck(store.log, category));
  return {
    redis: redisCheck(redis, categories, replication),
    ...(ephemeral !== redis && { ephemeral: onConnection(ephemeral, () => ephemeral.ping()) }),
    ...(logs.length > 0 && { log: () => Promise.all(logs.map((check) => check())) }),
    ...(definition.readModels.length > 0 && { database: () => readModels.ping() }),
    keys: () => sealing.ping(),
    consumers: () => consumers.healthy(),
  };
}
