/** How full Redis is, what is in it, and room for more. */
import { mastersOf, textOfNode } from '../log/connect/nodes.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { readHead } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';

export type ServerMemory = {
  server: string;
  usedBytes: number;
  /** `maxmemory`: from there on writes are refused; undefined: there is no limit but the machine. */
  limitBytes: number | undefined;
  /** Of the machine. */
  machineBytes: number;
};
export type CategorySize = { category: string; events: number; bytes: number };

/** Of each server that takes writes. */
export async function memoryOf(redis: RedisClient): Promise<ServerMemory[]> {
  return await Promise.all(
    mastersOf(redis).map(async (node) => {
      const text = await orOutage(node.info('memory'));
      const of = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(text)?.[1] ?? 0);
      return {
        server: textOfNode(node),
        usedBytes: of('used_memory'),
        limitBytes: of('maxmemory') || undefined,
        machineBytes: of('total_system_memory'),
      };
    }),
  );
}

/** The events of a category, estimated from a few of each partition. */
export async function sizeOf(redis: RedisClient, category: string): Promise<CategorySize> {
  const head = await readHead(redis, category);
  const streams = Array.from({ length: head?.partitions ?? 0 }, (_, n) => keys.events(category, n));
  const sizes = await orOutage(
    Promise.all(streams.map((stream) => redis.memory('USAGE', stream, 'SAMPLES', 5))),
  );
  const bytes = sizes.reduce<number>((sum, size) => sum + Number(size ?? 0), 0);
  return { category, events: head?.pos ?? 0, bytes };
}

/** On every server that takes writes, until it starts again. Rejects where the user of the connection may not. */
export async function setMemoryLimit(redis: RedisClient, bytes: number): Promise<void> {
  for (const node of mastersOf(redis)) await orOutage(node.config('SET', 'maxmemory', bytes));
}
