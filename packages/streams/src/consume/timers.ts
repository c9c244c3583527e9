/**
 * Fires durable timers. They are written and cancelled by appends, in one step with the events; here is only the clock.
 * The owner of an aggregate's partition fires its timers, so each one is with one process at a time. A timer that was due
 * while everything was down fires when it is up again. Whatever reads or replays the log knows nothing of timers.
 */

import { limits } from '../limits.ts';
import type { Timer } from '../log/append.ts';
import { isRedisOutage, OutageError, orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import { Failures } from './failures.ts';
import { type Lease, Membership } from './membership.ts';
import type { HandlerContext } from './pipeline/attempt.ts';
import { backoffMs, sleep } from './retry.ts';
import type { SubscriptionStatus } from './subscription.ts';

export type TimerHandler = (timer: Timer, context: HandlerContext) => Promise<void>;
/** By the type of the timer. */
export type TimerHandlers = Record<string, TimerHandler>;

type Attempt = { count: number; notBefore: number };

export class Timers {
  readonly category: string;
  readonly group: string;
  readonly #events: EventLog;
  readonly #handlers: TimerHandlers;
  readonly #logger: Logger;
  readonly #grace: AbortSignal;
  readonly #membership: Membership;
  readonly #running = new Map<string, { lease: Lease; done: Promise<void> }>();
  /** Of those that have failed, by id and due time: one that is set anew is another one. */
  readonly #attempts = new Map<string, Attempt>();
  readonly #stopping = new AbortController();
  readonly #left = new AbortController();
  #work: Promise<unknown> | undefined;
  #heartbeats: Promise<void> | undefined;
  readonly #failures: Failures;

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    handlers: TimerHandlers;
    logger: Logger;
    grace: AbortSignal;
  }) {
    const { events, category, group, logger } = options;
    this.category = category;
    this.group = group;
    this.#events = events;
    this.#handlers = options.handlers;
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

  /** Whose timers may begin. */
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
        // As many as may run: the next ones begin as soon as one of these has ended.
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

  /** Never throws. A timer that fails is tried again with backoff, for as long as it is not cancelled. */
  async #fire(timer: Timer, due: string, lease: Lease): Promise<void> {
    const { id, type } = timer;
    const key = keyOf(id, due);
    const count = (this.#attempts.get(key)?.count ?? 0) + 1;
    const fields = {
      group: this.group,
      timer: id,
      type,
      correlationId: timer.meta.correlationId,
      attempt: count,
    };
    try {
      const handler = this.#handlers[type];
      if (handler === undefined) throw new Error(`there is no handler for timers of type ${type}`);
      const signal = AbortSignal.any([lease.signal, this.#grace]);
      await handler(timer, { signal, attempt: count, logger: this.#logger });
      const timerKeys = [keys.timers(this.category), keys.timerBodies(this.category)];
      await orOutage(this.#events.redis.quickmartFired(2, ...timerKeys, id, due));
      this.#attempts.delete(key);
      this.#logger.info(fields, 'timer fired');
    } catch (err) {
      const outage = err instanceof OutageError || isRedisOutage(err);
      const capMs = outage ? limits.outageBackoffCapMs : limits.backoffCapMs;
      const waitMs = limits.backoffBaseMs + backoffMs(count, limits.backoffBaseMs, capMs);
      this.#forgetOld();
      this.#attempts.set(key, { count: outage ? count - 1 : count, notBefore: performance.now() + waitMs });
      this.#logger[outage ? 'warn' : 'error']({ ...fields, err }, 'timer failed, trying again');
    }
  }

  /** What has not come again for so long was cancelled, or is fired by somebody else. */
  #forgetOld(): void {
    const old = performance.now() - limits.backoffCapMs;
    for (const [key, { notBefore }] of this.#attempts) if (notBefore < old) this.#attempts.delete(key);
  }
}

const keyOf = (id: string, due: string): string => `${due} ${id}`;
