/** Opens a SQL Server database by its URL, creates it where it is missing, and says what to do where it cannot. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@quickmart/streams';
import mssql, { type ConnectionPool, type config as PoolConfig } from 'mssql';
import { type Database, reasonOf, retrying } from '../database.ts';
import { SqlServerDatabase } from './database.ts';
import { orDriverError } from './failure.ts';
import { parseTarget, type Target } from './target.ts';
import { asksReadsJson } from './transport.ts';

const limits = { connectMs: 5000, requestMs: 15_000, acquireMs: 5000, idleMs: 30_000 };
/** A new database takes logins a moment after it was created, maybe by another instance. */
const created = { attemptsMax: 20, delayMs: 250 };

/** Throws an Error that says what to do, without the password. */
export async function openSqlServer(url: string, log: Log, create = true): Promise<Database> {
  const target = parseTarget(url);
  const place = `${target.database} on ${target.host}:${target.port}`;
  const pool = await connect(target).catch((error: unknown) => createAndConnect(target, error, create, log));
  pool.on('error', (error: Error) =>
    log.warn({ error: error.message, database: place }, 'a connection broke'),
  );
  try {
    return await retrying({ place }, async () => {
      await warnOfBlocking(pool, place, log);
      const { recordset } = await orDriverError(() => pool.query<{ reads: number }>(asksReadsJson));
      return new SqlServerDatabase(place, pool, recordset[0]?.reads === 1);
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
}

function connect(target: Target): Promise<ConnectionPool> {
  const { host, port, user, password, database, connectionsMax } = target;
  const config: PoolConfig & { validateConnection: string } = {
    ...{ server: host, port, user, password, database, options: optionsOf(target) },
    pool: {
      ...{ max: connectionsMax, min: 0 },
      ...{ acquireTimeoutMillis: limits.acquireMs, idleTimeoutMillis: limits.idleMs },
    },
    connectionTimeout: limits.connectMs,
    requestTimeout: limits.requestMs,
    // The state of the socket, not a query of its own before each query; a broken one is retried.
    validateConnection: 'socket',
  };
  return new mssql.ConnectionPool(config).connect();
}

function optionsOf({ encrypt, trustServerCertificate, certificate, hostNameInCertificate }: Target) {
  const options = {
    ...{ encrypt, trustServerCertificate, appName: 'quickmart', useUTC: true },
    ...(certificate !== undefined && { cryptoCredentialsDetails: { ca: certificate } }),
    ...(hostNameInCertificate !== undefined && { serverName: hostNameInCertificate }),
  };
  // @types/mssql does not know 'strict' yet.
  return options as NonNullable<PoolConfig['options']>;
}

/** The login may be wrong, or only the database missing: master knows. */
async function createAndConnect(
  target: Target,
  failure: unknown,
  mayCreate: boolean,
  log: Log,
): Promise<ConnectionPool> {
  if (codeOf(failure) !== 'ELOGIN') throw unreachable(target, failure);
  const master = await connect({ ...target, database: 'master' }).catch(() => undefined);
  if (master === undefined) throw refused(target, failure);
  try {
    if (!(await exists(master, target.database))) {
      if (!mayCreate)
        throw new Error(`there is no database ${target.database} on ${target.host}:${target.port}`);
      await create(master, target, log);
    }
  } finally {
    await master.close();
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(target);
    } catch (error) {
      if (attempt >= created.attemptsMax) throw refused(target, error);
      await sleep(created.delayMs);
    }
  }
}

async function exists(master: ConnectionPool, database: string): Promise<boolean> {
  const { recordset } = await master
    .request()
    .input('name', database)
    .query<{ id: number | null }>('select db_id(@name) id');
  return recordset[0]?.id != null;
}

async function create(
  master: ConnectionPool,
  { database, host, port, user }: Target,
  log: Log,
): Promise<void> {
  const name = `[${database.replaceAll(']', ']]')}]`;
  try {
    await master.query(`create database ${name}`);
    log.info({ database, host }, 'database created');
  } catch (error) {
    // Another instance that starts at the same time may have been first.
    if (await exists(master, database)) return;
    throw new Error(
      `the database ${database} does not exist on ${host}:${port} and ${user} may not create it (${reasonOf(error)}): create it, or allow it to`,
      { cause: error },
    );
  }
  // Without waiting: others may be connected already. Where it is refused, every start says so.
  await master.query(`alter database ${name} set read_committed_snapshot on with no_wait`).catch(() => {});
}

/** Without it queries wait for the projections' transactions, and these for the queries. */
async function warnOfBlocking(pool: ConnectionPool, database: string, log: Log): Promise<void> {
  const { recordset } = await orDriverError(() =>
    pool.query<{ isOn: boolean }>(
      'select is_read_committed_snapshot_on isOn from sys.databases where name = db_name()',
    ),
  );
  if (recordset[0]?.isOn) return;
  const advice = 'alter database … set read_committed_snapshot on';
  log.warn({ database, advice }, 'READ_COMMITTED_SNAPSHOT is off: queries may wait for writes');
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function refused({ host, port, user, database }: Target, cause: unknown): Error {
  return new Error(
    `SQL Server at ${host}:${port} refused ${user} for the database ${database} (${reasonOf(cause)}): check user, password and database in DATABASE_URL, and that the user may use the database`,
    { cause },
  );
}

function unreachable({ host, port }: Target, cause: unknown): Error {
  const reason = reasonOf(cause);
  const advice = /certificate/i.test(reason)
    ? 'add certificate=<path of the PEM file of its authority> to DATABASE_URL, or trustServerCertificate=true'
    : 'start it, or correct host and port in DATABASE_URL';
  return new Error(`SQL Server cannot be reached at ${host}:${port} (${reason}): ${advice}`, { cause });
}
