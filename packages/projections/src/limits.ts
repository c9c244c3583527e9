/** The numbers that bound what a query costs. */
export const limits = {
  /** So many rows are sorted without an index for their order, and no more. See access-path.ts. */
  sortedRowsMax: 4000,
  /** Who wait for a position at the same time, in one process. */
  waitersMax: 10_000,
  /** Events in one transaction of a rebuild, for which those who project live have to wait. */
  rebuildBatch: 2000,
  /** How often the database is asked on behalf of all who wait. */
  pollMs: 25,
};

/** How processes that share a database hear of each other. Each measures by its own monotonic clock, or counts its heartbeats. */
export const timing = {
  /** How often a process says that it uses its tables. */
  heartbeatMs: 5_000,
  /** A process that has not said so for this long is gone. */
  goneMs: 60_000,
  /** Tables that no process uses are dropped after this time: so long, going back to their build is instant. */
  keepMs: 600_000,
  /** A build of tables that has not gone on for this long is taken over. */
  stalledMs: 5_000,
  /** How often who waits for a build looks whether it is complete. */
  buildPollMs: 100,
};
export type Timing = typeof timing;
