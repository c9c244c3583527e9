/** Creates a database where it is missing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@quickmart/streams';
import type { ConnectionPool } from 'mssql';
import { reasonOf } from '../table/database.ts';
import { numbersOf } from './failure.ts';
import { connect } from './pool.ts';
import { serverOf, type Target } from './target.ts';

/** Another database is created at this moment (1807), maybe this one (1801); locks. */
const raced = new Set([1801, 1807, 1205, 1222, 5030, 5061]);
/** A new database takes logins only a moment after another instance, or this one, has created it. */
export const patience = { attemptsMax: 40, delayMs: 250 };
/** Not every server has a number of its own for each cause. Other errors may pass, too, or never. */
const unknownAttemptsMax = 6;

export type CreateOptions = {
  /** Who creates it. */
  admin: Target;
  /** Who runs on it, mostly with fewer rights. */
  runner: Target;
  mayCreate: boolean;
  appName: string;
  logger: Logger;
};

/** Whether the server has this database; undefined where the login is refused there. */
export async function createMissing(options: CreateOptions): Promise<boolean | undefined> {
  const { admin, runner, mayCreate, appName, logger } = options;
  const master = await connect({ ...admin, database: 'master' }, { appName, isForChanges: true }).catch(
    () => undefined,
  );
  if (master === undefined) return undefined;
  try {
    if (await exists(master, admin.database)) return true;
    if (!mayCreate || !runner.createDatabase || !admin.createDatabase) return false;
    await create(master, admin, logger);
    if (runner.login === undefined && runner.user !== admin.user) await admit(admin, runner, appName);
    return true;
  } finally {
    await master.close();
  }
}

/** The login that has made the database may do all in it. The login of the service gets the rights to read and to write. */
async function admit(admin: Target, { user }: Target, appName: string): Promise<void> {
  const name = quoted(user);
  const pool = await connect(admin, { appName });
  try {
    await pool.query(
      `if user_id(N'${user.replaceAll("'", "''")}') is null create user ${name} for login ${name}`,
    );
    await pool.query(`grant select, insert, update, delete on schema::dbo to ${name}`);
  } catch (error) {
    throw new Error(
      `the database ${admin.database} on ${serverOf(admin)} was created, and ${user} cannot be let in (${reasonOf(error)}): give it the rights in docs/sql-server.md`,
      { cause: error },
    );
  } finally {
    await pool.close();
  }
}

const quoted = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

async function exists(master: ConnectionPool, database: string): Promise<boolean> {
  const { recordset } = await master
    .request()
    .input('name', database)
    .query<{ id: number | null }>('select db_id(@name) id');
  return recordset[0]?.id != null;
}

async function create(master: ConnectionPool, target: Target, logger: Logger): Promise<void> {
  const { database, host, user } = target;
  const name = quoted(database);
  for (let attempt = 1; ; attempt++) {
    try {
      await master.query(`create database ${name}`);
      logger.info({ database, host }, 'database created');
      break;
    } catch (error) {
      // Another instance that starts at the same time may have been first.
      if (await exists(master, database)) return;
      const isRaced = numbersOf(error).some((number) => raced.has(number));
      if (attempt >= (isRaced ? patience.attemptsMax : unknownAttemptsMax))
        throw new Error(
          `the database ${database} does not exist on ${serverOf(target)} and ${user} may not create it (${reasonOf(error)}): create it, or allow it to`,
          { cause: error },
        );
    }
    await sleep(patience.delayMs * (0.5 + Math.random()));
  }
  // Without waiting: others may be connected already. Where it is refused, every start says so.
  await master.query(`alter database ${name} set read_committed_snapshot on with no_wait`).catch(() => {});
}
