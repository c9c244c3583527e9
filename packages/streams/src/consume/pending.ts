/** What a consumer group has handed out of one partition, and what is not acknowledged. */

import { limits } from '../limits.ts';
import type { Entry } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { type Delivery, delivered } from './delivery.ts';
import type { Lease } from './membership.ts';
import type { ModeContext } from './mode.ts';

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
      const entry = (entries[i] as Entry[])[0] ?? [id, []]; // deleted: it becomes a dead letter
      pending.push(delivered(category, lease, entry, Math.max(0, deliveries - 1)));
    }
    if (counted.length < limits.readCount) return pending;
  }
}
