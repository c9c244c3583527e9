/** What comes by itself in a life: events of an aggregate, to a group in order, and again where the handler died; and timers. */
import type { HandlerContext, StoredEvent, TimerHandlers } from '@quickmart/streams';
import type { Random } from '../../src/random.ts';
import { Died } from '../played-provider.ts';
import type { MemoryLog } from './memory.ts';

const context = { signal: new AbortController().signal } as unknown as HandlerContext;

export type AnyHandlers = Record<string, (event: StoredEvent, context: HandlerContext) => Promise<void>>;
/** Of a group, for the events of a category. */
export type Reaction = readonly [group: string, category: string, handlers: AnyHandlers];
type Queue = { handlers: AnyHandlers; events: StoredEvent[] };

type Options = {
  rng: Random;
  log: Pick<MemoryLog, 'timers'>;
  reactions: readonly Reaction[];
  timers: Readonly<Record<string, TimerHandlers>>;
};

export class Queues {
  readonly #rng: Random;
  readonly #options: Options;
  readonly #queues = new Map<string, Queue>();
  readonly #fired = new Set<string>();

  constructor(options: Options) {
    this.#rng = options.rng;
    this.#options = options;
  }

  add(event: StoredEvent): void {
    for (const [group, category, handlers] of this.#options.reactions) {
      if (category !== event.category || handlers[event.eventType] === undefined) continue;
      const name = `${group} ${category} ${event.aggregateId}`;
      const queue = this.#queues.get(name) ?? { handlers, events: [] };
      queue.events.push(event);
      this.#queues.set(name, queue);
    }
  }

  /** One event of some queue; false where there is none. It comes again where its handler dies. */
  async deliver(isReliable = false): Promise<boolean> {
    const queues = [...this.#queues.values()].filter(({ events }) => events.length > 0);
    if (queues.length === 0) return false;
    const { handlers, events } = this.#rng.pick(queues);
    const [event] = events as [StoredEvent];
    let hasDied = !isReliable && this.#rng.between(1, 8) === 1;
    try {
      await handlers[event.eventType]!(event, context);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      hasDied = true;
    }
    if (!hasDied) events.shift();
    return true;
  }

  /** A timer; false where none is set that is meant. */
  async fire(isMeant: (timer: { type: string }) => boolean): Promise<boolean> {
    const timers = this.#options.log.timers().filter((timer) => isMeant(timer) && !this.#fired.has(timer.id));
    if (timers.length === 0) return false;
    const timer = this.#rng.pick(timers);
    this.#fired.add(timer.id);
    await this.#options.timers[timer.category]![timer.type]!(timer, context);
    return true;
  }
}
