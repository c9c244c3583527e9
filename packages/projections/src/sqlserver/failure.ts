/**
 * What an error of SQL Server or its driver means. Only errors about the data itself may park an event, and they are listed.
 * After every other error, known or not (silence, a full disk, a right that was taken away), work waits.
 */
import { driverError, type Failure, reasonOf } from '../table/database.ts';

/** Ours, thrown where `sp_getapplock` gives up: its answer is a number and no error. */
export const lockTimeoutNumber = 51_222;

/**
 * The same values will be refused again. A null (515) is not among these: rows are checked before they are written, so the
 * table has a column that this build does not know, because a newer build has made it.
 */
const dataNumbers = new Set([
  ...[2601, 2627], // a unique index, a unique constraint
  ...[547, 550], // check or foreign key, the check option of a view
  ...[2628, 8152], // longer than the column
  ...[511, 1946], // longer than a row, than the key of an index
  ...[220, 232, 234, 517, 535, 3606, 8115], // a number or an instant is out of range
  ...[236, 237, 238, 241, 242, 244, 245, 248, 293, 295, 296, 298], // a conversion
  ...[8114, 8169, 8170],
  ...[3607, 8134], // division by zero
  537, // a negative length
  ...[8023, 9803, 9833, 13609], // a value that is none of its type
]);
/** Waited too long for a lock on a table or a view: see `lockTimeoutMs` in open.ts. */
const lockedNumber = 1222;
/** Not every server that speaks TDS has a number of its own for it. */
const lockedWords = /\block timeout\b/;
const transientNumbers = new Set([
  1205, // chosen as the victim of a deadlock
  3960, // snapshot conflict
  lockTimeoutNumber,
  // Azure moves the database, or is too busy for the moment.
  ...[4221, 10928, 10929, 40197, 40501, 40540, 40613, 49918, 49919, 49920],
]);
/** The connection broke, at whatever moment; a new one may well be there at once. */
const transientCodes = new Set([
  ...['ESOCKET', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECLOSE', 'ECONNCLOSED', 'ENOTOPEN', 'ENOCONN'],
  ...['EINVALIDSTATE', 'EABORT', 'ENOTBEGUN', 'ECANCEL'],
]);
/** What the driver says where an encrypted connection was closed in good order: without number or code. */
const closed = 'unexpected end of message stream';

type Raised = Error & Partial<Record<'number' | 'code' | 'originalError' | 'precedingErrors', unknown>>;

/** Runs one call of the driver. */
export async function orDriverError<Result>(call: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw toDriverError(error);
  }
}

export function toDriverError(error: unknown): Error {
  const [number] = numbersOf(error);
  const words = withoutValues(reasonOf(error));
  return driverError(failureOf(error), number === undefined ? words : `${words} (error ${number})`);
}

export function failureOf(error: unknown): Failure {
  const raised = all(error);
  const numbers = numbersOf(error);
  if (numbers.includes(lockedNumber)) return 'locked';
  if (raised.some(({ message }) => lockedWords.test(message))) return 'locked';
  if (numbers.some((number) => transientNumbers.has(number))) return 'transient';
  if (numbers.some((number) => dataNumbers.has(number))) return 'data';
  const codes = raised.map(({ code }) => String(code));
  // The driver refuses a value of a parameter; a stored value cannot be read (JSON, an instant).
  if (codes.includes('EPARAM')) return 'data';
  if (raised.some((one) => one instanceof SyntaxError || isOfValue(one))) return 'data';
  if (codes.includes('ETIMEOUT') || numbers.length > 0) return 'outage';
  if (codes.some((code) => transientCodes.has(code))) return 'transient';
  return raised.some(({ message }) => message === closed) ? 'transient' : 'outage';
}

/** A value out of its range, such as an instant. With a code it concerns the driver's buffers, and so the connection. */
const isOfValue = (error: Raised): boolean => error instanceof RangeError && error.code === undefined;

/** The numbers of the server, that of the error that was thrown first. */
export const numbersOf = (error: unknown): number[] =>
  all(error)
    .map(({ number }) => Number(number))
    .filter((number) => number > 0);

/** The error, and what drizzle and mssql have wrapped in it or put beside it. */
function all(error: unknown): Raised[] {
  if (!(error instanceof Error)) return [];
  const { cause, originalError, precedingErrors = [] } = error as Raised;
  const beside = error instanceof AggregateError ? error.errors : (precedingErrors as unknown[]);
  return [error, ...[cause, originalError, ...beside].flatMap(all)];
}

/** Customers' data is in what the server says about a value; the table and the column are enough. */
const withoutValues = (message: string): string =>
  message
    .replace(/(Truncated value: ').*'/s, "$1…'")
    .replace(/(duplicate key value is \().*\)/s, '$1…)')
    .replace(/( value ').*(' (?:to|overflowed|is) )/s, '$1…$2');
