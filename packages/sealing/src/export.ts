/**
 * Everything about a person, from the logs: every aggregate that names them, with all of its events, opened. An order names
 * its customer, a payment and a review do, too; what others have said about it belongs to it.
 *
 * It reads every log once, from its first event to its last, and looks at texts only: where an id of the person stands in an
 * event, be it by itself or in a sealed text, its aggregate is theirs.
 */
import { sealedInJson, subjectIn } from '@quickmart/contracts/personal';
import { registry } from '@quickmart/contracts/registry';
import {
  clock,
  decodeEvent,
  type EventStore,
  type RawEvent,
  rawEvent,
  readCategory,
} from '@quickmart/streams';
import type { Sealing } from './sealing.ts';

/** One event, as everybody may read it. */
export type ExportedEvent = {
  category: string;
  aggregateId: string;
  version: number;
  eventType: string;
  at: string;
  data: unknown;
};
export type Exported = { exportedAt: string; ids: string[]; events: ExportedEvent[] };

/** `ids`: those of the person. `names`: texts that orders name them by. */
export type Exportable = { ids: readonly string[]; names: readonly string[] };

type Source = { store: EventStore; sealing: Sealing };
const eventsPerPage = 1_000;

/** `categories`: the logs to look through. */
export async function exportSubject(
  { store, sealing }: Source,
  { ids, names }: Exportable,
  categories: readonly string[],
): Promise<Exported> {
  const exportedAt = iso(clock.now());
  // Before personal data was sealed, events had the name itself, as a value of their data.
  const texts = [...ids, ...names.map((name) => JSON.stringify(name))];
  const isTheirs = ({ aggregateId, data }: RawEvent) =>
    ids.includes(aggregateId) || texts.some((text) => data.includes(text));
  const events: ExportedEvent[] = [];
  for (const category of categories) {
    const theirs = new Map<string, ExportedEvent[]>();
    for await (const event of eventsOf(store, category)) {
      const known = theirs.get(event.aggregateId);
      if (known !== undefined) known.push(exported(event, dataOf(store, event)));
      else if (isTheirs(event))
        theirs.set(event.aggregateId, [
          ...(await before(store, event)),
          exported(event, dataOf(store, event)),
        ]);
    }
    events.push(...[...theirs.values()].flat());
  }
  return { exportedAt, ids: [...ids], events: await opened(sealing, ids, events) };
}

async function* eventsOf({ log }: EventStore, category: string): AsyncGenerator<RawEvent> {
  for await (const page of readCategory(log.redis, category))
    for (const { partition, entry } of page) {
      try {
        yield rawEvent(category, partition, entry);
      } catch {} // no event: it says nothing about anybody
    }
}

/** What happened to an aggregate before an event has named the person. */
async function before(
  store: EventStore,
  { category, aggregateId, version }: RawEvent,
): Promise<ExportedEvent[]> {
  const events: ExportedEvent[] = [];
  while (events.length < version - 1) {
    const limit = Math.min(eventsPerPage, version - 1 - events.length);
    const page = await store.history(category, aggregateId, { afterVersion: events.length, limit });
    if (page.length === 0) break;
    events.push(...page.map((event) => exported(event, event.data)));
  }
  return events;
}

const iso = (at: number): string => new Date(at).toISOString();

function exported(
  { category, aggregateId, version, eventType, at }: Omit<RawEvent, 'data' | 'meta'>,
  data: unknown,
): ExportedEvent {
  const shown = registry.shown(eventType, data);
  return { category, aggregateId, version, eventType, at: iso(at), data: shown };
}

/** As it is read today; what cannot be read, as it stands. */
function dataOf({ log }: EventStore, raw: RawEvent): unknown {
  try {
    return decodeEvent(log.codec, raw).data;
  } catch {
    return raw.data;
  }
}

/** What is theirs is opened; what is sealed for somebody else is not theirs to read. */
async function opened(
  sealing: Sealing,
  ids: readonly string[],
  events: readonly ExportedEvent[],
): Promise<ExportedEvent[]> {
  const text = JSON.stringify(events);
  const own = [...text.matchAll(sealedInJson)]
    .map(([, sealed]) => sealed!)
    .filter((one) => ids.includes(subjectIn(one)!));
  const texts = await sealing.open(own);
  return JSON.parse(
    text.replaceAll(sealedInJson, (_, one: string) => JSON.stringify(texts.get(one) ?? null)),
  );
}
