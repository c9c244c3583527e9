/** What a Redis client must be like, so that no append is doubled and no caller waits for ever. */
import type { ClusterOptions, RedisOptions } from 'ioredis';
import type { RedisClient } from '../scripts.ts';

/**
 * When its connection is lost, the client must fail what was under way, at once, and never send it again. With the defaults of
 * ioredis a command is repeated (an append could be doubled), or stays without an answer. Without `socketTimeout`, a
 * connection whose other end is gone without a word is never replaced.
 */
export function assertClient(redis: RedisClient): void {
  const cluster = redis.isCluster ? (redis.options as ClusterOptions) : undefined;
  const options = cluster ? (cluster.redisOptions ?? {}) : (redis.options as RedisOptions);
  if (options.autoResendUnfulfilledCommands !== false || options.maxRetriesPerRequest !== 0) {
    throw new Error(
      'this ioredis client needs autoResendUnfulfilledCommands: false and maxRetriesPerRequest: 0',
    );
  }
  if (!options.socketTimeout) {
    throw new Error(
      'this ioredis client needs a socketTimeout, e.g. 5000 ms: a connection that died silently keeps its commands for ever',
    );
  }
  // A Cluster client has a second way to send a command again after a lost connection. And with an offline queue, commands
  // wait without a limit while it has no connection.
  const queue = cluster && Object.getOwnPropertyDescriptor(cluster, 'enableOfflineQueue');
  const mayWait = queue && queue.get === undefined && queue.value !== false;
  if (cluster && (cluster.retryDelayOnFailover !== 0 || mayWait)) {
    throw new Error(
      'this ioredis Cluster client needs retryDelayOnFailover: 0 and enableOfflineQueue: false',
    );
  }
}
