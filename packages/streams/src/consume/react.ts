/**
 * Side effects: events of one aggregate strictly in order, different aggregates at the same time.
 *
 * Each aggregate with open events is a lane. A lane whose handler failed waits for its backoff without holding up
 * the others. While something that handlers stand on is down, one lane at a time probes it, and nothing is counted: see
 * stalled.ts.
 * An aggregate with a dead letter is parked: its later events queue up behind it, in order.
 * After owners that died, what they were at work on may have to be repeated one event at a time: see quarantine.ts.
 */

import { limits } from '../limits.ts';
import { decodeEvent } from '../log/entry.ts';
import { LogBlockedError, OutageError, orOutage, PermanentError } from '../log/errors.ts';
import type { EventMap, Log, StoredEvent } from '../log/event.ts';
import { createGroup, groupRow } from '../log/group.ts';
import { keys } from '../log/keys.ts';
import { inSpan, SpanKind } from '../tracing.ts';
import { type Delivery, describe, eventOf } from './delivery.ts';
import { Lanes } from './lanes.ts';
import type { Lease } from './membership.ts';
import { pendingOf } from './pending.ts';
import { Quarantine } from './quarantine.ts';
import { Redrive } from './redrive.ts';
import { backoffMs } from './retry.ts';
import { Stalled } from './stalled.ts';
import type { Mode, ModeContext, Prepared } from './subscription.ts';

/** `signal` is aborted when the handler has to end: its lease is lost, or a stop takes too long. `attempt` counts from 1. */
export type HandlerContext = { signal: AbortSignal; attempt: number; log: Log };
export type Handlers<Events extends EventMap> = {
  [Type in keyof Events & string]?: (
    event: StoredEvent<Type, Events[Type]>,
    context: HandlerContext,
  ) => Promise<void>;
};
export type AnyHandlers = Record<
  string,
  ((event: StoredEvent, context: HandlerContext) => Promise<void>) | undefined
>;

export class React implements Mode {
  readonly #context: ModeContext;
  readonly #handlers: AnyHandlers;
  readonly #lanes = new Lanes();
  readonly #signals = new WeakMap<Lease, AbortSignal>();
  readonly #redrive: Redrive;
  readonly #parked = new Set<string>();
  readonly #quarantine: Quarantine;
  readonly #draining = new Map<Lease, PromiseWithResolvers<void>>();
  readonly #stalled = new Stalled(this.#lanes, () => this.#pump());
  /** Partitions that took nothing: each is said once. */
  readonly #blocked = new Set<string>();

  constructor(context: ModeContext, handlers: AnyHandlers) {
    this.#context = context;
    this.#handlers = handlers;
    this.#quarantine = new Quarantine(context);
    this.#redrive = new Redrive(context, (event, lease, attempt) => this.#call(event, lease, attempt));
  }

  /** Repeats dead letters that were asked for. */
  run(leases: () => readonly Lease[], signal: AbortSignal): Promise<void> {
    return this.#redrive.run(leases, signal);
  }

  /** A new group starts at the first event; of a known one, everything that was handed out and not settled comes back. */
  async prepare(lease: Lease): Promise<Prepared> {
    const { events, category, group } = this.#context;
    const stream = keys.events(category, lease.partition);
    const done = await orOutage(events.redis.hget(keys.leases(category, group), `done:${lease.partition}`));
    // Where the group is lost, it begins again after what is known to be done, not at the end.
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
      // Nobody here asks for this type: done, without a look at its data.
      if (event && this.#handlers[event.eventType] === undefined) this.#settle(delivery);
      else this.#lanes.add(event?.aggregateId ?? delivery.id, delivery);
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

  /** Gives up what has not begun; says how much has. */
  #drop(lease: Lease): number {
    const { dropped, begun } = this.#lanes.drop(lease);
    for (const delivery of dropped) this.#context.settler.release(delivery);
    return begun.length;
  }

  #pump(): void {
    while (this.#lanes.begun < this.#width()) {
      const next = this.#lanes.begin();
      if (next === undefined) return;
      void this.#step(next.lane, next.delivery).then(() => this.#pump());
    }
  }

  #width(): number {
    return this.#quarantine.active ? Math.min(1, this.#stalled.width) : this.#stalled.width;
  }

  /** Never throws. */
  async #step(lane: string, delivery: Delivery): Promise<void> {
    try {
      // Lost from the log meanwhile, by a failover: nothing must come of it.
      if (!this.#context.settler.holds(delivery)) {
        this.#quarantine.settled(delivery);
        this.#stalled.forget(lane);
      } else if (this.#parked.has(lane) && (await this.#queuedUp(lane, delivery))) {
        this.#stalled.forget(lane);
      } else {
        await this.#handle(delivery);
        this.#stalled.passed(lane);
      }
      this.#lanes.done(lane);
    } catch (error) {
      // Cut short, or lost from the log by a failover: that says nothing about the event.
      if (this.#signal(delivery.lease).aborted || !this.#context.settler.holds(delivery)) {
        this.#context.settler.release(delivery);
        this.#stalled.forget(lane);
        this.#lanes.done(lane);
      } else await this.#failed(lane, delivery, error);
    }
    this.#drained(delivery.lease);
  }

  #drained(lease: Lease): void {
    const ending = this.#draining.get(lease);
    if (ending === undefined || this.#drop(lease) > 0) return;
    this.#draining.delete(lease);
    ending.resolve();
  }

  async #queuedUp(lane: string, delivery: Delivery): Promise<boolean> {
    if (await this.#context.settler.queueUp(delivery, lane)) {
      this.#quarantine.settled(delivery);
      return true;
    }
    await this.#redrive.ended(lane); // its letters may have been discarded while the first was being repeated
    this.#parked.delete(lane);
    return false;
  }

  async #handle(delivery: Delivery): Promise<void> {
    const { events, group, log } = this.#context;
    const { lease } = delivery;
    const began = performance.now();
    const event = decodeEvent(events.codec, eventOf(delivery));
    if (this.#quarantine.isNoting(lease)) await this.#quarantine.note(delivery, this.#lanes.begun === 1);
    const attempt = delivery.attempts + 1;
    try {
      await this.#call(event, lease, attempt);
    } finally {
      this.#quarantine.survived(delivery);
    }
    const { correlationId } = event.meta;
    const ms = Math.round((performance.now() - began) * 10) / 10;
    log.info({ ...describe(delivery), group, correlationId, attempt, ms }, 'event handled');
    this.#settle(delivery);
  }

  async #call(event: StoredEvent, lease: Lease, attempt: number): Promise<void> {
    const { group, log } = this.#context;
    const signal = this.#signal(lease);
    const { eventType, eventId, aggregateId, meta } = event;
    const attributes = {
      'messaging.system': 'redis',
      'quickmart.group': group,
      eventType,
      eventId,
      aggregateId,
      attempt,
    };
    const span = { kind: SpanKind.CONSUMER, attributes, parent: meta.traceparent };
    await inSpan(`react ${eventType}`, span, async () => {
      await this.#handlers[eventType]?.(event, { signal, attempt, log });
    });
  }

  /** For the handlers of a lease. */
  #signal(lease: Lease): AbortSignal {
    const signal = this.#signals.get(lease) ?? AbortSignal.any([lease.signal, this.#context.grace]);
    this.#signals.set(lease, signal);
    return signal;
  }

  #settle(delivery: Delivery): void {
    this.#context.settler.ack(delivery);
    this.#quarantine.settled(delivery);
  }

  /** Puts the lane where it is tried again; where the event goes to the dead letters, the lane goes on. */
  async #failed(lane: string, delivery: Delivery, error: unknown): Promise<void> {
    const { settler, log } = this.#context;
    try {
      if (error instanceof LogBlockedError) return this.#waitForRepair(lane, delivery, error);
      if (error instanceof OutageError) throw error;
      delivery.attempts++;
      if (error instanceof PermanentError || delivery.attempts >= limits.attemptsMax) {
        await this.#bury(delivery, error);
        this.#stalled.passed(lane);
        return this.#lanes.done(lane);
      }
      await settler.countAttempt(delivery);
      this.#stalled.passed(lane);
      log.warn({ ...this.#fields(delivery), err: error }, 'event failed, trying again');
      this.#lanes.suspend(lane);
      this.#later(lane, backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs));
    } catch (outage) {
      this.#lanes.suspend(lane);
      if (this.#stalled.add(lane))
        log.warn({ ...this.#fields(delivery), err: outage }, 'handlers wait for a dependency');
    }
  }

  /** What it wants to write waits for a person. The others go on: they may be about other partitions. */
  #waitForRepair(lane: string, delivery: Delivery, error: LogBlockedError): void {
    const { log } = this.#context;
    const known = this.#blocked.has(error.message);
    this.#blocked.add(error.message);
    log[known ? 'debug' : 'warn']({ ...this.#fields(delivery), err: error }, 'events wait for a partition');
    this.#stalled.forget(lane);
    this.#lanes.suspend(lane);
    this.#later(lane, limits.repairPollMs);
  }

  async #bury(delivery: Delivery, error: unknown): Promise<void> {
    const aggregateId = delivery.raw?.aggregateId;
    // Before: where the answer is lost, the next try finds out whether it is parked.
    if (aggregateId !== undefined) this.#parked.add(aggregateId);
    await this.#context.settler.bury(delivery, aggregateId, error);
    this.#quarantine.settled(delivery);
    this.#context.log.error({ ...this.#fields(delivery), err: error }, 'event moved to the dead letters');
  }

  #later(lane: string, waitMs: number): void {
    const timer = setTimeout(() => {
      this.#lanes.ready(lane);
      this.#pump();
    }, waitMs);
    timer.unref();
  }

  #fields(delivery: Delivery) {
    const { group } = this.#context;
    return { ...describe(delivery), group, attempts: delivery.attempts };
  }
}
