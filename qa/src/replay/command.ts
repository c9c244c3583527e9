/** `pnpm qa replay`: events once more, where nobody of the system notices. */
import { Command, InvalidArgumentError } from 'commander';
import { boundOptions } from '../bounds.ts';
import { UsageFailure } from '../failure.ts';
import { openProgress } from '../progress.ts';
import { services } from '../services.ts';
import { table } from '../table.ts';
import { targetOptions } from '../target.ts';
import { type Outcome, replayTo } from './react.ts';
import { type Counts, readThrough } from './read.ts';
import { paced, type SourceOptions, withSource } from './source.ts';

type Options = SourceOptions & { service?: string; timers: boolean; speed?: number; json: boolean };

const help = `
Without --service every event is read, decoded and counted: is all of it readable by this checkout, and how fast.

With --service the reactions of that service, as they are in this checkout, get every event of the recording again, on a
copy in a private Redis that ends with the command. A reaction that has had its effect does nothing. What is appended
now the service had not done before: after a fix, what the fix brings. Timers fire only with --timers.

The log is read without a group: no group of the system, no key and no table is touched.

Exit codes: 0; 1 where an event cannot be read, or the service has dead letters

Examples
  pnpm qa replay day.ndjson                        # as fast as it can be read
  pnpm qa replay --category order --from 1h        # the last hour of the running system
  pnpm qa replay day.ndjson --speed x60            # an hour in a minute
  pnpm qa replay day.ndjson --service inventory    # what would the inventory do that it has not done?`;

export const replayCommand = (): Command =>
  boundOptions(targetOptions(new Command('replay').description('replay a recording, or a part of the log')))
    .argument('[file]', 'a recording (default: the log of the system)')
    .option('--service <name>', 'hand it to the reactions of this service, on a private copy', serviceName)
    .option('--timers', 'with --service: the timers of the recording, too', false)
    .option('--speed <xN>', 'as it came (x1), or N times as fast (default: as fast as it goes)', speed)
    .option('--json', 'the summary as JSON on stdout', false)
    .addHelpText('after', help)
    .action(replay);

async function replay(path: string | undefined, options: Options): Promise<void> {
  if (options.service !== undefined) return await toService(options.service, path, options);
  const progress = openProgress(process.stderr);
  const began = performance.now();
  const counts = await withSource(path, options, (source) => {
    progress.start('replaying', source.count ?? 0);
    return readThrough(paced(source, options.speed), () => {}, progress.tick);
  });
  progress.stop();
  const seconds = (performance.now() - began) / 1000;
  const summary = { ...counts, seconds, eventsPerSecond: Math.round(counts.events / seconds) };
  process.stdout.write(`${options.json ? JSON.stringify(summary, null, 2) : textOf(counts, seconds)}\n`);
  process.exitCode = counts.unreadable.length === 0 ? 0 : 1;
}

async function toService(service: string, path: string | undefined, options: Options): Promise<void> {
  if (path === undefined)
    throw new UsageFailure('--service needs a recording: `pnpm qa record <file>` makes one');
  if (options.speed !== undefined) throw new UsageFailure('--speed and --service do not go together');
  const outcome = await replayTo(service, path, options);
  process.stdout.write(`${options.json ? JSON.stringify(outcome, null, 2) : textOfOutcome(outcome)}\n`);
  process.exitCode = outcome.dead.length === 0 ? 0 : 1;
}

function textOf({ events, unreadable, byType }: Counts, seconds: number): string {
  const rows = Object.entries(byType).sort(([, a], [, b]) => b - a);
  return [
    table(['type', 'events'], rows),
    ...unreadable.map(({ position, reason }) => `${position} cannot be read: ${reason}`),
    `${events} events in ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} events/s`,
  ].join('\n');
}

function textOfOutcome({ service, handled, dead, appended }: Outcome): string {
  const lines = (appended as { position: string; eventType: string; aggregateId: string }[]).map(
    ({ position, eventType, aggregateId }) => `  ${position} ${eventType} ${aggregateId}`,
  );
  return [
    `${service} has handled ${handled} events`,
    ...dead.map(({ category, group, count }) => `${count} dead letters of ${category}/${group}`),
    `${appended.length} events appended that the recording does not have`,
    ...lines,
  ].join('\n');
}

function serviceName(text: string): string {
  if (services.some(({ name }) => name === text)) return text;
  throw new InvalidArgumentError(
    `there is no such service; there are ${services.map(({ name }) => name).join(', ')}`,
  );
}

function speed(text: string): number {
  const match = /^x(\d{1,6}(?:\.\d+)?)$/.exec(text);
  const value = Number(match?.[1]);
  if (match && value > 0) return value;
  throw new InvalidArgumentError('x1 is as it came, x10 ten times as fast');
}
