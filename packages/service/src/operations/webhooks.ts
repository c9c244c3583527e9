/** What others have told a service by webhooks, and what became of it: of every route whose tag is `Webhooks`. */
import type { RedisClient } from '@quickmart/streams';
import type { MiddlewareHandler } from 'hono';
import type { Api } from '../api/api.ts';
import { routePattern, type ServiceContext, type ServiceEnv } from '../http/context.ts';
import { Journal } from './journal.ts';
import { operationLimits as limits } from './limits.ts';

export type WebhookSeen = {
  at: number;
  path: string;
  status: number;
  /** Why it was refused. */
  reason?: string | undefined;
  /** What the sender calls it: nobody has checked that where it was refused. */
  id?: string | undefined;
  type?: string | undefined;
  correlationId: string;
};

export class WebhookJournal {
  readonly #accepted: Journal<WebhookSeen>;
  readonly #refused: Journal<WebhookSeen>;

  /** Two lists: whoever sends nonsense does not push out what was accepted. */
  constructor(redis: RedisClient, category: string) {
    this.#accepted = new Journal(redis, category, 'webhooks', limits.webhooksKept);
    this.#refused = new Journal(redis, category, 'webhooks-refused', limits.webhooksKept);
  }

  async list(): Promise<WebhookSeen[]> {
    const all = await Promise.all([this.#accepted.list(), this.#refused.list()]);
    return all.flat().sort((one, other) => other.at - one.at);
  }

  /** Stands before the routes of the service. */
  middleware(api: Api): MiddlewareHandler<ServiceEnv> {
    let patterns: ReadonlySet<string> | undefined;
    return async (c, next) => {
      await next();
      patterns ??= patternsOf(api);
      if (patterns.has(`${c.req.method} ${routePattern(c)}`)) await this.#note(c);
    };
  }

  async #note(c: ServiceContext): Promise<void> {
    const { status } = c.res;
    const isRefused = status >= 400;
    const seen = {
      at: Date.now(),
      path: c.req.path.slice(0, limits.nameLength),
      status,
      reason: isRefused ? await reasonIn(c.res) : undefined,
      ...namesIn(c.get('request').rawBody),
      correlationId: c.get('request').correlationId,
    };
    (isRefused ? this.#refused : this.#accepted).add(seen);
  }
}

const patternsOf = (api: Api): Set<string> =>
  new Set(
    api.openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== 'route' || !definition.route.tags?.includes('Webhooks')) return [];
      const { method, path } = definition.route;
      return [`${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ':$1')}`];
    }),
  );

async function reasonIn(answer: Response): Promise<string> {
  const { title = '', detail } = (await answer.clone().json()) as { title?: string; detail?: string };
  return (detail ?? title).slice(0, limits.reasonLength);
}

/** Its id and what it is about; providers say `type`, carriers `what`. */
function namesIn(body: Uint8Array): Pick<WebhookSeen, 'id' | 'type'> {
  try {
    const { id, type, what } = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
    return { id: short(id), type: short(type ?? what) };
  } catch {
    return {};
  }
}

const short = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, limits.nameLength) : undefined;
