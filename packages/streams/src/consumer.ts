/**
 * The subscriptions of one service: which events it reacts to, and which read models it keeps.
 *
 * @example
 * const consumers = consumerGroup('inventory', { store, log })
 *   .react<ProductEvents>('product', { ProductCreatedEvent: createStock })
 *   .project('inventory', readModels.projector);
 * await consumers.start();
 */
import type { EventMap, Log } from './event.ts';
import { limits } from './limits.ts';
import { Project, type Projector } from './project.ts';
import { type AnyHandlers, type Handlers, React } from './react.ts';
import { Settler } from './settler.ts';
import type { EventStore } from './store.ts';
import { type Mode, Subscription, type SubscriptionStatus } from './subscription.ts';

/** One consumer per group: after a crash, the same name finds its own pending entries. */
const consumer = 'consumer';

export class ConsumerGroup {
  readonly name: string;
  readonly #store: EventStore;
  readonly #log: Log;
  readonly #subscriptions: Subscription[] = [];
  readonly #grace = new AbortController();
  #stopped: Promise<void> | undefined;

  constructor(name: string, options: { store: EventStore; log: Log }) {
    this.name = name;
    this.#store = options.store;
    this.#log = options.log;
  }

  /**
   * Side effects. A handler is called at least once per event, in order per aggregate; it makes its effect happen
   * once by an `appendId` that it derives from `event.eventId`.
   */
  react<Events extends EventMap>(category: string, handlers: Handlers<Events>): this {
    const group = this.name;
    const settler = this.#settler(category, group);
    const mode = new React({
      ...{ events: this.#store.log, category, group, consumer, settler, log: this.#log },
      handlers: handlers as AnyHandlers,
      signal: this.#grace.signal,
    });
    return this.#subscribe(category, group, mode, settler);
  }

  /** Read models: every event counts once, because the projector keeps the checkpoint with its rows. */
  project(category: string, projector: Projector): this {
    const group = `${this.name}-read-models`;
    const settler = this.#settler(category, group);
    const mode = new Project({
      events: this.#store.log,
      category,
      group,
      projector,
      settler,
      log: this.#log,
    });
    return this.#subscribe(category, group, mode, settler);
  }

  #settler(category: string, group: string): Settler {
    const { redis } = this.#store.log;
    return new Settler({ redis, category, group, consumer, log: this.#log, signal: this.#grace.signal });
  }

  #subscribe(category: string, group: string, mode: Mode, settler: Settler): this {
    const events = this.#store.log;
    this.#subscriptions.push(
      new Subscription({ events, category, group, consumer, mode, settler, log: this.#log }),
    );
    return this;
  }

  /** Begins to read. Redis may be down: that is said, and reading begins when it is there. */
  start(): void {
    for (const subscription of this.#subscriptions) subscription.start();
  }

  /**
   * Stops reading, finishes what runs (up to `graceMs`, then its signal is aborted) and acknowledges it. What was
   * not begun stays pending in Redis for the next start.
   */
  stop(graceMs: number = limits.drainMs): Promise<void> {
    this.#stopped ??= this.#stop(graceMs);
    return this.#stopped;
  }

  async #stop(graceMs: number): Promise<void> {
    const late = setTimeout(() => this.#grace.abort(), graceMs);
    const cut = new Promise<void>((resolve) => {
      this.#grace.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([Promise.all(this.#subscriptions.map((subscription) => subscription.stop())), cut]);
    clearTimeout(late);
  }

  /** Rejects where reading stopped for a reason that does not pass by itself. For readiness; lag is no such reason. */
  async healthy(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.assertHealthy();
  }

  status(): SubscriptionStatus[] {
    return this.#subscriptions.map((subscription) => subscription.status());
  }
}

export const consumerGroup = (name: string, options: { store: EventStore; log: Log }): ConsumerGroup =>
  new ConsumerGroup(name, options);
