/**
 * What the handlers have to do: a queue per group and aggregate, in the order of its events. The first of a queue is handled
 * when the recording has its first effect; one without an effect, right after its event.
 */
import type { AnyHandlers, HandlerContext, StoredEvent } from '@quickmart/streams';
import type { Recorded, Story } from './recorded.ts';

/** A handler that threw: in a system its event would become a dead letter, and its aggregate would wait. */
export type Failed = { group: string; eventType: string; aggregateId: string; reason: string };
type Work = { event: StoredEvent; dueSeq: number; at: number; hasEffect: boolean };
export type Queue = {
  name: string;
  group: string;
  handlers: AnyHandlers;
  works: Work[];
  running: Promise<void> | undefined;
  isParked: boolean;
};

/** A handler has to run again, after an event from outside. */
export class TooEarlyError extends Error {
  readonly event: Recorded;

  constructor(event: Recorded) {
    super(`not before ${event.eventType}`);
    this.event = event;
  }
}

export type QueueOptions = {
  story: Story;
  /** Category → the group that decides it again. */
  own: ReadonlyMap<string, string>;
  /** What a group does with the events of a category. */
  handlersOf: (group: string, category: string) => AnyHandlers | undefined;
  context: () => HandlerContext;
};

export class Queues {
  readonly failed: Failed[] = [];
  readonly #options: QueueOptions;
  readonly #queues = new Map<string, Queue>();

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** To all groups that react to the event. */
  add(event: StoredEvent): void {
    for (const group of new Set(this.#options.own.values())) {
      const handlers = this.#options.handlersOf(group, event.category);
      if (handlers?.[event.eventType] === undefined) continue;
      const name = `${group} ${event.category} ${event.aggregateId}`;
      const idle = { works: [], running: undefined, isParked: false };
      const queue: Queue = this.#queues.get(name) ?? { name, group, handlers, ...idle };
      queue.works.push({ event, ...this.#dueOf(group, event) });
      this.#queues.set(name, queue);
    }
  }

  #dueOf(group: string, event: StoredEvent): Omit<Work, 'event'> {
    const { own, story } = this.#options;
    const categories = [...own].flatMap(([category, name]) => (name === group ? [category] : []));
    const effects = categories.flatMap((category) => story.effects(category, event.eventId));
    const first = effects.toSorted((a, b) => a.seq - b.seq)[0];
    if (first !== undefined) return { dueSeq: first.seq, at: first.at, hasEffect: true };
    return { dueSeq: story.byId(event.eventId)?.seq ?? 0, at: event.at, hasEffect: false };
  }

  /** Of the queues that can go on, the one whose turn is first. */
  next(): Queue | undefined {
    let next: Queue | undefined;
    for (const queue of this.#queues.values()) {
      const [work] = queue.works;
      if (work === undefined || queue.running !== undefined || queue.isParked) continue;
      if (next === undefined || work.dueSeq < next.works[0]!.dueSeq) next = queue;
    }
    return next;
  }

  /** The one of this aggregate whose handler runs. */
  running(aggregateId: string): Queue | undefined {
    return [...this.#queues.values()].find(
      ({ running, works }) => running && works[0]?.event.aggregateId === aggregateId,
    );
  }

  /** Begins with the first of the queue; resolves when its handler is done. */
  begin(queue: Queue): Promise<void> {
    queue.running = this.#handle(queue).finally(() => {
      queue.running = undefined;
      if (queue.works.length === 0 && !queue.isParked) this.#queues.delete(queue.name);
    });
    return queue.running;
  }

  async #handle(queue: Queue): Promise<void> {
    const work = queue.works[0]!;
    const { event } = work;
    const { eventType, aggregateId } = event;
    try {
      await queue.handlers[eventType]!(event, this.#options.context());
    } catch (error) {
      if (error instanceof TooEarlyError) {
        work.dueSeq = error.event.seq + 0.5;
        work.at = error.event.at;
        return;
      }
      // The events that follow queue up behind it.
      queue.isParked = true;
      this.failed.push({ group: queue.group, eventType, aggregateId, reason: (error as Error).message });
    }
    queue.works.shift();
  }
}
