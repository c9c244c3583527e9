/**
 * The Redis of tests that must hold on each kind of it: one server, or what TEST_REDIS says, a master with a replica and
 * sentinels, or a cluster of three masters with a replica each.
 */
import type { Cluster, Redis } from 'ioredis';
import { keys } from '../../src/log/keys.ts';
import { type Address, Clients, connectTo } from './client.ts';
import { startCluster } from './cluster.ts';
import { hasEnded, pause } from './launch.ts';
import { type Fsync, startRedis } from './redis.ts';
import { caughtUp, killAhead } from './replicated.ts';
import { startSentinel } from './sentinel.ts';
import type { Server } from './server.ts';
import { until } from './until.ts';

export const kinds = ['standalone', 'sentinel', 'cluster'] as const;
export type Kind = (typeof kinds)[number];

/** `lossless`: when its replicas have what it has acknowledged. `ahead`: when this is done, of which its replicas get nothing. */
export type How = { lossless?: boolean; ahead?: () => Promise<unknown> };

export type TestDeployment = {
  readonly kind: Kind;
  /** What a service is told. */
  readonly url: string;
  /** A client that is connected; closed by {@link TestDeployment.stop}. */
  connect(): Promise<Redis | Cluster>;
  /** SIGKILL of every server that has data. */
  kill(): Promise<void>;
  /** Every one again, on its port and with its data. */
  restart(): Promise<void>;
  /** SIGSTOP of every one, and on again after a while. */
  pause(forMs: number): Promise<void>;
  /** SIGKILL of the master that has this category. Resolves with what brings it back: as a replica, once another one has taken over. */
  killMaster(category: string, how?: How): Promise<() => Promise<void>>;
  /** Resolves when the servers that live agree, and are in step. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

/** `fsync`: without, one server has no append-only file. `electionMs`: how long a dead server counts as alive. */
export type DeploymentOptions = {
  kind?: Kind;
  fsync?: Fsync;
  replicas?: number;
  electionMs?: number;
};

const kindOfTests = (): Kind => {
  const asked = process.env.TEST_REDIS || 'standalone';
  const kind = kinds.find((one) => one === asked);
  if (kind === undefined) throw new Error(`TEST_REDIS is one of ${kinds.join(', ')}`);
  return kind;
};

export function startDeployment(options: DeploymentOptions = {}): Promise<TestDeployment> {
  const { kind = kindOfTests() } = options;
  if (kind === 'standalone') return startOne(options);
  return kind === 'sentinel' ? startWithSentinels(options) : startMasters(options);
}

async function startOne({ fsync }: DeploymentOptions): Promise<TestDeployment> {
  const args = fsync ? ['--appendonly', 'yes', '--appendfsync', fsync] : [];
  const server = await startRedis({ args });
  const { url, kill, restart, stop } = server;
  const pause = pauseOf([server]);
  const killMaster = async () => {
    await kill();
    return restart;
  };
  const connect = async () => server.connect();
  return {
    kind: 'standalone',
    url,
    connect,
    kill,
    restart,
    pause,
    killMaster,
    settled: async () => {},
    stop,
  };
}

async function startWithSentinels({
  replicas = 1,
  electionMs = 1_000,
  fsync = 'always',
}: DeploymentOptions): Promise<TestDeployment> {
  const trio = await startSentinel({ replicas, downAfterMs: electionMs, fsync });
  const killMaster: TestDeployment['killMaster'] = async (_, how) => {
    const dead = await trio.master();
    await kill(dead, trio.nodes, replicas, how);
    await trio.watch();
    return () => trio.revive(dead);
  };
  return {
    kind: 'sentinel',
    url: trio.url,
    ...connections(trio.address, trio),
    kill: () => trio.kill(),
    restart: () => trio.restart(),
    pause: pauseOf(trio.nodes),
    killMaster,
    settled: async () => {
      const isWhole = !trio.nodes.some(({ process }) => hasEnded(process));
      await (isWhole ? trio.settled() : until('the sentinels agree', () => trio.master()));
    },
  };
}

async function startMasters({
  replicas = 1,
  electionMs = 2_000,
  fsync = 'always',
}: DeploymentOptions): Promise<TestDeployment> {
  const cluster = await startCluster({ replicas, nodeTimeoutMs: electionMs, fsync });
  const killMaster: TestDeployment['killMaster'] = async (category, how) => {
    const key = keys.head(category);
    const dead = await cluster.nodeOf(key);
    await kill(dead, cluster.nodes, replicas, how);
    return async () => {
      await until('another master has taken over', async () => (await cluster.nodeOf(key)) !== dead);
      await dead.restart();
      await cluster.settled();
    };
  };
  const restart = async () => {
    await Promise.all(cluster.nodes.map((node) => node.restart()));
    await cluster.settled();
  };
  return {
    kind: 'cluster',
    url: cluster.url,
    ...connections(cluster.address, cluster),
    kill: async () => void (await Promise.all(cluster.nodes.map((node) => node.kill()))),
    restart,
    pause: pauseOf(cluster.nodes),
    killMaster,
    settled: cluster.settled,
  };
}

async function kill(
  master: Server,
  nodes: readonly Server[],
  replicas: number,
  { lossless, ahead }: How = {},
) {
  if (lossless) await caughtUp(master, replicas);
  await (ahead ? killAhead(master, nodes, ahead) : master.kill());
}

const pauseOf = (nodes: readonly Pick<Server, 'process'>[]) => async (forMs: number) =>
  void (await Promise.all(nodes.map(({ process }) => pause(process, forMs))));

function connections(address: Address, servers: { stop(): Promise<void> }) {
  const clients = new Clients();
  return {
    connect: async () => clients.add(await connectTo(address)),
    stop: async () => {
      clients.close();
      await servers.stop();
    },
  };
}
