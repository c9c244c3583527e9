/** `pnpm qa replay`: events again, without any effect on the system. */

import { env } from 'node:process';
import { variableName } from '@quickmart/service';
import { parseAddress } from '@quickmart/streams';
import { type Command, InvalidArgumentError } from 'commander';
import { boundOptions } from '../bounds.ts';
import { compare } from '../compare/compare.ts';
import { assertFitsMemory, comparableMax } from '../compare/limit.ts';
import { textOfCompared } from '../compare/text.ts';
import { UsageFailure } from '../failure.ts';
import { openProgress } from '../progress.ts';
import { services } from '../services.ts';
import { print, type WriteOptions, writeCommand } from '../target.ts';
import { type IntoOutcome, replayInto } from './into.ts';
import { type Counts, readThrough } from './read.ts';
import { replayToService, type ServiceOutcome } from './service.ts';
import { paced, type SourceOptions, withRecording, withSource } from './source.ts';
import { textOfCounts, textOfInto, textOfService } from './text.ts';

type Options = WriteOptions &
  SourceOptions & {
    into?: string;
    service?: string;
    compare: boolean;
    timers: boolean;
    effects: boolean;
    speed?: number;
  };
type Tick = (count: number) => void;
type Replayed = { events: number; isGood: boolean; summary: object; text: string };

const help = `
Where to
  nowhere     every event is read, decoded and counted: is all of it readable by this checkout, and how fast
  --service   to the reactions of a service, as they are in this checkout, on a copy in a private Redis that ends with the
              command. What the service has appended itself is there from the beginning, the events of the others come in.
              A reaction that has had its effect does nothing, also where it would have another one today: what is
              appended now, the service had not done before. --compare says what it would do otherwise.
  --compare   to the handlers of this checkout, all of them or with --service those of one service, in an isolated log: what
              came from outside (requests, webhooks, the provider's answers) comes as recorded, at the times of the
              recording, and everything else is decided anew. What differs is said, per aggregate and row. Settings
              come from the environment, as those of the services: INITIAL_STOCK, PAYMENT_WAIT_MS, … It needs all
              that came before, in memory: at most ${comparableMax} events; --to leaves out the end.
  --into      into a Redis of its own, empty or with all that came before (another database of a server will do:
              redis://127.0.0.1:6379/5), every event at its place. Services that run there see the log grow, and their
              read models follow. Their reactions are given nothing; with --effects they are.

The log is read without a group: no group of the system, no key and no table is touched. Timers only with --timers, once
all events are in. Without a pace it goes category by category; with one, side by side, in the order of their times.

Exit codes: 0; 1 where an event cannot be read, the service has dead letters or timers that fail, or --compare finds a
difference

Examples
  pnpm qa replay day.ndjson                                  # as fast as it can be read
  pnpm qa replay --category order --from 1h                  # the last hour of the running system
  pnpm qa replay day.ndjson --compare                        # what would this code have done otherwise?
  pnpm qa replay day.ndjson --service inventory              # what would the inventory do that it has not done?
  pnpm qa replay --service inventory --speed x60             # the same of the running system, an hour in a minute
  pnpm qa replay day.ndjson --into redis://127.0.0.1:6379/5 --speed x10 --yes`;

export const replayCommand = (): Command =>
  boundOptions(writeCommand('replay', 'replay a recording, or a part of the log', help))
    .argument('[file]', 'a recording (default: the log of the system)')
    .option('--service <name>', 'hand it to the reactions of this service, on a private copy', serviceName)
    .option(
      '--compare',
      'decide the day anew with the handlers of this checkout, and say what differs',
      false,
    )
    .option('--into <url>', 'write it into this Redis, which has no events of its own', redisUrl)
    .option('--speed <xN>', 'as it came (x1), or N times as fast (default: as fast as it goes)', speed)
    .option('--timers', 'with --service and --into: the timers, too', false)
    .option('--effects', 'with --into: for the reactions that run there, too', false)
    .action(replay);

async function replay(path: string | undefined, options: Options): Promise<void> {
  assertFits(options);
  const progress = openProgress(process.stderr);
  progress.start('replaying', 0);
  const began = performance.now();
  const to = kindOf(options);
  const { events, isGood, summary, text } = await to(path, options, progress.tick).finally(progress.stop);
  const seconds = (performance.now() - began) / 1000;
  const pace = { seconds, eventsPerSecond: Math.round(events / seconds) };
  const rate = `\n${events} events in ${seconds.toFixed(1)} s, ${pace.eventsPerSecond} events/s`;
  const said = options.into !== undefined && !options.yes ? text : `${text}${rate}`;
  print(options, { ...summary, ...pace }, said);
  process.exitCode = isGood ? 0 : 1;
}

function kindOf({ compare, service, into }: Options) {
  if (compare) return compared;
  return service !== undefined ? toService : into !== undefined ? intoRedis : nowhere;
}

/** An option that does not fit is refused: ignored in silence, it would seem to have worked. */
function assertFits({ service, into, compare, speed, timers, effects, yes, category, from }: Options): void {
  if (compare && (into !== undefined || timers || speed !== undefined))
    throw new UsageFailure('--compare goes with --service and --to only: it has the times of the recording');
  const isWritten = service !== undefined || into !== undefined;
  if (service !== undefined && into !== undefined)
    throw new UsageFailure('--service and --into are two replays: one of them');
  if (timers && !isWritten) throw new UsageFailure('--timers goes with --service or --into');
  if ((effects || yes) && into === undefined) throw new UsageFailure('--effects and --yes go with --into');
  if ((service !== undefined || compare) && (category ?? from) !== undefined)
    throw new UsageFailure('all that came before is needed: no --category, and no --from');
}

async function nowhere(path: string | undefined, options: Options, tick: Tick): Promise<Replayed> {
  const counts: Counts = await withSource(path, options, (source) =>
    readThrough(paced(source, options.speed), () => {}, tick),
  );
  const isGood = counts.unreadable.length === 0;
  return { events: counts.events, isGood, summary: counts, text: textOfCounts(counts) };
}

async function compared(path: string | undefined, options: Options, tick: Tick): Promise<Replayed> {
  await assertFitsMemory(path, options);
  const outcome = await withRecording(path, options, (recording) =>
    compare(recording, { service: options.service, env: settingsOf(env) }, () => tick(1)),
  );
  const isGood = outcome.aggregates.length === 0 && outcome.rows.length === 0;
  return { events: outcome.events, isGood, summary: outcome, text: textOfCompared(outcome) };
}

/** The settings of services in our environment, but for where they listen and what they connect to. */
function settingsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = services.flatMap(({ settings = {} }) => Object.keys(settings)).map(variableName);
  const chosen = Object.entries(environment).filter(
    ([name]) => names.includes(name) && !/_(PROVIDER|URL|KEY|SECRET)$/.test(name),
  );
  return Object.fromEntries(chosen) as Record<string, string>;
}

async function toService(path: string | undefined, options: Options, tick: Tick): Promise<Replayed> {
  const outcome: ServiceOutcome = await withRecording(path, options, (recording) =>
    replayToService(options.service!, recording, { ...options, tick }),
  );
  const isGood = outcome.dead.length === 0 && outcome.timersLeft === 0;
  return { events: outcome.events, isGood, summary: outcome, text: textOfService(outcome) };
}

async function intoRedis(path: string | undefined, options: Options, tick: Tick): Promise<Replayed> {
  const outcome: IntoOutcome = await withRecording(path, options, (recording) =>
    replayInto(options.into!, recording, { ...options, tick }),
  );
  const events = outcome.categories.reduce((sum, one) => sum + one.events, 0);
  return { events, isGood: true, summary: outcome, text: textOfInto(outcome) };
}

function serviceName(text: string): string {
  if (services.some(({ name }) => name === text)) return text;
  throw new InvalidArgumentError(
    `there is no such service; there are ${services.map(({ name }) => name).join(', ')}`,
  );
}

function redisUrl(text: string): string {
  try {
    parseAddress(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function speed(text: string): number {
  const match = /^x(\d{1,6}(?:\.\d+)?)$/.exec(text);
  const value = Number(match?.[1]);
  if (match && value > 0) return value;
  throw new InvalidArgumentError('x1 is as it came, x10 ten times as fast');
}
