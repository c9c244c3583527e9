/** A cart, and what can be done with it: pure, from one cart to the next. Nothing changed: the same object comes back. */
import { isDeepStrictEqual } from 'node:util';
import type { Address, Money } from '@quickmart/contracts/shapes';
import { normalCode } from '@quickmart/pricing';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

export type CartLine = { sku: string; quantity: number };
/** Field by field, sealed for the customer. */
export type SealedAddress = Readonly<Address>;
export type Addresses = { shipping: SealedAddress; billing?: SealedAddress };

/** A request for the order that has no outcome yet. Carts of older builds do not list them. */
type Asked = { id: string; at: number };
/** `key`: the order's Idempotency-Key, which belongs to who has asked first. `total`: what they have agreed to pay. */
export type Placing = { key: string; by: string; at: number; asked?: readonly Asked[]; total?: Money };

export type Cart = {
  /** Null until somebody with a token has used it. */
  customerId: string | null;
  lines: readonly CartLine[];
  coupons: readonly string[];
  addresses: Addresses | null;
  /** Sealed. */
  email: string | null;
  shippingMethod: string | null;
  locale: string | null;
  metadata: Readonly<Record<string, string>>;
  /** The carts that were merged into it. */
  merged: readonly string[];
  /** The order that is being placed, or was: until its outcome is known, nothing changes. */
  placing: Placing | null;
  orderId: string | null;
  createdAt: number;
  updatedAt: number;
};

/** What the buyer saw last of each SKU. */
export type Seen = Readonly<Record<string, { unitPrice?: Money | undefined; available: number }>>;

export const emptyCart = (given: Pick<Cart, 'customerId' | 'locale' | 'metadata'>, now: number): Cart => ({
  ...given,
  lines: [],
  coupons: [],
  addresses: null,
  email: null,
  shippingMethod: null,
  merged: [],
  placing: null,
  orderId: null,
  createdAt: now,
  updatedAt: now,
});

/** Changes of fields, by somebody who may be its customer from now on. */
export function changed(cart: Cart, fields: Partial<Cart>, now: number): Cart {
  demandOpen(cart);
  const next = { ...cart, ...fields };
  return isDeepStrictEqual(next, cart) ? cart : { ...next, updatedAt: now };
}

/** Of a line; 0 takes it out. A new line stands at the end. */
export function withQuantity(lines: readonly CartLine[], sku: string, quantity: number): CartLine[] {
  const at = lines.findIndex((line) => line.sku === sku);
  if (quantity === 0) return lines.filter((line) => line.sku !== sku);
  if (at >= 0) return lines.with(at, { sku, quantity });
  if (lines.length >= limits.linesMax) refuse('cart-full', `at most ${limits.linesMax} lines`);
  return [...lines, { sku, quantity }];
}

/** A code is there once, in capitals or not. */
export function withCoupon(coupons: readonly string[], code: string): string[] {
  const others = withoutCoupon(coupons, code);
  if (others.length < coupons.length) return [...coupons];
  if (coupons.length >= limits.couponsMax) refuse('cart-full', `at most ${limits.couponsMax} coupons`);
  return [...coupons, code];
}
export const withoutCoupon = (coupons: readonly string[], code: string): string[] =>
  coupons.filter((one) => normalCode(one) !== normalCode(code));

/** Takes the lines and coupons of another cart; once, however often it is asked for. What does not fit stays behind. */
export function merged(cart: Cart, fromId: string, from: Cart): Partial<Cart> {
  if (cart.merged.includes(fromId)) return {};
  const lines = [...cart.lines];
  for (const { sku, quantity } of from.lines) {
    const at = lines.findIndex((line) => line.sku === sku);
    if (at >= 0) lines[at] = { sku, quantity: Math.min(lines[at]!.quantity + quantity, limits.quantityMax) };
    else if (lines.length < limits.linesMax) lines.push({ sku, quantity });
  }
  const known = new Set(cart.coupons.map(normalCode));
  const more = from.coupons.filter((code) => !known.has(normalCode(code)));
  return {
    lines,
    coupons: [...cart.coupons, ...more].slice(0, limits.couponsMax),
    merged: [...cart.merged, fromId].slice(-limits.mergedMax),
  };
}

/** Nothing changes any more in a cart that was ordered, or that may have been. */
export function demandOpen({ orderId, placing }: Cart): void {
  if (orderId !== null) refuse('cart-ordered', `it was ordered: ${orderId}`, { orderId });
  if (placing !== null)
    refuse('checkout-running', 'repeat the checkout: only its answer says whether there is an order');
}

/** From here on nothing but the outcome of this order changes the cart. */
export function placing(cart: Cart, placing: Placing): Cart {
  demandOpen(cart);
  if (cart.lines.length === 0) refuse('cart-empty', 'put something in it first');
  return { ...cart, placing };
}

export const ordered = (cart: Cart, orderId: string, now: number): Cart =>
  cart.orderId !== null ? cart : { ...cart, orderId, placing: null, updatedAt: now };

/** One more request under the key. One of long ago has ended, be it by a crash. */
export function asking(cart: Cart, placing: Placing, id: string, now: number): Cart {
  const running = (placing.asked ?? []).filter((one) => now - one.at < limits.checkoutEndsMs);
  return { ...cart, placing: { ...placing, asked: [...running, { id, at: now }] } };
}

/** This request has ended. Whether the order is refused is known once no other one may still place it: then the cart is as before. */
export function answered(cart: Cart, key: string, id: string, isRefused: boolean): Cart {
  if (cart.placing?.key !== key) return cart;
  const asked = (cart.placing.asked ?? []).filter((one) => one.id !== id);
  return { ...cart, placing: isRefused && asked.length === 0 ? null : { ...cart.placing, asked } };
}
