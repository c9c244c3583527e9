/** Events of the whole log, found in all services at once. */
import type { components } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { askEvery, linesOf } from './every.ts';
import { shop } from './session.ts';

export type FoundEvent = components['schemas']['LoggedEvent'] & { service: string };
type Answer = components['schemas']['FoundEvents'];
export type By = NonNullable<Answer['by']>;

export type Found = {
  by: By | undefined;
  events: FoundEvent[];
  total: number;
  indexed: { events: number; of: number };
  unreadable: Answer['unreadable'];
  /** Services that did not answer. */
  down: string[];
};

async function find(text: string, by?: By): Promise<Found> {
  const found = await askEvery((service) => {
    const params = { path: { service }, query: { find: text, ...(by && { by }) } };
    return shop().GET('/api/operations/{service}/events', { params });
  });
  const answers = found.answers.map(({ answer }) => answer);
  const sum = (of: 'events' | 'of') => answers.reduce((total, { indexed }) => total + indexed[of], 0);
  return {
    by: answers.find((one) => one.by !== null)?.by ?? undefined,
    events: linesOf(found).sort((one, other) => one.at.localeCompare(other.at)),
    total: answers.reduce((total, one) => total + one.total, 0),
    indexed: { events: sum('events'), of: sum('of') },
    unreadable: answers.flatMap(({ unreadable }) => unreadable),
    down: found.down,
  };
}

/** Whether there may be more than was found: the log is still being read. An event is there once. */
export const isPartial = ({ by, indexed }: Found): boolean =>
  (by === undefined || by === 'correlation') && indexed.events < indexed.of;

/** Empty: nothing is searched for. While the log is being read, it is asked again. */
export const useFound = (text: string, by?: By) =>
  useQuery({
    queryKey: ['operations', 'events', text, by],
    queryFn: () => find(text, by),
    enabled: text !== '',
    refetchInterval: ({ state: { data } }) => (data !== undefined && isPartial(data) ? 1_000 : false),
  });

export type Node = { event: FoundEvent; led: Node[] };

/** Every event under its cause. */
export function treeOf(events: readonly FoundEvent[]): Node[] {
  const nodes = new Map(events.map((event) => [event.eventId, { event, led: [] as Node[] }] as const));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const cause = nodes.get(node.event.meta.causationId ?? '');
    (cause === undefined || cause === node ? roots : cause.led).push(node);
  }
  return roots;
}

/** The order that an event is of, as far as the event says. */
export function orderOf({
  category,
  aggregateId,
  data,
}: Pick<FoundEvent, 'category' | 'aggregateId' | 'data'>) {
  if (category === 'order' && aggregateId.length === 36) return aggregateId;
  const { orderId } = (data ?? {}) as { orderId?: unknown };
  return typeof orderId === 'string' ? orderId : undefined;
}

export const placeOfAggregate = ({ service, category, aggregateId, version }: FoundEvent): string =>
  `/streams/${service}/${category}/${encodeURIComponent(aggregateId)}?version=${version}`;
