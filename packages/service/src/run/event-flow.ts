/** Which events a service writes and reads, by category: as its aggregates, its reactions and its read models say. */
import type { EventRegistry } from '@quickmart/contracts/registry';
import type { Projection } from '@quickmart/projections';
import type { ConsumerGroup } from '@quickmart/streams';
import type { EventFlow } from '../document/asyncapi.ts';
import type { Definition } from './definition.ts';

type Source = Projection['sources'] extends ReadonlyMap<string, infer One> ? One : never;
type Types = Iterable<readonly [category: string, types: readonly string[]]>;

export function eventFlow(
  { aggregates, readModels }: Pick<Definition, 'aggregates' | 'readModels'>,
  { reactions }: ConsumerGroup['handlers'],
  registry: EventRegistry,
): EventFlow {
  const declared = (types: Types) => eventsOf(types, registry);
  return {
    sends: declared(aggregates.map(({ category, evolve }) => [category, Object.keys(evolve)])),
    receives: declared([
      ...[...reactions].map(([category, handlers]) => [category, Object.keys(handlers)] as const),
      ...readModels.flatMap(({ sources }) =>
        [...sources].map(([category, source]) => [category, typesIn(source)] as const),
      ),
    ]),
  };
}

const typesIn = (source: Source): string[] => [
  ...(source.kind === 'fold' ? source.evolve : source.add).keys(),
];

function eventsOf(types: Types, registry: EventRegistry): EventFlow['sends'] {
  const byCategory = new Map<string, Set<string>>();
  for (const [category, list] of types)
    byCategory.set(category, new Set([...(byCategory.get(category) ?? []), ...list]));
  return Object.fromEntries(
    [...byCategory].map(([category, all]) => [
      category,
      [...all].flatMap((eventType) => registry.event(eventType) ?? []),
    ]),
  );
}
