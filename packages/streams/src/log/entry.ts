/** Between the fields of a stream entry and an event. */
import { PermanentError } from './errors.ts';
import type { EventCodec, Meta, StoredEvent } from './event.ts';

/** As Redis answers: id, then field, value, field, value… */
export type Entry = [id: string, fields: string[]];

/** An event whose data and meta are not parsed yet. */
export type RawEvent = Omit<StoredEvent<string, string>, 'meta'> & { meta: string };

export function parseId(id: string): { epoch: number; pos: number } {
  const dash = id.indexOf('-');
  return { epoch: Number(id.slice(0, dash)), pos: Number(id.slice(dash + 1)) };
}

const names = ['eventId', 'eventType', 'schema', 'aggregateId', 'version', 'at', 'data', 'meta'];

/** Whether these are the fields of an event, in the order of the append script. Anything else in a stream is no event. */
export function isEvent(fields: readonly string[]): boolean {
  if (fields.length !== names.length * 2) return false;
  for (let i = 0; i < names.length; i++) if (fields[2 * i] !== names[i]) return false;
  return true;
}

export function rawEvent(category: string, partition: number, [id, fields]: Entry): RawEvent {
  if (fields.length === 0) throw new PermanentError(`entry ${id} of ${category}.${partition} was deleted`);
  if (!isEvent(fields)) throw new PermanentError(`entry ${id} of ${category}.${partition} is not an event`);
  const value = (i: number) => fields[2 * i + 1]!;
  return {
    category,
    partition,
    ...parseId(id),
    eventId: value(0),
    eventType: value(1),
    schema: Number(value(2)),
    aggregateId: value(3),
    version: Number(value(4)),
    at: Number(value(5)),
    data: value(6),
    meta: value(7),
  };
}

/** Of an entry that may not be an event: '' then. */
export const eventIdOf = ([, fields]: Entry): string => (fields[0] === 'eventId' ? (fields[1] ?? '') : '');

/** Undefined for an entry that is no event, whatever its fields are called. */
export const aggregateIdOf = ([, fields]: Entry): string | undefined =>
  isEvent(fields) ? fields[2 * names.indexOf('aggregateId') + 1] : undefined;

/** Throws {@link PermanentError} where the entry cannot be understood: reading it again would not help. */
export function decodeEvent(codec: EventCodec, raw: RawEvent): StoredEvent {
  try {
    return {
      ...raw,
      data: codec.decode(raw.eventType, raw.schema, JSON.parse(raw.data)),
      meta: JSON.parse(raw.meta) as Meta,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PermanentError(`event ${raw.eventId} cannot be decoded: ${reason}`, { cause });
  }
}
