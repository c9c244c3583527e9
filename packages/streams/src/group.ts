/** A consumer group of one partition: made where it is missing, and what it has handed out and nobody has settled. */
import { type Delivery, delivered } from './delivery.ts';
import type { Entry } from './entry.ts';
import { orOutage } from './errors.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { Lease } from './membership.ts';
import type { RedisClient } from './scripts.ts';
import type { ModeContext } from './subscription.ts';

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

/** In the order of the log, with the attempts that are counted there. */
export async function pendingOf(
  { events, category, group }: Pick<ModeContext, 'events' | 'category' | 'group'>,
  lease: Lease,
): Promise<Delivery[]> {
  const stream = keys.events(category, lease.partition);
  const pending: Delivery[] = [];
  for (let after = '-'; ; after = `(${pending.at(-1)!.id}`) {
    const page = await orOutage(events.redis.xpending(stream, group, after, '+', limits.readCount));
    const counted = page as [id: string, consumer: string, idleMs: number, deliveries: number][];
    const entries = await orOutage(Promise.all(counted.map(([id]) => events.redis.xrange(stream, id, id))));
    for (const [i, [id, , , deliveries]] of counted.entries()) {
      const entry = (entries[i] as Entry[])[0] ?? [id, []]; // deleted: cannot be handled any more, and that is said
      pending.push(delivered(category, lease, entry, Math.max(0, deliveries - 1)));
    }
    if (counted.length < limits.readCount) return pending;
  }
}
