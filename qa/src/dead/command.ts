/** `pnpm qa dead`: the dead letters. Looking at them changes nothing; what writes says first what it would do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeadLetter, type DeadLetters, errorsOf, isOfReadModels } from '@quickmart/streams';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { shortened } from '../logged.ts';
import { whole } from '../options.ts';
import {
  print,
  type SystemOptions,
  systemCommand,
  type Target,
  type WriteOptions,
  withTarget,
  writeCommand,
} from '../target.ts';
import {
  assertGroup,
  type Chosen,
  deadLettersOf,
  groupsMeant,
  lineOf,
  named,
  type Ref,
  refOf,
  whichOf,
} from './chosen.ts';

type ChosenOptions = WriteOptions & Chosen;

const pollMs = 200;
const sayEveryMs = 2_000;
const examples = `
A dead letter holds an event that a group could not handle. Its aggregate is parked: later events of it queue up
behind the dead letter, in order, until the queue is redriven (handled again) or discarded (given up).

A dead letter is named <category>/<group>/<id>; <category>/<group> is all of a group.

Examples
  pnpm qa dead list
  pnpm qa dead causes
  pnpm qa dead show order/inventory/1763717474849-0
  pnpm qa dead redrive order/inventory --aggregate 01a1fd5f-c748-706e-b085-2688268bf666        # only says
  pnpm qa dead redrive order/inventory --aggregate 01a1fd5f-c748-706e-b085-2688268bf666 --yes
  pnpm qa dead discard order/inventory/1763717474849-0 --reason "test data" --yes`;

export const deadCommand = (): Command =>
  new Command('dead')
    .description('dead letters: list, show, redrive, discard')
    .addHelpText('after', examples)
    .addCommand(listCommand())
    .addCommand(causesCommand())
    .addCommand(showCommand())
    .addCommand(redriveCommand())
    .addCommand(discardCommand());

const listCommand = () =>
  systemCommand('list', 'the dead letters of one group or of all, oldest first', examples)
    .argument('[group]', '<category>/<group>', refOf)
    .option('--limit <n>', 'at most so many per group', whole(1, 1_000_000), 100)
    .action((ref: Ref | undefined, options: SystemOptions & { limit: number }) =>
      withTarget(options, async (target) => {
        const groups = await groupsMeant(ref, target);
        const lists = await Promise.all(groups.map((group) => firstOf(group, options.limit, target)));
        print(options, lists.flat(), lists.flat().map(lineOf).join('\n') || 'no dead letters');
      }),
    );

const causesCommand = () =>
  systemCommand('causes', 'why events failed: one line for each cause, the most frequent first', examples)
    .argument('[group]', '<category>/<group>', refOf)
    .action((ref: Ref | undefined, options: SystemOptions) =>
      withTarget(options, async (target) => {
        const groups = await groupsMeant(ref, target);
        const lists = groups.map(async ({ category, group }) =>
          errorsOf(await deadLettersOf({ category, group }, target).all()).map((cause) => ({
            category,
            group,
            ...cause,
          })),
        );
        const causes = (await Promise.all(lists)).flat();
        const lines = causes.map(
          ({ category, group, count, error }) => `${count} of ${category}/${group}: ${error}`,
        );
        print(options, causes, lines.join('\n') || 'no dead letters');
      }),
    );

/** Says how many more there are. */
async function firstOf(group: Ref, limit: number, target: Target) {
  const all = deadLettersOf(group, target);
  const first = await all.list({ limit });
  const more = (await all.count()) - first.length;
  if (more > 0)
    process.stderr.write(
      `${group.category}/${group.group} has ${more} more: these are the first ${limit}, --limit ${limit + more} shows all\n`,
    );
  return await named(group, first, target);
}

const showCommand = () =>
  systemCommand('show', 'one dead letter: its event, and why it failed', examples)
    .argument('<dead-letter>', '<category>/<group>/<id>', refOf)
    .action((ref: Ref, options: SystemOptions) =>
      withTarget(options, async (target) => {
        const found = ref.id === undefined ? undefined : await deadLettersOf(ref, target).get(ref.id);
        if (found === undefined)
          throw new Failure('there is no such dead letter: `pnpm qa dead list` shows them');
        print(options, found, textOf(found));
      }),
    );

const chosenCommand = (name: string, description: string) =>
  writeCommand(name, description, examples)
    .argument('<dead-letters>', '<category>/<group> or <category>/<group>/<id>', refOf)
    .option('--aggregate <id>', 'only those of this aggregate')
    .option('--error <text>', 'only those that failed for this reason, as `dead causes` says it');

const redriveCommand = () =>
  chosenCommand('redrive', 'have dead letters handled again, per aggregate in order; their service must run')
    .option('--rate <n>', 'aggregates per second', whole(1, 100_000), 100)
    .option('--wait <s>', 'how long to wait for the outcome', whole(0, 86_400), 10)
    .action((ref: Ref, options: ChosenOptions & { rate: number; wait: number }) =>
      withTarget(options, async (target) => {
        if (isOfReadModels(ref.group))
          throw new Failure(
            'a redrive does nothing for read models: mend the cause, then `pnpm qa rebuild` removes the dead letter',
          );
        await assertGroup(ref, target);
        const all = deadLettersOf(ref, target);
        const rate = { ratePerSecond: options.rate, dryRun: !options.yes };
        const chosen = await known(all.redrive(whichOf(ref, options), rate));
        if (!options.yes) return await printDry('redrive', ref, chosen, options, target);
        const left = await named(ref, await leftAfter(options.wait, chosen, all), target);
        const said = `${chosen.length - left.length} of ${chosen.length} dead letters redriven and gone`;
        print(options, { chosen: chosen.length, left }, [said, ...left.map(lineOf)].join('\n'));
        process.exitCode = left.length === 0 ? 0 : 1;
      }),
    );

const discardCommand = () =>
  chosenCommand('discard', 'give dead letters up; they are kept, with the reason, apart')
    .requiredOption('--reason <text>', 'why; it is kept with the dead letter')
    .action((ref: Ref, options: ChosenOptions & { reason: string }) =>
      withTarget(options, async (target) => {
        await assertGroup(ref, target);
        const { reason, yes } = options;
        const which = whichOf(ref, options);
        const chosen = await known(deadLettersOf(ref, target).discard(which, { reason, dryRun: !yes }));
        if (!yes) return await printDry('discard', ref, chosen, options, target);
        print(options, { discarded: chosen.length }, `${chosen.length} dead letters discarded`);
      }),
    );

/** One that does not stand first is refused with words of its own. */
const known = (work: Promise<DeadLetter[]>): Promise<DeadLetter[]> =>
  work.catch((error: Error) => {
    throw new Failure(error.message);
  });

async function printDry(
  verb: string,
  ref: Ref,
  chosen: readonly DeadLetter[],
  options: ChosenOptions,
  target: Target,
): Promise<void> {
  const letters = await named(ref, chosen, target);
  const said = `would ${verb} ${letters.length} dead letters; nothing was changed, --yes does it`;
  print(options, { dryRun: true, letters }, [...letters.map(lineOf), said].join('\n'));
}

/** One that fails again has a new id: what counts is whether the aggregate, or the entry, still has one. */
async function leftAfter(
  seconds: number,
  chosen: readonly DeadLetter[],
  all: DeadLetters,
): Promise<DeadLetter[]> {
  const attempts = new Map(chosen.map(({ position, attempts }) => [position, attempts]));
  const deadline = performance.now() + seconds * 1000;
  let saidAt = performance.now();
  for (;;) {
    const left = (await all.redrive('all', { dryRun: true })).filter(({ position }) =>
      attempts.has(position),
    );
    const failedAgain = left.some((one) => one.attempts > (attempts.get(one.position) ?? 0));
    if (left.length === 0 || failedAgain || performance.now() > deadline) return left;
    if (performance.now() - saidAt > sayEveryMs) {
      process.stderr.write(`${left.length} dead letters are not handled yet\n`);
      saidAt = performance.now();
    }
    await sleep(pollMs);
  }
}

function textOf(deadLetter: DeadLetter): string {
  const { position, group, attempts, failedAt, errorClass, errorMessage, errorStack, fields } = deadLetter;
  return [
    `event     ${position} ${deadLetter.eventType ?? 'no event'} ${deadLetter.aggregateId ?? ''}`,
    `group     ${group}`,
    `failed    ${new Date(failedAt).toISOString()} after ${attempts} attempts`,
    `error     ${errorClass}: ${errorMessage}`,
    ...(errorStack === '' ? [] : [errorStack]),
    'entry',
    ...Object.entries(fields).map(([name, value]) => `  ${name.padEnd(12)} ${shortened(value, 2000)}`),
  ].join('\n');
}
