/** Limits of the inventory service. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';

export const limits = {
  ...shared,
  referenceLength: 100,
  /** Stock is held this long for an order that is not confirmed. */
  reservationHoldMs: 15 * 60_000,
} as const;
