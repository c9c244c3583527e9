/**
 * Side effects: events of one aggregate strictly in order, different aggregates at the same time.
 *
 * The events of each aggregate are a queue. A queue whose handler failed waits for its backoff, and does not hold up the
 * others. This file decides which event begins when. pipeline/attempt.ts says what an attempt is made of.
 *
 * - While something that handlers need is down, one event at a time probes it, and nothing is counted: see stalled.ts.
 * - After an owner has died, its events may have to be repeated one at a time: see quarantine.ts.
 */
import { limits } from '../limits.ts';
import { orOutage } from '../log/errors.ts';
import type { EventMap, StoredEvent } from '../log/event.ts';
import { createGroup, groupRow } from '../log/group.ts';
import { keys } from '../log/keys.ts';
import { AggregateQueues } from './aggregate-queues.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';
import type { Mode, ModeContext, Prepared } from './mode.ts';
import { pendingOf } from './pending.ts';
import {
  type AnyHandlers,
  type Attempt,
  type Call,
  elsewhere,
  type HandlerContext,
  type Outcome,
  type Step,
} from './pipeline/attempt.ts';
import {
  afterAttempts,
  blocked,
  deadLetter,
  fieldsOf,
  giveUp,
  outage,
  recover,
  retry,
} from './pipeline/failures.ts';
import { acknowledge, behindParked, call, decode, observe, span, survive } from './pipeline/handling.ts';
import { Quarantine } from './quarantine.ts';
import { Redrive } from './redrive.ts';
import { Stalled } from './stalled.ts';

export type Handlers<Events extends EventMap> = {
  [Type in keyof Events & string]?: (
    event: StoredEvent<Type, Events[Type]>,
    context: HandlerContext,
  ) => Promise<void>;
};

export class React implements Mode {
  readonly types: readonly string[];
  readonly #context: ModeContext;
  readonly #handlers: AnyHandlers;
  readonly #queues = new AggregateQueues();
  readonly #signals = new WeakMap<Lease, AbortSignal>();
  readonly #redrive: Redrive;
  readonly #parked = new Set<string>();
  readonly #quarantine: Quarantine;
  readonly #draining = new Map<Lease, PromiseWithResolvers<void>>();
  readonly #stalled = new Stalled(this.#queues, () => this.#pump());
  readonly #attempt: Step;

  constructor(context: ModeContext, handlers: AnyHandlers) {
    this.#context = context;
    this.#handlers = handlers;
    this.types = Object.keys(handlers).filter((type) => handlers[type] !== undefined);
    this.#quarantine = new Quarantine(context);
    const handle = span(context, observe(context, call(handlers, context)));
    this.#redrive = new Redrive(context, (event, lease, number) =>
      handle({ event, signal: this.#signal(lease), number }),
    );
    this.#attempt = this.#pipeline(handle);
  }

  /** See pipeline/attempt.ts. */
  #pipeline(handle: (call: Call) => Promise<void>): Step {
    const context = this.#context;
    const survived = survive(this.#quarantine, () => this.#queues.begun === 1, handle);
    const handled = decode(context.decoder, acknowledge(context, survived));
    const isHopeless = afterAttempts(limits.attemptsMax);
    return recover(
      behindParked(context, this.#parked, this.#redrive, handled),
      giveUp(context),
      retry(isHopeless, (attempt: Attempt, error) => this.#count(attempt, error)),
      deadLetter(context, this.#parked, isHopeless),
      blocked(context.logger, (attempt: Attempt) => fieldsOf(attempt, context)),
      outage,
    );
  }

  /** In Redis, where a crash does not reset it. */
  async #count(attempt: Attempt, error: unknown): Promise<void> {
    const { acknowledger, logger } = this.#context;
    attempt.delivery.attempts = attempt.number;
    await acknowledger.countAttempt(attempt.delivery);
    logger.warn({ ...fieldsOf(attempt, this.#context), err: error }, 'event failed, trying again');
  }

  /** Redrives dead letters that were asked for. */
  run(leases: () => readonly Lease[], signal: AbortSignal): Promise<void> {
    return this.#redrive.run(leases, signal);
  }

  /** A new group starts at the first event. Of a known one, everything that was read and not acknowledged comes back. */
  async prepare(lease: Lease): Promise<Prepared> {
    const { events, category, group } = this.#context;
    const stream = keys.events(category, lease.partition);
    const done = await orOutage(events.redis.hget(keys.leases(category, group), `done:${lease.partition}`));
    // A group that was lost begins again after what is known to be done, not at the end of the log.
    await createGroup(events.redis, stream, group, done ?? '0');
    const from = (await groupRow(events.redis, stream, group))?.lastId ?? '0-0';
    for (const id of await orOutage(events.redis.smembers(keys.parked(category, group))))
      this.#parked.add(id);
    const pending = await pendingOf(this.#context, lease);
    await this.#quarantine.inherit(lease, pending);
    return { pending, from };
  }

  deliver(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      const event = delivery.raw;
      // No handler is for this type, and an owner before had one: it is done, without a look at its data.
      if (event && this.#handlers[event.eventType] === undefined) {
        this.#context.acknowledger.acknowledge(delivery);
        this.#quarantine.acknowledged(delivery);
      } else this.#queues.add(event?.aggregateId ?? delivery.id, delivery);
    }
    this.#pump();
  }

  async drain(lease: Lease): Promise<void> {
    this.#quarantine.forget(lease);
    if (this.#drop(lease) > 0) {
      const ending = this.#draining.get(lease) ?? Promise.withResolvers<void>();
      this.#draining.set(lease, ending);
      await ending.promise;
    }
    await this.#redrive.drain(lease);
  }

  /** Gives up what has not begun. Returns how much has. */
  #drop(lease: Lease): number {
    const { dropped, begun } = this.#queues.drop(lease);
    for (const delivery of dropped) this.#context.held.release(delivery);
    return begun.length;
  }

  #pump(): void {
    while (this.#queues.begun < this.#width()) {
      const next = this.#queues.begin();
      if (next === undefined) return;
      void this.#step(next.queue, next.delivery).then(() => this.#pump());
    }
  }

  #width(): number {
    return this.#quarantine.active ? Math.min(1, this.#stalled.width) : this.#stalled.width;
  }

  /** Never throws. */
  async #step(queue: string, delivery: Delivery): Promise<void> {
    const { lease } = delivery;
    // A failover may have lost it from the log meanwhile: then nothing must come of it.
    const isHeld = this.#context.held.has(delivery);
    const attempt = { delivery, queue, signal: this.#signal(lease), number: delivery.attempts + 1 };
    this.#goOn(attempt, isHeld ? await this.#attempt(attempt) : elsewhere);
    this.#drained(lease);
  }

  /** The next event of the aggregate, or the same again, later. */
  #goOn(attempt: Attempt, outcome: Outcome): void {
    const { queue, delivery } = attempt;
    if (outcome.kind === 'outage') {
      this.#queues.suspend(queue);
      const fields = { ...fieldsOf(attempt, this.#context), err: outcome.error };
      if (this.#stalled.add(queue)) this.#context.logger.warn(fields, 'handlers wait for a dependency');
      return;
    }
    if (outcome.kind === 'blocked' || outcome.kind === 'elsewhere') this.#stalled.forget(queue);
    else this.#stalled.passed(queue);
    if ('againInMs' in outcome) {
      this.#queues.suspend(queue);
      this.#later(queue, outcome.againInMs);
    } else {
      this.#quarantine.acknowledged(delivery);
      this.#queues.done(queue);
    }
  }

  #drained(lease: Lease): void {
    const ending = this.#draining.get(lease);
    if (ending === undefined || this.#drop(lease) > 0) return;
    this.#draining.delete(lease);
    ending.resolve();
  }

  /** For the handlers of a lease. */
  #signal(lease: Lease): AbortSignal {
    const signal = this.#signals.get(lease) ?? AbortSignal.any([lease.signal, this.#context.grace]);
    this.#signals.set(lease, signal);
    return signal;
  }

  #later(queue: string, waitMs: number): void {
    const timer = setTimeout(() => {
      this.#queues.ready(queue);
      this.#pump();
    }, waitMs);
    timer.unref();
  }
}
