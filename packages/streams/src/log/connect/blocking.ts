/** A connection of its own for reads that block, without the time limit of ordinary commands. */
import type { Redis } from 'ioredis';
import { limits } from '../../limits.ts';
import { type RedisClient, type Scripts, withScripts } from '../scripts.ts';
import { nodeOf } from './nodes.ts';

/**
 * To the server that has this key. In a cluster that may be another one tomorrow: where {@link isOver}, a new client is asked
 * for, and the map of the slots says by then where the key is.
 * @throws OutageError where no master has the slot
 */
export function blockingClient(redis: RedisClient, key: string): Redis & Scripts {
  const options = { socketTimeout: limits.blockWatchdogMs, lazyConnect: false };
  Object.assign(options, { commandTimeout: undefined });
  // A replica of a cluster says MOVED. What else is refused, a new connection does not change.
  if (redis.isCluster) Object.assign(options, { reconnectOnError: undefined });
  const client = nodeOf(redis, key).duplicate(options);
  client.on('error', () => {}); // every command that fails says so to its caller
  return withScripts(client);
}

/** Whether a client of a node has no more use: its connection is gone, or the node has no longer what was asked for. */
export const isOver = (client: Redis, error: unknown): boolean =>
  client.status === 'end' || isRedirection(error) || isRedirection((error as Error).cause);

export const isRedirection = (error: unknown): boolean =>
  error instanceof Error && /^(MOVED|ASK|TRYAGAIN) /.test(error.message);
