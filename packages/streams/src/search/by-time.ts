/**
 * Events are found by the time of an id, without an index: a UUIDv7 begins with its time, and a partition is nearly in the order of
 * these times. Nearly: clocks of machines differ a little, and an append may have waited.
 */
import { limits } from '../limits.ts';
import { type Entry, parseId } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { type LogEntry, readHead } from '../log/reader.ts';
import { type RedisClient, withScripts } from '../log/scripts.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** UTC ms; undefined where the text is no UUIDv7. */
const timeOfId = (id: string): number | undefined =>
  uuidV7.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;

/** A text in a field of an entry, counted from 1 as Redis shows them: name, value, name, value… */
export type Wanted = { text: string; field: number };

/** The entries of a category around the time of an id that have a text. */
export async function findAround(
  redis: RedisClient,
  category: string,
  id: string,
  { text, field }: Wanted,
): Promise<LogEntry[]> {
  const at = timeOfId(id);
  const head = at === undefined ? undefined : await readHead(redis, category);
  if (at === undefined || head === undefined) return [];
  const client = withScripts(redis);
  const pages = Array.from({ length: head.partitions }, async (_, partition) => {
    const stream = keys.events(category, partition);
    const answer = await orOutage(client.quickmartAround(1, stream, at, text, field, limits.searchAround));
    const entries = JSON.parse(answer as string) as Entry[];
    return entries.map((entry): LogEntry => ({ category, partition, ...parseId(entry[0]), entry }));
  });
  return (await Promise.all(pages)).flat();
}
