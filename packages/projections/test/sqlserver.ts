/** For tests of what is particular to SQL Server: its harness, other URLs, and a connection beside the code under test. */
import mssql, { type ConnectionPool } from 'mssql';
import { type Fresh, type Harness, sqlServer } from './harness.ts';
import { serverUrl } from './server-url.ts';

export const harness = sqlServer(serverUrl);

/** The harness with other URLs for its databases. */
export const withUrl = (change: (url: URL) => void): Harness => ({
  ...harness,
  async fresh(): Promise<Fresh> {
    const { url, drop } = await harness.fresh();
    const changed = new URL(url);
    change(changed);
    return { url: changed.href, drop };
  },
});

/** Runs on the database of a harness, beside the code under test. */
export async function onDatabase<Result>(
  url: string,
  work: (pool: ConnectionPool) => Promise<Result>,
): Promise<Result> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const pool = await new mssql.ConnectionPool({
    server: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    options: { trustServerCertificate: true },
  }).connect();
  return await work(pool).finally(() => pool.close());
}
