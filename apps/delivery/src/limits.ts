/** Limits of the delivery service. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';

export const limits = {
  ...shared,
  linesMax: 900,
  carrierLength: 64,
  trackingLength: 100,
  orderNumberLength: 24,
  placeLength: 100,
  webhookIdLength: 255,
  /** A shipment keeps the newest ones of what the carrier has told. */
  newsMax: 50,
  /** How long the order service, or the carrier, may take to answer. */
  askMs: 10_000,
} as const;
