/** Which errors of SQL Server and its driver are worth another try, and which mean that it is down. */

/** Ours, thrown where `sp_getapplock` gives up: its answer is a number and no error. */
export const lockTimeoutNumber = 51_222;

const transientNumbers = new Set([
  1205, // chosen as the victim of a deadlock
  1222, // waited too long for a lock
  3960, // snapshot conflict
  lockTimeoutNumber,
]);
const outageNumbers = new Set([
  701, // out of memory
  1101,
  1105,
  9002, // the disk or the log is full
  3906, // read-only
  4060,
  18456, // the database or the login is gone
  6005,
  17142, // shutting down, paused
  40197,
  40501,
  40613,
  49918,
  49919,
  49920, // Azure moves or throttles it
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
  const { number, code } = error as { number?: number; code?: string };
  if (transientNumbers.has(number ?? 0)) return 'transient';
  if (outageNumbers.has(number ?? 0)) return 'outage';
  if (outageCodes.has(code ?? '') || error.name === 'TimeoutError') return 'outage';
  if (transientCodes.has(code ?? '')) return 'transient';
  return failureOf(error.cause);
}
