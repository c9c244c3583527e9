/** What an error of SQLite or its driver means: see {@link Failure}. What is not listed is waited for. */
import { driverError, type Failure, reasonOf } from '../table/database.ts';

/** The same values will be refused again. */
const dataCodes = new Set([18 /* TOOBIG */, 19 /* CONSTRAINT */, 20 /* MISMATCH */]);
const transientCodes = new Set([5 /* BUSY */, 6 /* LOCKED */]);
const damageCodes = new Set([11 /* CORRUPT */, 26 /* NOTADB */]);
/** A column that must not be null got no value. Rows are checked before, so a newer build has made this column. */
const notNull = 1299;
/** The driver's own: it can neither store nor read such a value. */
const dataNames = new Set(['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE']);

/** Whether the file itself is broken. Waiting does not mend that. */
export const isDamage = (error: unknown): boolean => damageCodes.has(codeOf(error) ?? 0);

export const cureOf = (path: string): string =>
  `stop the service, delete ${path} (and ${path}-wal, ${path}-shm) and start it: its read models are built anew from the log`;

export function toDriverError(error: unknown): Error {
  return driverError(failureOf(error), reasonOf(error));
}

export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  if (extendedCodeOf(error) === notNull) return 'outage';
  if (code !== undefined)
    return dataCodes.has(code) ? 'data' : transientCodes.has(code) ? 'transient' : 'outage';
  const root = rootOf(error);
  // A stored value cannot be read, such as JSON.
  if (root instanceof SyntaxError || root instanceof RangeError) return 'data';
  return root instanceof Error && 'code' in root && dataNames.has(String(root.code)) ? 'data' : 'outage';
}

/** SQLite's own code, without what it adds to tell apart more. */
function codeOf(error: unknown): number | undefined {
  const code = extendedCodeOf(error);
  return code === undefined ? undefined : code & 0xff;
}

function extendedCodeOf(error: unknown): number | undefined {
  const root = rootOf(error);
  return root instanceof Error && 'errcode' in root ? Number(root.errcode) : undefined;
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
