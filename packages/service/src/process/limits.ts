/** What requests, connections and errors may cost a service, in one place. Units are in the names. */
export const requestLimits = {
  bodyBytes: 1024 * 1024,
  /** A body that is too long is read up to so many times its limit, and dropped: a sender that is still sending could not hear the 413. */
  bodyPatience: 16,
  importLineBytes: 64 * 1024,
  idempotencyKeyLength: 255,
  pageSizeDefault: 20,
  pageSizeMax: 100,
  historyPageMax: 1000,
  /** Values of one filter of a list: `?id=a,b,c`. */
  filterValuesMax: 100,
  /** How long a request waits for a read model that is behind. */
  waitMs: 2000,
  /** The longest wait for another service that can be configured. */
  waitMsMax: 7 * 24 * 60 * 60_000,
  /** A signature of a webhook that is older, or that far in the future, is refused: Stripe's own tolerance. */
  signatureToleranceMs: 5 * 60_000,
} as const;

export const connectionLimits = {
  /** Open connections; what comes above is closed at once. `CONNECTIONS_MAX` */
  connectionsMax: 10_000,
  /** How long a connection waits for its next request: longer than the load balancer in front waits. `KEEP_ALIVE_MS` */
  keepAliveMs: 65_000,
  /** From the first byte of a request, or from the connection, to the end of its headers. */
  headersMs: 20_000,
  /** From the headers to the end of a body that is read whole. */
  bodyMs: 30_000,
  /** A request under way on whose connection nothing moves, in either direction: a silent import, an answer nobody takes. */
  silenceMs: 60_000,
  /** How often connections are looked at for what is late. */
  checkEveryMs: 5_000,
  /** What has been refused may still be sending: it is heard this long, so that it can read why. */
  lingerMs: 1_000,
  /** Requests at a time of one connection with HTTP/2. */
  streamsMax: 100,
  /** A stop: for what runs to end. */
  drainMs: 25_000,
} as const;

/** What is remembered of errors. */
export const errorLimits = {
  /** Causes that are kept, those that were seen last. */
  groups: 200,
  /** How often they are written. */
  writtenMs: 1_000,
  messageLength: 500,
} as const;

export type ConnectionLimits = { readonly [Name in keyof typeof connectionLimits]: number };
