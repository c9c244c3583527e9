/**
 * Redrives dead letters, for the partitions that this process owns: those that were asked for, per aggregate in order,
 * until one fails again. While they are redriven the aggregate stays parked, so its new events queue up behind them.
 */

import { limits } from '../limits.ts';
import { clock } from '../log/clock.ts';
import { type Entry, rawEvent } from '../log/entry.ts';
import { OutageError, orOutage, PermanentError } from '../log/errors.ts';
import { parsePosition, type StoredEvent } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import {
  type DeadLetter,
  errorFields,
  parseDeadLetter,
  partitionOfDeadLetter,
} from '../operate/dead-letters.ts';
import type { Lease } from './membership.ts';
import type { ModeContext } from './mode.ts';
import { sleep } from './retry.ts';

type Handle = (event: StoredEvent, lease: Lease, attempt: number) => Promise<void>;

export class Redrive {
  readonly #context: ModeContext;
  readonly #handle: Handle;
  /** By queue: one redrive of an aggregate at a time, whatever is wanted of it. */
  readonly #running = new Map<string, { lease: Lease; done: Promise<void> }>();
  /** Dead letters whose redrive was broken off, and Redis could not be told yet: it would take that for a death of the process. */
  readonly #untold = new Set<string>();
  /** Where the next look begins. */
  #offset = 0;

  constructor(context: ModeContext, handle: Handle) {
    this.#context = context;
    this.#handle = handle;
  }

  /** Looks for what is wanted, until the signal. */
  async run(leases: () => readonly Lease[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#begin(leases()).catch(() => undefined); // Redis is down: the subscription logs it
      await sleep(limits.redrivePollMs, signal);
    }
  }

  async drain(lease: Lease): Promise<void> {
    await Promise.all(
      [...this.#running.values()].filter((run) => run.lease === lease).map(({ done }) => done),
    );
  }

  /** Resolves when nothing of an aggregate is being redriven. */
  async ended(queue: string): Promise<void> {
    await this.#running.get(queue)?.done;
  }

  async #begin(leases: readonly Lease[]): Promise<void> {
    if (leases.length === 0) return;
    // What belongs to another owner, or cannot be redriven now, must not hold up the rest: the next look goes on from here.
    for (let page = 0; page < limits.redrivePages; page++) {
      if (this.#running.size >= limits.reactConcurrency) return;
      const wanted = await this.#wanted();
      this.#offset = wanted.length < limits.redriveBatch ? 0 : this.#offset + limits.redriveBatch;
      for (const member of wanted) await this.#beginOne(member, leases);
      if (this.#offset === 0) return;
    }
  }

  async #wanted(): Promise<string[]> {
    const { events, category, group } = this.#context;
    const early = limits.redrivePollMs; // the score only spaces redrives out
    const key = keys.redrive(category, group);
    const wanted = events.redis.quickmartWanted(1, key, early, this.#offset, limits.redriveBatch);
    return (await orOutage(wanted)) as string[];
  }

  async #beginOne(member: string, leases: readonly Lease[]): Promise<void> {
    const { group, logger } = this.#context;
    const place = await this.#place(member);
    const lease = leases.find(({ partition }) => partition === place?.partition);
    // The partition may have been given away meanwhile: then the next owner redrives.
    if (!place || !lease || lease.ending.aborted || this.#running.has(place.queue)) return;
    const done = this.#redrive(member, lease)
      .catch((err) => logger.warn({ group, err }, 'a dead letter could not be redriven now'))
      .finally(() => this.#running.delete(place.queue));
    this.#running.set(place.queue, { lease, done });
  }

  /** Undefined where there is no such dead letter any more. */
  async #place(member: string): Promise<{ queue: string; partition: number | undefined } | undefined> {
    const [kind, id = ''] = split(member);
    const partitions = await this.#context.events.partitions(this.#context.category);
    if (kind === 'aggregate') return { queue: id, partition: partitionOf(id, partitions) };
    const deadLetter = await this.#deadLetter(id);
    if (deadLetter)
      return { queue: deadLetter.aggregateId ?? id, partition: partitionOfDeadLetter(deadLetter) };
    await this.#forget(member);
    return undefined;
  }

  /** One dead letter, or all of an aggregate in order. Throws where something is down: the redrive stays wanted. */
  async #redrive(member: string, lease: Lease): Promise<void> {
    const { events, category, group } = this.#context;
    const [kind, id = ''] = split(member);
    if (kind === 'letter') {
      const deadLetter = await this.#deadLetter(id);
      if (deadLetter) await this.#one(member, lease, deadLetter, true);
      return;
    }
    const queue = keys.parkedDeadLetters(category, group, id);
    while (!lease.ending.aborted) {
      const first = await orOutage(events.redis.lindex(queue, 0));
      if (first === null) return await this.#forget(member);
      const deadLetter = await this.#deadLetter(first);
      const goesOn =
        deadLetter === undefined
          ? (await this.#note(member, lease, { id: first, aggregateId: id }, 'done')) > 0 // deleted by hand
          : await this.#one(member, lease, deadLetter, false);
      if (!goesOn) return;
    }
  }

  /** True where it went well and there is more of its aggregate. */
  async #one(member: string, lease: Lease, deadLetter: DeadLetter, only: boolean): Promise<boolean> {
    const { grace, logger } = this.#context;
    const fields = { group: deadLetter.group, position: deadLetter.position, deadLetter: deadLetter.id };
    try {
      if (!(await this.#attempt(member, lease, deadLetter))) return false;
    } catch (error) {
      if (error instanceof OutageError || lease.signal.aborted || grace.aborted) {
        const againInMs = error instanceof OutageError ? limits.redriveOutageMs : 0;
        await this.#breakOff(member, lease, deadLetter, againInMs);
        throw error;
      }
      const head = { ...headOf(deadLetter), attempts: deadLetter.attempts + 1, failedAt: clock.now() };
      const fieldsOfNew = Object.entries({ ...deadLetter.fields, ...head, ...errorFields(error) });
      await this.#note(member, lease, deadLetter, 'failed', fieldsOfNew.flat());
      logger.error({ ...fields, err: error }, 'dead letter failed again');
      return false;
    }
    const left = await this.#note(member, lease, deadLetter, 'done');
    if (left === -1) return false; // the lease is lost, or the dead letter was discarded: the next look decides
    logger.info({ ...fields, left }, 'dead letter redriven');
    if (only) await this.#forget(member);
    return left > 0 && !only;
  }

  async #breakOff(member: string, lease: Lease, deadLetter: DeadLetter, againInMs: number): Promise<void> {
    this.#untold.add(deadLetter.id);
    await this.#note(member, lease, deadLetter, 'broken-off', [againInMs]);
    this.#untold.delete(deadLetter.id);
  }

  /** False where the lease is lost. One that kills its process is not begun for ever. */
  async #attempt(member: string, lease: Lease, deadLetter: DeadLetter): Promise<boolean> {
    if (this.#untold.has(deadLetter.id)) await this.#breakOff(member, lease, deadLetter, 0);
    const begun = await this.#note(member, lease, deadLetter, 'begun');
    if (begun === -1) return false;
    if (begun > limits.crashesPerEvent)
      throw new PermanentError(
        `the process died ${limits.crashesPerEvent} times while it redrove this dead letter`,
      );
    await this.#handle(this.#context.decoder.decode(rawOf(deadLetter)), lease, deadLetter.attempts + 1);
    return true;
  }

  async #note(
    member: string,
    { partition, token }: Lease,
    { id, aggregateId = '' }: Pick<DeadLetter, 'id' | 'aggregateId'>,
    step: 'begun' | 'broken-off' | 'done' | 'failed',
    more: (string | number)[] = [],
  ): Promise<number> {
    const { events, category, group } = this.#context;
    const scriptKeys = [
      ...[
        keys.leases(category, group),
        keys.dead(category, group),
        keys.parkedDeadLetters(category, group, aggregateId),
      ],
      ...[keys.parked(category, group), keys.redrive(category, group)],
    ];
    const args = [partition, token, aggregateId, id, member, step, ...more];
    return (await orOutage(events.redis.quickmartRedrive(5, ...scriptKeys, ...args))) as number;
  }

  async #deadLetter(id: string): Promise<DeadLetter | undefined> {
    const { events, category, group } = this.#context;
    const [entry] = (await orOutage(events.redis.xrange(keys.dead(category, group), id, id))) as Entry[];
    return entry && parseDeadLetter(entry);
  }

  async #forget(member: string): Promise<void> {
    const { events, category, group } = this.#context;
    await orOutage(events.redis.zrem(keys.redrive(category, group), member));
  }
}

const split = (member: string): [kind: string, id: string | undefined] => {
  const colon = member.indexOf(':');
  return [member.slice(0, colon), member.slice(colon + 1)];
};

const headOf = ({ group, position }: DeadLetter) => ({ group, position });

function rawOf({ position, fields }: DeadLetter) {
  const { category, partition, epoch, pos } = parsePosition(position)!;
  return rawEvent(category, partition, [`${epoch}-${pos}`, Object.entries(fields).flat()]);
}
