/**
 * Side effects: events of one aggregate strictly in order, different aggregates at the same time.
 *
 * Each aggregate with open events is a lane. A lane whose handler failed waits for its backoff without holding up
 * the others. While something that handlers stand on is down, one lane at a time probes it, and nothing is counted.
 */
import { type Delivery, describe } from './delivery.ts';
import { decodeEvent, type Entry, type RawEvent, rawEvent } from './entry.ts';
import { OutageError, PermanentError } from './errors.ts';
import type { EventMap, Log, StoredEvent } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';
import { backoffMs } from './retry.ts';
import type { Settler } from './settler.ts';
import { delivered, type Mode } from './subscription.ts';

/** `signal` is aborted when the handler has to end; `attempt` counts from 1. */
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
  readonly #events: EventLog;
  readonly #category: string;
  readonly #group: string;
  readonly #consumer: string;
  readonly #handlers: AnyHandlers;
  readonly #settler: Settler;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  readonly #lanes = new Map<string, Delivery[]>();
  readonly #ready: string[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #pause: NodeJS.Timeout | undefined;
  #active = 0;
  #outages = 0;
  #stopped: (() => void) | undefined;

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    consumer: string;
    handlers: AnyHandlers;
    settler: Settler;
    log: Log;
    signal: AbortSignal;
  }) {
    this.#events = options.events;
    this.#category = options.category;
    this.#group = options.group;
    this.#consumer = options.consumer;
    this.#handlers = options.handlers;
    this.#settler = options.settler;
    this.#log = options.log;
    this.#signal = options.signal;
  }

  /** A new group starts at the first event; of a known one, everything that was handed out and not settled comes back. */
  async prepare(partition: number): Promise<Delivery[]> {
    const { redis } = this.#events;
    const stream = keys.events(this.#category, partition);
    await redis.xgroup('CREATE', stream, this.#group, '0', 'MKSTREAM').catch(unlessGroupExists);
    const pending: Delivery[] = [];
    for (let after = '-'; ; after = `(${pending.at(-1)!.id}`) {
      const page = await redis.xpending(stream, this.#group, after, '+', limits.readCount, this.#consumer);
      const counted = page as [id: string, consumer: string, idleMs: number, deliveries: number][];
      const entries = await Promise.all(counted.map(([id]) => redis.xrange(stream, id, id)));
      for (const [i, [id, , , deliveries]] of counted.entries()) {
        const entry = (entries[i] as Entry[])[0] ?? [id, []]; // deleted: cannot be handled any more, and that is said
        pending.push(delivered(this.#category, partition, entry, Math.max(0, deliveries - 1)));
      }
      if (counted.length < limits.readCount) return pending;
    }
  }

  deliver(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      const event = readable(delivery);
      // Nobody here asks for this type: done, without a look at its data.
      if (event && this.#handlers[event.eventType] === undefined) this.#settler.ack(delivery);
      else this.#enqueue(event?.aggregateId ?? delivery.id, delivery);
    }
    this.#pump();
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#pause);
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      if (this.#active === 0) resolve();
    });
  }

  #enqueue(lane: string, delivery: Delivery): void {
    const open = this.#lanes.get(lane);
    if (open) {
      open.push(delivery);
    } else {
      this.#lanes.set(lane, [delivery]);
      this.#ready.push(lane);
    }
  }

  #pump(): void {
    while (this.#stopped === undefined && this.#active < this.#width() && this.#ready.length > 0) {
      this.#active++;
      void this.#step(this.#ready.shift()!).then(() => {
        this.#active--;
        if (this.#stopped && this.#active === 0) this.#stopped();
        this.#pump();
      });
    }
  }

  /** While something is down: nothing during the pause, then one lane, until it succeeds. */
  #width(): number {
    if (this.#outages === 0) return limits.reactConcurrency;
    return this.#pause === undefined ? 1 : 0;
  }

  /** Handles the first event of a lane. Never throws. */
  async #step(lane: string): Promise<void> {
    const deliveries = this.#lanes.get(lane)!;
    const delivery = deliveries[0]!;
    try {
      await this.#handle(delivery);
      this.#outages = 0;
    } catch (error) {
      if (!(await this.#failed(lane, delivery, error))) return;
    }
    deliveries.shift();
    if (deliveries.length > 0) this.#ready.push(lane);
    else this.#lanes.delete(lane);
  }

  async #handle(delivery: Delivery): Promise<void> {
    const began = performance.now();
    const raw = rawEvent(delivery.category, delivery.partition, delivery.entry);
    const event = decodeEvent(this.#events.codec, raw);
    const attempt = delivery.attempts + 1;
    await this.#handlers[raw.eventType]!(event, { signal: this.#signal, attempt, log: this.#log });
    const { correlationId } = event.meta;
    const ms = Math.round((performance.now() - began) * 10) / 10;
    this.#log.info(
      { ...describe(raw, delivery), group: this.#group, correlationId, attempt, ms },
      'event handled',
    );
    this.#settler.ack(delivery);
  }

  /** Puts the lane where it is tried again; true where the event went to the dead letters and the lane goes on. */
  async #failed(lane: string, delivery: Delivery, error: unknown): Promise<boolean> {
    try {
      if (error instanceof OutageError) throw error;
      delivery.attempts++;
      if (error instanceof PermanentError || delivery.attempts >= limits.attemptsMax) {
        await this.#settler.bury(delivery, error);
        this.#log.error({ ...this.#fields(delivery), err: error }, 'event moved to the dead letters');
        return true;
      }
      await this.#settler.countAttempt(delivery);
      this.#log.warn({ ...this.#fields(delivery), err: error }, 'event failed, trying again');
      this.#later(lane, backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs));
    } catch (outage) {
      this.#pauseAll(lane, outage);
    }
    return false;
  }

  /** Something that handlers stand on is down: all lanes wait, this one is the first to try again. */
  #pauseAll(lane: string, error: unknown): void {
    this.#ready.unshift(lane);
    if (this.#pause) return;
    if (this.#outages++ === 0)
      this.#log.warn({ group: this.#group, err: error }, 'handlers wait for a dependency');
    const waitMs = backoffMs(this.#outages, limits.backoffBaseMs, limits.outageBackoffCapMs);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#pump();
    }, limits.backoffBaseMs + waitMs);
  }

  #later(lane: string, waitMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.unshift(lane);
      this.#pump();
    }, waitMs);
    this.#timers.add(timer);
  }

  #fields(delivery: Delivery) {
    return { ...describe(readable(delivery), delivery), group: this.#group, attempts: delivery.attempts };
  }
}

export function unlessGroupExists(error: Error): void {
  if (!error.message.startsWith('BUSYGROUP')) throw error;
}

function readable({ category, partition, entry }: Delivery): RawEvent | undefined {
  try {
    return rawEvent(category, partition, entry);
  } catch {
    return undefined; // no event at all: handling it fails for good, and says why
  }
}
