/** The timers of the log that is decided again. It asks Redis only where something may have changed. */
import { keys, type Timer } from '@quickmart/streams';
import type { Target } from '../target.ts';

type Redis = Target['redis'];

export class DueTimers {
  readonly #redis: Redis;
  /** When the first timer of a category is due; a category that is not there has to be looked up. */
  readonly #first = new Map<string, number>();

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Something was appended there: timers may have been set, moved or cancelled. */
  changed(category: string): void {
    this.#first.delete(category);
  }

  /** Those that are due at a time, in order. */
  async at(category: string, at: number): Promise<Timer[]> {
    if ((await this.#firstOf(category)) > at) return [];
    const rows = await this.#redis.zrangebyscore(keys.timers(category), '-inf', at, 'WITHSCORES');
    const timers: Timer[] = [];
    for (let i = 0; i < rows.length; i += 2) {
      const body = await this.#redis.hget(keys.timerBodies(category), rows[i]!);
      if (body !== null) timers.push({ id: rows[i]!, dueAt: Number(rows[i + 1]), ...JSON.parse(body) });
    }
    return timers;
  }

  /** Removes a timer, unless it was set again meanwhile. */
  async fired(category: string, { id, dueAt }: Timer): Promise<void> {
    this.changed(category);
    if (Number(await this.#redis.zscore(keys.timers(category), id)) !== dueAt) return;
    await this.#redis.zrem(keys.timers(category), id);
    await this.#redis.hdel(keys.timerBodies(category), id);
  }

  async #firstOf(category: string): Promise<number> {
    const known = this.#first.get(category);
    if (known !== undefined) return known;
    const [, score] = await this.#redis.zrange(keys.timers(category), '0', '0', 'WITHSCORES');
    const first = score === undefined ? Number.POSITIVE_INFINITY : Number(score);
    this.#first.set(category, first);
    return first;
  }
}
