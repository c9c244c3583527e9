/**
 * Reads the log as it stands: for tools, rebuilds and checks. It is in no group, creates nothing and changes nothing.
 *
 * @example
 * for await (const page of readCategory(redis, 'order')) for (const { pos, entry } of page) console.log(pos, entry);
 */

import { limits } from '../limits.ts';
import { type Entry, parseId } from './entry.ts';
import { orOutage } from './errors.ts';
import { comparePositions, type Position } from './event.ts';
import { keys, partitionOf } from './keys.ts';
import { type RedisClient, withScripts } from './scripts.ts';

/** An entry of the log, at its place; whether it is an event is for `rawEvent` to say. */
export type LogEntry = Position & { entry: Entry };
export type Place = Pick<Position, 'epoch' | 'pos'>;
export type Head = Place & { partitions: number };

/**
 * After one place, up to and with another one. Without: from the first event to the last that is there now. `most`: entries of one
 * read.
 */
export type Range = { after?: Place | undefined; upTo?: Place | undefined; most?: number };

/** Undefined: there is no such category. */
export async function readHead(redis: RedisClient, category: string): Promise<Head | undefined> {
  const answer = await orOutage(redis.hmget(keys.head(category), 'epoch', 'pos', 'partitions'));
  const [epoch, pos, partitions] = answer.map(Number);
  return answer[0] == null ? undefined : { epoch: epoch!, pos: pos!, partitions: partitions! };
}

/** The entries with these ids that are there. */
export async function readEntries(
  redis: RedisClient,
  category: string,
  partition: number,
  ids: readonly string[],
): Promise<LogEntry[]> {
  const stream = keys.events(category, partition);
  const read = await orOutage(Promise.all(ids.map((id) => redis.xrange(stream, id, id))));
  return (read as Entry[][]).flat().map((entry) => ({ category, partition, ...parseId(entry[0]), entry }));
}

/**
 * The entries of an aggregate from one version on, in order; none where there is no such aggregate. `total`: how many
 * events it has.
 */
export async function readAggregate(
  redis: RedisClient,
  category: string,
  id: string,
  { fromVersion = 1, limit = limits.loadEvents }: { fromVersion?: number; limit?: number } = {},
): Promise<{ total: number; entries: LogEntry[] }> {
  const [head, total, ids] = await Promise.all([
    readHead(redis, category),
    orOutage(redis.llen(keys.index(category, id))),
    orOutage(redis.lrange(keys.index(category, id), fromVersion - 1, fromVersion + limit - 2)),
  ]);
  if (head === undefined || ids.length === 0) return { total, entries: [] };
  return { total, entries: await readEntries(redis, category, partitionOf(id, head.partitions), ids) };
}

/** One partition, in order, page by page; the next one is on its way while one is used. */
export async function* readPartition(
  redis: RedisClient,
  category: string,
  partition: number,
  { after = { epoch: 0, pos: 0 }, upTo, most = limits.readerEntries }: Range = {},
): AsyncGenerator<LogEntry[]> {
  const client = withScripts(redis);
  const [stream, end] = [keys.events(category, partition), upTo ? idOf(upTo) : '+'];
  const read = async (from: string) => {
    const text = await orOutage(client.quickmartRange(1, stream, from, end, most));
    return JSON.parse(text as string) as Entry[];
  };
  let next: Promise<Entry[]> | undefined = read(idOf(after));
  while (next !== undefined) {
    const entries: Entry[] = await next;
    next = entries.length < most ? undefined : read(entries.at(-1)![0]);
    next?.catch(() => {}); // it is thrown when its page is awaited
    if (entries.length > 0)
      yield entries.map((entry) => ({ category, partition, ...parseId(entry[0]), entry }));
  }
}

/**
 * All partitions of a category in the order of their positions. What is appended meanwhile is left out: of two
 * partitions that are read one after the other, only what is at or before the same head is complete.
 */
export async function* readCategory(
  redis: RedisClient,
  category: string,
  range: Range = {},
): AsyncGenerator<LogEntry[]> {
  const head = await readHead(redis, category);
  if (head === undefined) return;
  const upTo = range.upTo && comparePositions(range.upTo, head) < 0 ? range.upTo : head;
  const sources = Array.from(
    { length: head.partitions },
    (_, partition) => new Source(readPartition(redis, category, partition, { ...range, upTo })),
  );
  for (;;) {
    await Promise.all(sources.map((source) => source.fill()));
    // Up to the least of the places that were reached nothing can come in between any more.
    const reached = sources.map((source) => source.last).filter((place) => place !== undefined);
    if (reached.length === 0) return;
    const least = reached.reduce((a, b) => (comparePositions(a, b) < 0 ? a : b));
    yield sources.flatMap((source) => source.takeUpTo(least)).sort(comparePositions);
  }
}

/** One partition's pages, and how much of the newest one is not given out. */
class Source {
  readonly #pages: AsyncGenerator<LogEntry[]>;
  #page: LogEntry[] = [];

  constructor(pages: AsyncGenerator<LogEntry[]>) {
    this.#pages = pages;
  }

  get last(): Place | undefined {
    return this.#page.at(-1);
  }

  async fill(): Promise<void> {
    if (this.#page.length === 0) this.#page = (await this.#pages.next()).value ?? [];
  }

  takeUpTo(place: Place): LogEntry[] {
    const end = this.#page.findIndex((entry) => comparePositions(entry, place) > 0);
    return this.#page.splice(0, end === -1 ? this.#page.length : end);
  }
}

const idOf = ({ epoch, pos }: Place): string => `${epoch}-${pos}`;
