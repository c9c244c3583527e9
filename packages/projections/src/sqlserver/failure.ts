/** Which errors of SQL Server and its driver are worth another try, and which mean that it is down. */

/** Ours, thrown where `sp_getapplock` gives up: its answer is a number and no error. */
export const lockTimeoutNumber = 51_222;

const transientNumbers = new Set([
  1205, // chosen as the victim of a deadlock
  1222, // waited too long for a lock
  3960, // snapshot conflict
  lockTimeoutNumber,
  // Azure moves the database, or is too busy for the moment.
  ...[4221, 10928, 10929, 40197, 40501, 40540, 40613, 49918, 49919, 49920],
]);
const outageNumbers = new Set([
  701, // out of memory
  ...[1101, 1105, 9002], // the disk or the log is full
  3906, // read-only
  ...[4060, 18456], // the database or the login is gone
  ...[6005, 17142], // shutting down, paused
]);
/** The connection broke, at whatever moment; a new one may well be there at once. */
const transientCodes = new Set([
  ...[
    'ESOCKET',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  ...['ECONNCLOSED', 'ENOTOPEN', 'ENOCONN', 'EINVALIDSTATE', 'EABORT', 'ENOTBEGUN', 'ECANCEL'],
]);
const outageCodes = new Set(['ELOGIN', 'ETIMEOUT', 'EINSTLOOKUP']);

/** Looks through the wrappers of drizzle and mssql. */
export function failureOf(error: unknown): 'transient' | 'outage' | undefined {
  if (!(error instanceof Error)) return undefined;
  const { number, code, originalError } = error as Partial<
    Record<'number' | 'code' | 'originalError', unknown>
  >;
  if (transientNumbers.has(Number(number))) return 'transient';
  if (outageNumbers.has(Number(number))) return 'outage';
  if (outageCodes.has(String(code)) || error.name === 'TimeoutError') return 'outage';
  if (transientCodes.has(String(code))) return 'transient';
  return failureOf(error.cause ?? originalError);
}
