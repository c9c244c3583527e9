/** Live updates: readers come, catch up with what they have missed, join the tail, and go. */
import { type Caller, refuseWith } from '@quickmart/service';
import { comparePositions, type RedisClient } from '@quickmart/streams';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { limits } from '../limits.ts';
import { beginning, type Cursor, type Reached } from './cursor.ts';
import { type Filter, passes } from './filter.ts';
import { Reader } from './reader.ts';
import { type Scopes, sightOf } from './rights.ts';
import { Tail } from './tail.ts';

export type Asked = { caller: Caller; filter: Filter; cursor: Cursor | undefined };

export class Live {
  readonly #tail: Tail;
  readonly #scopes: Scopes;
  readonly #logger: Logger;
  readonly #readers = new Set<Reader>();
  readonly #byCaller = new Map<string, number>();
  /** Of those that have much to catch up, so many read at a time. */
  readonly #turns = pLimit(limits.eventsCatchingUp);
  #isStopping = false;

  constructor(redis: RedisClient, scopes: Scopes, logger: Logger) {
    this.#scopes = scopes;
    this.#logger = logger;
    this.#tail = new Tail(redis, [...scopes.keys()], logger);
  }

  get count(): number {
    return this.#readers.size;
  }

  /** Whether this caller may have one more; and this process. */
  hasRoomFor({ kind, id }: Caller): { caller: boolean; all: boolean } {
    const most =
      kind === 'user' || kind === 'guest' ? limits.eventStreamsOfPerson : limits.eventStreamsOfClient;
    const own = this.#byCaller.get(`${kind}:${id}`) ?? 0;
    return { caller: own < most, all: this.count < limits.eventStreamsMax };
  }

  /** Throws an OutageError where Redis is away. */
  async open({ caller, filter, cursor }: Asked): Promise<ReadableStream<Uint8Array>> {
    if (this.#isStopping) refuseWith('unavailable', 'the gateway is stopping: come back in a moment');
    const who = `${caller.kind}:${caller.id}`;
    const sees = sightOf(caller, this.#scopes);
    const reader = new Reader({
      key: JSON.stringify([who, [...caller.scopes], filter]),
      sees: (followed) => (passes(filter, followed) ? sees(followed) : undefined),
      expiresAt: caller.expiresAt,
      onGone: () => this.#gone(reader, who),
    });
    this.#readers.add(reader);
    this.#byCaller.set(who, (this.#byCaller.get(who) ?? 0) + 1);
    try {
      await this.#tail.start();
      const { begin, lost } = await this.#beginningOf(cursor);
      reader.begin(begin, lost);
    } catch (error) {
      this.#gone(reader, who);
      throw error;
    }
    if (!this.#tail.join(reader)) void this.#catchUp(reader);
    return reader.body;
  }

  /** The gateway stops: a stream would hold it up. */
  stop(): void {
    this.#isStopping = true;
    for (const reader of this.#readers) reader.end('stopping');
    this.#tail.rest();
  }

  /** Where the log has lost what the reader has seen, or has too much since, it begins at its end; and is told so. */
  async #beginningOf(cursor: Cursor | undefined): Promise<{ begin: Cursor; lost: string[] }> {
    const { reached } = this.#tail;
    if (cursor === undefined) return { begin: new Map(reached), lost: [] };
    const begin = new Map<string, Reached>();
    const lost: string[] = [];
    for (const [category, newest] of reached) {
      const wanted = cursor.get(category) ?? beginning;
      const isThere =
        newest.pos - wanted.pos <= limits.eventsBehind && (await this.#tail.isInLog(category, wanted));
      begin.set(category, isThere ? wanted : newest);
      if (!isThere) lost.push(category);
    }
    return { begin, lost };
  }

  async #catchUp(reader: Reader): Promise<void> {
    try {
      while (!reader.isGone && !this.#tail.join(reader)) {
        await this.#turns(() => this.#readOn(reader));
        await reader.drained();
      }
    } catch (error) {
      this.#logger.info({ err: error }, 'a reader of events could not catch up');
      reader.end('stopping');
    }
  }

  /** One page of each category that it is behind in; what is past the tail it will get from the tail. */
  async #readOn(reader: Reader): Promise<void> {
    for (const [category, newest] of this.#tail.reached) {
      const from = reader.cursor.get(category) ?? beginning;
      if (comparePositions(from, newest) >= 0) continue;
      const page = await this.#tail.next(category, from, limits.eventsPage);
      if (page === undefined) continue;
      const before = page.events.filter(({ event }) => comparePositions(event, newest) <= 0);
      const upTo = comparePositions(page.reached, newest) < 0 ? page.reached : newest;
      reader.catchUp(before, [[category, upTo]]);
    }
  }

  #gone(reader: Reader, who: string): void {
    if (!this.#readers.delete(reader)) return;
    this.#tail.leave(reader);
    const left = (this.#byCaller.get(who) ?? 1) - 1;
    if (left > 0) this.#byCaller.set(who, left);
    else this.#byCaller.delete(who);
    if (this.#readers.size === 0) this.#tail.rest();
  }
}
