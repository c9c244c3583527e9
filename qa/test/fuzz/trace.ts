/** What the fuzz left behind in Redis: events, dead letters. */
import type { TestRedis } from '@quickmart/streams/testing';

type Redis = ReturnType<TestRedis['connect']>;

/** Events that an event handler or a projection gave up on. */
export const deadLetters = async (redis: Redis): Promise<string[]> =>
  (await Promise.all((await redis.keys('*:dead:*')).map((key) => redis.xrange(key, '-', '+'))))
    .flat()
    .map((entry) => entry.join(' '));

/** Events that a refused request has written all the same. */
export async function writtenBy(redis: Redis, correlationIds: ReadonlySet<string>): Promise<string[]> {
  const streams = await Promise.all(
    (await redis.keys('*:events:*')).map((key) => redis.xrange(key, '-', '+')),
  );
  return streams.flat().flatMap(([id, fields]) => {
    const { correlationId } = JSON.parse(fields[fields.indexOf('meta') + 1] ?? '{}') as {
      correlationId?: string;
    };
    return correlationIds.has(correlationId ?? '') ? [`${id} ${fields.join(' ')}`] : [];
  });
}
