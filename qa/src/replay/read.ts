/** The replay to nowhere: can every event be read, how many are there of each type, and how fast is it? */
import { registry } from '@quickmart/contracts/registry';
import { decodeEvent, formatPosition, type LogEntry, rawEvent, type StoredEvent } from '@quickmart/streams';

export type Counts = {
  events: number;
  unreadable: { position: string; reason: string }[];
  byType: Record<string, number>;
};
export type Handle = (event: StoredEvent) => void | Promise<void>;

const shownMax = 100;

/** Hands every event to the handler, one after the other. `tick` is told how many were done. */
export async function readThrough(
  pages: AsyncGenerator<LogEntry[]>,
  handle: Handle,
  tick: (count: number) => void,
): Promise<Counts> {
  const counts: Counts = { events: 0, unreadable: [], byType: {} };
  for await (const page of pages) {
    for (const entry of page) {
      const event = readable(entry, counts);
      if (event === undefined) continue;
      counts.byType[event.eventType] = (counts.byType[event.eventType] ?? 0) + 1;
      await handle(event);
    }
    counts.events += page.length;
    tick(page.length);
  }
  return counts;
}

function readable(entry: LogEntry, { unreadable }: Counts): StoredEvent | undefined {
  try {
    return decodeEvent(registry, rawEvent(entry.category, entry.partition, entry.entry));
  } catch (error) {
    if (unreadable.length < shownMax)
      unreadable.push({ position: formatPosition(entry), reason: (error as Error).message });
    return undefined;
  }
}
