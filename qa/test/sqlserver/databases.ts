/** For tests on SQL Server: a database per service that does not exist yet, and a login that may do little. */
import { variableOf } from '@quickmart/service';
import { onMaster } from '../../../packages/projections/test/harness.ts';
import { serverUrl } from '../../../packages/projections/test/server-url.ts';
import { withUrl } from '../../../packages/projections/test/sqlserver.ts';
import { type ServiceName, serviceNames } from '../../src/names.ts';
import type { Env } from '../../src/process.ts';

export type Databases = {
  /** By service, as whoever may do everything. */
  urls: Record<ServiceName, string>;
  /** What each service is told. */
  envOf: Record<ServiceName, Env>;
  drop(): Promise<void>;
};

/** The tools find them by the environment, as an operator's do. `change`: where the server is, and options of the URL. `login`: the services run as this one, and change tables as the other. */
export async function newDatabases(change: (url: URL) => void, login?: Login): Promise<Databases> {
  const made = await Promise.all(
    serviceNames.map(async (name) => [name, await withUrl(change).fresh()] as const),
  );
  const urls = Object.fromEntries(made.map(([name, { url }]) => [name, url])) as Databases['urls'];
  const variable = (name: string) => variableOf(name, 'databaseUrl');
  const env = (name: string, url: string): Env =>
    login === undefined
      ? { [variable(name)]: url }
      : { [variable(name)]: login.of(url), [variableOf(name, 'databaseAdminUrl')]: url };
  const envOf = Object.fromEntries(
    made.map(([name, { url }]) => [name, env(name, url)]),
  ) as Databases['envOf'];
  for (const [name, { url }] of made) process.env[variable(name)] = url;
  const drop = async () => {
    for (const name of serviceNames) delete process.env[variable(name)];
    await Promise.all(made.map(([, { drop }]) => drop()));
  };
  return { urls, envOf, drop };
}

export type Login = { of: (url: string) => string; drop: () => Promise<void> };

/** One without any right but to connect. */
export async function newLogin(): Promise<Login> {
  const user = `QuickMartRun${Date.now()}`;
  const password = 'p@ss:/w%rd?#[ü]"1A';
  await onMaster(serverUrl, `create login ${user} with password = N'${password}'`);
  const of = (url: string) => {
    const own = new URL(url);
    own.username = user;
    own.password = encodeURIComponent(password);
    return own.href;
  };
  return { of, drop: () => onMaster(serverUrl, `drop login ${user}`) };
}
