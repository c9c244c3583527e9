/** Every limit of the payment service, in one place. Units are in the names. */
export const limits = {
  /** A signature that is older, or that far in the future, is refused: Stripe's own tolerance. */
  signatureToleranceMs: 5 * 60_000,
  retryCapMs: 60_000,
  breakerFailures: 5,
  breakerOpenMs: 5_000,
  /** Another kind of call that was answered within this time: then the provider is not down as a whole. */
  breakerOthersMs: 60_000,
  /** How often readiness has the provider's key tried. */
  probeMs: 30_000,
  /** Of a payment, of which the calls to the provider are shown. */
  attemptEvents: 1000,
  /** How long the simulated provider remembers a payment, and how late its late answers are. */
  simulatedTtlMs: 30 * 24 * 60 * 60_000,
  simulatedLateMs: 300,
} as const;
