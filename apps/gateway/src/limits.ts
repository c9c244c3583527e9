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

  /** Streams of events: of one person, of one machine client, and of all in this process. */
  eventStreamsOfPerson: 20,
  eventStreamsOfClient: 1_000,
  eventStreamsMax: 5_000,
  /** What waits for a reader at most: one that takes less is ended. */
  eventsWaitingBytes: 256 * 1024,
  /** How often the log is asked for new events, also while it is away, and entries of one partition that an answer has. */
  eventsPollMs: 100,
  eventsOutageMs: 500,
  eventsPage: 50,
  /** The newest events, for who comes back; the events of a category that somebody may catch up with; readers that do at a time. */
  eventsKept: 2_000,
  eventsBehind: 100_000,
  eventsCatchingUp: 4,
  /** A stream says that it is alive, and where it is. When a client comes back. */
  eventsAliveMs: 15_000,
  eventsRetryMs: 2_000,
  /** Aggregates of which is known whose they are. */
  eventAggregates: 50_000,
  /** The id of an event: a place in each category. */
  eventIdLength: 4_096,
} as const;
