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
  findLength: 256,
  /** Timers of a category that an answer shows; all are counted. */
  timersShown: 200,
  /** A timer that is due for longer is late. */
  lateMs: 1_000,
  /** The newest webhooks that are kept: so many that were accepted, and so many that were refused. */
  webhooksKept: 200,
  /** What operators have done, the newest. */
  actsKept: 500,
  /** What an answer of the audit has at most of a category, and how many events it looks at for that. */
  auditShown: 50,
  auditLooked: 2_000,
  /** Events that are folded for a state. */
  versions: 100_000,
  /** Findings of a verify or a rebuild that an answer shows. */
  findingsShown: 50,
} as const;
