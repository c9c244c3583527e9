/** An error and what caused it, on one line. A cause whose words the error repeats is said once. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  // An AggregateError of several addresses has no message of its own.
  const own = error.message || code || error.name;
  if (error.cause === undefined) return own;
  const cause = reasonOf(error.cause);
  return own.endsWith(cause) ? own : `${own}: ${cause}`;
}
