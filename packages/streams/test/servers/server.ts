/** One redis-server process (also in its roles as sentinel and as cluster node), in a folder of its own. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Certificates, connectToServer, speakTls } from './client.ts';
import { end, hasEnded, launch } from './launch.ts';
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

/** `args`: from the port and the folder of the server. `first`: only for its first start. `tls`: it speaks nothing else. Resolves when it answers. */
export async function startServer(
  args: (port: number, dir: string) => string[],
  first: string[] = [],
  tls?: Certificates,
): Promise<Server> {
  const port = await freePort();
  if (tls) speakTls(port, tls);
  const dir = mkdtempSync(join(tmpdir(), 'quickmart-redis-'));
  const program = process.env.QUICKMART_REDIS_SERVER ?? 'redis-server';
  const start = async (more: string[] = []) => {
    server = launch(program, [...args(port, dir), ...more], { stdio: 'ignore', cwd: dir });
    await answering(port, server);
  };
  const kill = async () => void (await end(server));
  let server: ChildProcess;
  await start(first);
  return {
    port,
    dir,
    get process() {
      return server;
    },
    kill,
    restart: start,
    stop: async () => {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  const probe = connectToServer(port, {
    retryStrategy: () => 20,
    maxLoadingRetryTime: 20,
    maxRetriesPerRequest: null,
  });
  try {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await Promise.race([
        probe.ping().catch(() => ''),
        sleep(deadline - Date.now(), 'late', { ref: false }),
      ]);
      // One that answers after ours has ended is another one: somebody took the port.
      if (hasEnded(server)) throw new Error(`redis-server on port ${port} has ended`);
      if (answer === 'PONG') return;
      if (Date.now() >= deadline) throw new Error(`redis-server on port ${port} does not answer`);
    }
  } finally {
    probe.disconnect();
  }
}
