/**
 * Everything about a person, from the logs: every aggregate that names them, with all of its events, opened. An order names
 * its customer, a payment and a review do, too; what others have said about it belongs to it.
 *
 * It reads every log from its first event to its last, and looks at texts only: where the id of a person stands in an
 * event, be it by itself or in a sealed text, its aggregate is theirs.
 */
import { sealedInJson, subjectIn } from '@quickmart/contracts/personal';
import { decodeEvent, type EventStore, type RawEvent, rawEvent, readCategory } from '@quickmart/streams';
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
export type Exported = { subject: string; customer: string; events: ExportedEvent[] };

type Source = { store: EventStore; sealing: Sealing };

/** `customer`: a UUID, or the text that orders name the customer by. `categories`: the logs to look through. */
export async function exportSubject(
  { store, sealing }: Source,
  customer: string,
  categories: readonly string[],
): Promise<Exported> {
  const subject = sealing.subjectOf(customer);
  // Before personal data was sealed, events had the customer's text itself, as a value of their data.
  const quoted = JSON.stringify(customer);
  const names = ({ aggregateId, data }: RawEvent) =>
    aggregateId === subject || data.includes(subject) || data.includes(quoted);
  const events: ExportedEvent[] = [];
  for (const category of categories) {
    const theirs = new Set<string>();
    for await (const event of eventsOf(store, category)) if (names(event)) theirs.add(event.aggregateId);
    if (theirs.size === 0) continue;
    for await (const event of eventsOf(store, category))
      if (theirs.has(event.aggregateId)) events.push(exported(store, event));
  }
  return { subject, customer, events: await opened(sealing, subject, events) };
}

async function* eventsOf({ log }: EventStore, category: string): AsyncGenerator<RawEvent> {
  for await (const page of readCategory(log.redis, category))
    for (const { partition, entry } of page) {
      try {
        yield rawEvent(category, partition, entry);
      } catch {} // no event: it says nothing about anybody
    }
}

/** As it is read today; what cannot be read, as it stands. */
function exported({ log }: EventStore, raw: RawEvent): ExportedEvent {
  const { category, aggregateId, version, eventType, at } = raw;
  return {
    category,
    aggregateId,
    version,
    eventType,
    at: new Date(at).toISOString(),
    data: dataOf(log, raw),
  };
}

function dataOf({ codec }: EventStore['log'], raw: RawEvent): unknown {
  try {
    return decodeEvent(codec, raw).data;
  } catch {
    return raw.data;
  }
}

/** What is theirs is opened; what is sealed for somebody else is not theirs to read. */
async function opened(
  sealing: Sealing,
  subject: string,
  events: readonly ExportedEvent[],
): Promise<ExportedEvent[]> {
  const text = JSON.stringify(events);
  const own = [...text.matchAll(sealedInJson)]
    .map(([, sealed]) => sealed!)
    .filter((one) => subjectIn(one) === subject);
  const texts = await sealing.open(own);
  return JSON.parse(
    text.replaceAll(sealedInJson, (_, one: string) => JSON.stringify(texts.get(one) ?? null)),
  );
}
