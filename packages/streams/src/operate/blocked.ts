/**
 * Partitions that take no events. Something was written there past the append script, and stands after the last position of
 * the category. A stream takes no id before its last one.
 */

import { limits } from '../limits.ts';
import { type BlockedPartition, blockedText } from '../log/append.ts';
import { parseId } from '../log/entry.ts';
import { LogBlockedError, orOutage } from '../log/errors.ts';
import { comparePositions } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { type Place, readHead } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';

/** One look at each partition, whatever its length. Changes nothing, and is right also while events are appended. */
export async function blockedPartitions(redis: RedisClient, category: string): Promise<BlockedPartition[]> {
  const { partitions = limits.partitions } = (await readHead(redis, category)) ?? {};
  const lastIds = await Promise.all(
    Array.from({ length: partitions }, (_, partition) => lastIdOf(redis, keys.events(category, partition))),
  );
  // After them: what an append writes is never past this head.
  const head: Place = (await readHead(redis, category)) ?? { epoch: 0, pos: 0 };
  return lastIds.flatMap((lastId, partition) =>
    comparePositions(parseId(lastId), head) > 0 ? [{ category, partition, lastId }] : [],
  );
}

/** For readiness. @throws LogBlockedError that names all partitions that take no events */
export async function assertWritable(redis: RedisClient, category: string): Promise<void> {
  const blocked = await blockedPartitions(redis, category);
  if (blocked.length > 0) throw new LogBlockedError(blocked.map(blockedText).join('; '));
}

async function lastIdOf(redis: RedisClient, stream: string): Promise<string> {
  const info = await orOutage(redis.xinfo('STREAM', stream)).catch((error: Error) => {
    if (error.message.includes('no such key')) return [];
    throw error;
  });
  const flat = info as string[];
  return flat[flat.indexOf('last-generated-id') + 1] ?? '0-0';
}
