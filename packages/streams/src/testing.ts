/** A private redis-server for tests and benchmarks: a real one, on a free port of 127.0.0.1, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';

type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

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

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** `appendOnly`: with an append-only file, synced at every write, so that a kill loses nothing acknowledged. */
export async function startRedis(
  options: { appendOnly?: boolean; args?: string[] } = {},
): Promise<TestRedis> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'quickmart-redis-'));
  const persistence = options.appendOnly
    ? ['--appendonly', 'yes', '--appendfsync', 'always']
    : ['--appendonly', 'no'];
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...persistence];
  const launch = () =>
    spawn(process.env.QUICKMART_REDIS_SERVER ?? 'redis-server', [...args, ...(options.args ?? [])], {
      stdio: 'ignore',
    });
  const clients: Redis[] = [];
  let server = launch();

  const connect = (more: ClientOptions = {}) => {
    const defaults: ClientOptions = {
      port,
      host: '127.0.0.1',
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => Math.min(50 * times, 500),
    };
    const client = new Redis({ ...defaults, ...more });
    client.on('error', () => {});
    clients.push(client);
    return client;
  };
  const kill = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  await answering(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get process() {
      return server;
    },
    connect,
    kill,
    restart: async () => {
      server = launch();
      await answering(port);
    },
    stop: async () => {
      for (const client of clients) client.disconnect();
      if (server.exitCode === null && server.signalCode === null) await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  const probe = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 20, maxRetriesPerRequest: null });
  probe.on('error', () => {});
  try {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const answer = await Promise.race([probe.ping().catch(() => ''), sleep(deadline - Date.now(), 'late')]);
      if (answer === 'PONG') return;
      if (Date.now() >= deadline) throw new Error(`redis-server on port ${port} does not answer`);
    }
  } finally {
    probe.disconnect();
  }
}
