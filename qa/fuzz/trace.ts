/** What the fuzz left behind in Redis: events, dead letters, work that is not done. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestRedis } from '@quickmart/streams/testing';

type Redis = ReturnType<TestRedis['connect']>;
const settleMs = 20_000;

/** Waits until every consumer group has read and settled everything; says which one has not. */
export async function unsettled(redis: Redis): Promise<string[]> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const left = await behind(redis);
    if (left.length === 0 || Date.now() > deadline) return left;
    await sleep(100);
  }
}

async function behind(redis: Redis): Promise<string[]> {
  const keys = await redis.keys('*:events:*');
  const groups = await Promise.all(
    keys.map(async (key) =>
      ((await redis.xinfo('GROUPS', key)) as unknown[][]).map((flat) => ({ key, flat })),
    ),
  );
  return groups.flat().flatMap(({ key, flat }) => {
    const value = (name: string) => flat[flat.indexOf(name) + 1];
    const isDone = value('pending') === 0 && value('lag') === 0;
    return isDone ? [] : [`${key} ${value('name')}: ${value('pending')} pending, ${value('lag')} not read`];
  });
}

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
