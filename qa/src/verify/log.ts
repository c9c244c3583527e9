/**
 * The log against itself: positions are dense, versions count without gaps, what stands in a partition belongs there, and
 * the index of every aggregate says the same as the log.
 */
import { registry } from '@quickmart/contracts/registry';
import {
  decodeEvent,
  formatPosition,
  type Head,
  keys,
  type LogEntry,
  type Place,
  partitionOf,
  type RawEvent,
  rawEvent,
  readCategory,
  readHead,
} from '@quickmart/streams';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';

type Redis = Target['redis'];
/** Aggregate → its entries' ids by version. */
type Entries = Map<string, string[]>;

export type LogSummary = { events: number; aggregates: number };

export async function verifyLog(
  { redis }: Target,
  category: string,
  findings: Findings,
  tick: (count: number) => void,
): Promise<LogSummary> {
  const head = await readHead(redis, category);
  if (head === undefined) return { events: 0, aggregates: 0 };
  const entries: Entries = new Map();
  let before: Place = { epoch: 0, pos: 0 };
  let events = 0;
  for await (const page of readCategory(redis, category)) {
    for (const entry of page) {
      checkPlace(entry, before, findings);
      checkEvent(entry, head, entries, findings);
      before = entry;
    }
    events += page.length;
    tick(page.length);
  }
  if (before.pos !== head.pos)
    findings.add('head', keys.head(category), `says ${head.pos}, the last entry is ${before.pos}`);
  await checkIndexes(redis, category, entries, findings);
  await checkOrphans(redis, category, entries, findings);
  return { events, aggregates: entries.size };
}

function checkPlace(entry: LogEntry, before: Place, findings: Findings): void {
  const [first, last] = [before.pos + 1, entry.pos - 1];
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
  // Where one is missing its place stays empty, so that what follows is found once.
  known[version - 1] = entry.entry[0];
}

/** Of what is an event, the envelope; whether its data can be read is said, too. */
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

const batch = 500;

async function checkIndexes(
  redis: Redis,
  category: string,
  entries: Entries,
  findings: Findings,
): Promise<void> {
  const all = [...entries];
  for (let i = 0; i < all.length; i += batch) {
    const some = all.slice(i, i + batch);
    const pipeline = redis.pipeline();
    for (const [id] of some) {
      pipeline.lrange(keys.index(category, id), 0, -1);
      pipeline.hget(keys.aggregate(category, id), 'version');
    }
    const answers = (await pipeline.exec()) ?? [];
    for (const [nth, [id, wanted]] of some.entries()) {
      const index = (answers[2 * nth]?.[1] ?? []) as string[];
      const version = Number(answers[2 * nth + 1]?.[1] ?? 0);
      checkIndex(category, id, { wanted, index, version }, findings);
    }
  }
}

type Indexed = { wanted: readonly (string | undefined)[]; index: readonly string[]; version: number };

function checkIndex(
  category: string,
  id: string,
  { wanted, index, version }: Indexed,
  findings: Findings,
): void {
  const where = keys.index(category, id);
  if (version !== index.length)
    findings.add(
      'index',
      keys.aggregate(category, id),
      `is at version ${version}, its index has ${index.length}`,
    );
  for (let i = 0; i < Math.max(wanted.length, index.length); i++) {
    if (wanted[i] === index[i]) continue;
    const [log, own] = [wanted[i] ?? 'nothing', index[i] ?? 'nothing'];
    findings.add('index', where, `version ${i + 1}: the index says ${own}, the log ${log}`);
  }
}

/** Indexes of aggregates that have no event, and unique values of such. */
async function checkOrphans(
  redis: Redis,
  category: string,
  entries: Entries,
  findings: Findings,
): Promise<void> {
  const prefix = keys.index(category, '');
  for await (const page of redis.scanStream({ match: `${prefix}*`, count: 1000 })) {
    for (const key of page as string[]) {
      if (!entries.has(key.slice(prefix.length)))
        findings.add('index', key, 'no event of the log belongs to it');
    }
  }
  const claims = keys.claim(category, '', '').slice(0, -1);
  for await (const page of redis.scanStream({ match: `${claims}*`, count: 1000 })) {
    const found = page as string[];
    const owners = found.length > 0 ? await redis.mget(found) : [];
    for (const [i, key] of found.entries())
      if (!entries.has(owners[i] ?? ''))
        findings.add('claim', key, `belongs to ${owners[i]}, which has no event`);
  }
}
