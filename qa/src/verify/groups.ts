/** Every group's place against the log: nobody is past its end, and what is pending is still there. */
import { comparePositions, type Entry, groupStatus, keys, type Place, readHead } from '@quickmart/streams';
import { deadLettersOf, groupsWithDeadLetters } from '../dead/chosen.ts';
import { deliveredTo, groupsOf, placeOf } from '../look/groups.ts';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';

type Redis = Target['redis'];

/** How many groups there are. */
export async function verifyGroups(target: Target, category: string, findings: Findings): Promise<number> {
  const { redis, store } = target;
  const head = await readHead(redis, category);
  if (head === undefined) return 0;
  const groups = await groupsOf(redis, category);
  for (const group of groups) {
    for (let partition = 0; partition < head.partitions; partition++)
      await checkPartition(redis, category, partition, group, findings);
    const { lag } = await groupStatus(store.log, category, group);
    if (lag > 0) findings.add('behind', `${category}/${group}`, `${lag} events are not handled`);
  }
  for (const ref of await groupsWithDeadLetters(target, category)) {
    const dead = await deadLettersOf(ref, target).count();
    if (dead > 0) findings.add('dead', `${category}/${ref.group}`, `${dead} dead letters`);
  }
  return groups.length;
}

async function checkPartition(
  redis: Redis,
  category: string,
  partition: number,
  group: string,
  findings: Findings,
): Promise<void> {
  const stream = keys.events(category, partition);
  const where = `${stream} ${group}`;
  // In this order: even if the log grows meanwhile, its end is never before what a group has read.
  const delivered = await deliveredTo(redis, stream, group);
  const done = placeOf(await redis.hget(keys.leases(category, group), `done:${partition}`));
  const [last] = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1)) as Entry[];
  const end = placeOf(last?.[0]);
  if (comparePositions(delivered, end) > 0)
    findings.add('group', where, `has read up to ${idOf(delivered)}, the log ends at ${idOf(end)}`);
  if (comparePositions(done, end) > 0)
    findings.add('group', where, `has done everything up to ${idOf(done)}, the log ends at ${idOf(end)}`);
  for (const id of await pendingOf(redis, stream, group)) {
    if (((await redis.xrange(stream, id, id)) as Entry[]).length === 0)
      findings.add('pending', where, `waits for ${id}, which is not in the log`);
  }
}

const pageSize = 10_000;

/** All of them, page by page. */
async function pendingOf(redis: Redis, stream: string, group: string): Promise<string[]> {
  if ((await redis.exists(stream)) === 0) return [];
  const ids: string[] = [];
  for (let from = '-'; ; from = `(${ids.at(-1)}`) {
    const page = await redis.xpending(stream, group, from, '+', pageSize).catch(unlessMissing);
    ids.push(...(page as [id: string][]).map(([id]) => id));
    if (page.length < pageSize) return ids;
  }
}

/** A group need not be there on every partition. */
function unlessMissing(error: Error): [] {
  if (error.message.startsWith('NOGROUP')) return [];
  throw error;
}

const idOf = ({ epoch, pos }: Place): string => `${epoch}-${pos}`;
