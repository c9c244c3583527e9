/**
 * The one place that makes clients of Redis. All of them have the options that {@link assertClient} asks for: what was under
 * way when a connection broke fails at once and is not sent again (docs/decisions/0003). What a server has refused because it
 * is not the one for it (MOVED, ASK, TRYAGAIN, CLUSTERDOWN) was not done: a cluster client sends that again.
 */
import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
import { limits } from '../../limits.ts';
import type { RedisClient } from '../scripts.ts';
import { type Login, parseAddress, type RedisAddress } from './address.ts';
import { contentsOf } from './certificates.ts';

export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

const backoffTo = (capMs: number) => (attempt: number) =>
  Math.min(50 * 2 ** Math.min(attempt, 10), capMs) * (0.75 + Math.random() / 4);
const backoff = backoffTo(1_000);

const ofEveryConnection = {
  connectTimeout: 5_000,
  commandTimeout: 5_000,
  // A connection whose other end is gone without a word is replaced.
  socketTimeout: 5_000,
  // While Redis loads its data it is asked again soon, not when it guesses that it will be done.
  maxLoadingRetryTime: 500,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  retryStrategy: backoff,
  // After a failover the old master answers READONLY until its connections are gone.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 1 : false),
} satisfies ClientOptions;

const ofCluster = {
  // A second way of ioredis to send again what was under way.
  retryDelayOnFailover: 0,
  // A command fails while the cluster is away, it does not wait for it.
  enableOfflineQueue: false,
  // A slot that moves, an election: what was refused is sent again for up to 3 s.
  maxRedirections: limits.redirections,
  retryDelayOnTryAgain: limits.redirectionPauseMs,
  retryDelayOnClusterDown: limits.redirectionPauseMs,
  // Masters and replicas that nobody has asked yet are seen, too.
  slotsRefreshInterval: 10_000,
  // Each attempt asks all nodes.
  clusterRetryStrategy: backoffTo(3_000),
} satisfies ClusterOptions;

/**
 * Connects with the first command, or with `connect()`. `more`: other options of each connection, for tests and benchmarks.
 * @throws AddressError where the text is no address, or a certificate cannot be read
 */
export function redisClient(address: string | RedisAddress, more: ClientOptions = {}): RedisClient {
  const { kind, endpoints, login, sentinelLogin, master, database, tls, natMap } =
    typeof address === 'string' ? parseAddress(address) : address;
  const security = tls && { tls: contentsOf(tls) };
  const options: ClientOptions = { ...ofEveryConnection, lazyConnect: true, ...login, ...security, ...more };
  const nat = Object.keys(natMap).length > 0 ? { natMap: { ...natMap } } : {};
  switch (kind) {
    case 'standalone':
      return new Redis({ ...options, ...endpoints[0], db: database });
    case 'sentinel':
      return new Redis({
        ...ofSentinels(sentinelLogin),
        ...options,
        ...nat,
        ...(security && { sentinelTLS: security.tls, enableTLSForSentinelMode: true }),
        sentinels: [...endpoints],
        name: master!,
        db: database,
      });
    case 'cluster':
      return patient(
        new Masters([...endpoints], { ...ofCluster, ...nat, lazyConnect: true, redisOptions: options }),
      );
  }
}

/** One whose `connect()` has an end. In ioredis it has none where the cluster answers, and says that it is down: one that is being made. */
class Masters extends Cluster {
  override async connect(): Promise<void> {
    const { promise: closed, reject } = Promise.withResolvers<never>();
    const onClose = () => reject(new Error('no node of the cluster can be reached, or the cluster is down'));
    this.once('close', onClose);
    await Promise.race([super.connect(), closed]).finally(() => this.off('close', onClose));
  }
}

/**
 * Commands for a node that is being connected to wait for that, no longer than any command: they may be the first ones after a
 * slot has moved there. ioredis would refuse them by the option that keeps commands from waiting for a cluster that is away.
 */
function patient(cluster: Cluster): Cluster {
  Object.defineProperty(cluster.options, 'enableOfflineQueue', {
    get: () => cluster.status === 'ready',
    enumerable: true,
  });
  return cluster;
}

const ofSentinels = ({ username, password }: Login): ClientOptions => ({
  sentinelRetryStrategy: backoff,
  sentinelCommandTimeout: 2_000,
  ...(username !== undefined && { sentinelUsername: username }),
  ...(password !== undefined && { sentinelPassword: password }),
});
