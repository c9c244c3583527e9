/** What the gateway allows, in one place. Units are in the names. */
export const limits = {
  /** In which requests are counted. */
  windowSeconds: 10,
  /** Requests in that time: of an address that shows no token, of a person, of a machine client. `LIMIT_…` */
  addressRequests: 500,
  subjectRequests: 500,
  clientRequests: 100_000,
  /** An instance takes one part of so many at a time; and it holds so many shares. */
  shareParts: 20,
  sharesMax: 50_000,
  /** A service has begun to answer by then, but where it takes a body of any size. `UPSTREAM_TIMEOUT_MS` */
  upstreamMs: 30_000,
  /** Failures in a row that open the circuit of a service, and how long it stays open. */
  circuitFailures: 5,
  circuitOpenMs: 2_000,
  /** An answer up to this size is read whole before it is sent on. */
  wholeAnswerBytes: 1024 * 1024,
  /** Smaller answers are not worth compressing. */
  compressedFromBytes: 1024,
} as const;
