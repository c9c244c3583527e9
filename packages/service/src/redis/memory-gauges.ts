/** How much of its memory Redis has in use: each master of it, as the log is in memory. */
import { mastersOf, type RedisClient, textOfNode } from '@quickmart/streams';
import { type Gauges, type Sample, shared } from '../process/watched.ts';

type Memory = { node: string; used: number; most: number };

/** Several services show the same server: take the largest, not the sum. */
export function memoryGauges(redis: RedisClient): Gauges {
  const all = shared(() =>
    Promise.all(mastersOf(redis).map(async (node) => memoryOf(textOfNode(node), await node.info('memory')))),
  );
  const gauge = (help: string, value: (memory: Memory) => number) => ({
    help,
    labels: ['node'],
    read: async (): Promise<Sample[]> =>
      (await all()).map((memory) => ({ labels: { node: memory.node }, value: value(memory) })),
  });
  return {
    quickmart_redis_memory_bytes: gauge('Memory that Redis has in use', ({ used }) => used),
    quickmart_redis_memory_limit_bytes: gauge(
      'maxmemory of Redis, at which it refuses writes; 0: there is no limit',
      ({ most }) => most,
    ),
  };
}

const memoryOf = (node: string, info: string): Memory => {
  const number = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
  return { node, used: number('used_memory'), most: number('maxmemory') };
};
