/** Picks the database by its URL. */
import type { Logger } from '@quickmart/streams';
import { openSqlite } from './sqlite/database.ts';
import type { Database } from './table/database.ts';

export type ConnectOptions = {
  /** Without, the database has to be there. */
  create?: boolean | undefined;
  /** For SQL Server: the login that creates the database and changes tables, where it is not that of the URL. */
  adminUrl?: string | undefined;
  /** Of the service, for the lists of the server. */
  name?: string | undefined;
};

/** Throws an Error without the URL's password in it. */
export async function connect(url: string, logger: Logger, options: ConnectOptions = {}): Promise<Database> {
  if (url.startsWith('file:')) return openSqlite(url, options.create ?? true);
  if (url.startsWith('sqlserver://')) {
    // Only here: a service with SQLite does not load the driver.
    const { openSqlServer } = await import('./sqlserver/open.ts');
    return openSqlServer(url, logger, options);
  }
  throw new Error('DATABASE_URL must begin with file: or sqlserver://');
}
