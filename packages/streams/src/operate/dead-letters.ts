/**
 * The dead letters of a group: look at them, have them repeated, give them up.
 *
 * They are a queue per aggregate: the first letter is the event that failed, behind it stand the later events of the same
 * aggregate, in order. A repeat begins with the first and goes on while it succeeds; with the last one the aggregate is
 * parked no more. It is done by whoever owns the partition, so the order holds against new events, too.
 *
 * @example
 * const letters = new DeadLetters(store.log, 'order', 'inventory');
 * for (const letter of await letters.list()) console.log(letter.position, letter.errorMessage);
 * await letters.redrive({ aggregateId });
 */

import { limits } from '../limits.ts';
import type { Entry } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { parsePosition } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';

export type DeadLetter = {
  /** Of the letter, not of the event. */
  id: string;
  group: string;
  /** Where the event stands in the log. */
  position: string;
  /** Failed attempts; 0 for an event that only queues up behind another. */
  attempts: number;
  /** UTC ms. */
  failedAt: number;
  errorClass: string;
  errorMessage: string;
  errorStack: string;
  /** The entry as it was read; an entry that is no event may have any fields. */
  fields: Record<string, string>;
  /** Undefined for an entry that is no event. */
  aggregateId: string | undefined;
  eventType: string | undefined;
};

/** All of them, those of an aggregate, or one. */
export type Which = 'all' | { aggregateId: string } | { id: string };

const letterFields = new Set([
  ...['group', 'position', 'attempts', 'failedAt', 'errorClass', 'errorMessage', 'errorStack'],
  ...['discardReason', 'discardedAt'],
]);

export function deadLetter([id, flat]: Entry): DeadLetter {
  const all: Record<string, string> = {};
  for (let i = 0; i < flat.length; i += 2) all[flat[i]!] = flat[i + 1]!;
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !letterFields.has(name)));
  const { group = '', position = '', errorClass = '', errorMessage = '', errorStack = '' } = all;
  const [attempts, failedAt] = [Number(all.attempts), Number(all.failedAt)];
  const { aggregateId, eventType } = fields;
  return {
    id,
    group,
    position,
    attempts,
    failedAt,
    errorClass,
    errorMessage,
    errorStack,
    fields,
    aggregateId,
    eventType,
  };
}

export class DeadLetters {
  readonly #log: EventLog;
  readonly #category: string;
  readonly #group: string;

  /** `group`: as it is called in Redis; a service's reactions have its name, its read models `<name>-read-models`. */
  constructor(log: EventLog, category: string, group: string) {
    this.#log = log;
    this.#category = category;
    this.#group = group;
  }

  /** Oldest first, after the letter `after`. */
  async list({ after, limit = 100 }: { after?: string; limit?: number } = {}): Promise<DeadLetter[]> {
    const from = after === undefined ? '-' : `(${after}`;
    const read = this.#log.redis.xrange(this.#dead(), from, '+', 'COUNT', limit);
    return ((await orOutage(read)) as Entry[]).map(deadLetter);
  }

  async count(): Promise<number> {
    return await orOutage(this.#log.redis.xlen(this.#dead()));
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    const [entry] = (await orOutage(this.#log.redis.xrange(this.#dead(), id, id))) as Entry[];
    return entry && deadLetter(entry);
  }

  /** Those of one aggregate, in the order in which they will be repeated. */
  async ofAggregate(aggregateId: string): Promise<DeadLetter[]> {
    const ids = await orOutage(this.#log.redis.lrange(this.#queue(aggregateId), 0, -1));
    const letters = await Promise.all(ids.map((id) => this.get(id)));
    return letters.filter((letter) => letter !== undefined);
  }

  /**
   * Asks the owners of the partitions to repeat letters, and says which ones. They begin within about a second, one
   * aggregate after the other at `ratePerSecond`; `dryRun` only says. Throws where a single letter is not the first of its
   * aggregate: those before it have to be repeated or discarded first.
   */
  async redrive(
    which: Which,
    { dryRun = false, ratePerSecond = 100 }: { dryRun?: boolean; ratePerSecond?: number } = {},
  ): Promise<DeadLetter[]> {
    const letters = await this.#select(which);
    if (dryRun || letters.length === 0) return letters;
    const wanted =
      typeof which === 'object' && 'id' in which ? [`letter:${which.id}`] : [...new Set(letters.map(unit))];
    const now = await this.#now();
    const scored = wanted.flatMap((member, i) => [Math.floor(now + (i * 1000) / ratePerSecond), member]);
    await orOutage(this.#log.redis.zadd(keys.redrive(this.#category, this.#group), ...scored));
    return letters;
  }

  /** Gives letters up. They are kept with the reason in the stream of the discarded ones (the last 10,000). */
  async discard(
    which: Which,
    { reason, dryRun = false }: { reason: string; dryRun?: boolean },
  ): Promise<DeadLetter[]> {
    const letters = await this.#select(which);
    if (dryRun) return letters;
    const at = await this.#now();
    for (const [aggregateId = '', own] of Map.groupBy(letters, (letter) => letter.aggregateId)) {
      const scriptKeys = [
        ...[this.#dead(), keys.discarded(this.#category, this.#group), this.#queue(aggregateId)],
        ...[keys.parked(this.#category, this.#group), keys.redrive(this.#category, this.#group)],
      ];
      const ids = own.map(({ id }) => id);
      const args = [aggregateId, reason, at, limits.discardedKept, ...ids];
      await orOutage(this.#log.redis.quickmartDiscard(scriptKeys.length, ...scriptKeys, ...args));
    }
    return letters;
  }

  async #select(which: Which): Promise<DeadLetter[]> {
    if (which === 'all') return await this.#all();
    if ('aggregateId' in which) return await this.ofAggregate(which.aggregateId);
    const letter = await this.get(which.id);
    if (letter === undefined) return [];
    const first =
      letter.aggregateId && (await orOutage(this.#log.redis.lindex(this.#queue(letter.aggregateId), 0)));
    if (first && first !== letter.id)
      throw new Error(`letter ${first} of the same aggregate stands before it`);
    return [letter];
  }

  async #all(): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = [];
    for (;;) {
      const after = letters.at(-1)?.id;
      const page = await this.list({ limit: 1000, ...(after !== undefined && { after }) });
      letters.push(...page);
      if (page.length < 1000) return letters;
    }
  }

  async #now(): Promise<number> {
    const [seconds, micros] = await orOutage(this.#log.redis.time());
    return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
  }

  #dead = () => keys.dead(this.#category, this.#group);
  #queue = (aggregateId: string) => keys.parkedLetters(this.#category, this.#group, aggregateId);
}

/** What is repeated together. */
const unit = ({ aggregateId, id }: DeadLetter): string =>
  aggregateId === undefined ? `letter:${id}` : `aggregate:${aggregateId}`;

/** The partition whose owner repeats a letter. */
export const partitionOfLetter = ({ position }: DeadLetter): number | undefined =>
  parsePosition(position)?.partition;
