/** The log by itself: positions and versions have no gaps, and every event is in its own partition. */
import { registry } from '@quickmart/contracts/registry';
import {
  blockedPartitions,
  decodeEvent,
  formatPosition,
  type Head,
  keys,
  keysWith,
  type LogEntry,
  type Place,
  partitionOf,
  type RawEvent,
  rawEvent,
  readCategory,
  readHead,
} from '@quickmart/streams';
import { placeOf } from '../look/groups.ts';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';
import { type Entries, verifyIndexes } from './indexes.ts';

export type LogSummary = { events: number; aggregates: number };

export async function verifyLog(
  { redis }: Target,
  category: string,
  findings: Findings,
  tick: (count: number) => void,
): Promise<LogSummary> {
  const head = await readHead(redis, category);
  if (head === undefined) {
    await checkHeadless(redis, category, findings);
    return { events: 0, aggregates: 0 };
  }
  const entries: Entries = new Map();
  let before: Place = { epoch: 0, pos: 0 };
  let events = 0;
  // What is appended meanwhile is ignored, here as in the indexes.
  for await (const page of readCategory(redis, category, { upTo: head })) {
    for (const entry of page) {
      if (!isEvent(entry)) {
        findings.add('foreign', formatPosition(entry), 'is not an event');
        continue;
      }
      checkPlace(entry, before, findings);
      checkEvent(entry, head, entries, findings);
      before = entry;
      events++;
    }
    tick(page.length);
  }
  if (before.pos !== head.pos)
    findings.add('head', keys.head(category), `says ${head.pos}, the last entry is ${before.pos}`);
  await checkEnds(redis, category, findings);
  await verifyIndexes(redis, category, { head, entries }, findings);
  return { events, aggregates: entries.size };
}

/** A category that nobody has written to has no head, and no entries. */
async function checkHeadless(redis: Target['redis'], category: string, findings: Findings): Promise<void> {
  let entries = 0;
  for await (const page of keysWith(redis, keyPrefix(category)))
    for (const key of page) entries += await redis.xlen(key);
  if (entries > 0)
    findings.add('head', keys.head(category), `is gone; there are ${entries} entries, which nobody can read`);
}

const keyPrefix = (category: string): string => keys.events(category, 0).slice(0, -1);

/** An entry after the head was not written by the append script, which cannot write to this partition any more. */
async function checkEnds(redis: Target['redis'], category: string, findings: Findings): Promise<void> {
  for (const { partition, lastId } of await blockedPartitions(redis, category)) {
    const where = formatPosition({ category, partition, ...placeOf(lastId) });
    const [entry] = await redis.xrange(keys.events(category, partition), lastId, lastId);
    const stands = entry === undefined ? 'something stood here and was deleted' : 'stands';
    findings.add('foreign', where, `${stands} after the head: ${category}.${partition} takes no events`);
  }
}

function isEvent({ category, partition, entry }: LogEntry): boolean {
  try {
    return rawEvent(category, partition, entry) !== undefined;
  } catch {
    return false;
  }
}

function checkPlace(entry: LogEntry, before: Place, findings: Findings): void {
  const [first, last] = [before.pos + 1, entry.pos - 1];
  if (entry.pos <= before.pos)
    findings.add(
      'double',
      formatPosition(entry),
      `position ${entry.pos} was given before, in the same category`,
    );
  // A repair raises the epoch, and may leave out what was lost.
  if (last < first || (before.epoch !== 0 && entry.epoch !== before.epoch)) return;
  const missing = first === last ? `position ${first} is` : `positions ${first} to ${last} are`;
  findings.add('hole', entry.category, `${missing} missing, before ${formatPosition(entry)}`);
}

function checkEvent(entry: LogEntry, head: Head, entries: Entries, findings: Findings): void {
  const place = formatPosition(entry);
  const event = readable(entry, findings);
  if (event === undefined) return;
  const { aggregateId, version, partition } = event;
  if (partitionOf(aggregateId, head.partitions) !== partition)
    findings.add(
      'partition',
      place,
      `${aggregateId} belongs to partition ${partitionOf(aggregateId, head.partitions)}`,
    );
  const known = entries.get(aggregateId) ?? [];
  entries.set(aggregateId, known);
  if (version !== known.length + 1)
    findings.add('version', place, `is version ${version} of ${aggregateId}, after version ${known.length}`);
  // A missing version leaves its place empty, so that the versions after it are not reported, too.
  known[version - 1] = entry.entry[0];
}

/** The envelope of an event. Data that cannot be read is a finding. */
function readable(entry: LogEntry, findings: Findings): RawEvent | undefined {
  let event: RawEvent | undefined;
  try {
    event = rawEvent(entry.category, entry.partition, entry.entry);
    decodeEvent(registry, event);
  } catch (error) {
    findings.add('unreadable', formatPosition(entry), (error as Error).message);
  }
  return event;
}
