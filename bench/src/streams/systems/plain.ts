/** The floor: XADD, XREADGROUP and XACK by ioredis. No versions, no order per aggregate, no retry, no leases. */
import { Redis } from 'ioredis';
import { concurrency, type Handle, type System } from '../system.ts';
import { type Payload, payload } from '../workload.ts';

type Answer = [stream: string, entries: [id: string, fields: string[]][]][] | null;

export async function plain(url: string): Promise<System> {
  const redis = new Redis(url);
  const publish = (topic: string, n: number) => redis.xadd(topic, '*', 'data', JSON.stringify(payload(n)));
  return {
    preload: async (topic, count) => {
      for (let from = 0; from < count; from += 1000) {
        const batch = Array.from({ length: Math.min(1000, count - from) }, (_, i) => from + i);
        await Promise.all(batch.map((n) => publish(topic, n)));
      }
    },
    publish,
    consume: async (topic, handle) => {
      const reader = redis.duplicate();
      await redis.xgroup('CREATE', topic, 'bench', '0', 'MKSTREAM');
      const reading = read(reader, redis, topic, handle);
      return {
        unacknowledged: async () => Number(((await redis.xpending(topic, 'bench')) as [number])[0]),
        stop: async () => {
          reader.disconnect();
          await reading;
        },
      };
    },
    close: async () => redis.disconnect(),
  };
}

/** Until the reader is disconnected. */
async function read(reader: Redis, redis: Redis, topic: string, handle: Handle): Promise<void> {
  const group = ['GROUP', 'bench', 'one', 'COUNT', concurrency, 'BLOCK', 2000, 'STREAMS'] as const;
  for (;;) {
    const answer = await reader.xreadgroup(...group, topic, '>').catch(() => undefined);
    if (answer === undefined) return;
    for (const [, entries] of (answer as Answer) ?? []) {
      await Promise.all(entries.map(async ([, [, data]]) => handle(JSON.parse(data!) as Payload)));
      void redis.xack(topic, 'bench', ...entries.map(([id]) => id));
    }
  }
}
