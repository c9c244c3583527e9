/** What is replayed: the entries of a recording or of a live log, as fast as they can be read, or as they came. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '@quickmart/streams';
import { atOf, type BoundOptions, merged, readBounded, within } from '../bounds.ts';
import type { Header } from '../record/format.ts';
import { readEntries, readHeader } from '../record/read.ts';
import { record } from '../record/record.ts';
import { assertWhole } from '../record/write.ts';
import { categories } from '../services.ts';
import { type TargetOptions, withTarget } from '../target.ts';

export type Pages = AsyncGenerator<LogEntry[]>;
/** One sequence per category, each in the order of its positions. */
export type Source = { count: number | undefined; categories: { name: string; pages: () => Pages }[] };
export type Recording = Source & { path: string; header: Header };
export type SourceOptions = TargetOptions & BoundOptions;

/** Opens the recording, or the log of the system; both stay as they are. */
export async function withSource<Result>(
  path: string | undefined,
  options: SourceOptions,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  if (path !== undefined) return await work(await openRecording(path, options));
  return await withTarget(options, ({ redis }) => {
    const names = categories.filter((name) => isChosen(name, options));
    const chosen = names.map((name) => ({ name, pages: () => readBounded(redis, name, options) }));
    return work({ count: undefined, categories: chosen });
  });
}

/** For what is written elsewhere: of a live log it makes a recording, and removes it afterwards. */
export async function withRecording<Result>(
  path: string | undefined,
  options: SourceOptions,
  work: (recording: Recording) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-replay-'));
  try {
    const live = join(folder, 'live.ndjson');
    if (path === undefined) await withTarget(options, (target) => record(live, options, target));
    const recording = await openRecording(path ?? live, options);
    await assertWhole(recording.path, recording.header);
    return await work(recording);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openRecording(path: string, options: BoundOptions): Promise<Recording> {
  const header = await readHeader(path);
  const names = header.categories.map(({ category }) => category).filter((name) => isChosen(name, options));
  const chosen = names.map((name) => ({
    name,
    pages: () => within(readEntries(path, name), name, options),
  }));
  return { path, header, count: header.count, categories: chosen };
}

const isChosen = (name: string, { category }: BoundOptions) =>
  category === undefined || category.includes(name);

/** Entries that are due together are one page, up to this many. */
const pageMax = 500;

/** `speed`: 1 is as fast as the events came. Without it, as fast as they can be read, category by category. */
export async function* paced({ categories }: Pick<Source, 'categories'>, speed: number | undefined): Pages {
  if (speed === undefined) {
    for (const { pages } of categories) yield* pages();
    return;
  }
  let begin: { at: number; clock: number } | undefined;
  let page: LogEntry[] = [];
  for await (const entry of merged(categories.map(({ pages }) => pages()))) {
    const at = atOf(entry);
    if (!Number.isNaN(at)) begin ??= { at, clock: performance.now() };
    const dueAt = begin ? begin.clock + (at - begin.at) / speed : 0;
    if (page.length === pageMax || (page.length > 0 && dueAt > performance.now())) {
      yield page;
      page = [];
    }
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await sleep(Math.ceil(waitMs));
    page.push(entry);
  }
  if (page.length > 0) yield page;
}
