/**
 * Where the events of an id or of a request stand, in the memory of the process that is asked: a few characters of each event, in
 * the order of their positions, which are dense. It costs nothing while nobody searches: no append writes it, and Redis keeps
 * nothing of it. The first search has the log read once; later ones read what has come since.
 *
 * Decision 50 says why.
 */
import { crc32 } from 'node:zlib';
import { limits } from '../limits.ts';
import { type Entry, eventIdOf } from '../log/entry.ts';
import { markAt, markOf } from '../log/newer.ts';
import { type LogEntry, type Place, readCategory, readEntries, readHead } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';
import { findAround } from './by-time.ts';
import { Turn } from './turn.ts';

const correlation = /"correlationId":"((?:[^"\\]|\\.)*)"/;
/** As it stands in the JSON of `meta`; '' where there is none. */
const correlationIn = ([, fields]: Entry): string => correlation.exec(fields.at(-1) ?? '')?.[1] ?? '';

/** What an event can be found by. */
const textsOf = {
  event: eventIdOf,
  correlation: correlationIn,
} as const satisfies Record<string, (entry: Entry) => string>;
export type Column = keyof typeof textsOf;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const isOf = (column: Column, text: string) => (entry: Entry) => textsOf[column](entry) === inJson(text);

/** The entries around the time of the id that are this event, or of this request. */
export function findByTime(
  redis: RedisClient,
  category: string,
  column: Column,
  id: string,
): Promise<LogEntry[]> {
  const wanted =
    column === 'event' ? { text: id, field: 2 } : { text: `"correlationId":"${inJson(id)}"`, field: 16 };
  return findAround(redis, category, id, wanted);
}

/** 0 is a place without an event. */
const hashOf = (text: string): number => crc32(text) || 1;

type Piece = { event: Uint32Array; correlation: Uint32Array; partition: Uint8Array };
const newPiece = (): Piece => ({
  event: new Uint32Array(limits.searchPiece),
  correlation: new Uint32Array(limits.searchPiece),
  partition: new Uint8Array(limits.searchPiece),
});

/** Of the process: services that share it search together. */
const turn = new Turn();

export class LogIndex {
  readonly #redis: RedisClient;
  readonly #category: string;
  /** Of the position `n × searchPiece` and those after it. */
  #pieces = new Map<number, Piece>();
  /** From which position on which epoch holds. */
  #epochs: Place[] = [];
  #reached: (Place & { mark: string }) | undefined;
  #reading: Promise<void> | undefined;
  /** Of the category, when it was read last. */
  #head = 0;
  #partitions = 0;

  constructor(redis: RedisClient, category: string) {
    this.#redis = redis;
    this.#category = category;
  }

  /** Events that are in it, and those that there are. */
  get progress(): { events: number; of: number } {
    return { events: this.#reached?.pos ?? 0, of: Math.max(this.#head, this.#reached?.pos ?? 0) };
  }

  /** Reads the log to its end; who comes while it is read waits for the same. */
  catchUp(): Promise<void> {
    this.#reading ??= this.#catchUp().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** The same without the index, around the time of the id. */
  findByTime(column: Column, id: string): Promise<LogEntry[]> {
    return turn.before(findByTime(this.#redis, this.#category, column, id));
  }

  /** The entries that are this event, or of this request, in order, at most so many. `total`: how many there are, shown or not. */
  async find(column: Column, text: string, most: number): Promise<{ total: number; entries: LogEntry[] }> {
    const places = this.#places(column, hashOf(inJson(text)));
    const shown = places.slice(0, most);
    const entries = await Promise.all(
      shown.map(({ partition, epoch, pos }) =>
        readEntries(this.#redis, this.#category, partition, [`${epoch}-${pos}`]),
      ),
    );
    const found = entries.flat().filter(({ entry }) => isOf(column, text)(entry));
    return { total: places.length - shown.length + found.length, entries: found };
  }

  async #catchUp(): Promise<void> {
    const [head, isSame] = await Promise.all([readHead(this.#redis, this.#category), this.#isSame()]);
    this.#head = head?.pos ?? 0;
    this.#partitions = head?.partitions ?? 0;
    if (!isSame) this.#forget();
    if (head === undefined || head.pos === this.#reached?.pos) return;
    await turn.take(() => this.#read());
  }

  async #read(): Promise<void> {
    const range = { after: this.#reached, most: limits.searchPage };
    for await (const page of readCategory(this.#redis, this.#category, range)) {
      for (const one of page) this.#add(one);
      await turn.free();
    }
  }

  /** Whether the last event that is in it is still where it was: else the log has lost events, or is another one. */
  async #isSame(): Promise<boolean> {
    if (this.#reached === undefined) return true;
    const mark = await markAt(this.#redis, this.#category, this.#partitions, this.#reached);
    return mark === this.#reached.mark;
  }

  #forget(): void {
    this.#pieces.clear();
    this.#epochs = [];
    this.#reached = undefined;
  }

  #add({ partition, epoch, pos, entry }: LogEntry): void {
    // What was written past the append script has a place of its own, which says nothing of those after it.
    if (textsOf.event(entry) === '') return;
    const number = Math.floor(pos / limits.searchPiece);
    let piece = this.#pieces.get(number);
    if (piece === undefined) {
      piece = newPiece();
      this.#pieces.set(number, piece);
      this.#pieces.delete(number - limits.searchPieces);
    }
    const at = pos % limits.searchPiece;
    piece.event[at] = hashOf(textsOf.event(entry));
    piece.correlation[at] = hashOf(textsOf.correlation(entry));
    piece.partition[at] = partition;
    if (this.#epochs.at(-1)?.epoch !== epoch) this.#epochs.push({ epoch, pos });
    this.#reached = { epoch, pos, mark: markOf(entry) };
  }

  #places(column: Column, hash: number): (Place & { partition: number })[] {
    const places = [];
    for (const [number, piece] of this.#pieces)
      for (let at = piece[column].indexOf(hash); at >= 0; at = piece[column].indexOf(hash, at + 1)) {
        const pos = number * limits.searchPiece + at;
        const { epoch = 0 } = this.#epochs.findLast((one) => one.pos <= pos) ?? {};
        places.push({ epoch, pos, partition: piece.partition[at]! });
      }
    return places;
  }
}
