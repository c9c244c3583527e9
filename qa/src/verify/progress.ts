/**
 * A read model is never behind what its group has acknowledged, because it commits first. If one is behind, this is not the
 * database that the service writes (an old file), or somebody has emptied or restored it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadModels } from '@quickmart/projections';
import { comparePositions, groupStatus, keys, type Place } from '@quickmart/streams';
import { groupsOf, placeOf } from '../look/groups.ts';
import type { Service } from '../services.ts';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';

type Behind = { category: string; partition: number; done: Place; place: Place };

/** An event is acknowledged, or becomes a dead letter, a moment before the read model moves past it. */
const [momentMs, pollMs] = [2_000, 100];

export async function verifyProgress(
  service: Service,
  readModels: ReadModels,
  target: Target,
  findings: Findings,
): Promise<void> {
  let behind = await behindOf(service, readModels, target);
  for (let waitedMs = 0; behind.length > 0 && waitedMs < momentMs; waitedMs += pollMs) {
    await sleep(pollMs);
    behind = await behindOf(service, readModels, target);
  }
  for (const { category, partition, done, place } of behind) {
    const [said, own] = [done, place].map(({ epoch, pos }) => `${epoch}-${pos}`);
    const what = `is at ${own}, the group ${groupOf(service, readModels)} has done everything up to ${said}: it is another database than the one that the service writes, or was changed by hand`;
    findings.add('checkpoint', `${service.name} ${category}.${partition}`, what);
  }
}

const groupOf = ({ name }: Service, { groupSuffix }: ReadModels): string =>
  `${name}-read-models${groupSuffix}`;

async function behindOf(service: Service, readModels: ReadModels, target: Target): Promise<Behind[]> {
  const { redis, store } = target;
  const group = groupOf(service, readModels);
  const behind: Behind[] = [];
  for (const category of new Set(service.readModels.flatMap(({ sources }) => [...sources.keys()]))) {
    if (!(await groupsOf(redis, category)).includes(group)) continue;
    // A group that is behind is a finding by itself, and its place may be older than the last rebuild.
    if ((await groupStatus(store.log, category, group)).lag > 0) continue;
    const leases = await redis.hgetall(keys.leases(category, group));
    const places = (await readModels.places()).get(category);
    for (const [field, id] of Object.entries(leases)) {
      if (!field.startsWith('done:')) continue;
      const partition = Number(field.slice('done:'.length));
      const [done, place] = [placeOf(id), places?.get(partition) ?? placeOf(undefined)];
      if (comparePositions(place, done) < 0) behind.push({ category, partition, done, place });
    }
  }
  return behind;
}
