/** The numbers that bound what a query costs. */
export const limits = {
  /** So many rows are sorted without an index for their order, and no more. See access-path.ts. */
  sortedRowsMax: 4000,
};
