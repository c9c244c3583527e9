/** One measurement: a Redis of its own, fresh child processes, one sample. */
import { startRedis } from '@quickmart/streams/testing';
import { runTask } from '../task.ts';
import type { AppendingOptions } from './appending.ts';
import type { Task } from './child.ts';
import { type ConsumingOptions, untilReady } from './consuming.ts';
import type { SystemName } from './systems.ts';

const redisArgs = { memory: [], AOF: ['--appendonly', 'yes', '--appendfsync', 'everysec'] };
/** Without an append-only file, or with one that is synced every second. */
export type Persistence = keyof typeof redisArgs;
export const persistences = Object.keys(redisArgs) as Persistence[];

export const nameOf = (measurement: string, system: string, persistence: Persistence): string =>
  `${measurement} | ${system} | ${persistence}`;

/** How much is done: `quick` is for a look, not for numbers. */
export type Sizes = {
  drain: { count: number; warm: number };
  latencySeconds: number;
  appends: { count: number; warm: number };
  memory: { count: number; warm: number };
};
export const sizes: Record<'full' | 'quick', Sizes> = {
  full: {
    drain: { count: 50_000, warm: 5_000 },
    latencySeconds: 5,
    appends: { count: 64_000, warm: 12_800 },
    memory: { count: 100_000, warm: 0 },
  },
  quick: {
    drain: { count: 10_000, warm: 2_000 },
    latencySeconds: 1,
    appends: { count: 12_800, warm: 2_560 },
    memory: { count: 20_000, warm: 0 },
  },
};

export async function measureDrain(system: SystemName, persistence: Persistence, size: Sizes) {
  return await withRedis(persistence, async (url) => {
    const options: ConsumingOptions = { url, system, ...size.drain, ratePerSecond: 0 };
    await start('preload', options).sample;
    return await start('drain', options).sample;
  });
}

export const measureLatency =
  (ratePerSecond: number) => async (system: SystemName, persistence: Persistence, size: Sizes) =>
    await withRedis(persistence, async (url) => {
      const [count, warm] = [ratePerSecond * size.latencySeconds, ratePerSecond];
      const options: ConsumingOptions = { url, system, count, warm, ratePerSecond };
      const consumer = start('consume', options);
      await Promise.race([untilReady(consumer.child), consumer.sample]);
      const { perSecond = 0 } = await start('produce', options).sample;
      if (perSecond < 0.95 * ratePerSecond) throw new Error(`only ${perSecond} events/s were published`);
      return await consumer.sample;
    });

export const measureAppends = async (task: AppendTask, persistence: Persistence, size: Sizes) =>
  await withRedis(persistence, async (url) => await start(task, { url, ...size.appends }).sample);
export type AppendTask =
  | ('xadd' | 'xaddPipeline' | 'append' | 'appendTen' | 'decide' | 'decideHot')
  | ('ordersInClear' | 'ordersSealed');

export const measureMemory = async (task: MemoryTask, persistence: Persistence, size: Sizes) =>
  await withRedis(persistence, async (url) => await start(task, { url, ...size.memory }).sample);
export type MemoryTask = 'memoryOurs' | 'memoryStreams';

async function withRedis<Result>(
  persistence: Persistence,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const redis = await startRedis({ args: redisArgs[persistence] });
  try {
    return await work(redis.url);
  } finally {
    await redis.stop();
  }
}

const start = (task: Task, options: ConsumingOptions | AppendingOptions) =>
  runTask(new URL('child.ts', import.meta.url), task, options, 120_000);
