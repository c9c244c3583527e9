/** Picks the database by its URL. */
import type { Log } from '@quickmart/streams';
import type { Database } from './database.ts';
import { openSqlite } from './sqlite/database.ts';

/** Without `create`, the database has to be there. Throws an Error without the URL's password in it. */
export async function connect(url: string, log: Log, { create = true } = {}): Promise<Database> {
  if (url.startsWith('file:')) return openSqlite(url, create);
  if (url.startsWith('sqlserver://')) {
    // Only here: whoever runs embedded does not load the driver.
    const { openSqlServer } = await import('./sqlserver/open.ts');
    return openSqlServer(url, log, create);
  }
  throw new Error('DATABASE_URL must begin with file: or sqlserver://');
}
