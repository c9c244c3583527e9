/** The events of an aggregate as they stand in the log; also those that nobody can read. */
import { registry } from '@quickmart/contracts/registry';
import type { LoggedEvent } from '@quickmart/streams';
import { historiesIn } from '../look/show.ts';
import type { Target } from '../target.ts';

export async function eventsOf({ redis }: Target, category: string, id: string): Promise<LoggedEvent[]> {
  const [history] = await historiesIn([category], id, redis);
  const events = history?.steps.map(({ event }) => event) ?? [];
  return events.flatMap((event) => ('unreadable' in event ? [] : [{ ...event, data: newest(event) }]));
}

/** In the newest schema, where it can be read. */
function newest({ eventType, schema, data }: LoggedEvent): unknown {
  try {
    return registry.decode(eventType, schema, data);
  } catch {
    return data;
  }
}
