/**
 * Follows the log of all categories, once for all readers of this process. It is in no group, so nothing of it is left in
 * Redis. It asks a few times a second, for each category all partitions with one command, and only while somebody reads.
 *
 * The newest events are kept: who comes back after a moment gets them from here, and joins without a gap.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  comparePositions,
  markAt,
  markOf,
  onServerChange,
  type Place,
  type RedisClient,
  readHead,
  readNewer,
} from '@quickmart/streams';
import type { Logger } from 'pino';
import { limits } from '../limits.ts';
import { beginning, type Cursor, type Reached, textOf } from './cursor.ts';
import { eventOf } from './event.ts';
import { FactsOfAggregates } from './facts.ts';
import { Followed } from './followed.ts';
import type { EndReason, Reader } from './reader.ts';

/** Entries of a category in order: what can be read of them, and up to where that is everything. */
export type Page = { events: Followed[]; reached: Reached; isFull: boolean };

export class Tail {
  readonly #redis: RedisClient;
  readonly #logger: Logger;
  readonly #facts: FactsOfAggregates;
  readonly #partitions = new Map<string, number>();
  readonly #categories: readonly string[];
  readonly #readers = new Set<Reader>();
  #kept: Followed[] = [];
  /** The place before the oldest event that is kept, by category. */
  #floor = new Map<string, Place>();
  #reached = new Map<string, Reached>();
  #running: { ready: Promise<void>; stop: AbortController } | undefined;
  #isSame = true;

  constructor(redis: RedisClient, categories: readonly string[], logger: Logger) {
    this.#redis = redis;
    this.#categories = categories;
    this.#logger = logger;
    this.#facts = new FactsOfAggregates(redis);
    // The server of now may lack events that were seen, or have others in their places.
    onServerChange(redis, () => {
      this.#isSame = false;
    });
  }

  /** Up to where the readers that have joined have everything. */
  get reached(): Cursor {
    return this.#reached;
  }

  /** Resolves when it follows. Throws where Redis is away. */
  async start(): Promise<void> {
    if (this.#running === undefined) {
      const stop = new AbortController();
      this.#running = { stop, ready: this.#begin(stop.signal) };
      this.#running.ready.catch(() => {
        this.#running = undefined;
      });
    }
    await this.#running.ready;
  }

  /** False where the reader lacks events that are not kept: it has to read them first. */
  join(reader: Reader): boolean {
    for (const [category, floor] of this.#floor)
      if (comparePositions(reader.cursor.get(category) ?? beginning, floor) < 0) return false;
    const isNew = ({ event }: Followed) =>
      comparePositions(event, reader.cursor.get(event.category) ?? beginning) > 0;
    reader.catchUp(this.#kept.filter(isNew), [...this.#reached]);
    if (!reader.isGone) this.#readers.add(reader);
    return true;
  }

  leave(reader: Reader): void {
    this.#readers.delete(reader);
  }

  /** Without readers nothing is followed. */
  rest(): void {
    this.#running?.stop.abort();
    this.#running = undefined;
  }

  endAll(reason: EndReason): void {
    for (const reader of this.#readers) reader.end(reason);
  }

  /** The next entries of a category after a place; undefined where there are none. */
  async next(category: string, after: Place, most: number): Promise<Page | undefined> {
    const partitions = await this.#partitionsOf(category);
    if (partitions === undefined) return undefined;
    const entries = await readNewer(this.#redis, category, partitions, after, most);
    const last = entries.at(-1);
    if (last === undefined) return undefined;
    const found = await Promise.all(
      entries.map(async (entry) => {
        const event = eventOf(entry);
        return event && new Followed(entry, event, await this.#facts.of(event, partitions));
      }),
    );
    const events = found.filter((one) => one !== undefined);
    const { epoch, pos } = last;
    const reached = { epoch, pos, mark: markOf(last.entry) };
    return { events, reached, isFull: entries.length >= most };
  }

  /** Whether what was read up to there is still in the log, and nothing else in its place. */
  async isInLog(category: string, { epoch, pos, mark }: Reached): Promise<boolean> {
    if (pos === 0) return true;
    const head = await readHead(this.#redis, category);
    if (head === undefined || comparePositions({ epoch, pos }, head) > 0) return false;
    return mark === '' || (await this.#markAt(category, { epoch, pos })) === mark;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    this.#isSame = true;
    await this.#takeHeads();
    void this.#follow(signal);
  }

  /** From the end of the log on. */
  async #takeHeads(): Promise<void> {
    const places = this.#categories.map(
      async (category) => [category, await this.#headOf(category)] as const,
    );
    this.#reached = new Map(await Promise.all(places));
    this.#floor = new Map(this.#reached);
    this.#kept = [];
  }

  async #headOf(category: string): Promise<Reached> {
    const head = await readHead(this.#redis, category);
    if (head === undefined || head.pos === 0) return beginning;
    const { epoch, pos } = head;
    return { epoch, pos, mark: await this.#markAt(category, head) };
  }

  async #markAt(category: string, place: Place): Promise<string> {
    const partitions = await this.#partitionsOf(category);
    return partitions === undefined ? '' : await markAt(this.#redis, category, partitions, place);
  }

  async #partitionsOf(category: string): Promise<number | undefined> {
    const known = this.#partitions.get(category);
    if (known !== undefined) return known;
    const head = await readHead(this.#redis, category);
    if (head !== undefined) this.#partitions.set(category, head.partitions);
    return head?.partitions;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    let aliveAt = performance.now();
    let isDown = false;
    while (!signal.aborted) {
      try {
        const isDue = performance.now() - aliveAt > limits.eventsAliveMs;
        if (isDue) aliveAt = performance.now();
        if (isDue || !this.#isSame) await this.#demandSame(signal);
        if (isDue) this.#sayAlive();
        const isBehind = await this.#step(signal);
        isDown = false;
        if (!isBehind) await sleep(limits.eventsPollMs, undefined, { signal }).catch(() => undefined);
      } catch (error) {
        if (!isDown) this.#logger.warn({ err: error }, 'the log cannot be followed now: live updates wait');
        isDown = true;
        await sleep(limits.eventsOutageMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** True where there is more at once. */
  async #step(signal: AbortSignal): Promise<boolean> {
    const pages = await Promise.all(
      [...this.#reached].map(async ([category, reached]) => {
        return [category, await this.next(category, reached, limits.eventsPage)] as const;
      }),
    );
    // What was read may be of another server than what was read before.
    if (!this.#isSame || signal.aborted) return false;
    const fresh: Followed[] = [];
    for (const [category, page] of pages) {
      if (page === undefined) continue;
      for (const followed of page.events) {
        const { epoch, pos } = followed.event;
        this.#reached.set(category, { epoch, pos, mark: followed.mark });
        followed.id = textOf(this.#reached);
        fresh.push(followed);
      }
      this.#reached.set(category, page.reached);
    }
    this.#keep(fresh);
    this.#fanOut((reader) => reader.chunkOf(fresh));
    return pages.some(([, page]) => page?.isFull);
  }

  /** Readers that see and ask for the same get the same bytes. */
  #fanOut(chunkOf: (reader: Reader) => Uint8Array | undefined): void {
    const chunks = new Map<string, Uint8Array | undefined>();
    for (const reader of this.#readers) {
      if (!chunks.has(reader.key)) chunks.set(reader.key, chunkOf(reader));
      const chunk = chunks.get(reader.key);
      if (chunk !== undefined) reader.push(chunk);
    }
  }

  #keep(fresh: readonly Followed[]): void {
    this.#kept.push(...fresh);
    const gone = this.#kept.splice(0, Math.max(0, this.#kept.length - limits.eventsKept));
    for (const { event } of gone) this.#floor.set(event.category, event);
  }

  /** A connection on which nothing moves is cut; and who comes back later has less to read again. */
  #sayAlive(): void {
    const alive = new TextEncoder().encode(`id: ${textOf(this.#reached)}\n\n`);
    for (const reader of this.#readers) reader.push(alive);
  }

  /** Where the log is another one than before, all readers end: each is told when it comes back. */
  async #demandSame(signal: AbortSignal): Promise<void> {
    this.#isSame = true;
    const same = [...this.#reached].map(([category, reached]) => this.isInLog(category, reached));
    const isSame = await Promise.all(same).catch((error: unknown) => {
      this.#isSame = false;
      throw error;
    });
    if (isSame.every(Boolean) || signal.aborted) return;
    this.#logger.warn({}, 'the log lost events, or was replaced: live updates begin anew');
    this.endAll('log-changed');
    this.#partitions.clear();
    await this.#takeHeads();
  }
}
