/** Reads a recording for a quote: little of it is parsed, and only what has to be remembered is in memory. */
import { registry } from '@quickmart/contracts/registry';
import { decodeEvent, formatPosition, type LogEntry, rawEvent, type StoredEvent } from '@quickmart/streams';
import { merged } from '../bounds.ts';
import { readEntries } from '../record/read.ts';
import { assertRemembered } from './limit.ts';
import type { Quoting } from './quoting.ts';

const [placed, cancelled, firstOrder] = ['OrderPlacedEvent', 'OrderCancelledEvent', 'first-order'];

/** The ids of the orders that are cancelled in the end. */
export async function cancelledOrders(path: string, rememberedMax?: number): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const page of readEntries(path, 'order', [cancelled])) {
    for (const event of page.map(readable))
      if ('eventType' in event && event.eventType === cancelled) ids.add(event.aggregateId);
    assertRemembered(ids.size, rememberedMax);
  }
  return ids;
}

/** Whether a promotion of the recording may be for first orders only. */
export async function knowsFirstOrders(path: string): Promise<boolean> {
  for await (const page of readEntries(path, 'pricing', [firstOrder])) if (page.length > 0) return true;
  return false;
}

/** `tick` is told of every order. */
export async function quoteAll(path: string, quoting: Quoting, tick: () => void): Promise<void> {
  const sources = [
    readEntries(path, 'product'),
    readEntries(path, 'pricing'),
    readEntries(path, 'order', [placed, cancelled]),
  ];
  for await (const entry of merged(sources)) {
    const event = readable(entry);
    if ('eventType' in event) await quoting.apply(event);
    else if (entry.category === 'order') quoting.unreadable(formatPosition(entry), event.unreadable);
    if (entry.category === 'order') tick();
  }
}

/** Times beyond these are no dates of a calendar. */
const latest = Date.UTC(10_000);

function readable(entry: LogEntry): StoredEvent | { unreadable: string } {
  try {
    const event = decodeEvent(registry, rawEvent(entry.category, entry.partition, entry.entry));
    return event.at >= 0 && event.at < latest ? event : { unreadable: `${event.at} is no time` };
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
}
