import { registry } from '@quickmart/contracts/registry';
import { decodeEvent, type LogEntry, rawEvent, type StoredEvent } from '@quickmart/streams';

/** Undefined where it is no event that this build can read: nobody can say who may see it. */
export function eventOf({ category, partition, entry }: LogEntry): StoredEvent | undefined {
  try {
    return decodeEvent(registry, rawEvent(category, partition, entry));
  } catch {
    return undefined;
  }
}
