/**
 * Says when the server behind a client may be another one than before, or the same one without its last writes. A
 * replica that was made master may lack events that were acknowledged, and what is appended next takes their places:
 * whatever a process knows of a log from before has to be looked at again.
 */
import type { Cluster } from 'ioredis';
import type { RedisClient } from './scripts.ts';

/** One listener per client, however many logs it serves: Node warns of more than ten. */
const listeners = new WeakMap<RedisClient, Set<() => void>>();

export function onServerChange(redis: RedisClient, listener: () => void): void {
  const known = listeners.get(redis);
  if (known !== undefined) {
    known.add(listener);
    return;
  }
  const all = new Set([listener]);
  listeners.set(redis, all);
  onChange(redis, () => {
    for (const one of all) one();
  });
}

function onChange(redis: RedisClient, listener: () => void): void {
  if (!redis.isCluster) {
    redis.on('close', listener);
    return;
  }
  const cluster = redis as Cluster;
  // A master may hand over to its replica without a lost connection: then the map of the slots changes.
  let masters = mastersOf(cluster);
  cluster.on('-node', listener);
  cluster.on('refresh', () => {
    const before = masters;
    masters = mastersOf(cluster);
    if (masters.some((master, slot) => master !== before[slot])) listener();
  });
}

const mastersOf = ({ slots }: Cluster) => slots.map((nodes) => nodes[0]);
