/** A private redis-server for tests and benchmarks: a real one, on a free port of 127.0.0.1, in a folder of its own. */
import type { ChildProcess } from 'node:child_process';
import type { Redis } from 'ioredis';
import { type ClientOptions, Clients, connectToServer } from './client.ts';
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

/** What every server of a test has: loopback only, no snapshots; with `appendOnly` a kill loses nothing acknowledged. */
export const serverArgs = (port: number, dir: string, appendOnly = false): string[] => [
  ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, '--save', ''],
  ...(appendOnly ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']),
];

/** `appendOnly`: with an append-only file, synced at every write. */
export async function startRedis(
  options: { appendOnly?: boolean; args?: string[] } = {},
): Promise<TestRedis> {
  const { appendOnly, args = [] } = options;
  const server = await startServer((port, dir) => [...serverArgs(port, dir, appendOnly), ...args]);
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
