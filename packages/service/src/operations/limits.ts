/** What operators may ask of a service, in one place. */
export const operationLimits = {
  nameLength: 128,
  /** As `errorOf` says it. */
  errorLength: 300,
  reasonLength: 500,
  /** Aggregates that are redriven per second. */
  rateMax: 10_000,
  /** Dead letters that an answer shows; all are counted. */
  deadLettersShown: 200,
  /** Findings of a verify or a rebuild that an answer shows. */
  findingsShown: 50,
} as const;
