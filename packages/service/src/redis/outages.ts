/** What goes wrong on the way to Redis while the system runs: heard in one place, and said once. */
import { mastersOf, type RedisClient, textOfNode } from '@quickmart/streams';
import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { reasonOf } from '../process/reason.ts';
import { adviceOn } from './advice.ts';

type Listener = (error: Error) => void;

/**
 * Calls back with what a client says is wrong, with the cause where it says only that nobody has answered: no sentinel, or no
 * node of the cluster. Until it is undone.
 */
export function onRedisError(redis: RedisClient, listener: Listener): () => void {
  let ofSentinel: Error | undefined;
  const onSentinelError = (error: Error) => {
    ofSentinel = error;
  };
  const onError = (error: Error & { lastNodeError?: Error | null }) => {
    const isVague = error.message.startsWith('All sentinels are unreachable') && ofSentinel !== undefined;
    listener(isVague ? ofSentinel! : (error.lastNodeError ?? error));
  };
  redis.on('error', onError).on('sentinelError', onSentinelError);
  return () => void redis.off('error', onError).off('sentinelError', onSentinelError);
}

/** One line when it goes, one when it is back; not one per attempt, but one for each thing that no waiting can mend. */
export function logOutages(redis: RedisClient, logger: Logger): { lastError?: Error } {
  const seen: { lastError?: Error } = {};
  const said = new Set<string>();
  onRedisError(redis, (error) => {
    seen.lastError = error;
    const found = adviceOn(error);
    const lasting = found?.passes === false ? found.advice : '';
    const isNews = said.size === 0 || (lasting !== '' && !said.has(lasting));
    said.add(lasting);
    if (isNews) logger.warn({ reason: reasonOf(error), advice: found?.advice }, 'Redis is not available');
  });
  redis.on('ready', () => {
    if (said.size > 0) logger.info({}, 'Redis is available again');
    said.clear();
  });
  if (redis.isCluster) logNodes(redis as Cluster, logger);
  return seen;
}

/** A cluster goes on while one of its nodes is away. Each attempt to reach a node is a connection of its own. */
function logNodes(cluster: Cluster, logger: Logger): void {
  const away = new Set<string>();
  cluster.on('+node', (connection: Redis) => {
    const node = textOfNode(connection);
    connection.on('error', (error: Error) => {
      if (away.has(node)) return;
      away.add(node);
      logger.warn({ node, reason: reasonOf(error) }, 'a node of Redis is not available');
    });
    connection.on('ready', () => {
      if (away.delete(node)) logger.info({ node }, 'a node of Redis is available again');
    });
  });
  let before = '';
  cluster.on('refresh', () => {
    const masters = mastersOf(cluster).map(textOfNode).sort();
    const now = masters.join(' ');
    if (before !== '' && now !== before) logger.info({ masters }, 'the cluster has other masters now');
    before = now;
  });
}
