/**
 * Who may do what with a cart. A cart that nobody with a token has used yet is reached by its id, which nobody guesses. From the
 * first change by a customer or a guest on it is theirs, and holds what is personal only then.
 */
import { randomUUID } from 'node:crypto';
import { may, type ServiceContext } from '@quickmart/service';
import type { Cart } from './cart.ts';
import { refuse } from './problems.ts';

/** Refuses with not-found, and where nobody asks by name with unauthenticated. */
export function reached(c: ServiceContext, { customerId }: Pick<Cart, 'customerId'>): void {
  const caller = c.get('caller');
  if (customerId === null || may(caller, 'carts:write') || caller.owns(customerId)) return;
  if (caller.kind === 'none') refuseNobody(c, 'this cart is a customer’s: send their access token');
  refuse('not-found', 'there is no such cart');
}

/** The customer or guest who asks; undefined: nobody, or somebody who works for the shop. */
export function customerIn(c: ServiceContext): string | undefined {
  const { kind, id } = c.get('caller');
  return kind === 'user' || kind === 'guest' ? id : undefined;
}

/** Whose the cart is from now on. */
export const claimed = (c: ServiceContext, { customerId }: Cart): string | null =>
  customerId ?? customerIn(c) ?? null;

/** The same, of who wants to put something personal into it, or to order. Whoever works for the shop does so for a new guest. */
export function personOf(c: ServiceContext, cart: Cart): string {
  const known = claimed(c, cart);
  if (known !== null) return known;
  if (c.get('caller').kind === 'none')
    refuseNobody(c, 'send an access token; `POST /api/guests` gives one to a guest');
  return randomUUID();
}

/** Only who may change all carts makes one for somebody else. */
export function demandForOthers(c: ServiceContext): void {
  const caller = c.get('caller');
  if (caller.kind === 'none') refuseNobody(c, 'send an access token, or leave out `customerId`');
  if (!may(caller, 'carts:write')) refuse('not-found', 'there is no such customer');
}

/** Whoever has sent a token that cannot be verified yet is told to try again, not to log in again. */
function refuseNobody(c: ServiceContext, detail: string): never {
  if (c.get('caller').isUnverified)
    refuse('unavailable', 'the access token cannot be verified at the moment; try again');
  return refuse('unauthenticated', detail);
}
