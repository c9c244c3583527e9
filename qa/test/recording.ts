/** For tests: a recording of chosen events, without a system. */
import { createHash, randomUUIDv7 } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { LogEntry } from '@quickmart/streams';
import { formatVersion, type Header, headerBytes, lineOfEntry } from '../src/record/format.ts';

export type Given = {
  category: string;
  aggregateId: string;
  eventType: string;
  /** 1 where it is not given: what was written once stays readable. */
  schema?: number;
  version?: number;
  /** UTC ms. */
  at: number;
  data: unknown;
};

/** Category by category, each in the order that is given. */
export function writeRecording(path: string, events: readonly Given[]): void {
  const names = [...new Set(events.map(({ category }) => category))];
  const entries = names.map((name) => events.filter(({ category }) => category === name).map(entryOf));
  const body = entries.flatMap((own) => own.map((entry) => `${lineOfEntry(entry)}\n`)).join('');
  const header: Header = {
    format: 'quickmart-recording',
    version: formatVersion,
    recordedAt: new Date(0).toISOString(),
    categories: entries.map((own, index) => ({
      category: names[index]!,
      partitions: 1,
      keyFormat: 1,
      count: own.length,
      first: { epoch: 1, pos: 1 },
      last: { epoch: 1, pos: own.length },
    })),
    groups: [],
    count: events.length,
    claims: 0,
    timers: 0,
    digest: `sha256:${createHash('sha256').update(body).digest('hex')}`,
  };
  writeFileSync(path, `${JSON.stringify(header).padEnd(headerBytes - 1)}\n${body}`);
}

function entryOf(
  { category, aggregateId, eventType, schema = 1, version = 1, at, data }: Given,
  index: number,
): LogEntry {
  const eventId = randomUUIDv7();
  const fields = { eventId, eventType, schema, aggregateId, version, at };
  const meta = { correlationId: eventId };
  const texts = { ...fields, data: JSON.stringify(data), meta: JSON.stringify(meta) };
  const pos = index + 1;
  const entry: LogEntry['entry'] = [
    `1-${pos}`,
    Object.entries(texts).flatMap(([name, value]) => [name, String(value)]),
  ];
  return { category, partition: 0, epoch: 1, pos, entry };
}
