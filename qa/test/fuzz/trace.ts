/** What the fuzz left behind in Redis: events, dead letters. */
import { mastersOf, type RedisClient } from '@quickmart/streams';

const keysLike = async (redis: RedisClient, pattern: string): Promise<string[]> =>
  (await Promise.all(mastersOf(redis).map((node) => node.keys(pattern)))).flat();

/** Events that an event handler or a projection gave up on. */
export const deadLetters = async (redis: RedisClient): Promise<string[]> =>
  (await Promise.all((await keysLike(redis, '*:dead:*')).map((key) => redis.xrange(key, '-', '+'))))
    .flat()
    .map((entry) => entry.join(' '));

/** Events that a refused request has written all the same. */
export async function writtenBy(redis: RedisClient, correlationIds: ReadonlySet<string>): Promise<string[]> {
  const streams = await Promise.all(
    (await keysLike(redis, '*:events:*')).map((key) => redis.xrange(key, '-', '+')),
  );
  return streams.flat().flatMap(([id, fields]) => {
    const { correlationId } = JSON.parse(fields[fields.indexOf('meta') + 1] ?? '{}') as {
      correlationId?: string;
    };
    return correlationIds.has(correlationId ?? '') ? [`${id} ${fields.join(' ')}`] : [];
  });
}
