/**
 * The subscriptions of one service: which events it reacts to, and which read models it keeps.
 *
 * @example
 * const consumers = consumerGroup('inventory', { store, logger })
 *   .react<ProductEvents>('product', { ProductCreatedEvent: createStock })
 *   .project('inventory', readModels.projector);
 * await consumers.start();
 */

import { limits } from '../limits.ts';
import type { EventMap, Logger } from '../log/event.ts';
import type { EventStore } from '../write/store.ts';
import type { Mode, ModeContext } from './mode.ts';
import type { AnyHandlers } from './pipeline/attempt.ts';
import { Project, type Projector } from './project.ts';
import { type Handlers, React } from './react.ts';
import { Subscription, type SubscriptionStatus } from './subscription.ts';
import { type TimerHandlers, Timers } from './timers.ts';

export class ConsumerGroup {
  readonly name: string;
  readonly #store: EventStore;
  readonly #logger: Logger;
  #isStarted = false;
  readonly #subscriptions: (Subscription | Timers)[] = [];
  readonly #grace = new AbortController();
  readonly #reactions = new Map<string, AnyHandlers>();
  readonly #timers = new Map<string, TimerHandlers>();
  #stopped: Promise<void> | undefined;

  constructor(name: string, options: { store: EventStore; logger: Logger }) {
    this.name = name;
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /**
   * Side effects. A handler is called at least once per event, in order per aggregate; it makes its effect happen
   * once by an `idempotencyKey` that it derives from `event.eventId`.
   */
  react<Events extends EventMap>(category: string, handlers: Handlers<Events>): this {
    this.#reactions.set(category, handlers as AnyHandlers);
    return this.#subscribe(category, this.name, (context) => new React(context, handlers as AnyHandlers));
  }

  /** Read models: every event counts once, because the projector keeps the checkpoint with its rows. */
  project(category: string, projector: Projector): this {
    return this.#subscribe(
      category,
      `${this.name}-read-models${projector.groupSuffix ?? ''}`,
      (context) => new Project(context, projector),
    );
  }

  /**
   * Durable timers of a category, by type. A handler is called at least once per timer; with the idempotency key of
   * {@link commandOfTimer} it has one effect, whatever has crashed and however late it is.
   */
  timers(category: string, handlers: TimerHandlers): this {
    const group = `${this.name}-timers`;
    this.#timers.set(category, handlers);
    this.#subscriptions.push(new Timers({ ...this.#shared(), category, group, handlers }));
    return this;
  }

  #subscribe(category: string, group: string, mode: (context: ModeContext) => Mode): this {
    this.#subscriptions.push(new Subscription({ ...this.#shared(), category, group, mode }));
    return this;
  }

  #shared() {
    const { log: events, observer } = this.#store;
    return { events, observer, service: this.name, logger: this.#logger, grace: this.#grace.signal };
  }

  /** The handlers, by category: for tools that decide themselves what happens next. */
  get handlers(): {
    reactions: ReadonlyMap<string, AnyHandlers>;
    timers: ReadonlyMap<string, TimerHandlers>;
  } {
    return { reactions: this.#reactions, timers: this.#timers };
  }

  /** Begins to read. Where Redis is down, that is logged, and reading begins when it is up. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    for (const subscription of this.#subscriptions) subscription.start();
  }

  /** Whether it was started: a process that serves requests only is not. */
  get isStarted(): boolean {
    return this.#isStarted;
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
    await Promise.all(this.#subscriptions.map((subscription) => subscription.leave()));
  }

  /**
   * For readiness: rejects where reading stopped for a reason that does not pass by itself, or where partitions cannot be
   * kept. The message says why. Lag is no such reason.
   */
  async healthy(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.assertHealthy();
  }

  status(): SubscriptionStatus[] {
    return this.#subscriptions.map((subscription) => subscription.status());
  }
}

export const consumerGroup = (name: string, options: { store: EventStore; logger: Logger }): ConsumerGroup =>
  new ConsumerGroup(name, options);
