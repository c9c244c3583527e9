/** What every answer about a cart is: the cart, what it costs now, and what has changed since it was shown last. */
import { isDeepStrictEqual } from 'node:util';
import type { CartView } from './api.ts';
import type { Cart } from './cart.ts';
import { changesOf, type Look, lookAt, type Sources } from './look.ts';
import type { Carts, Kept } from './store.ts';

export type Shown = Sources & { carts: Carts };

/** Shows it: what the buyer sees now is what the next answer is compared with. `look`: where it was looked at already. */
export async function show(
  parts: Shown,
  id: string,
  { version, cart, seen }: Kept,
  look?: Look,
): Promise<CartView> {
  const { lines, quote, seen: now } = look ?? (await lookAt(parts, cart));
  if (!isDeepStrictEqual(now, seen)) await parts.carts.see(id, now);
  const { coupons, email, addresses, shippingMethod, customerId, locale, metadata, orderId } = cart;
  return {
    id,
    status: statusOf(cart),
    customerId,
    lines,
    coupons: [...coupons],
    email,
    ...(addresses && { addresses }),
    shippingMethod,
    currency: quote.currency,
    locale,
    metadata,
    quote,
    changes: changesOf(seen, lines),
    orderId,
    version,
    createdAt: new Date(cart.createdAt).toISOString(),
    updatedAt: new Date(cart.updatedAt).toISOString(),
  };
}

const statusOf = ({ orderId, placing }: Cart): CartView['status'] =>
  orderId !== null ? 'ordered' : placing !== null ? 'placing' : 'open';
