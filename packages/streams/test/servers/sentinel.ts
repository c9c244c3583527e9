/** A master, its replicas and three sentinels on loopback. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './ask.ts';
import { type Address, type Certificates, urlOf } from './client.ts';
import { type Fsync, serverArgs } from './redis.ts';
import { caughtUp } from './replicated.ts';
import { type Server, startServer } from './server.ts';
import { until } from './until.ts';

export type TestSentinel = {
  /** SIGKILL of the master, and a start of it with its data. */
  crash(): Promise<void>;
  readonly address: Address & { kind: 'sentinel' };
  /** `redis+sentinel://…` */
  readonly url: string;
  /** Master and replicas, in no particular order. */
  readonly nodes: readonly Server[];
  master(): Promise<Server>;
  /** Resolves when all that the master has acknowledged has reached its replicas; it takes no writes for a while then. */
  inStep(): Promise<void>;
  /** From now on, until {@link revive} has ended, a master that does not answer is replaced. On a busy machine one that is slow would be, too. */
  watch(): Promise<void>;
  /** Resolves when another node is master, and the dead one its replica (a sentinel would take 8 s to make it that). */
  revive(dead: Server): Promise<void>;
  /** SIGKILL of the master, and {@link revive}. `lossless`: what it has acknowledged has reached the replicas before. */
  failover(options?: { lossless?: boolean }): Promise<void>;
  /** SIGKILL of master and replicas. */
  kill(): Promise<void>;
  /** Each again as what it was, with its data. */
  restart(): Promise<void>;
  /** Every sentinel sees the others and all replicas, and these are in step: a failover can begin. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const name = 'quickmart';
const quorum = 2;
/** While nothing has been killed. */
const patienceMs = 600_000;

export async function startSentinel(
  options: { replicas?: number; downAfterMs?: number; fsync?: Fsync; tls?: Certificates } = {},
): Promise<TestSentinel> {
  const { replicas = 1, downAfterMs = 1000, fsync = 'always', tls } = options;
  const args = (port: number, dir: string) => [
    ...serverArgs(port, dir, fsync, tls),
    ...['--repl-diskless-sync-delay', '0'],
  ];
  const first = await startServer(args, [], tls);
  const followers = await Promise.all(
    Array.from({ length: replicas }, () => startServer(args, replicaOf(first), tls)),
  );
  const sentinels = await Promise.all(
    Array.from({ length: 3 }, () =>
      startServer((port, dir) => sentinelArgs(port, dir, first.port, tls), [], tls),
    ),
  );
  const trio = new Trio([first, ...followers], sentinels, downAfterMs, tls);
  await trio.settled();
  return trio;
}

const replicaOf = ({ port }: Server) => ['--replicaof', '127.0.0.1', `${port}`];

function sentinelArgs(port: number, dir: string, masterPort: number, tls?: Certificates): string[] {
  const file = join(dir, 'sentinel.conf');
  const settings = [
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} ${quorum}`,
    `sentinel down-after-milliseconds ${name} ${patienceMs}`,
    `sentinel failover-timeout ${name} 2000`,
  ];
  writeFileSync(file, settings.join('\n'));
  return [file, '--sentinel', ...serverArgs(port, dir, undefined, tls)];
}

class Trio implements TestSentinel {
  readonly nodes: readonly Server[];
  readonly address: Address & { kind: 'sentinel' };
  readonly url: string;
  readonly #sentinels: readonly Server[];
  readonly #downAfterMs: number;
  /** The master when all were killed. */
  #last: Server | undefined;

  constructor(
    nodes: readonly Server[],
    sentinels: readonly Server[],
    downAfterMs: number,
    tls?: Certificates,
  ) {
    this.nodes = nodes;
    this.#downAfterMs = downAfterMs;
    this.#sentinels = sentinels;
    const ports = sentinels.map(({ port }) => port);
    this.address = { kind: 'sentinel', sentinels: ports, master: name, ...(tls && { tls }) };
    this.url = urlOf(this.address, ports);
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

  watch = (): Promise<void> => this.#minding(this.#downAfterMs);

  async revive(dead: Server): Promise<void> {
    await this.watch();
    const master = await until('another node is master', async () => {
      const now = await this.master();
      return now !== dead && (await isMaster(now)) && now;
    });
    await this.#minding(patienceMs);
    await dead.restart(replicaOf(master));
  }

  async failover({ lossless = false } = {}): Promise<void> {
    await this.settled();
    const master = await this.master();
    if (lossless) await this.inStep();
    await master.kill();
    await this.revive(master);
  }

  async kill(): Promise<void> {
    this.#last = await this.master();
    await Promise.all(this.nodes.map((node) => node.kill()));
  }

  async restart(): Promise<void> {
    const master = this.#last;
    if (master === undefined) throw new Error('nobody has killed it');
    await master.restart();
    const others = this.nodes.filter((node) => node !== master);
    await Promise.all(others.map((node) => node.restart(replicaOf(master))));
    await until(() => this.#linked());
  }

  async crash(): Promise<void> {
    const master = await this.master();
    await master.kill();
    await master.restart();
    await until(() => this.#linked());
  }

  async #minding(downAfterMs: number): Promise<void> {
    const set = ['SENTINEL', 'SET', name, 'down-after-milliseconds', downAfterMs] as const;
    await Promise.all(this.#sentinels.map(({ port }) => ask(port, (redis) => redis.call(...set))));
  }

  #replication = (port: number) => ask(port, (redis) => redis.info('replication'));

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
