/** The numbers that bound what queries, waits and builds of tables cost. */
export const limits = {
  /** So many rows are sorted without an index for their order, and no more. See access-path.ts. */
  sortedRowsMax: 4000,
  /** How many may wait for a position at the same time, in one process. */
  waitersMax: 10_000,
  /** Events in one transaction of a build. Consumers that project live wait for it. */
  rebuildBatch: 2000,
  /** Dead letters that one build of tables writes. Further aggregates that cannot be applied are only counted. */
  buildDeadLetters: 1000,
  /** How long writers of read models go on before a change of tables that waits for a report is tried again. */
  readersPauseMs: 2_000,
  /** How often a process that does not project asks the database, for all who wait for a position. */
  pollMs: 25,
};

/** How processes that share a database hear of each other. Each has only its own monotonic clock, and counts heartbeats. */
export const timing = {
  /** How often a process says that it uses its tables. */
  heartbeatMs: 5_000,
  /** A process without a heartbeat for this long is gone. */
  goneMs: 60_000,
  /** Tables that no process uses are dropped after this time. Until then, going back to their build is instant. */
  keepMs: 600_000,
  /** A build of tables that has made no progress for this long is taken over. */
  stalledMs: 5_000,
  /** How often a process that waits for a build looks whether it is complete. */
  buildPollMs: 100,
};
export type Timing = typeof timing;
