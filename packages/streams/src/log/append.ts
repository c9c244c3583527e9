/** One append, from its TypeScript shape to the script's keys and arguments, and its answer back. */
import { randomUUIDv7 } from 'node:crypto';
import { limits } from '../limits.ts';
import type { Category } from './categories.ts';
import { decodeEvent, type Entry, parseId, rawEvent } from './entry.ts';
import { AppendTooLargeError } from './errors.ts';
import type { EventCodec, Meta, NewEvent, Position, StoredEvent } from './event.ts';
import { keys, partitionOf } from './keys.ts';
import type { Argument } from './scripts.ts';

/** A new event with its identity and its text, encoded once: a repeated attempt carries the same `eventId`. */
export type EncodedEvent = NewEvent & {
  eventId: string;
  at: number;
  meta: Meta;
  dataText: string;
  metaText: string;
};

export const encodeEvent = (event: NewEvent, at: number, meta: Meta): EncodedEvent => ({
  ...event,
  eventId: randomUUIDv7(),
  at,
  meta,
  dataText: JSON.stringify(event.data),
  metaText: JSON.stringify(meta),
});

/** A value that one aggregate of the category owns at a time, such as a SKU. */
export type Claim = { name: string; value: string; owner: string };

export type Snapshot = { version: number; reducerHash: string; state: unknown };
export type AggregateAppend = {
  id: string;
  expectedVersion: number;
  events: EncodedEvent[];
  snapshot?: Snapshot;
};

/** What is kept with an idempotency key: any JSON, and the position of one event (its index in the append). */
export type KeyedRecord = { idempotencyKey: string; eventIndex: number; record: unknown };

/** Fires once, at or after `dueAt` (UTC ms), unless it is cancelled. Set again under the same id, it is moved. */
export type Timer = {
  /** Unique in the category. */
  id: string;
  type: string;
  aggregateId: string;
  dueAt: number;
  /** Any JSON. */
  data: unknown;
  meta: Meta;
};

export type Append = {
  category: string;
  aggregates: AggregateAppend[];
  records?: KeyedRecord[];
  claims?: Claim[];
  releases?: Claim[];
  timers?: Timer[];
  cancelTimers?: string[];
};

export type AppendAnswer =
  | { kind: 'ok'; epoch: number; firstPos: number }
  | { kind: 'category'; partitions: number | undefined }
  | { kind: 'duplicate'; found: { index: number; epoch: number; pos: number; record: unknown }[] }
  | { kind: 'conflict'; found: { index: number; actual: number; unseen: StoredEvent[] }[] }
  | { kind: 'claimed'; found: { index: number; owner: string }[] }
  | { kind: 'blocked'; found: { index: number; lastId: string }[] };

export function encodeAppend(
  append: Append,
  { partitions, mark }: Category,
): { keys: string[]; args: Argument[] } {
  const {
    category,
    aggregates,
    records = [],
    claims = [],
    releases = [],
    timers = [],
    cancelTimers = [],
  } = append;
  const scriptKeys = [keys.head(category), keys.timers(category), keys.timerBodies(category)];
  for (const { idempotencyKey } of records) scriptKeys.push(keys.idempotency(category, idempotencyKey));
  for (const { id } of aggregates) scriptKeys.push(...aggregateKeys(category, id, partitions));
  for (const { name, value } of [...claims, ...releases]) scriptKeys.push(keys.claim(category, name, value));

  const args: Argument[] = [partitions, limits.idempotencyTtlMs, limits.unseenEvents];
  args.push(
    records.length,
    aggregates.length,
    claims.length,
    releases.length,
    timers.length,
    cancelTimers.length,
    mark,
  );
  for (const { idempotencyKey, eventIndex, record } of records)
    args.push(finite(eventIndex, `the event of idempotency key ${idempotencyKey}`), JSON.stringify(record));
  for (const aggregate of aggregates) encodeAggregate(aggregate, args);
  for (const { owner } of [...claims, ...releases]) args.push(owner);
  for (const { id, dueAt, ...body } of timers)
    args.push(id, finite(dueAt, `the time of timer ${id}`), JSON.stringify(body));
  args.push(...cancelTimers);
  checkSize(aggregates);
  return { keys: scriptKeys, args };
}

/** The script would find out when half of it is written. */
function finite(value: number, what: string): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${what} is no number: ${value}`);
}

/** Aggregate hash, index list, events stream: in the order of the scripts. */
export const aggregateKeys = (category: string, id: string, partitions: number): [string, string, string] => [
  keys.aggregate(category, id),
  keys.index(category, id),
  keys.events(category, partitionOf(id, partitions)),
];

function encodeAggregate({ id, expectedVersion, events, snapshot }: AggregateAppend, args: Argument[]): void {
  args.push(expectedVersion);
  if (snapshot) args.push(snapshot.version, snapshot.reducerHash, JSON.stringify(snapshot.state));
  else args.push('', '', '');
  args.push(events.length);
  for (const event of events) {
    args.push(event.eventId, event.eventType, event.schema, id, event.at);
    args.push(event.dataText, event.metaText);
  }
}

/** The limit is about events; replies and snapshots that go along are about as large as what they are of. */
function checkSize(aggregates: AggregateAppend[]): void {
  const events = aggregates.flatMap(({ events }) => events);
  if (events.length > limits.appendEvents) {
    throw new AppendTooLargeError(`${events.length} events in one append, at most ${limits.appendEvents}`);
  }
  const size = ({ dataText, metaText }: EncodedEvent) =>
    Buffer.byteLength(dataText) + Buffer.byteLength(metaText);
  const bytes = events.reduce((sum, event) => sum + size(event), 0);
  if (bytes > limits.appendBytes) {
    throw new AppendTooLargeError(`${bytes} bytes in one append, at most ${limits.appendBytes}`);
  }
}

/** A partition that takes no event. `lastId`: of the stream; its entry may have been deleted since. */
export type BlockedPartition = { category: string; partition: number; lastId: string };

export const blockedText = ({ category, partition, lastId }: BlockedPartition): string =>
  `${category}.${partition} takes no events: something was written past the append script, at ${lastId}, which is after ` +
  'the last position of the category';

type Answer = [kind: string, ...rest: unknown[]];

export function decodeAnswer(
  append: Append,
  partitions: number,
  codec: EventCodec,
  raw: unknown,
): AppendAnswer {
  const [kind, ...rest] = raw as Answer;
  switch (kind) {
    case 'ok':
      return { kind, epoch: Number(rest[0]), firstPos: Number(rest[1]) };
    case 'category':
      return { kind, partitions: rest[0] === '' ? undefined : Number(rest[0]) };
    case 'duplicate':
      return {
        kind,
        found: (rest as [number, string][]).map(([index, value]) => ({ index, ...parseRecord(value) })),
      };
    case 'claimed':
      return { kind, found: (rest as [number, string][]).map(([index, owner]) => ({ index, owner })) };
    case 'blocked':
      return { kind, found: (rest as [number, string][]).map(([index, lastId]) => ({ index, lastId })) };
    case 'conflict':
      return { kind, found: rest.map((row) => decodeConflict(append, partitions, codec, row)) };
    default:
      throw new Error(`the append script answered ${kind}`);
  }
}

function decodeConflict(append: Append, partitions: number, codec: EventCodec, row: unknown) {
  const [index, actual, ...entries] = row as [number, number, ...Entry[]];
  const { id } = append.aggregates[index]!;
  const partition = partitionOf(id, partitions);
  const unseen = entries.map((entry) => decodeEvent(codec, rawEvent(append.category, partition, entry)));
  return { index, actual, unseen };
}

/** An idempotency record holds the position of its event, a space, and the record. */
export function parseRecord(value: string): { epoch: number; pos: number; record: unknown } {
  const space = value.indexOf(' ');
  return { ...parseId(value.slice(0, space)), record: JSON.parse(value.slice(space + 1)) };
}

/** The events of an append as they stand in the log after it, in its order. */
export function storedEvents(
  append: Append,
  partitions: number,
  epoch: number,
  firstPos: number,
): StoredEvent[] {
  let pos = firstPos;
  return append.aggregates.flatMap(({ id, expectedVersion, events }) => {
    const place: Pick<Position, 'category' | 'partition'> = {
      category: append.category,
      partition: partitionOf(id, partitions),
    };
    return events.map((event, i) => {
      const { eventId, eventType, schema, at, data, meta } = event;
      const version = expectedVersion + i + 1;
      return {
        ...place,
        epoch,
        pos: pos++,
        eventId,
        eventType,
        schema,
        aggregateId: id,
        version,
        at,
        data,
        meta,
      };
    });
  });
}
