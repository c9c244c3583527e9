/** The failures that callers tell apart. Everything else is a defect. */
import type { StoredEvent } from './event.ts';

/** Another writer was first. `unseen` has its events, up to a limit: a retry needs no second read. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';
  readonly conflicts: readonly VersionConflict[];
  constructor(conflicts: readonly VersionConflict[]) {
    const all = conflicts.map((c) => `${c.id} is at version ${c.actual}, not ${c.expected}`);
    super(all.join('; ') || 'others were always first');
    this.conflicts = conflicts;
  }
}
export type VersionConflict = { id: string; expected: number; actual: number; unseen: StoredEvent[] };

/** "No": what was asked for cannot be as things are. It is an answer, never a fault of the system. */
export class RefusalError extends Error {
  override readonly name: string = 'RefusalError';
}

/** A unique value belongs to another aggregate. */
export class ClaimTakenError extends RefusalError {
  override readonly name = 'ClaimTakenError';
  readonly claimName: string;
  readonly value: string;
  readonly owner: string;
  constructor(claimName: string, value: string, owner: string) {
    super(`${claimName} ${value} belongs to ${owner}`);
    this.claimName = claimName;
    this.value = value;
    this.owner = owner;
  }
}

/** The caller named the version it wants to change (If-Match), and the aggregate is past it. */
export class StaleVersionError extends RefusalError {
  override readonly name = 'StaleVersionError';
  readonly expected: number;
  readonly actual: number;
  constructor(expected: number, actual: number) {
    super(`expected version ${expected}, the aggregate is at ${actual}`);
    this.expected = expected;
    this.actual = actual;
  }
}

/** The idempotency key was used before, for something else. */
export class IdempotencyKeyReusedError extends RefusalError {
  override readonly name = 'IdempotencyKeyReusedError';
}

/** More events or bytes than one append takes. Nothing was written. */
export class AppendTooLargeError extends Error {
  override readonly name = 'AppendTooLargeError';
}

/** Thrown by a handler that will never succeed with this event: it goes to the dead letters at once. */
export class PermanentError extends Error {
  override readonly name: string = 'PermanentError';
}

/**
 * Events of an aggregate, or its index, are gone or were changed. Its state cannot be known: nothing is read of it or decided
 * until they are restored. `pnpm qa verify` finds all such places.
 */
export class LogDamagedError extends PermanentError {
  override readonly name = 'LogDamagedError';
}

/** Something that the system needs is down. Nothing is counted against the event: the work waits, and goes on later. */
export class OutageError extends Error {
  override readonly name: string = 'OutageError';
}

/**
 * Written, and not yet by as many replicas as are asked for: it is lost only where the master is lost before they have it. The
 * same idempotency key gives the answer when they have it.
 */
export class NotReplicatedError extends OutageError {
  override readonly name = 'NotReplicatedError';
  constructor(replicas: number, timeoutMs: number) {
    super(`written, and not by ${replicas === 1 ? 'a replica' : `${replicas} replicas`} in ${timeoutMs} ms`);
  }
}

/**
 * A partition of the log takes no events until a person has repaired it: something in it stands past the last position of
 * its category, or the head of the category is gone. Nothing was written.
 */
export class LogBlockedError extends OutageError {
  override readonly name = 'LogBlockedError';
}

/**
 * The log is not the one that the read models of this service come from. Nothing is decided or written until the log is
 * restored or the read models are rebuilt.
 */
export class LogReplacedError extends OutageError {
  override readonly name = 'LogReplacedError';
}

/** The log is not the one that was read before (lost events, a flush, a failover). Reading stops: nothing is skipped. */
export class LogTruncatedError extends Error {
  override readonly name = 'LogTruncatedError';
}

/** For readiness: a part of the service does not work. The message tells an operator why. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

const outageReplies =
  /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MOVED|ASK|OOM|MISCONF|BUSY|NOREPLICAS|UNBLOCKED)\b/;
const writeRefusals = /^(OOM|MISCONF|NOREPLICAS|READONLY)\b/;
/** The user of the connection has no right to it, or was deleted. An operator can mend that. It says nothing of the event. */
const rightRefusals = /^(NOPERM|NOAUTH|WRONGPASS)\b|^ERR The user executing the script can't/;
/** ioredis' own words: of a connection, of Sentinel, of Cluster. */
const outageMessages = new RegExp(
  [
    ...['Connection is closed', 'Command timed out', 'Socket timeout', 'max retries per request'],
    ...["Stream isn't writeable", 'enableOfflineQueue', 'Command aborted', 'All sentinels are unreachable'],
    ...[
      'Too many Cluster redirections',
      'None of startup nodes',
      'Failed to refresh slots cache',
      "Cluster isn't ready",
    ],
    'Cluster is (ended|disconnect)',
  ].join('|'),
);
const outageCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
]);

/** Whether Redis could not be reached, or cannot take the command just now. */
export function isRedisOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    outageReplies.test(error.message) ||
    outageMessages.test(error.message) ||
    (typeof code === 'string' && outageCodes.has(code))
  );
}

/** Redis answers, but takes no writes: full, or it cannot save, or not the master. What it says comes with it. */
export function isWriteRefusal(error: unknown): boolean {
  const { cause, message = '' } = error instanceof Error ? error : {};
  return writeRefusals.test(message) || (cause !== undefined && isWriteRefusal(cause));
}

/** Runs a Redis command. An outage becomes an {@link OutageError}, damage that a script found a {@link LogDamagedError}. */
export async function orOutage<Result>(command: Promise<Result>): Promise<Result> {
  try {
    return await command;
  } catch (cause) {
    if (isWriteRefusal(cause))
      throw new OutageError(`Redis takes no writes: ${(cause as Error).message}`, { cause });
    if (isRedisOutage(cause)) throw new OutageError('Redis is not available', { cause });
    if (cause instanceof Error && rightRefusals.test(cause.message))
      throw new OutageError(`Redis refuses a right: ${cause.message}`, { cause });
    if (cause instanceof Error && cause.message.startsWith('CORRUPT '))
      throw new LogDamagedError(cause.message, { cause });
    throw cause;
  }
}
