/**
 * What a service is: everything about it that is its own. The rest follows from it: the categories it works with, its
 * consumer groups, its tables, its checks and gauges, the variables it reads from the environment.
 *
 * @example
 * export default defineService({
 *   name: 'review', port: 3010, title: 'QuickMart reviews', description: 'What customers say about products.',
 *   aggregates: [review],
 *   readModels: [reviews],
 *   problems: { 'review-exists': [409, 'You have reviewed this product'] },
 *   settings: { reviewLength: wholeNumber(1, 10_000).default(2_000) },
 *   react: ({ store }) => ({ order: onOrder(store) }),
 *   routes: [reviewRoutes],
 * });
 */
import type { HttpBindings } from '@hono/node-server';
import type { EventRegistry } from '@quickmart/contracts/registry';
import type { Projection, ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import type { EventStore, HandlerContext, RedisClient } from '@quickmart/streams';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Api } from '../api/api.ts';
import type { FetchKeys } from '../auth/key-set.ts';
import type { Tag } from '../document/document.ts';
import type { Problems } from '../http/problems.ts';
import type { Config } from '../process/config.ts';
import type { Checks, Gauges } from '../process/watched.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** What every service is given, beside what it makes for itself. */
export type Base<Settings extends z.ZodRawShape> = {
  redis: RedisClient;
  /** For what may be lost: `EPHEMERAL_REDIS_URL`, for a service that says `ephemeral: true`; else the same as `redis`. */
  ephemeral: RedisClient;
  logger: Logger;
  store: EventStore;
  readModels: ReadModels;
  sealing: Sealing;
  settings: Config<Settings>;
  /** What it counts. */
  metrics: Metrics;
  /** The services that run in the same process; all of them only when all have started. */
  neighbours: Neighbours;
};

/** Answers a request; the bindings are those of Node. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;
/** The services that run in the same process, by name. */
export type Neighbours = ReadonlyMap<string, Fetch>;

/** An aggregate of any state and any events. */
type SomeAggregate = {
  readonly category: string;
  readonly evolve: Readonly<Record<string, (state: never, data: never, event: never) => unknown>>;
};
/** By the type of what they handle, which each of them knows. */
type SomeHandlers = Readonly<
  Record<string, ((subject: never, context: HandlerContext) => Promise<void>) | undefined>
>;
type ByCategory = Readonly<Record<string, SomeHandlers>>;

/** `Parts`: what reactions and routes work with, the {@link Base} and what `parts` adds to it. */
export type Definition<
  Settings extends z.ZodRawShape = z.ZodRawShape,
  Own extends object = object,
  Parts = Base<Settings> & Own,
> = {
  /** Of its folder in `apps/`, its consumer groups, its database and its logger. */
  name: string;
  port: number;
  title: string;
  description: string;
  tags?: readonly Tag[];
  aggregates: readonly SomeAggregate[];
  readModels: readonly Projection[];
  /** What it refuses, beside what every service does. */
  problems?: Problems;
  /** Read from the environment: `reviewLength` is `REVIEW_LENGTH`. */
  settings?: Settings;
  /** Throws a ConfigError where settings do not go together. */
  checkSettings?(settings: Config<Settings>): void;
  /** Made once, before anything starts, such as a client of another system. Tests can replace them. */
  parts?(base: Base<Settings>): Own;
  /** What has to be there before it serves requests; not in a worker. */
  prepare?(parts: Parts): Promise<void>;
  /** Handlers of events, by the category of the events. */
  react?(parts: Parts): ByCategory;
  /** Handlers of timers, by the category of the aggregates that set them. */
  timers?(parts: Parts): ByCategory;
  routes: readonly ((api: Api, parts: Parts) => void)[];
  /**
   * Stands before its own api and answers in its place, as a gateway does. Such a service works with no log: nothing of
   * it is checked.
   */
  front?(parts: Parts, own: Fetch): Fetch;
  /** Its server stops: ends the answers that would not end by themselves. */
  leave?(parts: Parts): void;
  /** What its server shows, where it speaks TLS itself, in PEM. */
  tls?(settings: Config<Settings>): { cert: string; key: string } | undefined;
  /** It keeps what may be lost in Redis, such as codes and limits: never in the server of the log, where it has another. */
  ephemeral?: true;
  /** Checks of readiness, beside those of Redis, the log, the database and the consumers. */
  ready?(parts: Parts): Checks;
  gauges?(parts: Parts): Gauges;
  /** The public keys of access tokens, where it has them itself; else they come from `JWKS_URL`. */
  tokenKeys?(parts: Parts): FetchKeys;
  /** For events that are not in the registry of the contracts. */
  codec?: EventRegistry;
};

/** A service as those see it who start any of them. */
// biome-ignore lint/suspicious/noExplicitAny: each service knows its own settings and parts.
export type AnyDefinition = Definition<any, any>;

/** Infers the types of a definition; `parts` stands before what uses them. */
export const defineService = <
  Settings extends z.ZodRawShape = Record<never, never>,
  Own extends object = Record<never, never>,
>(
  definition: Definition<Settings, Own>,
): Definition<Settings, Own> => definition;
