/** `pnpm qa dead`: the dead letters. Looking at them changes nothing; what writes says first what it would do. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadLetter } from '@quickmart/streams';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { shortened } from '../logged.ts';
import { whole } from '../options.ts';
import { type TargetOptions, targetOptions, withTarget } from '../target.ts';
import {
  groupsMeant,
  type LetterRef,
  letterRef,
  lettersOf,
  lineOf,
  type Named,
  named,
  whichOf,
  withReasons,
} from './letter.ts';

type Options = TargetOptions & { json: boolean };
type ListOptions = Options & { limit: number };
type WriteOptions = Options & { aggregate?: string; yes: boolean };

const pollMs = 200;
const sayEveryMs = 2_000;
const examples = `
A dead letter holds an event that a group could not handle. Its aggregate is parked: later events of it queue up
behind the dead letter, in order, until the queue is redriven (handled again) or discarded (given up).

Letters are named <category>/<group>/<id>; <category>/<group> is all of a group.

Examples
  pnpm qa dead list
  pnpm qa dead show order/inventory/1763717474849-0
  pnpm qa dead redrive order/inventory --aggregate 01a1fd5f-c748-706e-b085-2688268bf666        # only says
  pnpm qa dead redrive order/inventory --aggregate 01a1fd5f-c748-706e-b085-2688268bf666 --yes
  pnpm qa dead discard order/inventory/1763717474849-0 --reason "test data" --yes`;

export function deadCommand(): Command {
  return new Command('dead')
    .description('dead letters: list, show, redrive, discard')
    .addHelpText('after', examples)
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(redriveCommand())
    .addCommand(discardCommand());
}

const described = (name: string, description: string) =>
  targetOptions(new Command(name).description(description))
    .option('--json', 'as JSON on stdout', false)
    .addHelpText('after', examples);

const listCommand = () =>
  described('list', 'the dead letters of one group or of all, oldest first')
    .argument('[group]', '<category>/<group>', letterRef)
    .option('--limit <n>', 'at most so many per group', whole(1, 1_000_000), 100)
    .action((ref: LetterRef | undefined, options: ListOptions) =>
      withTarget(options, async (target) => {
        const groups = await groupsMeant(ref, target);
        const { limit } = options;
        const lists = groups.map(async (group) => {
          const letters = await lettersOf(group, target).list({ limit });
          const more = (await lettersOf(group, target).count()) - letters.length;
          if (more > 0) process.stderr.write(`${moreOf(group, more, limit)}\n`);
          return (await withReasons(group, letters, target)).map((letter) => named(group, letter));
        });
        const letters = (await Promise.all(lists)).flat();
        print(letters, options, letters.map(lineOf).join('\n') || 'no dead letters');
      }),
    );

const moreOf = ({ category, group }: LetterRef, more: number, limit: number): string =>
  `${category}/${group} has ${more} more: these are the first ${limit}, --limit ${limit + more} shows all`;

const showCommand = () =>
  described('show', 'one dead letter: its event, and why it failed')
    .argument('<letter>', '<category>/<group>/<id>', letterRef)
    .action((ref: LetterRef, options: Options) =>
      withTarget(options, async (target) => {
        const letter = ref.id === undefined ? undefined : await lettersOf(ref, target).get(ref.id);
        if (letter === undefined)
          throw new Failure('there is no such letter: `pnpm qa dead list` shows them');
        print(letter, options, textOf(letter));
      }),
    );

const redriveCommand = () =>
  described('redrive', 'have dead letters handled again, per aggregate in order; their service must run')
    .argument('<letters>', '<category>/<group> or <category>/<group>/<id>', letterRef)
    .option('--aggregate <id>', 'only the letters of this aggregate')
    .option('--rate <n>', 'aggregates per second', whole(1, 100_000), 100)
    .option('--wait <s>', 'how long to wait for the outcome', whole(0, 86_400), 10)
    .option('--yes', 'do it; without this it only says what it would do', false)
    .action((ref: LetterRef, options: WriteOptions & { rate: number; wait: number }) =>
      withTarget(options, async (target) => {
        const letters = lettersOf(ref, target);
        const which = whichOf(ref, options.aggregate);
        const rate = { ratePerSecond: options.rate, dryRun: !options.yes };
        const chosen = await known(letters.redrive(which, rate));
        if (!options.yes) return printDry('redrive', ref, chosen, options);
        const left = await leftAfter(options.wait, chosen, letters);
        const failed = left.map((letter) => named(ref, letter));
        const said = `${chosen.length - left.length} of ${chosen.length} dead letters redriven and gone`;
        print({ chosen: chosen.length, left: failed }, options, [said, ...failed.map(lineOf)].join('\n'));
        process.exitCode = left.length === 0 ? 0 : 1;
      }),
    );

const discardCommand = () =>
  described('discard', 'give dead letters up; they are kept, with the reason, apart')
    .argument('<letters>', '<category>/<group> or <category>/<group>/<id>', letterRef)
    .requiredOption('--reason <text>', 'why; it is kept with the letter')
    .option('--aggregate <id>', 'only the letters of this aggregate')
    .option('--yes', 'do it; without this it only says what it would do', false)
    .action((ref: LetterRef, options: WriteOptions & { reason: string }) =>
      withTarget(options, async (target) => {
        const { reason, yes } = options;
        const which = whichOf(ref, options.aggregate);
        const chosen = await known(lettersOf(ref, target).discard(which, { reason, dryRun: !yes }));
        if (!yes) return printDry('discard', ref, chosen, options);
        print({ discarded: chosen.length }, options, `${chosen.length} dead letters discarded`);
      }),
    );

/** A letter that does not stand first is refused with words of its own. */
async function known(work: Promise<DeadLetter[]>): Promise<DeadLetter[]> {
  try {
    return await work;
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

function printDry(verb: string, ref: LetterRef, chosen: readonly DeadLetter[], options: WriteOptions): void {
  const letters: Named[] = chosen.map((letter) => named(ref, letter));
  const said = `would ${verb} ${letters.length} dead letters; nothing was changed, --yes does it`;
  print({ dryRun: true, letters }, options, [...letters.map(lineOf), said].join('\n'));
}

/** A letter that fails again has a new id: what counts is whether the aggregate, or the entry, still has one. */
async function leftAfter(
  seconds: number,
  chosen: readonly DeadLetter[],
  letters: ReturnType<typeof lettersOf>,
): Promise<DeadLetter[]> {
  const positions = new Set(chosen.map(({ position }) => position));
  const attempts = new Map(chosen.map(({ position, attempts }) => [position, attempts]));
  const deadline = performance.now() + seconds * 1000;
  let saidAt = performance.now();
  for (;;) {
    const left = (await letters.redrive('all', { dryRun: true })).filter(({ position }) =>
      positions.has(position),
    );
    const failedAgain = left.some((letter) => letter.attempts > (attempts.get(letter.position) ?? 0));
    if (left.length === 0 || failedAgain || performance.now() > deadline) return left;
    if (performance.now() - saidAt > sayEveryMs) {
      process.stderr.write(`${left.length} dead letters are not handled yet\n`);
      saidAt = performance.now();
    }
    await sleep(pollMs);
  }
}

function textOf(letter: DeadLetter): string {
  const { position, group, attempts, failedAt, errorClass, errorMessage, errorStack, fields } = letter;
  return [
    `event     ${position} ${letter.eventType ?? 'no event'} ${letter.aggregateId ?? ''}`,
    `group     ${group}`,
    `failed    ${new Date(failedAt).toISOString()} after ${attempts} attempts`,
    `error     ${errorClass}: ${errorMessage}`,
    ...(errorStack === '' ? [] : [errorStack]),
    'entry',
    ...Object.entries(fields).map(([name, value]) => `  ${name.padEnd(12)} ${shortened(value, 2000)}`),
  ].join('\n');
}

function print(json: unknown, options: Options, text: string): void {
  process.stdout.write(`${options.json ? JSON.stringify(json, null, 2) : text}\n`);
}
