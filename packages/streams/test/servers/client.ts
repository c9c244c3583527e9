/** Clients as everything makes them, of the servers of a test; closed together. */
import type { Cluster, Redis } from 'ioredis';
import type { Endpoint, Login, RedisAddress, TlsFiles } from '../../src/log/connect/address.ts';
import { type ClientOptions, redisClient } from '../../src/log/connect/client.ts';

export type { ClientOptions };

/** Where a deployment is, as data: another process can be told. `natMap`: which node is reached where instead. */
export type Address =
  | { kind: 'standalone'; port: number; secure?: Secure }
  | { kind: 'sentinel'; sentinels: number[]; master: string; natMap?: NatMap; tls?: Certificates }
  | { kind: 'cluster'; nodes: number[]; natMap?: NatMap; tls?: Certificates };
/** TLS with a certificate that only `ca` is trusted for, and a user of its own. */
export type Secure = { ca: string; username: string; password: string };
/** Files. */
export type Certificates = Required<TlsFiles>;
export type NatMap = Record<string, { host: string; port: number }>;

const at = (port: number): Endpoint => ({ host: '127.0.0.1', port });

/** Connected. Whoever does not wait for that, as a service does at its start, has no use for a client. */
export async function connectTo(address: Address, more: ClientOptions = {}): Promise<Redis | Cluster> {
  const secure = address.kind === 'standalone' && address.secure;
  const client = quiet(
    redisClient(addressOf(address), { ...(secure && { tls: { ca: secure.ca } }), ...more }),
  );
  const ready = new Promise<void>((resolve) => client.once('ready', resolve));
  client.connect().catch(() => {}); // it goes on by itself
  await ready;
  return client;
}

/** Connects at once, as long as nobody closes it. */
export function connectToServer(port: number, more: ClientOptions = {}): Redis {
  const address = { ...addressOf({ kind: 'standalone', port }), tls: certificates.get(port) };
  return quiet(redisClient(address, { lazyConnect: false, ...more }) as Redis);
}

/** Of servers that speak nothing but TLS, by port. */
const certificates = new Map<number, Certificates>();
export const speakTls = (port: number, tls: Certificates): void => void certificates.set(port, tls);

function addressOf(address: Address): RedisAddress {
  const login: Login = {};
  const common = { login, sentinelLogin: {}, database: 0, tls: undefined, natMap: {} };
  switch (address.kind) {
    case 'standalone': {
      const { username, password } = address.secure ?? {};
      if (username !== undefined && password !== undefined) Object.assign(login, { username, password });
      return { ...common, kind: 'standalone', endpoints: [at(address.port)] };
    }
    case 'sentinel': {
      const { sentinels, master, natMap = {}, tls } = address;
      return { ...common, kind: 'sentinel', endpoints: all(sentinels.map(at)), master, natMap, tls };
    }
    case 'cluster': {
      const { nodes, natMap = {}, tls } = address;
      const endpoints = nodes.map((port) => natMap[`127.0.0.1:${port}`] ?? at(port));
      return { ...common, kind: 'cluster', endpoints: all(endpoints), natMap, tls };
    }
  }
}

/** As a service is told it. */
export function urlOf(address: Address, ports: readonly number[]): string {
  const tls = address.kind === 'standalone' ? undefined : address.tls;
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
  const master = address.kind === 'sentinel' ? `/${address.master}` : '';
  const files = tls ? `?${new URLSearchParams(tls)}` : '';
  return `redis${tls ? 's' : ''}+${address.kind}://${hosts}${master}${files}`;
}

function all(endpoints: Endpoint[]): [Endpoint, ...Endpoint[]] {
  const [first, ...others] = endpoints;
  if (first === undefined) throw new Error('a deployment without a server');
  return [first, ...others];
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
