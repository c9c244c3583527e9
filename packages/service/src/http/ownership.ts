/**
 * A customer reaches only what is theirs, on routes that are `ownerOr(…)`. Somebody else's is as if it were not there:
 * 404, so that ids tell nothing.
 */
import type { ServiceContext } from './context.ts';
import { refuse } from './problems.ts';

/** The customer to whom this request is limited: what a list is filtered by. Undefined: it may see everybody's. */
export const onlyOf = (c: ServiceContext): string | undefined => c.get('request').limitedTo;

/** Refuses with 404 where this is somebody else's. */
export function owned(c: ServiceContext, customerId: string | null | undefined): void {
  const only = onlyOf(c);
  if (only !== undefined && customerId !== only) refuse('not-found', 'there is no item with this id');
}
