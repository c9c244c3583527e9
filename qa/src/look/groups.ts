/** `pnpm qa groups`: who reads what, and how far. */
import { type GroupStatus, groupStatus, keys, type Place, readHead } from '@quickmart/streams';
import type { Command } from 'commander';
import { categories } from '../services.ts';
import { table } from '../table.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';
import { expectedGroups } from './expected.ts';

type Options = SystemOptions & { partitions: boolean };

const help = `
Columns
  lag       events that are not handled: not read yet, or pending; of timers: those that should have fired
  pending   delivered and not acknowledged; oldest: since the oldest of them was appended
  retrying  pending, and failed at least once; these aggregates wait, the others go on
  parked    aggregates that wait behind a dead letter
  owners    processes that read it now. 0: its service does not run. missing: there is no such group, because its service
            has never run on this log, or somebody has deleted the group

Examples
  pnpm qa groups
  pnpm qa groups --partitions
  pnpm qa groups --json`;

export const groupsCommand = (): Command =>
  systemCommand('groups', 'who reads what, and how far: lag, retries, dead letters', help)
    .option('--partitions', 'one line per partition', false)
    .action((options: Options) =>
      withTarget(options, async (target) => {
        const all = await allStatuses(target);
        print(options, all, options.partitions ? partitionTable(all) : groupTable(all));
      }),
    );

/** `missing`: a service should read there, and has no group. */
export type Seen = GroupStatus & { missing?: true };

/** Of every group of every category that there is. */
export async function statuses({ redis, store }: Target): Promise<Seen[]> {
  const all: Seen[] = [];
  for (const category of categories) {
    const groups = await groupsOf(redis, category);
    all.push(...(await Promise.all(groups.map((group) => groupStatus(store.log, category, group)))));
  }
  return all;
}

/** The same, and those of missing groups: they are behind by all that there is. */
export async function expectedStatuses(target: Target): Promise<Seen[]> {
  const there = await statuses(target);
  const missing = expectedGroups(target).filter(
    ({ category, group, kind }) =>
      kind === 'events' && !there.some((one) => one.category === category && isOf(one.group, group)),
  );
  const added = missing.map(async ({ category, group }): Promise<Seen> => {
    const status = await groupStatus(target.store.log, category, group);
    return { ...status, missing: true };
  });
  return [...there, ...(await Promise.all(added))];
}

/** Each build of a service has a group of its own for its read models. */
const isOf = (name: string, group: string): boolean =>
  name === group || (group.endsWith('-read-models') && name.startsWith(`${group}-`));

/** Of events and of timers, as the metrics have them. */
export async function allStatuses(target: Target): Promise<Seen[]> {
  const { redis, store } = target;
  const timers = expectedGroups(target)
    .filter(({ kind }) => kind === 'timers')
    .map(async ({ category, group }): Promise<Seen> => {
      const status = await groupStatus(store.log, category, group, 'timers');
      const isThere = (await redis.exists(keys.leases(category, group))) === 1;
      return isThere ? status : { ...status, missing: true };
    });
  return [...(await expectedStatuses(target)), ...(await Promise.all(timers))];
}

/**
 * Every group has handled everything. The groups were asked one after the other, so the answer only holds if no event came
 * meanwhile.
 */
export async function isCaughtUp({ redis }: Target, all: readonly GroupStatus[]): Promise<boolean> {
  const positions = categories.map(async (name) => [name, (await readHead(redis, name))?.pos ?? 0] as const);
  const heads = new Map(await Promise.all(positions));
  return all.every(({ category, head, lag }) => lag === 0 && head === heads.get(category));
}

/** The groups that read a category, on whichever of its partitions. */
export async function groupsOf(redis: Target['redis'], category: string): Promise<string[]> {
  const head = await readHead(redis, category);
  const names = new Set<string>();
  for (let partition = 0; partition < (head?.partitions ?? 0); partition++) {
    const stream = keys.events(category, partition);
    if ((await redis.exists(stream)) === 0) continue;
    for (const flat of (await redis.xinfo('GROUPS', stream)) as string[][])
      names.add(flat[flat.indexOf('name') + 1]!);
  }
  return [...names].sort();
}

/** The last place of a partition that was delivered to a group. */
export async function deliveredTo(redis: Target['redis'], stream: string, group: string): Promise<Place> {
  if ((await redis.exists(stream)) === 0) return placeOf(undefined);
  const groups = (await redis.xinfo('GROUPS', stream)) as string[][];
  const flat = groups.find((one) => one[one.indexOf('name') + 1] === group);
  return placeOf(flat?.[flat.indexOf('last-delivered-id') + 1]);
}

/** Without an id, the place before all others. */
export function placeOf(id: string | null | undefined): Place {
  const [epoch = 0, pos = 0] = (id ?? '0-0').split('-').map(Number);
  return { epoch, pos };
}

function groupTable(all: readonly Seen[]): string {
  const rows = all.map(({ category, group, head, lag, dead, parked, partitions, nextTimerAt, missing }) => {
    const sum = (of: 'pending' | 'retrying') => partitions.reduce((n, row) => n + row[of], 0);
    const oldest = Math.max(0, ...partitions.map(({ oldestPendingMs = 0 }) => oldestPendingMs));
    const owners = missing ? 'missing' : new Set(partitions.flatMap(({ owner }) => owner ?? [])).size;
    const timer = nextTimerAt === undefined ? '' : new Date(nextTimerAt).toISOString();
    const counts = [head, lag, sum('pending'), `${Math.round(oldest / 1000)} s`, sum('retrying'), parked];
    return [category, group, ...counts, dead, owners, timer];
  });
  const titles = ['category', 'group', 'head', 'lag', 'pending', 'oldest', 'retrying', 'parked'];
  return table([...titles, 'dead', 'owners', 'next timer of the category'], rows);
}

function partitionTable(all: readonly Seen[]): string {
  const rows = all.flatMap(({ category, group, partitions, missing }) =>
    partitions.map(
      ({ partition, owner = missing ? 'missing' : 'nobody', lag, pending, retrying, parked }) => [
        ...[category, group, partition, lag, pending, retrying, parked ?? 'many'],
        owner.split('|').slice(0, 2).join(' process '),
      ],
    ),
  );
  return table(['category', 'group', 'partition', 'lag', 'pending', 'retrying', 'parked', 'owner'], rows);
}
