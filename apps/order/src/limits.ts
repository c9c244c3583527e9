/** Limits of the order service. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';
import { orderLimits } from '@quickmart/contracts/order/placing';

export const limits = {
  ...shared,
  ...orderLimits,
  orderLinesMax: 900,
  carrierLength: 64,
  trackingLength: 100,
  reasonLength: 500,
  /** How many payment methods a buyer may try, one after a decline of the other. */
  paymentMethodsMax: 5,
  /** What holds for every basket may have been read so long ago, unless the caller has seen something newer. */
  rulesAgeMs: 200,
  orderNumberLength: 24,
  /** Order numbers that a process takes at once: at most so many are left out when it ends. */
  numbersAtOnce: 100,

  // How long an order waits for the answer of another service at most.
  reservationWaitMs: 15 * 60_000,
  paymentWaitMs: 5 * 60_000,
  confirmationWaitMs: 5 * 60_000,
  settlementWaitMs: 60 * 60_000,
} as const;
