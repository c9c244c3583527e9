/** Whether the log still has the events up to which read models are applied. */
import {
  type Entry,
  eventIdOf,
  formatPosition,
  keys,
  LogReplacedError,
  orOutage,
  type RedisClient,
} from '@quickmart/streams';
import type { CheckpointRow } from './checkpoint.ts';

/** Checkpoints whose event does not stand where it was applied. An entry that is no event says nothing about the log. */
export async function lostCheckpoints(
  redis: RedisClient,
  rows: readonly CheckpointRow[],
): Promise<CheckpointRow[]> {
  const lost = rows.map(async (row) => {
    if (row.eventId === '') return [];
    const id = `${row.epoch}-${row.pos}`;
    const stream = keys.events(row.category, row.partition);
    const [entry] = (await orOutage(redis.xrange(stream, id, id))) as Entry[];
    return entry !== undefined && eventIdOf(entry) === row.eventId ? [] : [row];
  });
  return (await Promise.all(lost)).flat();
}

/** @throws LogReplacedError where the log lacks one of them */
export async function assertSameLog(redis: RedisClient, rows: readonly CheckpointRow[]): Promise<void> {
  const lost = await lostCheckpoints(redis, rows);
  const [first] = lost;
  if (first === undefined) return;
  const more = lost.length > 1 ? ` and ${lost.length - 1} more are` : ' is';
  throw new LogReplacedError(
    `the log is not the one that the read models come from: ${formatPosition(first)} (${first.projection})${more} not ` +
      'in it. Restore Redis; or give up what it has lost: `pnpm qa heal --yes`',
  );
}
