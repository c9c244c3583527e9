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
  type EventLog,
  type EventStore,
  type LogEntry,
  type RawEvent,
  rawEvent,
  readAggregate,
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
      if (known !== undefined) known.push(exported(store, event));
      else if (isTheirs(event))
        theirs.set(event.aggregateId, [...(await before(store, event)), exported(store, event)]);
    }
    events.push(...[...theirs.values()].flat());
  }
  return { exportedAt, ids: [...ids], events: await opened(sealing, ids, events) };
}

async function* eventsOf({ log }: EventStore, category: string): AsyncGenerator<RawEvent> {
  for await (const page of readCategory(log.redis, category)) yield* page.flatMap(eventIn);
}

/** Nothing where the entry is no event: it says nothing about anybody. */
function eventIn({ category, partition, entry }: LogEntry): RawEvent[] {
  try {
    return [rawEvent(category, partition, entry)];
  } catch {
    return [];
  }
}

/** What happened to an aggregate before an event has named the person. */
async function before(
  store: EventStore,
  { category, aggregateId, version }: RawEvent,
): Promise<ExportedEvent[]> {
  const events: ExportedEvent[] = [];
  for (let fromVersion = 1; fromVersion < version; fromVersion += eventsPerPage) {
    const range = { fromVersion, limit: Math.min(eventsPerPage, version - fromVersion) };
    const { entries } = await readAggregate(store.log.redis, category, aggregateId, range);
    events.push(...entries.flatMap(eventIn).map((event) => exported(store, event)));
  }
  return events;
}

const iso = (at: number): string => new Date(at).toISOString();

function exported({ log }: EventStore, raw: RawEvent): ExportedEvent {
  const { category, aggregateId, version, eventType, at } = raw;
  const data = registry.shown(eventType, dataOf(log, raw));
  return { category, aggregateId, version, eventType, at: iso(at), data };
}

/** As it is read today; what this build cannot read, as it was written. */
function dataOf({ codec }: EventLog, raw: RawEvent): unknown {
  for (const read of [() => decodeEvent(codec, raw).data, () => JSON.parse(raw.data)])
    try {
      return read();
    } catch {} // not in this way
  return raw.data;
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
