/**
 * A customer reaches only what is theirs, on routes that are `ownerOr(…)`. Somebody else's is as if it were not there:
 * 404, so that ids tell nothing.
 */
import type { ServiceContext } from './context.ts';
import { refuse } from './problems.ts';

/** The customer to whom this request is limited: what a list is filtered by. Undefined: it may see everybody's. */
export const onlyOf = (c: ServiceContext): string | undefined => c.get('request').limitedTo;

/** Whose it will be: the caller's own, or whom somebody names who may do it for others. */
export function ownerFor(c: ServiceContext, named: string | undefined): string {
  const only = onlyOf(c);
  if (only !== undefined && named !== undefined) owned(c, named);
  return only ?? named ?? refuse('validation-failed', 'say by `customerId` whose it is');
}

/** Refuses with 404 where this is somebody else's. */
export function owned(c: ServiceContext, customerId: string | null | undefined): void {
  const only = onlyOf(c);
  if (only !== undefined && customerId !== only) refuse('not-found', 'there is no item with this id');
}
