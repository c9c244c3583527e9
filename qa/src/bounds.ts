/** A stretch of the log, as commands take it: from one place or time up to another. */
import {
  comparePositions,
  type LogEntry,
  type Position,
  parsePosition,
  readCategory,
} from '@quickmart/streams';
import { type Command, InvalidArgumentError } from 'commander';
import { category, list, type Moment, moment } from './options.ts';
import type { Target } from './target.ts';

/** A time bounds every category, a position only its own. */
type Bound = { at: Moment } | Position;
export type BoundOptions = { category?: string[]; from?: Bound[]; to?: Bound[] };

export const boundOptions = (command: Command): Command =>
  command
    .option('--category <name>', 'only this category; may be repeated', list(category))
    .option(
      '--from <bound>',
      'begin with a position, a time, or a span ago (15m); may be repeated',
      list(bound),
    )
    .option('--to <bound>', 'end with a position, a time, or a span ago; may be repeated', list(bound));

function bound(text: string): Bound {
  const position = parsePosition(text);
  if (position) return position;
  if (text.includes('@')) throw new InvalidArgumentError('a position is like order.3@1-42');
  return { at: moment(text) };
}

/** The entries of a category of the log within the bounds, in order. */
export function readBounded(
  redis: Target['redis'],
  name: string,
  options: BoundOptions,
): AsyncGenerator<LogEntry[]> {
  const first = placeOf(options.from, name);
  const after = first && { epoch: first.epoch, pos: first.pos - 1 };
  return within(readCategory(redis, name, { after, upTo: placeOf(options.to, name) }), name, options);
}

/**
 * The entries of a category within the bounds: one stretch without holes. By time it begins with the first event at or after
 * `from`, and ends before the first event after `to`; the clocks of several writers may differ.
 */
export async function* within(
  pages: AsyncGenerator<LogEntry[]>,
  name: string,
  { from, to }: BoundOptions,
): AsyncGenerator<LogEntry[]> {
  if (from === undefined && to === undefined) return yield* pages;
  const [first, last] = [placeOf(from, name), placeOf(to, name)];
  const [since, until = Number.POSITIVE_INFINITY] = [timeOf(from), timeOf(to)];
  const isIn = (entry: LogEntry) =>
    (first === undefined || comparePositions(entry, first) >= 0) &&
    (since === undefined || atOf(entry) >= since);
  const isPast = (entry: LogEntry) =>
    (last !== undefined && comparePositions(entry, last) > 0) || atOf(entry) > until;
  let hasBegun = false;
  for await (const page of pages) {
    const begin = hasBegun ? 0 : page.findIndex(isIn);
    if (begin === -1) continue;
    hasBegun = true;
    const end = page.findIndex((entry, i) => i >= begin && isPast(entry));
    yield end === -1 && begin === 0 ? page : page.slice(begin, end === -1 ? undefined : end);
    if (end !== -1) return;
  }
}

const placeOf = (bounds: readonly Bound[] = [], name: string): Position | undefined =>
  bounds.find((one): one is Position => 'category' in one && one.category === name);

const timeOf = (bounds: readonly Bound[] = []): number | undefined =>
  bounds.find((one): one is { at: Moment } => 'at' in one)?.at();

/** When it was appended, UTC ms. NaN for an entry that is no event: it is neither before nor after anything. */
export const atOf = ({ entry: [, fields] }: LogEntry): number => Number(fields[11]);

/** Merges them by time; each source keeps its own order. An entry that is no event comes at once. */
export async function* merged(sources: readonly AsyncGenerator<LogEntry[]>[]): AsyncGenerator<LogEntry> {
  const open = sources.map((pages) => ({ pages, page: [] as LogEntry[], next: 0 }));
  const dueAt = ({ page, next }: (typeof open)[number]) => atOf(page[next]!) || Number.NEGATIVE_INFINITY;
  for (;;) {
    for (const one of open) {
      while (one.next >= one.page.length) {
        const { value, done } = await one.pages.next();
        if (done) break;
        [one.page, one.next] = [value, 0];
      }
    }
    const ready = open.filter(({ page, next }) => next < page.length);
    if (ready.length === 0) return;
    const first = ready.reduce((a, b) => (dueAt(b) < dueAt(a) ? b : a));
    yield first.page[first.next++]!;
  }
}
