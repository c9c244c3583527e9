/** Limits of carts. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';

export const limits = {
  quantityMax: shared.quantityMax,
  couponsMax: pricingLimits.quoteCouponsMax,
  linesMax: 100,
  /** Of an empty cart; else that of its first product. */
  currency: 'EUR',
  /** A cart that nobody looks at ends after this time. */
  idleMs: 30 * 24 * 60 * 60_000,
  /** How often a change is tried again that another one came before. */
  changeAttempts: 20,
  /** Carts that were merged into one: it knows them, so that none is merged twice. */
  mergedMax: 20,
  /** How long the order service may take to answer a checkout. */
  checkoutMs: 15_000,
  /** A request for an order that began so long ago has ended: it has waited for another one, and for its own answer. */
  checkoutEndsMs: 2 * 15_000,
  /** So long the order service knows the key of a checkout. After that nobody can say whether there is an order. */
  keyMs: 23 * 60 * 60_000,
  /** How often it is asked about an order that is being placed by another checkout of the cart. */
  checkoutPollMs: 50,
} as const;
