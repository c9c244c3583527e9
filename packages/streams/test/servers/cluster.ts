/** Three masters that share the slots, on loopback, each with as many replicas as are wanted. */
import { ask } from './ask.ts';
import { type Address, type Certificates, urlOf } from './client.ts';
import { freePort } from './port.ts';
import { type Fsync, serverArgs } from './redis.ts';
import { type Server, startServer } from './server.ts';
import { until } from './until.ts';

export type TestCluster = {
  readonly address: Address & { kind: 'cluster' };
  /** `redis+cluster://…`, with all masters. */
  readonly url: string;
  /** The masters of the beginning, and behind them their replicas. */
  readonly nodes: readonly Server[];
  /** The master that holds this key now. */
  nodeOf(key: string): Promise<Server>;
  /** SIGKILL of a master, and a start of it with its data; resolves when the cluster takes commands again. */
  crash(node: Server): Promise<void>;
  /** One more master, without slots. */
  join(): Promise<Server>;
  /** Moves the slot of this key to another master, key by key, as `redis-cli --cluster reshard` does. */
  moveSlot(key: string, to: Server): Promise<void>;
  /** Every node that lives knows who serves what, and all slots are served. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};
export type ClusterOptions = {
  /** Of each master. */
  replicas?: number;
  /** After which time without an answer a node counts as gone. */
  nodeTimeoutMs?: number;
  fsync?: Fsync;
  tls?: Certificates;
};

const slots = 16_384;
const masterCount = 3;

export async function startCluster({
  replicas = 0,
  nodeTimeoutMs = 2_000,
  fsync = 'always',
  tls,
}: ClusterOptions = {}): Promise<TestCluster> {
  const busPorts = await Promise.all(Array.from({ length: masterCount * (1 + replicas) }, () => freePort()));
  const nodes = await Promise.all(
    busPorts.map((busPort) => {
      const own = [...clusterArgs(busPort, nodeTimeoutMs), ...(tls ? ['--tls-cluster', 'yes'] : [])];
      return startServer((port, dir) => [...serverArgs(port, dir, fsync, tls), ...own], [], tls);
    }),
  );
  const masters = nodes.slice(0, masterCount);
  const share = Math.ceil(slots / masters.length);
  for (const [i, { port }] of masters.entries()) {
    const range = [i * share, Math.min(slots, (i + 1) * share) - 1];
    await ask(port, (redis) => redis.call('CLUSTER', 'ADDSLOTSRANGE', ...range));
    await ask(port, (redis) => redis.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1));
  }
  const [first, ...others] = nodes as [Server, ...Server[]];
  for (const [i, { port }] of others.entries())
    await ask(first.port, (redis) => redis.call('CLUSTER', 'MEET', '127.0.0.1', port, busPorts[i + 1]!));
  for (const [i, { port }] of nodes.slice(masterCount).entries()) {
    const id = await idOf(masters[i % masterCount]!);
    const follow = () => ask(port, (redis) => redis.call('CLUSTER', 'REPLICATE', id));
    await until('the replica knows its master', () =>
      follow().then(
        () => true,
        () => false,
      ),
    );
  }
  const cluster = new Masters(nodes, replicas, nodeTimeoutMs, tls);
  await cluster.settled();
  return cluster;
}

const clusterArgs = (busPort: number, nodeTimeoutMs: number): string[] => [
  ...['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf'],
  ...['--cluster-port', `${busPort}`, '--cluster-node-timeout', `${nodeTimeoutMs}`],
  ...['--repl-diskless-sync-delay', '0'],
];

const idOf = ({ port }: Server): Promise<string> =>
  ask(port, (redis) => redis.cluster('MYID')) as Promise<string>;

class Masters implements TestCluster {
  readonly nodes: Server[];
  readonly address: Address & { kind: 'cluster' };
  readonly url: string;
  readonly #replicas: number;
  readonly #nodeTimeoutMs: number;

  constructor(nodes: Server[], replicas: number, nodeTimeoutMs: number, tls?: Certificates) {
    this.nodes = nodes;
    this.#replicas = replicas;
    this.#nodeTimeoutMs = nodeTimeoutMs;
    const ports = nodes.slice(0, masterCount).map(({ port }) => port);
    this.address = { kind: 'cluster', nodes: ports, ...(tls && { tls }) };
    this.url = urlOf(this.address, ports);
  }

  async nodeOf(key: string): Promise<Server> {
    const { port } = this.#living[0]!;
    const slot = (await ask(port, (redis) => redis.cluster('KEYSLOT', key))) as number;
    const ranges = await ask(port, (redis) => redis.cluster('SLOTS'));
    const own = ranges.find(([from, to]) => from <= slot && slot <= to);
    return this.nodes.find((node) => node.port === own?.[2]?.[1])!;
  }

  async crash(node: Server): Promise<void> {
    await node.kill();
    await node.restart();
    await this.settled();
  }

  async join(): Promise<Server> {
    const [busPort, first] = [await freePort(), this.nodes[0]!];
    const node = await startServer((port, dir) => [
      ...serverArgs(port, dir, 'always'),
      ...clusterArgs(busPort, this.#nodeTimeoutMs),
    ]);
    this.nodes.push(node);
    await ask(first.port, (redis) => redis.call('CLUSTER', 'MEET', '127.0.0.1', node.port, busPort));
    await until('all know the new node', async () => {
      const id = await idOf(node);
      const known = await Promise.all(
        this.nodes.map(({ port }) => ask(port, (redis) => redis.cluster('NODES'))),
      );
      const state = await ask(node.port, (redis) => redis.cluster('INFO'));
      return (
        String(state).includes('cluster_state:ok') &&
        known.every((nodes) => String(nodes).includes(id)) &&
        String(known.at(-1)).split('\n').length > this.nodes.length
      );
    });
    return node;
  }

  async moveSlot(key: string, to: Server): Promise<void> {
    const from = await this.nodeOf(key);
    const slot = (await ask(from.port, (redis) => redis.cluster('KEYSLOT', key))) as number;
    const [fromId, toId] = [await idOf(from), await idOf(to)];
    const set = (node: Server, ...words: string[]) =>
      ask(node.port, (redis) => redis.call('CLUSTER', 'SETSLOT', slot, ...words));
    await set(to, 'IMPORTING', fromId);
    await set(from, 'MIGRATING', toId);
    for (;;) {
      const keys = (await ask(from.port, (redis) =>
        redis.call('CLUSTER', 'GETKEYSINSLOT', slot, 100),
      )) as string[];
      if (keys.length === 0) break;
      const migrate = ['127.0.0.1', to.port, '', 0, 5_000, 'KEYS', ...keys];
      await ask(from.port, (redis) => redis.call('MIGRATE', ...migrate));
    }
    await set(to, 'NODE', toId);
    await set(from, 'NODE', toId);
  }

  get #living(): Server[] {
    return this.nodes.filter(
      ({ process: { exitCode, signalCode } }) => exitCode === null && signalCode === null,
    );
  }

  settled = async (): Promise<void> => {
    await until('the cluster serves all slots', async () => {
      const infos = await Promise.all(
        this.#living.map(({ port }) => ask(port, (redis) => redis.cluster('INFO'))),
      );
      return infos.every(
        (info) =>
          String(info).includes('cluster_state:ok') && String(info).includes(`cluster_size:${masterCount}`),
      );
    });
    if (this.#replicas === 0 || this.#living.length < this.nodes.length) return;
    await until('the replicas are in step', async () => {
      const infos = await Promise.all(
        this.#living.map(({ port }) => ask(port, (redis) => redis.info('replication'))),
      );
      const linked = infos.filter((info) => info.includes('master_link_status:up')).length;
      return linked === this.#replicas * masterCount;
    });
  };

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}
