/**
 * A recording: NDJSON. The first line is a header, padded with blanks so that it can be written last, in its place. Then
 * comes one line per entry of the log, category by category, in the order of the positions.
 *
 * The data and meta of an event stand there as JSON, to be read and searched. An entry that is no event, or that would not be
 * the same to the byte again, stands there as its bare fields.
 */
import { formatPosition, type LogEntry, parsePosition, rawEvent } from '@quickmart/streams';
import { z } from 'zod';

export const formatVersion = 1;
export const headerBytes = 16_384;

const place = z.object({ epoch: z.int(), pos: z.int() });
const recordedCategory = z.object({
  category: z.string(),
  partitions: z.int(),
  keyFormat: z.int(),
  count: z.int(),
  /** The first and the last entry; null where there is none. */
  first: place.nullable(),
  last: place.nullable(),
});
export type RecordedCategory = z.infer<typeof recordedCategory>;

/** The place up to which a group has handled everything, per partition; null: nothing yet. */
const recordedGroup = z.object({
  category: z.string(),
  group: z.string(),
  done: z.array(z.string().nullable()),
});
export type RecordedGroup = z.infer<typeof recordedGroup>;

export const headerShape = z.object({
  format: z.literal('quickmart-recording'),
  version: z.literal(formatVersion),
  recordedAt: z.string(),
  categories: z.array(recordedCategory),
  groups: z.array(recordedGroup),
  count: z.int(),
  /** Lines after the entries: unique values, and timers that had not fired. */
  claims: z.int(),
  timers: z.int(),
  /** Of everything after the header. */
  digest: z.string().startsWith('sha256:'),
});
export type Header = z.infer<typeof headerShape>;

const claim = z.object({ claim: z.string(), category: z.string(), owner: z.string() });
export type Claim = z.infer<typeof claim>;
const timer = z.object({ timer: z.string(), category: z.string(), dueAt: z.number(), body: z.string() });
export type Timer = z.infer<typeof timer>;
export type Line = LogEntry | Claim | Timer;

const names = ['eventId', 'eventType', 'schema', 'aggregateId', 'version', 'at', 'data', 'meta'];
const eventLine = z.object({
  position: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  schema: z.number(),
  aggregateId: z.string(),
  version: z.number(),
  at: z.number(),
  data: z.unknown(),
  meta: z.unknown(),
});
const bareLine = z.object({ position: z.string(), fields: z.array(z.string()) });

export function lineOfEntry(entry: LogEntry): string {
  const position = formatPosition(entry);
  const { category, partition } = entry;
  try {
    const raw = rawEvent(category, partition, entry.entry);
    const { eventId, eventType, schema, aggregateId, version, at } = raw;
    const [data, meta] = [JSON.parse(raw.data), JSON.parse(raw.meta)];
    const line = { position, eventId, eventType, schema, aggregateId, version, at, data, meta };
    const fields = fieldsOf(line);
    if (fields.every((field, i) => field === entry.entry[1][i])) return JSON.stringify(line);
  } catch {} // no event: as it is
  return JSON.stringify({ position, fields: entry.entry[1] });
}

/** Throws where it is no line of a recording. */
export function parseLine(text: string): Line {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  if ('claim' in value) return claim.parse(value);
  if ('timer' in value) return timer.parse(value);
  const line = 'fields' in value ? bareLine.parse(value) : eventLine.parse(value);
  const position = parsePosition(line.position);
  if (position === undefined) throw new Error(`${line.position} is no position`);
  const fields = 'fields' in line ? line.fields : fieldsOf(line);
  return { ...position, entry: [`${position.epoch}-${position.pos}`, fields] };
}

const fieldsOf = (line: z.infer<typeof eventLine>): string[] =>
  names.flatMap((name) => {
    const value = line[name as keyof typeof line];
    return [name, name === 'data' || name === 'meta' ? JSON.stringify(value) : String(value)];
  });
