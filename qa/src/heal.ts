/** `pnpm qa heal`: what a log needs that has lost events which others have seen. */
import { readHead } from '@quickmart/streams';
import { Command } from 'commander';
import { UsageFailure } from './failure.ts';
import { category as categoryOf } from './options.ts';
import { services } from './services.ts';
import { type Target, type TargetOptions, targetOptions, withTarget } from './target.ts';

type Options = TargetOptions & { yes: boolean; json: boolean };

const help = `
When
  A failover to a replica that lagged, or a backup that was put back: the log ends earlier than it did. Read models that
  have applied lost events stop ("the log is not the one that was read before"), and new events would be given the
  positions of lost ones.

What it does
  Raises the epoch of the category: positions go on, but none is given twice, and all of them sort after the lost ones. No
  event is changed. Afterwards the read models that are named are to be rebuilt, as they hold what is lost; then
  \`pnpm qa verify\` finds nothing. It cannot bring lost events back: see to that first, if the old master still has them.
  Without --yes it only says what it would do.

Examples
  pnpm qa heal order
  pnpm qa heal order --yes`;

export const healCommand = (): Command =>
  targetOptions(new Command('heal').description('go on under a new epoch after the log has lost events'))
    .argument('<category>', 'the category whose log was cut', categoryOf)
    .option('--yes', 'do it; without this it only says what it would do', false)
    .option('--json', 'the outcome as JSON on stdout', false)
    .addHelpText('after', help)
    .action((category: string, options: Options) =>
      withTarget(options, async (target) => {
        const outcome = await heal(target, category, options.yes);
        process.stdout.write(
          `${options.json ? JSON.stringify(outcome, null, 2) : textOf(category, outcome)}\n`,
        );
      }),
    );

type Healed = { dryRun: boolean; epoch: number; pos: number; rebuild: string[] };

async function heal({ redis, store }: Target, category: string, yes: boolean): Promise<Healed> {
  const head = await readHead(redis, category);
  if (head === undefined) throw new UsageFailure(`there is no log of ${category}: nothing to heal`);
  const epoch = yes ? await store.log.raiseEpoch(category) : head.epoch + 1;
  return { dryRun: !yes, epoch, pos: head.pos, rebuild: readModelsOf(category) };
}

/** `<service>/<projection>` of all that is made of the category. */
const readModelsOf = (category: string): string[] =>
  services.flatMap(({ name, projections }) =>
    projections.filter((one) => one.sources.has(category)).map((one) => `${name}/${one.name}`),
  );

function textOf(category: string, { dryRun, epoch, pos, rebuild }: Healed): string {
  const done = dryRun
    ? `would raise the epoch of ${category} to ${epoch}, after position ${pos}; --yes does it`
    : `the epoch of ${category} is ${epoch} now, after position ${pos}`;
  return [done, 'then:', ...rebuild.map((one) => `  pnpm qa rebuild ${one} --yes`), '  pnpm qa verify'].join(
    '\n',
  );
}
