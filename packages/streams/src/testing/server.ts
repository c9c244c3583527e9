/** One redis-server process (also in its roles as sentinel and as cluster node), in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './port.ts';

export type Server = {
  readonly port: number;
  readonly dir: string;
  readonly process: ChildProcess;
  /** SIGKILL, then nothing answers until {@link Server.restart}. */
  kill(): Promise<void>;
  /** The same port and data again; with more arguments if wanted. */
  restart(more?: string[]): Promise<void>;
  stop(): Promise<void>;
};

/** What is started here ends with the process that started it, however a test ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const server of running) server.kill('SIGKILL');
});

/** `args` of the port and folder that the server gets; `first` ones for its first start only. Resolves when it answers. */
export async function startServer(
  args: (port: number, dir: string) => string[],
  first: string[] = [],
): Promise<Server> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'quickmart-redis-'));
  const launch = (more: string[] = []) => {
    const child = spawn(process.env.QUICKMART_REDIS_SERVER ?? 'redis-server', [...args(port, dir), ...more], {
      stdio: 'ignore',
      cwd: dir,
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  };
  let server = launch(first);
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const kill = async () => {
    if (hasEnded()) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  await answering(port);
  return {
    port,
    dir,
    get process() {
      return server;
    },
    kill,
    restart: async (more) => {
      server = launch(more);
      await answering(port);
    },
    stop: async () => {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  const probe = new Redis({
    ...{ port, host: '127.0.0.1' },
    ...{ retryStrategy: () => 20, maxLoadingRetryTime: 20, maxRetriesPerRequest: null },
  });
  probe.on('error', () => {});
  try {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await Promise.race([
        probe.ping().catch(() => ''),
        sleep(deadline - Date.now(), 'late', { ref: false }),
      ]);
      if (answer === 'PONG') return;
      if (Date.now() >= deadline) throw new Error(`redis-server on port ${port} does not answer`);
    }
  } finally {
    probe.disconnect();
  }
}
