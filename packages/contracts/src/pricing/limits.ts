/** Limits of rules and quotes. A `…Length` is in characters (code points). */
export const pricingLimits = {
  keyLength: 64,
  categoryLength: 100,
  /** Of a customer group, a channel and a tax class. */
  wordLength: 40,
  wordsMax: 50,
  codeLength: 40,
  prefixLength: 20,
  /** Codes that one call makes, and those that one event holds: see apps/pricing/src/coupons.ts. */
  codesMax: 10_000,
  codesPerEvent: 250,
  usesMax: 1_000_000_000,
  conditionsMax: 20,
  skusMax: 500,
  categoriesMax: 100,
  zonesMax: 50,
  placesMax: 250,
  tiersMax: 100,
  postalCodeLength: 20,
  weightMax: 1_000_000_000,
  pricesMax: 5_000,
  priorityMax: 1_000_000,
  quoteLinesMax: 1_000,
  quoteCouponsMax: 20,
} as const;
