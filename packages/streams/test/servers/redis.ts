/** A private redis-server for tests and benchmarks: a real one, on a free port of 127.0.0.1, in a folder of its own. */
import type { ChildProcess } from 'node:child_process';
import type { Redis } from 'ioredis';
import { type Certificates, type ClientOptions, Clients, connectToServer } from './client.ts';
import { startServer } from './server.ts';

export type TestRedis = {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** A client with the options that the store asks for; closed by {@link TestRedis.stop}. */
  connect(options?: ClientOptions): Redis;
  /** SIGKILL, then nothing answers until {@link TestRedis.restart}. */
  kill(): Promise<void>;
  /** The same port and data again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** How an append-only file is synced. With `always` a kill loses nothing that was acknowledged. */
export type Fsync = 'everysec' | 'always';

/** What every server of a test has: loopback only, no snapshots; without `fsync` no append-only file. `tls`: on all of its connections. */
export const serverArgs = (port: number, dir: string, fsync?: Fsync, tls?: Certificates): string[] => [
  ...(tls ? tlsArgs(port, tls) : ['--port', `${port}`]),
  ...['--bind', '127.0.0.1', '--dir', dir, '--save', ''],
  ...(fsync ? ['--appendonly', 'yes', '--appendfsync', fsync] : ['--appendonly', 'no']),
];

/** Who connects has to have a certificate, too, as a replica and a node of a cluster have. */
const tlsArgs = (port: number, { ca, cert, key }: Certificates): string[] => [
  ...['--port', '0', '--tls-port', `${port}`, '--tls-replication', 'yes', '--tls-auth-clients', 'yes'],
  ...['--tls-ca-cert-file', ca, '--tls-cert-file', cert, '--tls-key-file', key],
];

/** `appendOnly`: with an append-only file, synced at every write. */
export async function startRedis(
  options: { appendOnly?: boolean; args?: string[] } = {},
): Promise<TestRedis> {
  const { appendOnly = false, args = [] } = options;
  const fsync = appendOnly ? 'always' : undefined;
  const server = await startServer((port, dir) => [...serverArgs(port, dir, fsync), ...args]);
  const clients = new Clients();
  const { port } = server;
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get process() {
      return server.process;
    },
    connect: (more = {}) => clients.add(connectToServer(port, more)),
    kill: server.kill,
    restart: () => server.restart(),
    stop: async () => {
      clients.close();
      await server.stop();
    },
  };
}
