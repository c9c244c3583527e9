/** Limits of the payment service. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';

export const limits = {
  ...shared,
  reasonLength: 500,
  providerRefLength: 255,
  providerEventIdLength: 255,
  retryCapMs: 60_000,
  breakerFailures: 5,
  breakerOpenMs: 5_000,
  /** Another kind of call that was answered within this time: then the provider is not down as a whole. */
  breakerOthersMs: 60_000,
  /** How often readiness checks the provider's key. */
  probeMs: 30_000,
  /** How many events of a payment are read to show its calls to the provider. */
  attemptEvents: 1000,
  /** How long the simulated provider remembers a payment, and how late its late answers are. */
  simulatedTtlMs: 30 * 24 * 60 * 60_000,
  simulatedLateMs: 300,
} as const;
