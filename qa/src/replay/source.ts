/** What is replayed: the entries of a recording or of a live log, as fast as they can be read, or as they came. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '@quickmart/streams';
import { atOf, type BoundOptions, readBounded } from '../bounds.ts';
import { readHeader, readLines } from '../record/read.ts';
import { categories } from '../services.ts';
import { type TargetOptions, withTarget } from '../target.ts';

type Pages = AsyncGenerator<LogEntry[]>;
/** One sequence per category, each in the order of its positions. */
export type Source = { count: number | undefined; categories: { name: string; pages: () => Pages }[] };
export type SourceOptions = TargetOptions & BoundOptions;

/** Opens the recording, or the log of the system; both stay as they are. */
export async function withSource<Result>(
  path: string | undefined,
  options: SourceOptions,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  if (path !== undefined) {
    const header = await readHeader(path);
    const names = header.categories.map(({ category }) => category).filter((name) => isChosen(name, options));
    const chosen = names.map((name) => ({ name, pages: () => ofCategory(path, name) }));
    return await work({ count: header.count, categories: chosen });
  }
  return await withTarget(options, ({ redis }) => {
    const names = categories.filter((name) => isChosen(name, options));
    const chosen = names.map((name) => ({ name, pages: () => readBounded(redis, name, options) }));
    return work({ count: undefined, categories: chosen });
  });
}

const isChosen = (name: string, { category }: BoundOptions) =>
  category === undefined || category.includes(name);

async function* ofCategory(path: string, name: string): Pages {
  for await (const lines of readLines(path)) {
    const entries = lines.filter((line): line is LogEntry => 'entry' in line && line.category === name);
    if (entries.length > 0) yield entries;
  }
}

/** `speed`: as many times as fast as they came; without, as fast as they can be read, category by category. */
export async function* paced({ categories }: Source, speed: number | undefined): Pages {
  if (speed === undefined) {
    for (const { pages } of categories) yield* pages();
    return;
  }
  let begin: { at: number; clock: number } | undefined;
  for await (const entry of merged(categories.map(({ pages }) => pages()))) {
    const at = atOf(entry);
    begin ??= { at, clock: performance.now() };
    const waitMs = (at - begin.at) / speed - (performance.now() - begin.clock);
    if (waitMs > 1) await sleep(waitMs);
    yield [entry];
  }
}

/** All of them in the order of their times; each stays in its own order. */
async function* merged(sources: Pages[]): AsyncGenerator<LogEntry> {
  const open = sources.map((pages) => ({ pages, page: [] as LogEntry[], next: 0 }));
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
    const first = ready.reduce((a, b) => (atOf(b.page[b.next]!) < atOf(a.page[a.next]!) ? b : a));
    yield first.page[first.next++]!;
  }
}
