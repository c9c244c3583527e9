/** An entry of the log for people: as it was written, whether or not this checkout can read it. */
import { formatPosition, type LogEntry, type Meta, rawEvent } from '@quickmart/streams';

export type LoggedEvent = {
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
export type Unreadable = { position: string; unreadable: string; fields: string[] };
export type Logged = LoggedEvent | Unreadable;

export function logged(entry: LogEntry): Logged {
  const position = formatPosition(entry);
  try {
    const raw = rawEvent(entry.category, entry.partition, entry.entry);
    const { eventId, eventType, schema, aggregateId, version, at } = raw;
    const [data, meta] = [JSON.parse(raw.data), JSON.parse(raw.meta) as Meta];
    return { position, eventId, eventType, schema, aggregateId, version, at, data, meta };
  } catch (error) {
    return { position, unreadable: (error as Error).message, fields: entry.entry[1] };
  }
}

/** For `--json`: times as text. */
export const jsonOf = (event: Logged): object =>
  'unreadable' in event ? event : { ...event, at: new Date(event.at).toISOString() };

const dataShown = 160;

export function lineOf(event: Logged): string {
  if ('unreadable' in event) return `${event.position.padEnd(22)} cannot be read: ${event.unreadable}`;
  const { position, eventType, aggregateId, version, at, data } = event;
  return `${clock(at)} ${position.padEnd(20)} ${eventType.padEnd(30)} ${aggregateId} v${version} ${shortened(data)}`;
}

/** `09:11:14.849`, UTC. */
export const clock = (at: number): string => new Date(at).toISOString().slice(11, -1);

export function shortened(value: unknown, length = dataShown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
