/** Which server has what: one for all keys, or each master of a cluster for its slots. */
import { type Cluster, Command, type Redis } from 'ioredis';
import { OutageError } from '../errors.ts';
import type { RedisClient } from '../scripts.ts';
import { type Endpoint, textOfEndpoint } from './address.ts';

export const slotCount = 16_384;

/** The connection to the server that has this key. For what is about no key, and for transactions. */
export function nodeOf(redis: RedisClient, key: string): Redis {
  if (!redis.isCluster) return redis as Redis;
  const cluster = redis as Cluster;
  const master = cluster.slots[new Command('get', [key]).getSlot()!]?.[0];
  const node = cluster.nodes('master').find(({ options }) => `${options.host}:${options.port}` === master);
  if (node === undefined) throw new OutageError(`no master of the cluster has the slot of ${key}`);
  return node;
}

/** Commands on keys of one category that are done together or not at all. */
export const inOne = (redis: RedisClient, key: string) => nodeOf(redis, key).multi();

/** Every server that takes writes: of a cluster all masters with slots. */
export const mastersOf = (redis: RedisClient): Redis[] =>
  redis.isCluster ? (redis as Cluster).nodes('master') : [redis as Redis];

/** How many slots of a cluster no master serves; 0 for one server. */
export function slotsMissing(redis: RedisClient): number {
  if (!redis.isCluster) return 0;
  const { slots } = redis as Cluster;
  return Array.from({ length: slotCount }, (_, slot) => slots[slot]).filter((nodes) => !nodes?.length).length;
}

/** Where a connection leads: `10.0.0.7:6379`. */
export const textOfNode = ({ options }: Redis): string => textOfEndpoint(options as Endpoint);

/** All keys with this beginning, page by page; of a cluster whose slots move just now a key may come twice. */
export async function* keysWith(redis: RedisClient, prefix: string): AsyncGenerator<string[]> {
  for (const node of mastersOf(redis))
    for await (const page of node.scanStream({ match: `${prefix}*`, count: 1000 })) yield page as string[];
}
