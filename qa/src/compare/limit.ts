/** A recorded day is decided again with all of it in memory, so there is a limit. */
import { readHead } from '@quickmart/streams';
import { Failure } from '../failure.ts';
import { readHeader } from '../record/read.ts';
import type { SourceOptions } from '../replay/source.ts';
import { categories } from '../services.ts';
import { type Target, withTarget } from '../target.ts';

export const comparableMax = 500_000;

/** Throws a Failure that says what to do. */
export function assertComparable(events: number): void {
  if (events > comparableMax)
    throw new Failure(
      `${events} events are too many: a comparison has all of them in memory, at most ${comparableMax}. --to <time> leaves out the end`,
    );
}

/** Checked before anything is recorded or read; with `--to` it is checked while reading. */
export async function assertFitsMemory(path: string | undefined, options: SourceOptions): Promise<void> {
  if (options.to !== undefined) return;
  assertComparable(path === undefined ? await withTarget(options, lengthOf) : (await readHeader(path)).count);
}

async function lengthOf({ redis }: Target): Promise<number> {
  const heads = await Promise.all(categories.map((name) => readHead(redis, name)));
  return heads.reduce((sum, head) => sum + (head?.pos ?? 0), 0);
}
