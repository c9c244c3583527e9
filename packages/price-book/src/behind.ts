/** A copy may be a moment behind: what it lacks is looked up in the log, and where it is there, waited for. */
import type { ReadModels } from '@quickmart/projections';
import { requestLimits } from '@quickmart/service';
import { type EventStore, OutageError } from '@quickmart/streams';

export type Sources = { store: EventStore; readModels: ReadModels };

/**
 * `ids`: of aggregates that the copy lacks; undefined: the log does not know it either. Waits until the copy has those that
 * the log has; false where there are none.
 * @throws OutageError where the copy does not catch up in time
 */
export async function caughtUp(
  { store, readModels }: Sources,
  category: string,
  ids: readonly (string | undefined)[],
): Promise<boolean> {
  const known = ids.filter((id) => id !== undefined);
  const heads = await Promise.all(known.map((id) => store.head(category, id)));
  const positions = heads.flatMap((head) => (head ? [head.position] : []));
  const reached = await Promise.all(
    positions.map((position) => readModels.waitFor(position, requestLimits.waitMs)),
  );
  if (reached.includes(false)) throw new OutageError(`the copy of the category ${category} is behind`);
  return positions.length > 0;
}
