/**
 * A recording as one story: all events in the order of their times, numbered. The ids in the events say which event has
 * caused which.
 */
import { registry } from '@quickmart/contracts/registry';
import { decodeEvent, type RawEvent, rawEvent, type StoredEvent } from '@quickmart/streams';
import { merged } from '../bounds.ts';
import { Failure } from '../failure.ts';
import type { Recording } from '../replay/source.ts';
import { assertComparable } from './limit.ts';

export type Recorded = RawEvent & {
  /** In the order of the story, from 0. */
  seq: number;
  correlationId: string;
  causationId: string | undefined;
};

export class Story {
  readonly events: Recorded[] = [];
  /** Entries that are no events. */
  strangers = 0;
  readonly #byId = new Map<string, Recorded>();
  readonly #slots = new Map<string, Recorded>();
  readonly #effects = new Map<string, Recorded[]>();
  readonly #aggregates = new Map<string, Recorded[]>();

  /** Throws a Failure where it does not begin with the first event, or is too long (see limit.ts). */
  static async of(recording: Recording): Promise<Story> {
    const story = new Story();
    for (const { category, first } of recording.header.categories)
      if (first !== null && first.pos !== 1)
        throw new Failure(`${category} begins at ${first.pos}: a comparison needs all that came before`);
    for await (const { category, partition, entry } of merged(
      recording.categories.map(({ pages }) => pages()),
    ))
      story.#add(category, partition, entry);
    return story;
  }

  #add(category: string, partition: number, entry: Parameters<typeof rawEvent>[2]): void {
    let raw: RawEvent;
    let meta: { correlationId?: string; causationId?: string };
    try {
      raw = rawEvent(category, partition, entry);
      meta = JSON.parse(raw.meta);
    } catch {
      this.strangers++;
      return;
    }
    const { correlationId = '', causationId } = meta;
    const event: Recorded = { ...raw, seq: this.events.length, correlationId, causationId };
    this.events.push(event);
    assertComparable(this.events.length);
    this.#byId.set(event.eventId, event);
    this.#slots.set(slotOf(category, event.aggregateId, event.version), event);
    push(this.#aggregates, `${category} ${event.aggregateId}`, event);
    if (causationId !== undefined) push(this.#effects, `${category} ${causationId}`, event);
  }

  /** The events of an aggregate, in order. */
  of(category: string, aggregateId: string): readonly Recorded[] {
    return this.#aggregates.get(`${category} ${aggregateId}`) ?? [];
  }

  byId(eventId: string): Recorded | undefined {
    return this.#byId.get(eventId);
  }

  /** The event that an aggregate had at this version. */
  at(category: string, aggregateId: string, version: number): Recorded | undefined {
    return this.#slots.get(slotOf(category, aggregateId, version));
  }

  /** What an event has led to in a category, in order. */
  effects(category: string, eventId: string): readonly Recorded[] {
    return this.#effects.get(`${category} ${eventId}`) ?? [];
  }
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const slotOf = (category: string, aggregateId: string, version: number): string =>
  `${category} ${aggregateId} ${version}`;

/** Undefined where this checkout cannot read it. */
export function decoded(event: RawEvent): StoredEvent | undefined {
  try {
    return decodeEvent(registry, event);
  } catch {
    return undefined;
  }
}
