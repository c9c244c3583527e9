/** Opens a SQL Server database by its URL, creates it where it is missing, and says what to do where it cannot. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@quickmart/streams';
import type { ConnectionPool } from 'mssql';
import { type Database, reasonOf, retrying } from '../table/database.ts';
import { createMissing, patience } from './create.ts';
import { SqlServerDatabase } from './database.ts';
import { orDriverError } from './failure.ts';
import { connect } from './pool.ts';
import { parseTarget, serverOf, type Target } from './target.ts';
import { asksReadsJson } from './transport.ts';

/** How long a change of tables waits for sessions that read them. All who write read models wait with it. */
const lockTimeoutMs = 2_000;

export type ServerOptions = {
  /** Whether a missing database may be created. */
  create?: boolean | undefined;
  /** The login that creates the database and changes tables; without: that of the URL. */
  adminUrl?: string | undefined;
  /** Of the service: its sessions are listed as `quickmart-<name>`. */
  name?: string | undefined;
};

/** Throws an Error that says what to do, without the password. */
export async function openSqlServer(
  url: string,
  logger: Logger,
  options: ServerOptions = {},
): Promise<Database> {
  const { create = true, adminUrl, name } = options;
  const target = parseTarget(url);
  const admin = adminUrl === undefined ? target : parseAdmin(adminUrl, target);
  const appName = name === undefined ? 'quickmart' : `quickmart-${name}`;
  const place = `${target.database} on ${serverOf(target)}`;
  const pool = await connect(target, { appName }).catch((error: unknown) =>
    createAndConnect(target, admin, error, { create, appName, logger }),
  );
  const warn = (error: Error) => logger.warn({ error: error.message, database: place }, 'a connection broke');
  pool.on('error', warn);
  const changes = async () => {
    const own = await orDriverError(() => connect(admin, { appName, isForChanges: true }));
    own.on('error', warn);
    // A batch: what sp_executesql sets does not outlast it.
    await orDriverError(() => own.batch(`set lock_timeout ${lockTimeoutMs}`));
    return own;
  };
  try {
    return await retrying({ place }, async () => {
      await warnOfBlocking(pool, place, logger);
      const { recordset } = await orDriverError(() => pool.query<{ reads: number }>(asksReadsJson));
      return new SqlServerDatabase({ place, pool, changes, readsJson: recordset[0]?.reads === 1 });
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/** The same database: what is changed elsewhere would be missing here. */
function parseAdmin(url: string, { database }: Target): Target {
  const admin = parseTarget(url, 'DATABASE_ADMIN_URL');
  if (admin.database.toLowerCase() !== database.toLowerCase())
    throw new Error(`DATABASE_ADMIN_URL names the database ${admin.database}, DATABASE_URL ${database}`);
  return admin;
}

/** The login may be wrong, or only the database missing: master knows. */
async function createAndConnect(
  target: Target,
  admin: Target,
  failure: unknown,
  { create, appName, logger }: { create: boolean; appName: string; logger: Logger },
): Promise<ConnectionPool> {
  if (codeOf(failure) !== 'ELOGIN') throw unreachable(target, failure);
  const isThere = await createMissing({ admin, runner: target, mayCreate: create, appName, logger });
  if (isThere === undefined) throw refused(target, failure);
  if (!isThere) throw new Error(`there is no database ${target.database} on ${serverOf(target)}: create it`);
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(target, { appName });
    } catch (error) {
      if (attempt >= patience.attemptsMax / 2) throw refused(target, error);
      await sleep(patience.delayMs);
    }
  }
}

/** Without it queries wait for the projections' transactions, and these for the queries. */
async function warnOfBlocking(pool: ConnectionPool, database: string, logger: Logger): Promise<void> {
  const { recordset } = await orDriverError(() =>
    pool.query<{ isOn: boolean }>(
      'select is_read_committed_snapshot_on isOn from sys.databases where name = db_name()',
    ),
  );
  if (recordset[0]?.isOn) return;
  const advice = 'alter database … set read_committed_snapshot on';
  logger.warn({ database, advice }, 'READ_COMMITTED_SNAPSHOT is off: queries may wait for writes');
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function refused(target: Target, cause: unknown): Error {
  const { user, database } = target;
  return new Error(
    `SQL Server at ${serverOf(target)} refused ${user || 'the identity'} for the database ${database} (${reasonOf(cause)}): check user, password and database in DATABASE_URL, and that the user may use the database`,
    { cause },
  );
}

function unreachable(target: Target, cause: unknown): Error {
  const reason = reasonOf(cause);
  const advice = /certificate/i.test(reason)
    ? 'add certificate=<path of the PEM file of its authority> to DATABASE_URL, or trustServerCertificate=true'
    : target.port === undefined
      ? 'start it and its SQL Server Browser (UDP 1434), or give the port of the instance in DATABASE_URL'
      : 'start it, or correct host and port in DATABASE_URL';
  return new Error(`SQL Server cannot be reached at ${serverOf(target)} (${reason}): ${advice}`, { cause });
}
