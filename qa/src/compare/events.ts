/** The events of each aggregate, as recorded and as decided today. Ids, times and positions are not compared. */
import { isDeepStrictEqual } from 'node:util';
import { type RedisClient, rawEvent, readCategory } from '@quickmart/streams';
import { shortened } from '../logged.ts';
import { decoded, type Recorded, type Story } from './recorded.ts';

/** `version`: of the first event that differs. */
export type AggregateDifference = {
  category: string;
  aggregateId: string;
  version: number;
  /** Types in order, from that version on. */
  recorded: string[];
  today: string[];
  /** Where the types are the same: the fields of the data that differ, as `field: recorded → today`. */
  fields: string[];
};
type Own = Pick<Recorded, 'eventType' | 'data'> & { value: unknown };

/** A time that a handler computes from the clock may be a little later than in the recording. */
const toleranceMs = 2_000;
const isTime = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

export async function eventDifferences(
  story: Story,
  redis: RedisClient,
  categories: readonly string[],
): Promise<AggregateDifference[]> {
  const found: AggregateDifference[] = [];
  for (const category of categories) {
    const recorded = Map.groupBy(
      story.events.filter((event) => event.category === category),
      ({ aggregateId }) => aggregateId,
    );
    const today = await eventsOf(redis, category);
    for (const aggregateId of new Set([...recorded.keys(), ...today.keys()])) {
      const sides = [recorded.get(aggregateId)?.map(ownOf) ?? [], today.get(aggregateId) ?? []] as const;
      const difference = differenceOf(...sides);
      if (difference) found.push({ category, aggregateId, ...difference });
    }
  }
  return found;
}

async function eventsOf(redis: RedisClient, category: string): Promise<Map<string, Own[]>> {
  const all = new Map<string, Own[]>();
  for await (const page of readCategory(redis, category))
    for (const { partition, entry } of page) {
      const event = rawEvent(category, partition, entry);
      const list = all.get(event.aggregateId) ?? [];
      list.push(ownOf(event));
      all.set(event.aggregateId, list);
    }
  return all;
}

/** In the newest schema: an event that was only upcast does not differ. */
const ownOf = (event: Parameters<typeof decoded>[0]): Own => ({
  eventType: event.eventType,
  data: event.data,
  value: decoded(event)?.data ?? JSON.parse(event.data),
});

function differenceOf(recorded: readonly Own[], today: readonly Own[]) {
  for (let i = 0; i < Math.max(recorded.length, today.length); i++) {
    const [was, is] = [recorded[i], today[i]];
    const isSameType = was?.eventType === is?.eventType;
    const fields = isSameType ? fieldsOf(was?.value, is?.value) : [];
    if (isSameType && fields.length === 0) continue;
    const types = (list: readonly Own[]) => list.slice(i).map(({ eventType }) => eventType);
    return { version: i + 1, recorded: types(recorded), today: types(today), fields };
  }
  return undefined;
}

/** `lines[0].quantity: 1 → 2` */
export function fieldsOf(was: unknown, is: unknown, path = ''): string[] {
  if (isDeepStrictEqual(was, is) || isSameTime(was, is, path)) return [];
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null)
    return [`${path || 'data'}: ${shortened(was, 80)} → ${shortened(is, 80)}`];
  const [one, two] = [was as Record<string, unknown>, is as Record<string, unknown>];
  const names = new Set([...Object.keys(one), ...Object.keys(two)]);
  const at = (name: string) => (Array.isArray(was) ? `${path}[${name}]` : path ? `${path}.${name}` : name);
  return [...names].flatMap((name) => fieldsOf(one[name], two[name], at(name)));
}

/** A time is a text in data and views; in states it is a number, in a field such as `retryAt`. */
function isSameTime(was: unknown, is: unknown, path: string): boolean {
  const [one, two] = [msOf(was, path), msOf(is, path)];
  return one !== undefined && two !== undefined && Math.abs(one - two) <= toleranceMs;
}

function msOf(value: unknown, path: string): number | undefined {
  if (typeof value === 'string' && isTime.test(value)) return Date.parse(value);
  return typeof value === 'number' && path.endsWith('At') ? value : undefined;
}
