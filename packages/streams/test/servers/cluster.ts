/** Three masters that share the slots, on loopback, without replicas. */
import type { Address } from './client.ts';
import { freePort } from './port.ts';
import { serverArgs } from './redis.ts';
import { ask } from './sentinel.ts';
import { type Server, startServer } from './server.ts';
import { until } from './until.ts';

export type TestCluster = {
  readonly address: Address & { kind: 'cluster' };
  readonly nodes: readonly Server[];
  /** The master that holds this key. */
  nodeOf(key: string): Promise<Server>;
  /** SIGKILL of a master, and a start of it with its data; resolves when the cluster takes commands again. */
  crash(node: Server): Promise<void>;
  stop(): Promise<void>;
};

const slots = 16_384;

export async function startCluster(): Promise<TestCluster> {
  const busPorts = await Promise.all([freePort(), freePort(), freePort()]);
  const nodes = await Promise.all(
    busPorts.map((busPort) =>
      startServer((port, dir) => [...serverArgs(port, dir, true), ...clusterArgs(busPort)]),
    ),
  );
  const share = Math.ceil(slots / nodes.length);
  for (const [i, { port }] of nodes.entries()) {
    const range = [i * share, Math.min(slots, (i + 1) * share) - 1];
    await ask(port, (redis) => redis.call('CLUSTER', 'ADDSLOTSRANGE', ...range));
    await ask(port, (redis) => redis.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1));
  }
  const [first, ...others] = nodes as [Server, ...Server[]];
  for (const [i, { port }] of others.entries()) {
    await ask(first.port, (redis) => redis.call('CLUSTER', 'MEET', '127.0.0.1', port, busPorts[i + 1]!));
  }
  const cluster = new Masters(nodes, share);
  await cluster.settled();
  return cluster;
}

const clusterArgs = (busPort: number): string[] => [
  ...['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf'],
  ...['--cluster-port', `${busPort}`, '--cluster-node-timeout', '2000'],
];

class Masters implements TestCluster {
  readonly nodes: readonly Server[];
  readonly address: Address & { kind: 'cluster' };
  readonly #share: number;

  constructor(nodes: readonly Server[], share: number) {
    this.nodes = nodes;
    this.#share = share;
    this.address = { kind: 'cluster', nodes: nodes.map(({ port }) => port) };
  }

  async nodeOf(key: string): Promise<Server> {
    const slot = await ask(this.nodes[0]!.port, (redis) => redis.cluster('KEYSLOT', key));
    return this.nodes[Math.floor(slot / this.#share)]!;
  }

  async crash(node: Server): Promise<void> {
    await node.kill();
    await node.restart();
    await this.settled();
  }

  /** Every node knows every other one, and that all slots are served. */
  async settled(): Promise<void> {
    await until(async () => {
      const infos = await Promise.all(
        this.nodes.map(({ port }) => ask(port, (redis) => redis.cluster('INFO'))),
      );
      return infos.every(
        (info) => info.includes('cluster_state:ok') && info.includes(`cluster_size:${this.nodes.length}`),
      );
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}
