/**
 * Compares the keys beside the log with the log: the index and the version of every aggregate, and the owners of unique
 * values. The log may grow meanwhile: what came after it was read is ignored.
 */
import { comparePositions, type Head, keys, keysWith, nodeOf, readHead } from '@quickmart/streams';
import { placeOf } from '../look/groups.ts';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';

type Redis = Target['redis'];
/** Aggregate → its entries' ids by version. */
export type Entries = Map<string, string[]>;
/** The log as it was read, up to the head of that moment. */
type Look = { head: Head; entries: Entries };

export async function verifyIndexes(
  redis: Redis,
  category: string,
  look: Look,
  findings: Findings,
): Promise<void> {
  await checkAggregates(redis, category, look, findings);
  await checkOrphans(redis, category, look, findings);
  await checkClaims(redis, category, look, findings);
}

const batch = 500;

async function checkAggregates(redis: Redis, category: string, look: Look, findings: Findings) {
  const all = [...look.entries];
  for (let i = 0; i < all.length; i += batch) {
    const some = all.slice(i, i + batch);
    const transaction = nodeOf(redis, keys.head(category)).multi();
    for (const [id] of some) {
      transaction.lrange(keys.index(category, id), 0, -1);
      transaction.hget(keys.aggregate(category, id), 'version');
    }
    const answers = (await transaction.exec()) ?? [];
    const isLater = await laterThan(redis, category, look);
    for (const [nth, [id, wanted]] of some.entries()) {
      const failure = answers[2 * nth]?.[0] ?? answers[2 * nth + 1]?.[0];
      if (failure) {
        findings.add('index', keys.index(category, id), `cannot be read: ${failure.message}`);
        continue;
      }
      const index = (answers[2 * nth]?.[1] ?? []) as string[];
      const version = Number(answers[2 * nth + 1]?.[1] ?? 0);
      if (version !== index.length) {
        const what = `is at version ${version}, its index has ${index.length}`;
        findings.add('index', keys.aggregate(category, id), what);
      }
      const own = index.filter((entry) => !isLater(entry));
      checkIndex(keys.index(category, id), wanted, own, findings);
    }
  }
}

/** Whether an entry was appended after the log was read. An entry beyond the head of now was not. */
async function laterThan(redis: Redis, category: string, { head }: Look) {
  const now = (await readHead(redis, category)) ?? head;
  return (id: string) => comparePositions(placeOf(id), head) > 0 && comparePositions(placeOf(id), now) <= 0;
}

function checkIndex(
  where: string,
  wanted: readonly (string | undefined)[],
  index: readonly string[],
  findings: Findings,
): void {
  const length = Math.max(wanted.length, index.length);
  const differing = Array.from({ length }, (_, i) => i).filter((i) => wanted[i] !== index[i]);
  const [first] = differing;
  if (first === undefined) return;
  const [log, own] = [wanted[first] ?? 'nothing', index[first] ?? 'nothing'];
  const more = differing.length > 1 ? `, and so on: ${differing.length} of ${length} versions differ` : '';
  findings.add('index', where, `version ${first + 1}: the index says ${own}, the log ${log}${more}`);
}

/** Indexes of aggregates that have no event. */
async function checkOrphans(redis: Redis, category: string, look: Look, findings: Findings) {
  const prefix = keys.index(category, '');
  for await (const page of keysWith(redis, prefix)) {
    for (const key of page) {
      if (!(await isKnown(redis, category, look, key.slice(prefix.length))))
        findings.add('index', key, 'no event of the log belongs to it');
    }
  }
}

/** Unique values of aggregates that have no event. */
async function checkClaims(redis: Redis, category: string, look: Look, findings: Findings) {
  const claims = keys.claim(category, '', '').slice(0, -1);
  for await (const found of keysWith(redis, claims)) {
    const owners = found.length > 0 ? await redis.mget(found) : [];
    for (const [i, key] of found.entries()) {
      const owner = owners[i] ?? '';
      if (!(await isKnown(redis, category, look, owner)))
        findings.add('claim', key, `belongs to ${owner}, which has no event`);
    }
  }
}

/** It is in the log, or was appended since. */
async function isKnown(redis: Redis, category: string, look: Look, aggregateId: string): Promise<boolean> {
  if (look.entries.has(aggregateId)) return true;
  const [first] = await redis.lrange(keys.index(category, aggregateId), 0, 0);
  return first !== undefined && (await laterThan(redis, category, look))(first);
}
