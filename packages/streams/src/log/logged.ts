/** An entry of the log for people: as it was written, whether or not this build can read it. */
import { rawEvent } from './entry.ts';
import { formatPosition, type Meta } from './event.ts';
import type { LogEntry } from './reader.ts';

export type LoggedEvent = {
  category: string;
  position: string;
  eventId: string;
  eventType: string;
  schema: number;
  aggregateId: string;
  version: number;
  /** UTC ms. */
  at: number;
  data: unknown;
  meta: Partial<Meta>;
};
/** Something that is no event. */
export type Unreadable = { position: string; unreadable: string; fields: string[] };
export type Logged = LoggedEvent | Unreadable;

export function logged(entry: LogEntry): Logged {
  const position = formatPosition(entry);
  try {
    const raw = rawEvent(entry.category, entry.partition, entry.entry);
    const { category, eventId, eventType, schema, aggregateId, version, at } = raw;
    const [data, meta] = [JSON.parse(raw.data), JSON.parse(raw.meta) as Meta];
    return { category, position, eventId, eventType, schema, aggregateId, version, at, data, meta };
  } catch (error) {
    return { position, unreadable: (error as Error).message, fields: entry.entry[1] };
  }
}
