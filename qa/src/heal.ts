/** `pnpm qa heal`: repairs a log that has lost events which read models have applied, or that somebody wrote to by hand. */
import { blockedPartitions, readHead } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import type { Command } from 'commander';
import { ifLate, UsageFailure } from './failure.ts';
import { isCaughtUp, statuses } from './look/groups.ts';
import { type Lost, lostReadModels, type Unread } from './lost.ts';
import { category as categoryOf } from './options.ts';
import { linesOfParked, type Parked, rebuild } from './rebuild.ts';
import { categories, services } from './services.ts';
import { print, type Target, type WriteOptions, withTarget, writeCommand } from './target.ts';
import { type Report, textOf as textOfReport, verify } from './verify/command.ts';

type Options = WriteOptions & { all: boolean };

const handledMs = 30_000;

const help = `
When
  A failover to a replica that lagged, or a backup that was put back: the log ends earlier than it did. Read models that
  have applied lost events stop ("the log is not the one that was read before"), and new events would be given the
  positions of lost ones.

  Somebody has written into a stream past the append script: its partition takes no events.

What it does
  Without a category it finds the categories that need it, raises their epochs, and rebuilds the read models that have
  applied lost events. With a category it only raises the epoch of this one: positions go on, none is given twice, and all
  of them sort after the lost ones. No event is changed. Then rebuild the read models that it names; after that
  \`pnpm qa verify\` finds nothing. It cannot bring lost events back: restore them first, if the old master still has them.
  Without --yes it only says what it would do.

  --all is the whole drill, while the system runs: heal without a category, wait until every event is handled, and verify.

Exit codes: 0; without a category 1 where a database could not be looked at, or events cannot be applied in a rebuild; with --all
1 where verify finds something

Examples
  pnpm qa heal                # what needs it
  pnpm qa heal --yes          # all of it
  pnpm qa heal --all --yes    # and verify, when every event is handled
  pnpm qa heal order
  pnpm qa heal order --yes`;

export const healCommand = (): Command =>
  writeCommand('heal', 'go on under a new epoch after the log has lost events', help)
    .argument('[category]', 'the category whose log was cut; without: whatever needs it', categoryOf)
    .option('--all', 'the whole system, and verify it', false)
    .action((category: string | undefined, options: Options) =>
      withTarget(options, async (target) => {
        if (category !== undefined && options.all)
          throw new UsageFailure('--all is for the whole system: without a category');
        if (category === undefined) return await healAll(target, options);
        const outcome = await heal(target, category, options.yes);
        print(options, outcome, textOf(category, outcome));
      }),
    );

/** What needs it, or was healed: categories with their new epochs, and read models. */
type Whole = {
  dryRun: boolean;
  /** Positions of events that read models have applied, and that are not in the log. */
  lost: string[];
  epochs: Record<string, number>;
  rebuilt: string[];
  /** What the rebuilds could not apply. */
  parked: Parked;
  unread: Unread[];
  verified?: Report;
};

async function healAll(target: Target, options: Options): Promise<void> {
  const { yes } = options;
  const { lost, unread } = await lostReadModels(target);
  const positions = [...new Set(lost.flatMap(({ positions }) => positions))].sort();
  const rebuilt = [...new Set(lost.map(nameOf))];
  const outcome: Whole = { dryRun: !yes, lost: positions, epochs: {}, rebuilt, parked: [], unread };
  for (const category of categories) {
    const own = lost.filter((one) => one.category === category);
    const blocked = await blockedPartitions(target.redis, category);
    if (own.length + blocked.length === 0) continue;
    const seen = Math.max(0, ...own.map(({ epoch }) => epoch));
    outcome.epochs[category] = yes ? await target.store.log.raiseEpoch(category, seen) : 0;
  }
  if (yes) outcome.parked = await rebuildAll(target, lost);
  if (yes && options.all) outcome.verified = await verifyHandled(target);
  print(options, outcome, textOfAll(outcome));
  const isWhole = unread.length + outcome.parked.length === 0 && outcome.verified?.ok !== false;
  process.exitCode = isWhole ? 0 : 1;
}

/** The services go on by themselves. Who is still behind after that is a finding. */
async function verifyHandled(target: Target): Promise<Report> {
  const handled = async () => isCaughtUp(target, await statuses(target));
  await until('every event is handled', handled, handledMs).catch(ifLate);
  return await verify(undefined, target);
}

const nameOf = ({ service, projection }: Lost) => `${service}/${projection}`;

async function rebuildAll(target: Target, lost: readonly Lost[]): Promise<Parked> {
  const parked: Parked = [];
  for (const [name, own] of Map.groupBy(lost, ({ service }) => service)) {
    const service = services.find((one) => one.name === name)!;
    const projections = [...new Set(own.map(({ projection }) => projection))];
    parked.push(...(await rebuild(service, projections, { restart: true }, target)).parked);
  }
  return parked;
}

function textOfAll({ dryRun, lost, epochs, rebuilt, parked, unread, verified }: Whole): string {
  const unknown = unread.map(({ service, reason }) => `  ${service} was not looked at: ${reason}`);
  const gone = lost.length > 0 ? [`not in the log, and applied by read models: ${lost.join(' ')}`] : [];
  const healed = textOfHealed(dryRun, Object.keys(epochs), rebuilt, verified !== undefined);
  const left = linesOfParked(parked);
  return [...gone, ...healed, ...left, ...unknown, ...(verified ? [textOfReport(verified)] : [])].join('\n');
}

function textOfHealed(dryRun: boolean, healed: string[], rebuilt: string[], isVerified: boolean): string[] {
  if (healed.length === 0) return ['nothing to heal'];
  const list = `${dryRun ? 'would raise' : 'raised'} the epoch of ${healed.join(', ')}`;
  const rows = rebuilt.map((name) => `  ${dryRun ? 'would rebuild' : 'rebuilt'} ${name}`);
  if (dryRun) return [list, ...rows, '--yes does it'];
  return [list, ...rows, ...(isVerified ? [] : ['then: pnpm qa verify'])];
}

type Healed = { dryRun: boolean; epoch: number; pos: number; rebuild: string[] };

async function heal({ redis, store }: Target, category: string, yes: boolean): Promise<Healed> {
  const head = await readHead(redis, category);
  if (head === undefined) throw new UsageFailure(`there is no log of ${category}: nothing to heal`);
  const epoch = yes ? await store.log.raiseEpoch(category) : head.epoch + 1;
  return { dryRun: !yes, epoch, pos: head.pos, rebuild: readModelsOf(category) };
}

/** `<service>/<projection>` of all that is made of the category. */
const readModelsOf = (category: string): string[] =>
  services.flatMap(({ name, readModels }) =>
    readModels.filter((one) => one.sources.has(category)).map((one) => `${name}/${one.name}`),
  );

function textOf(category: string, { dryRun, epoch, pos, rebuild }: Healed): string {
  const done = dryRun
    ? `would raise the epoch of ${category} to ${epoch}, after position ${pos}; --yes does it`
    : `the epoch of ${category} is ${epoch} now, after position ${pos}`;
  return [done, 'then:', ...rebuild.map((one) => `  pnpm qa rebuild ${one} --yes`), '  pnpm qa verify'].join(
    '\n',
  );
}
