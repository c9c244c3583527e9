/** Every limit of this package, in one place. Units are in the names. */
export const limits = {
  /** Of a category, where nothing else is asked for when it is created; and how many it may have. */
  partitions: 8,
  partitionsMax: 64,
  appendEvents: 1000,
  appendBytes: 1024 * 1024,
  /** How long the result of an idempotency key is kept. */
  idempotencyTtlMs: 24 * 60 * 60 * 1000,
  /** Events that a conflict brings back per aggregate; the rest is loaded. */
  unseenEvents: 256,
  loadEvents: 2000,
  /** Aggregates whose folded state is kept in memory, per category. */
  cachedAggregates: 10_000,
  snapshotEveryEvents: 100,
  /** Appends of one category that a process has under way. */
  commitsUnderWay: 2,
  /** Fewer commands than this go into one append, also where two could be under way. */
  commitSplit: 32,
  /** Commands of one append, and their conflict keys (mostly aggregates): the cache holds all of these. */
  commitCommands: 256,
  commitConflictKeys: 2500,
  /** Attempts of a commit that each time meets the events of other processes. */
  commitAttempts: 20,

  leaseMs: 10_000,
  heartbeatMs: 1_000,
  /** How soon a member looks again for a lease that another one is about to hand over. */
  handoverPollMs: 250,
  /** Text of events that are kept decoded, of a category that several groups of a process read. */
  decodedCharacters: 4 * 1024 * 1024,
  /** Entries of one partition that a read brings: while they are handled, the next ones are read. */
  readCount: 100,
  /** A command that was not done because its keys are moving to another server is sent again this often. */
  redirections: 30,
  redirectionPauseMs: 100,
  /** Entries of a read after which the next one waits for nothing. */
  busyEntries: 8,
  blockMs: 2000,
  /** A blocked read without an answer for this long has lost its connection. */
  blockWatchdogMs: 5000,
  /** How often an owner looks for what is pending under other names, and how many entries it takes from each at once. */
  strayPollMs: 2_000,
  strayEntries: 500,
  /** Entries that one script acknowledges. */
  ackEntries: 1000,
  /** Entries a subscription holds that are read and not acknowledged. */
  unacknowledgedEntries: 4096,
  reactConcurrency: 64,
  /** Events that a read model takes in one transaction, and attempts of one that fails by itself. */
  projectBatch: 500,
  projectAttempts: 3,
  attemptsMax: 8,
  /** How often one event may kill its process while nothing else is at work. */
  crashesPerEvent: 3,
  backoffBaseMs: 250,
  backoffCapMs: 60_000,
  outageBackoffCapMs: 5_000,
  /** How often an event that waits for a person is tried again. */
  repairPollMs: 2_000,
  drainMs: 25_000,
  errorTextBytes: 4096,
  /** How often an owner looks for dead letters that shall be redriven, how many a page has, and pages per look. */
  redrivePollMs: 1_000,
  redriveBatch: 100,
  redrivePages: 50,
  /** When a redrive that has met an outage is tried again, after those that are due by then. */
  redriveOutageMs: 2_000,
  discardedKept: 10_000,
  /** Entries of one partition that a reader of the log holds. */
  readerEntries: 500,
  /** Events that a search shows; all are counted. */
  searchShown: 500,
  /** How long a search waits for its index before it looks around the time of the id. */
  searchWaitMs: 20,
  /** Entries of one read for the index: Redis answers others in between. */
  searchPage: 100,
  /** Entries of one partition that are looked at before a time, and as many after it. */
  searchAround: 128,
  /** Events that an index has in one piece, and the most pieces of a category: the newest 10 million, 9 bytes each. */
  searchPiece: 65_536,
  searchPieces: 160,
  /** What the status of a group costs at most: entries counted, pending ones read, parked aggregates sorted. */
  statusCounted: 1_000,
  statusPending: 200,
  statusParked: 5_000,
  /** Timers that are looked at for those of one aggregate. */
  statusTimers: 10_000,
  /** How often Redis is asked for the time. From which difference on the clock of a machine counts as wrong. */
  clockPollMs: 10_000,
  clockSkewMs: 2_000,
  /** A timer fires at most this much late, on a system that is not behind. */
  timerPollMs: 1_000,
  timerBatch: 100,
} as const;
