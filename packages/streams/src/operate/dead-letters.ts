/**
 * The dead letters of a group: list, redrive and discard them.
 *
 * They are a queue per aggregate. The first dead letter is the event that failed. Behind it stand the later events of the
 * aggregate, in order. A redrive begins with the first and goes on while it succeeds. After the last one, the aggregate is
 * parked no more. The owner of the partition redrives, so the order holds against new events, too.
 *
 * @example
 * const deadLetters = new DeadLetters(store.log, 'order', 'inventory');
 * for (const { position, errorMessage } of await deadLetters.list()) console.log(position, errorMessage);
 * await deadLetters.redrive({ aggregateId });
 */

import { limits } from '../limits.ts';
import { clock } from '../log/clock.ts';
import { nodeOf } from '../log/connect/nodes.ts';
import { aggregateIdOf, type Entry, isEvent } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { formatPosition, parsePosition } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import type { LogEntry } from '../log/reader.ts';
import { errorOf } from './errors-of.ts';

export type DeadLetter = {
  /** Of the dead letter, not of the event. */
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

/** All of them, those of an aggregate, one, or those that failed for the same reason: see {@link errorOf}. */
export type Which = 'all' | { aggregateId: string } | { id: string } | { error: string };

const ownFields = new Set([
  ...['group', 'position', 'attempts', 'failedAt', 'errorClass', 'errorMessage', 'errorStack'],
  ...['discardReason', 'discardedAt'],
]);

export function parseDeadLetter([id, flat]: Entry): DeadLetter {
  const all: Record<string, string> = {};
  for (let i = 0; i < flat.length; i += 2) all[flat[i]!] = flat[i + 1]!;
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !ownFields.has(name)));
  const { group = '', position = '', errorClass = '', errorMessage = '', errorStack = '' } = all;
  const [attempts, failedAt] = [Number(all.attempts), Number(all.failedAt)];
  const { aggregateId, eventType } = isEvent(Object.entries(fields).flat()) ? fields : {};
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

  /** Oldest first, after the dead letter `after`. */
  async list({ after, limit = 100 }: { after?: string; limit?: number } = {}): Promise<DeadLetter[]> {
    const from = after === undefined ? '-' : `(${after}`;
    const read = this.#log.redis.xrange(this.#dead(), from, '+', 'COUNT', limit);
    return ((await orOutage(read)) as Entry[]).map(parseDeadLetter);
  }

  async count(): Promise<number> {
    return await orOutage(this.#log.redis.xlen(this.#dead()));
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    const [entry] = (await orOutage(this.#log.redis.xrange(this.#dead(), id, id))) as Entry[];
    return entry && parseDeadLetter(entry);
  }

  /** Those of one aggregate, in the order in which they will be redriven. */
  async ofAggregate(aggregateId: string): Promise<DeadLetter[]> {
    const ids = await orOutage(this.#log.redis.lrange(this.#queue(aggregateId), 0, -1));
    const deadLetters = await Promise.all(ids.map((id) => this.get(id)));
    return deadLetters.filter((deadLetter) => deadLetter !== undefined);
  }

  /**
   * Asks the owners of the partitions to redrive dead letters. Returns these dead letters. The owners begin within about a
   * second, and begin `ratePerSecond` aggregates each second. `dryRun`: only returns them. Throws where a single dead letter is
   * not the first of its aggregate: those before it have to be redriven or discarded first.
   */
  async redrive(
    which: Which,
    { dryRun = false, ratePerSecond = 100 }: { dryRun?: boolean; ratePerSecond?: number } = {},
  ): Promise<DeadLetter[]> {
    const deadLetters = await this.#select(which);
    if (dryRun || deadLetters.length === 0) return deadLetters;
    const wanted =
      typeof which === 'object' && 'id' in which
        ? [`letter:${which.id}`]
        : [...new Set(deadLetters.map(unit))];
    const now = await this.#now();
    const scored = wanted.flatMap((member, i) => [Math.floor(now + (i * 1000) / ratePerSecond), member]);
    await orOutage(this.#log.redis.zadd(keys.redrive(this.#category, this.#group), ...scored));
    return deadLetters;
  }

  /** Discards dead letters. The last 10,000 of these are kept, with the reason, in a stream of their own. */
  async discard(
    which: Which,
    { reason, dryRun = false }: { reason: string; dryRun?: boolean },
  ): Promise<DeadLetter[]> {
    const deadLetters = await this.#select(which);
    if (dryRun) return deadLetters;
    const at = await this.#now();
    for (const [aggregateId = '', own] of Map.groupBy(deadLetters, (deadLetter) => deadLetter.aggregateId)) {
      const scriptKeys = [
        ...[this.#dead(), keys.discarded(this.#category, this.#group), this.#queue(aggregateId)],
        ...[keys.parked(this.#category, this.#group), keys.redrive(this.#category, this.#group)],
      ];
      const ids = own.map(({ id }) => id);
      const args = [aggregateId, reason, at, limits.discardedKept, ...ids];
      await orOutage(this.#log.redis.quickmartDiscard(scriptKeys.length, ...scriptKeys, ...args));
    }
    return deadLetters;
  }

  /**
   * Writes the dead letter of an event that this group was not handed, because a build of tables reads the log by itself.
   * Its aggregate is parked from then on. Does nothing where the event has a dead letter.
   */
  async add(logged: LogEntry, error: unknown): Promise<void> {
    const [id, flat] = logged.entry;
    const head = { group: this.#group, position: formatPosition(logged), attempts: 1, failedAt: clock.now() };
    const fields = Object.entries({ ...head, ...errorFields(error) }).flat();
    const { redis } = this.#log;
    const aggregateId = aggregateIdOf(logged.entry);
    if (aggregateId === undefined) {
      const isKnown = (await this.all()).some(({ position }) => position === head.position);
      if (!isKnown) await orOutage(redis.xadd(this.#dead(), '*', ...flat, ...fields.map(String)));
      return;
    }
    const scriptKeys = [
      ...[this.#dead(), this.#queue(aggregateId)],
      keys.parked(this.#category, this.#group),
    ];
    const args = [aggregateId, id, ...flat, ...fields];
    await orOutage(redis.quickmartAddDeadLetter(scriptKeys.length, ...scriptKeys, ...args));
  }

  async #select(which: Which): Promise<DeadLetter[]> {
    if (which === 'all') return await this.all();
    if ('aggregateId' in which) return await this.ofAggregate(which.aggregateId);
    if ('error' in which) return (await this.all()).filter((one) => errorOf(one) === which.error);
    const deadLetter = await this.get(which.id);
    if (deadLetter === undefined) return [];
    const first =
      deadLetter.aggregateId &&
      (await orOutage(this.#log.redis.lindex(this.#queue(deadLetter.aggregateId), 0)));
    if (first && first !== deadLetter.id)
      throw new Error(`dead letter ${first} of the same aggregate stands before it`);
    return [deadLetter];
  }

  async all(): Promise<DeadLetter[]> {
    const deadLetters: DeadLetter[] = [];
    for (;;) {
      const after = deadLetters.at(-1)?.id;
      const page = await this.list({ limit: 1000, ...(after !== undefined && { after }) });
      deadLetters.push(...page);
      if (page.length < 1000) return deadLetters;
    }
  }

  async #now(): Promise<number> {
    const [seconds, micros] = await orOutage(nodeOf(this.#log.redis, this.#dead()).time());
    return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
  }

  #dead = () => keys.dead(this.#category, this.#group);
  #queue = (aggregateId: string) => keys.parkedDeadLetters(this.#category, this.#group, aggregateId);
}

/** Of a dead letter: why. */
export function errorFields(error: unknown): Record<string, string> {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const short = (text: string) => Buffer.from(text).subarray(0, limits.errorTextBytes).toString();
  return { errorClass: name, errorMessage: short(message), errorStack: short(stack ?? '') };
}

/** Dead letters of one unit are redriven together. */
const unit = ({ aggregateId, id }: DeadLetter): string =>
  aggregateId === undefined ? `letter:${id}` : `aggregate:${aggregateId}`;

/** The partition whose owner redrives a dead letter. */
export const partitionOfDeadLetter = ({ position }: DeadLetter): number | undefined =>
  parsePosition(position)?.partition;
