/**
 * Finds events in the log of some categories, by their place, their aggregate, their id, or the request that they belong to.
 * Changes nothing.
 *
 * @example
 * const search = new LogSearch(redis, ['order', 'payment']);
 * const { entries } = await search.find('01a1fd5f-c748-706e-b085-2688268bf666');
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../limits.ts';
import { parsePosition } from '../log/event.ts';
import { type LogEntry, readAggregate, readEntries } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';
import { type Column, LogIndex } from './log-index.ts';

export const searchedBy = ['position', 'aggregate', 'event', 'correlation'] as const;
export type SearchedBy = (typeof searchedBy)[number];

export type Found = {
  /** Undefined: nothing was found. */
  by: SearchedBy | undefined;
  /** In the order of their times. */
  entries: LogEntry[];
  /** How many there are, shown or not. */
  total: number;
  /**
   * Of a search by an id: events that the index has by now, and those that there are. Where it has fewer, what was found is from
   * around the time of the id, and may not be all.
   */
  indexed: { events: number; of: number };
};
type Some = Pick<Found, 'entries' | 'total'>;

export class LogSearch {
  readonly #redis: RedisClient;
  readonly #shown: number;
  readonly #indexes: ReadonlyMap<string, LogIndex>;

  /** `shown`: events that it finds at most; all are counted. */
  constructor(redis: RedisClient, categories: readonly string[], shown: number = limits.searchShown) {
    this.#redis = redis;
    this.#shown = shown;
    this.#indexes = new Map(categories.map((category) => [category, new LogIndex(redis, category)]));
  }

  get indexed(): Found['indexed'] {
    const all = [...this.#indexes.values()].map(({ progress }) => progress);
    const sum = (of: 'events' | 'of') => all.reduce((total, one) => total + one[of], 0);
    return { events: sum('events'), of: sum('of') };
  }

  /** Without `by`: by whatever it is. */
  async find(text: string, by?: SearchedBy): Promise<Found> {
    for (const one of by === undefined ? searchedBy : [by]) {
      const found = await this.#by(one, text);
      if (found.total === 0) continue;
      return { by: one, ...found, entries: inTime(found.entries), indexed: this.indexed };
    }
    return { by: undefined, entries: [], total: 0, indexed: this.indexed };
  }

  /** Reads all that is not indexed yet, one category after the other: then nothing is missed. */
  async ready(): Promise<void> {
    for (const index of this.#indexes.values()) await index.catchUp();
  }

  async #by(by: SearchedBy, text: string): Promise<Some> {
    if (by === 'position') return await this.#atPosition(text);
    const each = [...this.#indexes].map(([category, index]) =>
      by === 'aggregate'
        ? readAggregate(this.#redis, category, text, { limit: this.#shown })
        : this.#byId(index, by, text),
    );
    const all = await Promise.all(each);
    return {
      entries: all.flatMap(({ entries }) => entries).slice(0, this.#shown),
      total: all.reduce((sum, { total }) => sum + total, 0),
    };
  }

  async #atPosition(text: string): Promise<Some> {
    const position = parsePosition(text);
    if (position === undefined || !this.#indexes.has(position.category)) return { entries: [], total: 0 };
    const { category, partition, epoch, pos } = position;
    const entries = await readEntries(this.#redis, category, partition, [`${epoch}-${pos}`]);
    return { entries, total: entries.length };
  }

  /** By the index, where it has all events within a moment; else by the time of the id, while the log is read. */
  async #byId(index: LogIndex, column: Column, text: string): Promise<Some> {
    const reading = index.catchUp().then(() => true);
    const isReady = await Promise.race([reading, sleep(limits.searchWaitMs, false, { ref: false })]);
    const found = await index.find(column, text, this.#shown);
    if (isReady || found.total > 0) return found;
    const entries = await index.findByTime(column, text);
    return { entries, total: entries.length };
  }
}

const timeIn = ({ entry: [, fields] }: LogEntry): number => Number(fields[fields.indexOf('at') + 1]) || 0;
const inTime = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.toSorted((one, other) => timeIn(one) - timeIn(other));
