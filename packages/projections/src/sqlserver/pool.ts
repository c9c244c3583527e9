/** Pools of connections to SQL Server. */
import mssql, { type ConnectionPool, type config as PoolConfig } from 'mssql';
import type { Target } from './target.ts';

const idleMs = 30_000;

export type PoolOptions = {
  /** What the server lists the sessions under. */
  appName: string;
  /** For changes of tables: one connection, and no limit of time, for they take as long as the tables are large. */
  isForChanges?: boolean;
};

export const connect = (target: Target, options: PoolOptions): Promise<ConnectionPool> =>
  new mssql.ConnectionPool(configOf(target, options)).connect();

/** As the driver takes it. */
export function configOf(target: Target, { appName, isForChanges = false }: PoolOptions): PoolConfig {
  const { host, port, user, password, database, login } = target;
  const config: PoolConfig & { validateConnection: string } = {
    server: host,
    database,
    ...(port !== undefined && { port }),
    ...(login === undefined ? { user, password } : { authentication: login as never }),
    options: optionsOf(target, appName),
    pool: {
      max: isForChanges ? 1 : target.connectionsMax,
      min: 0,
      acquireTimeoutMillis: target.acquireTimeoutMs,
      idleTimeoutMillis: idleMs,
    },
    connectionTimeout: target.connectTimeoutMs,
    requestTimeout: isForChanges ? 0 : target.requestTimeoutMs,
    // The state of the socket, not a query of its own before each query; a broken one is retried.
    validateConnection: 'socket',
  };
  return config;
}

function optionsOf(target: Target, appName: string) {
  const { encrypt, trustServerCertificate, certificate, hostNameInCertificate, instance } = target;
  const options = {
    encrypt,
    trustServerCertificate,
    appName,
    useUTC: true,
    // All addresses of a name, as the listener of an availability group has several, are tried at once.
    multiSubnetFailover: true,
    readOnlyIntent: target.applicationIntent === 'ReadOnly',
    ...(instance !== undefined && { instanceName: instance }),
    ...(certificate !== undefined && { cryptoCredentialsDetails: { ca: certificate } }),
    ...(hostNameInCertificate !== undefined && { serverName: hostNameInCertificate }),
  };
  // @types/mssql does not know 'strict' yet.
  return options as NonNullable<PoolConfig['options']>;
}
