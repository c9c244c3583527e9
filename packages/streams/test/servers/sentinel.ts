/** A master, its replicas and three sentinels on loopback. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './ask.ts';
import type { Address } from './client.ts';
import { serverArgs } from './redis.ts';
import { caughtUp } from './replicated.ts';
import { type Server, startServer } from './server.ts';
import { until } from './until.ts';

export type TestSentinel = {
  /** SIGKILL of the master, and a start of it with its data before the sentinels mind. */
  crash(): Promise<void>;
  readonly address: Address & { kind: 'sentinel' };
  /** `redis+sentinel://…` */
  readonly url: string;
  /** Master and replicas, in no particular order. */
  readonly nodes: readonly Server[];
  master(): Promise<Server>;
  /** Resolves when all that the master has acknowledged has reached its replicas; it takes no writes for a while then. */
  inStep(): Promise<void>;
  /**
   * SIGKILL of the master; resolves when another node is master, and the dead one is started again as its replica
   * (a sentinel would take 8 s to make it that).
   * `lossless`: what it has acknowledged has reached the replicas before it is killed.
   */
  failover(options?: { lossless?: boolean }): Promise<void>;
  stop(): Promise<void>;
};

const name = 'quickmart';
const quorum = 2;

export async function startSentinel(
  options: { replicas?: number; downAfterMs?: number } = {},
): Promise<TestSentinel> {
  const { replicas = 1, downAfterMs = 1000 } = options;
  const args = (port: number, dir: string) => [
    ...serverArgs(port, dir, true),
    ...['--repl-diskless-sync-delay', '0'],
  ];
  const first = await startServer(args);
  const followers = await Promise.all(
    Array.from({ length: replicas }, () => startServer(args, replicaOf(first))),
  );
  const sentinels = await Promise.all(
    Array.from({ length: 3 }, () =>
      startServer((port, dir) => sentinelArgs(port, dir, first.port, downAfterMs)),
    ),
  );
  const trio = new Trio([first, ...followers], sentinels, downAfterMs);
  await trio.settled();
  return trio;
}

const replicaOf = ({ port }: Server) => ['--replicaof', '127.0.0.1', `${port}`];

function sentinelArgs(port: number, dir: string, masterPort: number, downAfterMs: number): string[] {
  const file = join(dir, 'sentinel.conf');
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${dir}`,
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} ${quorum}`,
    `sentinel down-after-milliseconds ${name} ${downAfterMs}`,
    `sentinel failover-timeout ${name} 2000`,
  ];
  writeFileSync(file, settings.join('\n'));
  return [file, '--sentinel'];
}

class Trio implements TestSentinel {
  readonly nodes: readonly Server[];
  readonly address: Address & { kind: 'sentinel' };
  readonly url: string;
  readonly #sentinels: readonly Server[];
  readonly #downAfterMs: number;

  constructor(nodes: readonly Server[], sentinels: readonly Server[], downAfterMs: number) {
    this.nodes = nodes;
    this.#downAfterMs = downAfterMs;
    this.#sentinels = sentinels;
    const ports = sentinels.map(({ port }) => port);
    this.address = { kind: 'sentinel', sentinels: ports, master: name };
    this.url = `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/${name}`;
  }

  /** As all sentinels see it. */
  async master(): Promise<Server> {
    const ports = await Promise.all(this.#sentinels.map((sentinel) => this.#masterOf(sentinel)));
    const [port] = new Set(ports).size === 1 ? ports : [];
    const master = this.nodes.find((node) => node.port === port);
    if (master === undefined) throw new Error(`the sentinels do not agree: ${ports}`);
    return master;
  }

  async #masterOf({ port }: Server): Promise<number> {
    const [, at] = (await ask(port, (redis) => redis.call('SENTINEL', 'get-master-addr-by-name', name))) as [
      string,
      string,
    ];
    return Number(at);
  }

  async failover({ lossless = false } = {}): Promise<void> {
    await this.settled();
    const old = await this.master();
    if (lossless) await this.inStep();
    await old.kill();
    let now = old;
    await until(async () => {
      now = await this.master();
      return now !== old && (await isMaster(now));
    });
    await old.restart(replicaOf(now));
  }

  async crash(): Promise<void> {
    await this.#minding(600_000);
    const master = await this.master();
    await master.kill();
    await master.restart();
    await until(() => this.#linked());
    await this.#minding(this.#downAfterMs);
  }

  async #minding(downAfterMs: number): Promise<void> {
    const set = ['SENTINEL', 'SET', name, 'down-after-milliseconds', downAfterMs] as const;
    await Promise.all(this.#sentinels.map(({ port }) => ask(port, (redis) => redis.call(...set))));
  }

  #replication = (port: number) => ask(port, (redis) => redis.info('replication'));

  /** Every sentinel sees the others and all replicas, and these are in step: a failover can begin. */
  async settled(): Promise<void> {
    await until(async () => {
      const seen = await Promise.all(this.#sentinels.map((sentinel) => this.#seen(sentinel)));
      const complete = `${this.nodes.length - 1} ${this.#sentinels.length - 1}`;
      return seen.every((counts) => counts === complete) && (await this.#linked());
    });
  }

  inStep = async (): Promise<void> => caughtUp(await this.master(), this.nodes.length - 1);

  async #linked(): Promise<boolean> {
    const info = await this.#replication((await this.master()).port);
    return (info.match(/state=online/g)?.length ?? 0) === this.nodes.length - 1;
  }

  async #seen({ port }: Server): Promise<string> {
    const rows = (what: string) =>
      ask(port, (redis) => redis.call('SENTINEL', what, name)) as Promise<string[][]>;
    const [replicas, others] = await Promise.all([rows('replicas'), rows('sentinels')]);
    const flags = replicas.map((row) => row[row.indexOf('flags') + 1]);
    return `${flags.filter((flag) => flag === 'slave').length} ${others.length}`;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#sentinels, ...this.nodes].map((server) => server.stop()));
  }
}

const isMaster = async ({ port }: Server) =>
  (await ask(port, (redis) => redis.role()).catch(() => []))[0] === 'master';
