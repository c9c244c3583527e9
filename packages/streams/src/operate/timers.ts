/** The timers of a category as an operator wants to see them: what is due, what is late, and of what. */
import { limits } from '../limits.ts';
import type { Timer } from '../log/append.ts';
import { clock } from '../log/clock.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import type { RedisClient } from '../log/scripts.ts';

export type TimersSeen = {
  total: number;
  /** Those that should have fired by now. */
  late: number;
  /** The next ones; those that are late come first. */
  next: Timer[];
};

/** `aggregateId`: only those of this aggregate, of the timers that are looked at. */
export async function timersOf(
  redis: RedisClient,
  category: string,
  { limit, aggregateId }: { limit: number; aggregateId?: string | undefined },
): Promise<TimersSeen> {
  const key = keys.timers(category);
  const looked = aggregateId === undefined ? limit : limits.statusTimers;
  const [total, late, due] = await orOutage(
    Promise.all([
      redis.zcard(key),
      redis.zcount(key, '-inf', clock.now() - limits.timerPollMs),
      redis.zrangebyscore(key, '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, looked),
    ]),
  );
  const ids = due.filter((_, n) => n % 2 === 0);
  if (ids.length === 0) return { total, late, next: [] };
  const bodies = await orOutage(redis.hmget(keys.timerBodies(category), ...ids));
  const next = ids.flatMap((id, n): Timer[] => {
    const body = bodies[n];
    // It was cancelled between the two questions.
    if (body === null || body === undefined) return [];
    return [{ id, dueAt: Number(due[2 * n + 1]), ...JSON.parse(body) }];
  });
  const own = aggregateId === undefined ? next : next.filter((timer) => timer.aggregateId === aggregateId);
  return { total, late, next: own.slice(0, limit) };
}
