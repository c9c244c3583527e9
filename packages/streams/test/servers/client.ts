/** Clients with the options that the store asks for, of whatever is given; closed together. */
import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';

export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** Where a deployment is, as data: another process can be told. `natMap`: which node is reached where instead. */
export type Address =
  | { kind: 'standalone'; port: number; secure?: Secure }
  | { kind: 'sentinel'; sentinels: number[]; master: string; natMap?: NatMap }
  | { kind: 'cluster'; nodes: number[]; natMap?: NatMap };
/** TLS with a certificate that only `ca` is trusted for, and a user of its own. */
export type Secure = { ca: string; username: string; password: string };
export type NatMap = Record<string, { host: string; port: number }>;

export const clientDefaults = {
  host: '127.0.0.1',
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  socketTimeout: 5_000,
  maxLoadingRetryTime: 500,
  retryStrategy: (times: number) => Math.min(50 * 2 ** Math.min(times, 10), 1_000),
  // After a failover the old master answers READONLY until its connections are gone.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 1 : false),
} satisfies ClientOptions;

const clusterDefaults: ClusterOptions = {
  retryDelayOnFailover: 0,
  // A command fails while the cluster is away, it does not wait for it.
  enableOfflineQueue: false,
  clusterRetryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), 2_000),
};

const at = (port: number) => ({ host: '127.0.0.1', port });

/** Connected. Whoever does not wait for that, as a service does at its start, has no use for a client. */
export async function connectTo(address: Address, more: ClientOptions = {}): Promise<Redis | Cluster> {
  const client = clientOf(address, more);
  if (client.status !== 'ready') await new Promise<void>((resolve) => client.once('ready', resolve));
  return client;
}

function clientOf(address: Address, more: ClientOptions): Redis | Cluster {
  const { host, ...redisOptions } = { ...clientDefaults, ...more };
  switch (address.kind) {
    case 'standalone':
      return quiet(new Redis({ host, port: address.port, ...redisOptions, ...optionsOf(address.secure) }));
    case 'sentinel': {
      const { sentinels, master: name, natMap } = address;
      const nat = natMap ? { natMap } : {};
      return quiet(new Redis({ sentinels: sentinels.map(at), name, ...nat, ...redisOptions }));
    }
    case 'cluster': {
      const { nodes, natMap } = address;
      const nat = natMap ? { natMap } : {};
      const startup = nodes.map((port) => natMap?.[`127.0.0.1:${port}`] ?? at(port));
      return quiet(new Cluster(startup, { ...clusterDefaults, ...nat, redisOptions }));
    }
  }
}

function optionsOf(secure: Secure | undefined): ClientOptions {
  if (secure === undefined) return {};
  const { ca, username, password } = secure;
  return { username, password, tls: { ca } };
}

/** Every command that fails says so to its caller. */
export function quiet<Client extends Redis | Cluster>(client: Client): Client {
  client.on('error', () => {});
  return client;
}

export class Clients {
  readonly #clients: (Redis | Cluster)[] = [];

  add<Client extends Redis | Cluster>(client: Client): Client {
    this.#clients.push(client);
    return client;
  }

  close(): void {
    for (const client of this.#clients.splice(0)) client.disconnect();
  }
}
