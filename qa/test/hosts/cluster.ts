/** The Redis Cluster of docs/several-hosts.md: a master on each host, and replicas of the other two. */
import { execFileSync } from 'node:child_process';
import { keys } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { type HostName, hostNames, innerAddress } from './network.ts';

/** The first one is a master, the others are replicas of the masters of the other hosts. */
export const redisPorts = [7000, 7001, 7002] as const;
const nodeTimeoutMs = 5_000;

export const redisUrl = `redis+cluster://${hostNames.map((name) => `${innerAddress(name)}:7000`).join(',')}`;

export const serverArgs = (host: HostName, port: number, dir: string): string[] => [
  ...['--port', `${port}`, '--bind', innerAddress(host), '--protected-mode', 'no', '--dir', dir],
  ...['--cluster-enabled', 'yes', '--cluster-node-timeout', `${nodeTimeoutMs}`],
  ...['--cluster-announce-ip', innerAddress(host), '--cluster-allow-replica-migration', 'no'],
  ...['--min-replicas-to-write', '1', '--min-replicas-max-lag', '5'],
  ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
];

/** What `redis-cli` says that asks a server of a host. */
const redisCli = (host: HostName, port: number, ...words: string[]): string =>
  execFileSync('redis-cli', ['-h', innerAddress(host), '-p', `${port}`, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** As in docs/several-hosts.md. */
export async function makeCluster(): Promise<void> {
  const masters = hostNames.map((name) => `${innerAddress(name)}:7000`);
  const servers = hostNames.flatMap((host) => redisPorts.map((port) => [host, port] as const));
  await until('all servers answer', () =>
    servers.every(([host, port]) => redisCli(host, port, 'ping') === 'PONG'),
  );
  execFileSync('redis-cli', ['--cluster', 'create', ...masters, '--cluster-yes'], { stdio: 'ignore' });
  for (const [n, host] of hostNames.entries())
    for (const port of [7001, 7002] as const) {
      const masterOf = hostNames[(n + (port === 7001 ? 1 : 2)) % hostNames.length]!;
      const id = redisCli(masterOf, 7000, 'cluster', 'myid');
      const add = ['--cluster', 'add-node', `${innerAddress(host)}:${port}`, masters[0]!, '--cluster-slave'];
      await until('all nodes agree', () => isSound(masters[0]!));
      execFileSync('redis-cli', [...add, '--cluster-master-id', id], { stdio: 'ignore' });
    }
  await settled();
}

function isSound(node: string): boolean {
  execFileSync('redis-cli', ['--cluster', 'check', node], { stdio: 'ignore' });
  return true;
}

/** Resolves when all nine servers are linked, and each master is at home again. */
export async function settled(): Promise<void> {
  await until('every master has its replicas', () => hostNames.every((host) => linked(host)), 120_000);
  for (const host of hostNames) {
    if (roleOf(host) === 'master') continue;
    redisCli(host, 7000, 'cluster', 'failover');
    await until(`the master of ${host} is at home`, () => roleOf(host) === 'master');
  }
  await until('every master has its replicas', () => hostNames.every((host) => linked(host)), 120_000);
}

const roleOf = (host: HostName): string => redisCli(host, 7000, 'role').split('\n')[0]!;
const linked = (host: HostName): boolean =>
  redisPorts.every((port) => {
    const info = redisCli(host, port, 'info', 'replication');
    const online = info.match(/state=online/g)?.length ?? 0;
    return info.includes('role:master') ? online === 2 : info.includes('master_link_status:up');
  });

/** The host of the master that has a category. */
export function masterOf(category: string): HostName {
  const slot = Number(redisCli('a', 7000, 'cluster', 'keyslot', keys.head(category)));
  const shares = redisCli('a', 7000, 'cluster', 'nodes').matchAll(/^\S+ (\S+):7000@.* (\d+)-(\d+)$/gm);
  const [, address] = [...shares].find(([, , from, to]) => Number(from) <= slot && slot <= Number(to)) ?? [];
  return hostNames.find((host) => innerAddress(host) === address)!;
}
