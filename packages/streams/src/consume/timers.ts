/**
 * Fires durable timers. Appends set and cancel them, in one step with the events. Here is only the clock.
 *
 * The owner of an aggregate's partition fires its timers, so one process at a time has each of them. A timer that was due
 * while everything was down fires when the system is up again. A replay of the log fires no timers.
 */

import { conventions } from '../conventions.ts';
import { limits } from '../limits.ts';
import type { Timer } from '../log/append.ts';
import { orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import { type Observer, observed } from '../observer.ts';
import { inSpan, SpanKind, traceIdOf } from '../tracing.ts';
import { Failures } from './failures.ts';
import { type Lease, Membership } from './membership.ts';
import { type HandlerContext, handled, type Numbered, type Outcome } from './pipeline/attempt.ts';
import { blocked, outage, recover, retry } from './pipeline/failures.ts';
import { backoffMs, sleep } from './retry.ts';
import { consumed } from './spans.ts';
import type { SubscriptionStatus } from './subscription.ts';

export type TimerHandler = (timer: Timer, context: HandlerContext) => Promise<void>;
/** By the type of the timer. */
export type TimerHandlers = Record<string, TimerHandler>;

/** `due`: its time as Redis has it. */
type TimerAttempt = Numbered & {
  readonly timer: Timer;
  readonly due: string;
  readonly signal: AbortSignal;
};
/** `count`: attempts that have failed. */
type Attempts = { count: number; notBefore: number };

export class Timers {
  readonly category: string;
  readonly group: string;
  readonly #events: EventLog;
  readonly #handlers: TimerHandlers;
  readonly #service: string;
  readonly #observer: Observer;
  readonly #logger: Logger;
  readonly #grace: AbortSignal;
  readonly #membership: Membership;
  readonly #running = new Map<string, { lease: Lease; done: Promise<void> }>();
  /** Of timers that have failed, by id and due time: a timer that is set anew is another one. */
  readonly #attempts = new Map<string, Attempts>();
  readonly #stopping = new AbortController();
  readonly #left = new AbortController();
  readonly #attempt: (attempt: TimerAttempt) => Promise<Outcome>;
  #work: Promise<unknown> | undefined;
  #heartbeats: Promise<void> | undefined;
  readonly #failures: Failures;

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    service: string;
    handlers: TimerHandlers;
    logger: Logger;
    observer: Observer;
    grace: AbortSignal;
  }) {
    const { events, category, group, logger } = options;
    this.category = category;
    this.group = group;
    this.#events = events;
    this.#handlers = options.handlers;
    this.#service = options.service;
    this.#observer = options.observer;
    this.#logger = logger;
    this.#grace = options.grace;
    const messages = { stopped: 'timers wait, trying again', again: 'timers fire again' };
    this.#failures = new Failures(logger, { category, group }, messages);
    const listener = {
      acquired: () => {},
      drain: (lease: Lease) => this.#drain(lease),
      lost: (lease: Lease) => void this.#drain(lease),
      failed: (error: Error) => this.#failures.fail('heartbeat', error),
      heartbeat: () => this.#failures.heartbeat(),
    };
    this.#membership = new Membership({ redis: events.redis, category, group, logger, listener });
    this.#attempt = this.#pipeline();
  }

  start(): void {
    this.#failures.begin();
    this.#heartbeats = this.#membership.run(() => this.#events.partitions(this.category), this.#left.signal);
    this.#work = this.#run(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#membership.stopAcquiring();
    this.#stopping.abort();
    await this.#work;
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async leave(): Promise<void> {
    this.#left.abort();
    await this.#heartbeats;
    await this.#membership.leave();
  }

  assertHealthy(): void {
    this.#failures.assertReady();
  }

  status(): SubscriptionStatus {
    const { category, group } = this;
    const partitions = this.#leases.map(({ partition }) => partition).sort((a, b) => a - b);
    return {
      category,
      group,
      kind: 'timers',
      partitions,
      unacknowledged: this.#running.size,
      failure: this.#failures.first?.message,
    };
  }

  /** Leases whose timers may begin. */
  get #leases(): Lease[] {
    return this.#membership.leases.filter(({ ending }) => !ending.aborted);
  }

  async #drain(lease: Lease): Promise<void> {
    await Promise.all(
      [...this.#running.values()].filter((run) => run.lease === lease).map(({ done }) => done),
    );
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      let waitMs: number = limits.timerPollMs;
      try {
        waitMs = Math.min(waitMs, await this.#fireDue());
        failures = 0;
        this.#failures.passed('fire');
        if (this.#leases.length > 0) this.#failures.working();
      } catch (error) {
        this.#failures.fail('fire', error as Error);
        waitMs += backoffMs(++failures, limits.backoffBaseMs, limits.outageBackoffCapMs);
      }
      await sleep(waitMs, signal);
    }
  }

  /** Begins what is due, and says in how many ms the next one is. */
  async #fireDue(): Promise<number> {
    if (this.#leases.length === 0) return limits.timerPollMs;
    const partitions = await this.#events.partitions(this.category);
    const [timers, bodies] = [keys.timers(this.category), keys.timerBodies(this.category)];
    for (let offset = 0; ; offset += limits.timerBatch) {
      const due = await orOutage(
        this.#events.redis.quickmartDue(2, timers, bodies, offset, limits.timerBatch),
      );
      const [nextMs, ...rows] = due as [number, ...string[]];
      for (let i = 0; i < rows.length; i += 3) this.#begin(rows[i]!, rows[i + 1]!, rows[i + 2]!, partitions);
      if (this.#running.size >= limits.reactConcurrency) {
        // As many as may run at once: the next ones begin as soon as one of these has ended.
        await Promise.race([...this.#running.values()].map(({ done }) => done));
        return 1;
      }
      if (rows.length < 3 * limits.timerBatch) return nextMs < 0 ? limits.timerPollMs : Math.max(nextMs, 1);
    }
  }

  #begin(id: string, due: string, body: string, partitions: number): void {
    if (body === '' || this.#running.has(id) || this.#running.size >= limits.reactConcurrency) return;
    const timer: Timer = { id, dueAt: Number(due), ...JSON.parse(body) };
    const partition = partitionOf(timer.aggregateId, partitions);
    const lease = this.#leases.find((held) => held.partition === partition);
    if (lease === undefined || (this.#attempts.get(keyOf(id, due))?.notBefore ?? 0) > performance.now())
      return;
    const done = this.#fire(timer, due, lease).finally(() => this.#running.delete(id));
    this.#running.set(id, { lease, done });
  }

  /** Never throws. */
  async #fire(timer: Timer, due: string, lease: Lease): Promise<void> {
    const key = keyOf(timer.id, due);
    const failed = this.#attempts.get(key)?.count ?? 0;
    const attempt = { timer, due, number: failed + 1, signal: AbortSignal.any([lease.signal, this.#grace]) };
    const outcome = await this.#attempt(attempt);
    if (outcome.kind === 'outage')
      this.#logger.warn({ ...this.#fields(attempt), err: outcome.error }, 'timer failed, trying again');
    this.#attempts.delete(key);
    const waitMs = waitAfter(outcome);
    if (waitMs === undefined) return;
    this.#forgetOld();
    const count = outcome.kind === 'failed' ? attempt.number : failed;
    this.#attempts.set(key, { count, notBefore: performance.now() + waitMs });
  }

  /** See pipeline/attempt.ts. A timer that fails is tried again for as long as it is not cancelled. */
  #pipeline(): (attempt: TimerAttempt) => Promise<Outcome> {
    const fields = (attempt: TimerAttempt) => this.#fields(attempt);
    return recover(
      (attempt: TimerAttempt) => this.#handle(attempt),
      retry(
        () => false,
        (attempt: TimerAttempt, err) =>
          this.#logger.error({ ...fields(attempt), err }, 'timer failed, trying again'),
      ),
      blocked(this.#logger, fields),
      outage,
    );
  }

  async #handle(attempt: TimerAttempt): Promise<Outcome> {
    const { timer, due, signal, number } = attempt;
    const handler = this.#handlers[timer.type];
    if (handler === undefined) throw new Error(`there is no handler for timers of type ${timer.type}`);
    await this.#inSpan(attempt, () => handler(timer, { signal, attempt: number, logger: this.#logger }));
    const timerKeys = [keys.timers(this.category), keys.timerBodies(this.category)];
    await orOutage(this.#events.redis.quickmartFired(2, ...timerKeys, timer.id, due));
    this.#logger.info(this.#fields(attempt), 'timer fired');
    return handled;
  }

  /** Part of the trace in which it was set. */
  #inSpan({ timer, number }: TimerAttempt, run: () => Promise<void>): Promise<void> {
    const { category, group } = this;
    const { id, type, aggregateId, meta } = timer;
    const attributes = () => ({
      ...consumed({ category, group, operation: 'fire' }),
      [conventions.messageId]: id,
      [conventions.timerType]: type,
      [conventions.aggregateId]: aggregateId,
      [conventions.attempt]: number,
    });
    const options = {
      kind: SpanKind.CONSUMER,
      attributes,
      parent: meta.traceparent,
      service: this.#service,
    };
    return inSpan(`fire ${type}`, options, () =>
      observed(this.#observer, { category, group, type, events: 1 }, run),
    );
  }

  #fields({ timer: { id, type, meta }, number: attempt }: TimerAttempt) {
    return {
      group: this.group,
      timer: id,
      type,
      correlationId: meta.correlationId,
      ...traceIdOf(meta),
      attempt,
    };
  }

  /** A timer that has not come again for so long was cancelled, or another process fires it. */
  #forgetOld(): void {
    const old = performance.now() - limits.backoffCapMs;
    for (const [key, { notBefore }] of this.#attempts) if (notBefore < old) this.#attempts.delete(key);
  }
}

/** Undefined: it is done. */
function waitAfter(outcome: Outcome): number | undefined {
  if (outcome.kind === 'blocked') return outcome.againInMs;
  if (outcome.kind === 'failed') return limits.backoffBaseMs + outcome.againInMs;
  if (outcome.kind !== 'outage') return undefined;
  return limits.backoffBaseMs + backoffMs(1, limits.backoffBaseMs, limits.outageBackoffCapMs);
}

const keyOf = (id: string, due: string): string => `${due} ${id}`;
