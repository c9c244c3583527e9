/** A consumer group of one partition in Redis: made where it is missing, and how far it has read. */
import { orOutage } from './errors.ts';
import { keys } from './keys.ts';
import type { EventLog } from './log.ts';
import type { RedisClient } from './scripts.ts';

/** A group that reads on after `id`; where there is one, it stays as it is. */
export async function createGroup(
  redis: RedisClient,
  stream: string,
  group: string,
  id: string,
): Promise<void> {
  try {
    await orOutage(redis.xgroup('CREATE', stream, group, id, 'MKSTREAM'));
  } catch (error) {
    if (!(error as Error).message.startsWith('BUSYGROUP')) throw error;
  }
}

/** Deletes a group that is not used any more. Its dead letters stay. */
export async function forgetGroup(events: EventLog, category: string, group: string): Promise<void> {
  const { redis } = events;
  for (let partition = 0; partition < (await events.partitions(category)); partition++) {
    const stream = keys.events(category, partition);
    if ((await orOutage(redis.exists(stream))) === 1) await orOutage(redis.xgroup('DESTROY', stream, group));
  }
  await orOutage(redis.del(keys.leases(category, group), keys.members(category, group)));
}

/** What Redis knows of a group; `lag` undefined: not how far it is behind. Undefined where it is not there. */
export async function groupRow(
  redis: RedisClient,
  stream: string,
  group: string,
): Promise<{ lag: number | undefined; lastId: string } | undefined> {
  const groups = await orOutage(redis.xinfo('GROUPS', stream)).catch((error: Error) => {
    if (error.message.includes('no such key')) return [];
    throw error;
  });
  for (const flat of groups as (string | number | null)[][]) {
    const field = (name: string) => flat[flat.indexOf(name) + 1];
    if (field('name') !== group) continue;
    const lag = field('lag');
    return {
      lag: lag === null || lag === undefined ? undefined : Number(lag),
      lastId: String(field('last-delivered-id')),
    };
  }
  return undefined;
}
