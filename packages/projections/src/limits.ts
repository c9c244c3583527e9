/** The numbers that bound what a query costs. */
export const limits = {
  /** So many rows are sorted without an index for their order, and no more. See access-path.ts. */
  sortedRowsMax: 4000,
  /** Who wait for a position at the same time, in one process. */
  waitersMax: 10_000,
  /** How often the database is asked on behalf of all who wait. */
  pollMs: 25,
};
