/**
 * Whose an item is: the column of its row that names the customer. A customer reaches only what is theirs, on every route of
 * the resource that is `ownerOr(…)`; on one without such a column, such a route is a mistake of whoever declares it.
 */
import type { StateTable, Table } from '@quickmart/projections';
import type { Aggregate, EventMap, EventStore } from '@quickmart/streams';
import type { ServiceContext } from '../http/context.ts';
import { onlyOf, owned } from '../http/ownership.ts';
import type { Words } from './route.ts';

/** Refuses where the item with this id is somebody else's. */
export type OwnerCheck = (c: ServiceContext, id: string) => Promise<void>;

export const ownerCheck =
  <State, Events extends EventMap, T extends Table>(
    store: EventStore,
    aggregate: Aggregate<State, Events>,
    { rowOf }: StateTable<State, Events, T>,
    owner: string,
  ): OwnerCheck =>
  async (c, id) => {
    if (onlyOf(c) === undefined) return;
    const { state, version } = await store.read(aggregate, id);
    owned(c, ownerIn(rowOf(state, id, version), owner));
  };

export const ownerIn = (row: object | undefined, owner: string): string | undefined =>
  (row as Record<string, string | undefined> | undefined)?.[owner];

/** @throws where a route is for owners, and nothing says whose the items are. */
export function demandOwner(
  path: string,
  owner: string | undefined,
  words: readonly (Words | false)[],
): void {
  if (owner === undefined && words.some((one) => one !== false && one.access?.kind === 'owner'))
    throw new Error(`${path} has routes for owners: say by \`owner\` in which column they stand`);
}
