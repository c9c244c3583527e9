/**
 * What went wrong in a service, each cause once: whatever is logged as an error, or with one, such as a handler that has failed or
 * a request that was answered with 500. The name without ids and numbers is what tells causes apart.
 *
 * Counted in memory, and written every second to a place in Redis that all processes of the service share, where workers and those
 * that have died are seen, too. It is bounded, and what cannot be written waits in memory.
 */
import { createHash } from 'node:crypto';
import { errorOf, inOne, orOutage, type RedisClient } from '@quickmart/streams';
import { errorLimits as limits } from './limits.ts';
import { withoutPasswords } from './passwords.ts';
import { release as version } from './release.ts';

/** Of a log line: what it is about. */
export type LoggedError = {
  /** The words of the line, such as `a request failed`. */
  where: string;
  error: string;
  message: string;
  correlationId?: string | undefined;
  /** Of the event that could not be handled. */
  position?: string | undefined;
};

export type ErrorGroup = LoggedError & {
  id: string;
  count: number;
  /** UTC ms. */
  firstAt: number;
  lastAt: number;
  /** Of the newest. */
  release: string;
};

type Line = { err?: unknown; correlationId?: unknown; position?: unknown };

/** Undefined: the line is about no error. */
export function errorIn(line: unknown, where: string, isError: boolean): LoggedError | undefined {
  if (typeof line !== 'object' || line === null) return undefined;
  const { err, correlationId, position } = line as Line;
  if (err === undefined && !isError) return undefined;
  const name = err instanceof Error ? err.name : '';
  const message = withoutPasswords(err instanceof Error ? err.message : String(err ?? ''));
  return {
    where,
    error: err === undefined ? where : errorOf({ errorClass: name, errorMessage: message }),
    message: message.slice(0, limits.messageLength),
    correlationId: typeof correlationId === 'string' ? correlationId : undefined,
    position: typeof position === 'string' ? position : undefined,
  };
}

const idOf = ({ where, error }: LoggedError): string =>
  createHash('sha256').update(`${where}\n${error}`).digest('base64url').slice(0, 16);

export class ErrorGroups {
  /** What is not written yet. */
  readonly #waiting = new Map<string, ErrorGroup>();
  readonly #release: string;
  #store: { redis: RedisClient; key: string } | undefined;
  #writing: NodeJS.Timeout | undefined;

  constructor(release = version) {
    this.#release = release;
  }

  /** From now on they are shared. */
  shareIn(redis: RedisClient, category: string): void {
    this.#store = { redis, key: `{${category}}:seen:errors` };
    if (this.#waiting.size > 0) this.#writeSoon();
  }

  add(one: LoggedError): void {
    const id = idOf(one);
    const now = Date.now();
    const known = this.#waiting.get(id);
    if (known === undefined && this.#waiting.size >= limits.groups) return;
    const { count = 0, firstAt = now } = known ?? {};
    this.#waiting.set(id, { ...one, id, count: count + 1, firstAt, lastAt: now, release: this.#release });
    this.#writeSoon();
  }

  /** The newest first. */
  async list(): Promise<ErrorGroup[]> {
    await this.#write();
    const { redis, key } = this.#store!;
    const ids = await orOutage(redis.zrevrange(`${key}:at`, 0, limits.groups - 1));
    if (ids.length === 0) return [];
    const [counts, first, last] = await orOutage(
      Promise.all([
        redis.hmget(`${key}:count`, ...ids),
        redis.hmget(`${key}:first`, ...ids),
        redis.hmget(`${key}:last`, ...ids),
      ]),
    );
    return ids.flatMap((_, n) => {
      const text = last[n];
      if (text === null || text === undefined) return [];
      const group = JSON.parse(text) as ErrorGroup;
      return [{ ...group, count: Number(counts[n] ?? 1), firstAt: Number(first[n] ?? group.lastAt) }];
    });
  }

  #writeSoon(): void {
    if (this.#writing !== undefined || this.#store === undefined) return;
    if (this.#store.redis.status === 'end') return; // the service has stopped
    this.#writing = setTimeout(() => {
      this.#writing = undefined;
      this.#write().catch(() => this.#writeSoon()); // Redis is away
    }, limits.writtenMs);
    this.#writing.unref();
  }

  async #write(): Promise<void> {
    if (this.#store === undefined || this.#waiting.size === 0) return;
    const { redis, key } = this.#store;
    const all = inOne(redis, `${key}:at`);
    const groups = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { id, count, firstAt, ...rest } of groups)
      all
        .hincrby(`${key}:count`, id, count)
        .hsetnx(`${key}:first`, id, String(firstAt))
        .hset(`${key}:last`, id, JSON.stringify({ id, ...rest }))
        .zadd(`${key}:at`, rest.lastAt, id);
    await orOutage(all.exec()).catch((error: unknown) => {
      for (const group of groups) this.#putBack(group);
      throw error;
    });
    await this.#forgetOld(redis, key);
  }

  /** Together with what has come since. */
  #putBack(group: ErrorGroup): void {
    const newer = this.#waiting.get(group.id);
    const count = group.count + (newer?.count ?? 0);
    this.#waiting.set(group.id, { ...group, ...newer, count, firstAt: group.firstAt });
  }

  async #forgetOld(redis: RedisClient, key: string): Promise<void> {
    const old = await orOutage(redis.zrange(`${key}:at`, '0', String(-limits.groups - 1)));
    if (old.length === 0) return;
    const all = inOne(redis, `${key}:at`).zrem(`${key}:at`, ...old);
    for (const part of ['count', 'first', 'last']) all.hdel(`${key}:${part}`, ...old);
    await orOutage(all.exec());
  }
}
