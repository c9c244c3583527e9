/** `pnpm qa lag`: how far behind every group is, once, as it changes, or until none is. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { lostReadModels } from '../lost.ts';
import { whole } from '../options.ts';
import { table } from '../table.ts';
import { type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';
import { allStatuses, expectedStatuses, isCaughtUp, type Seen } from './groups.ts';

type Options = SystemOptions & { watch: boolean; every: number; wait?: number };

const pollMs = 200;
const help = `
With --json a line per look. A group that a service should have and that is not there is missing: all that it has to read is behind.

Exit codes: 0; with --wait 1 where a group is still behind when the time is over, or where the log is not the one that the
read models come from.

Examples
  pnpm qa lag
  pnpm qa lag --watch --every 5      # until Ctrl-C, with the rate since the line before
  pnpm qa lag --wait 30              # until everything is handled, at most 30 s`;

export const lagCommand = (): Command =>
  systemCommand('lag', 'how far behind every group is', help)
    .option('--watch', 'again and again, until Ctrl-C', false)
    .option('--every <s>', 'seconds between two looks', whole(1, 3600), 1)
    .option(
      '--wait <s>',
      'return when nobody is behind, at the latest after so many seconds',
      whole(0, 86_400),
    )
    .action((options: Options) => withTarget(options, (target) => lag(options, target)));

async function lag(options: Options, target: Target): Promise<void> {
  if (options.wait !== undefined) return await waitFor(options, options.wait, target);
  for (let before: Seen[] = []; ; ) {
    const now = await allStatuses(target);
    show(now, before, options);
    if (!options.watch) return;
    before = now;
    await sleep(options.every * 1000);
  }
}

async function waitFor(options: Options, seconds: number, target: Target): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  let saidAt = performance.now();
  for (;;) {
    const now = await expectedStatuses(target);
    const caughtUp = await isCaughtUp(target, now);
    if (caughtUp || performance.now() > deadline) {
      show(now, [], options);
      const { lost } = await lostReadModels(target);
      for (const { service, projection, category } of lost)
        process.stderr.write(
          `${service}/${projection} is not of this log of ${category}: \`pnpm qa heal\`\n`,
        );
      process.exitCode = caughtUp && lost.length === 0 ? 0 : 1;
      return;
    }
    if (performance.now() - saidAt > 2000) {
      const behind = now.filter(({ lag }) => lag > 0);
      process.stderr.write(`${behind.map(({ group, lag }) => `${group} ${lag}`).join(', ')} behind\n`);
      saidAt = performance.now();
    }
    await sleep(pollMs);
  }
}

function show(now: readonly Seen[], before: readonly Seen[], { json, every }: Options): void {
  const rows = now.map(({ category, group, head, lag, dead, missing }) => {
    const old = before.find((one) => one.category === category && one.group === group);
    // Handled since then: the lag of then, plus the new events, minus the lag of now.
    const handled = old && old.lag + (head - old.head) - lag;
    const rate = handled === undefined ? '' : `${Math.max(0, Math.round(handled / every))}/s`;
    return { category, group, lag, dead, rate, ...(missing && { missing }) };
  });
  const titles = ['category', 'group', 'lag', 'dead', 'handled'];
  const cells = rows.map(({ category, group, lag, dead, rate, missing }) => [
    ...[category, group, lag, dead, missing ? 'missing' : rate],
  ]);
  const text = table(titles, cells);
  process.stdout.write(`${json ? JSON.stringify(rows) : `${new Date().toISOString()}\n${text}`}\n`);
}
