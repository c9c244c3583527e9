/** BullMQ: a queue and a worker, with its defaults, but for finished jobs: they go, which is its faster way. */
import { Queue, Worker } from 'bullmq';
import { concurrency, type System } from '../system.ts';
import { payload } from '../workload.ts';

export async function bullmq(url: string): Promise<System> {
  const connection = { url };
  const queues = new Map<string, Queue>();
  const queue = (topic: string) => {
    const known = queues.get(topic) ?? new Queue(topic, { connection });
    queues.set(topic, known);
    return known;
  };
  const opts = { removeOnComplete: true };
  return {
    preload: async (topic, count) => {
      for (let from = 0; from < count; from += 1000) {
        const batch = Array.from({ length: Math.min(1000, count - from) }, (_, i) => from + i);
        await queue(topic).addBulk(batch.map((n) => ({ name: 'PublishedEvent', data: payload(n), opts })));
      }
    },
    publish: (topic, n) => queue(topic).add('PublishedEvent', payload(n), opts),
    consume: async (topic, handle) => {
      const worker = new Worker(topic, async ({ data }) => handle(data), {
        connection,
        concurrency,
        autorun: false,
      });
      worker.on('error', (error) => console.error(error));
      await worker.waitUntilReady();
      void worker.run();
      return {
        unacknowledged: async () => {
          const { active = 0, waiting = 0, failed = 0 } = await queue(topic).getJobCounts();
          return active + waiting + failed;
        },
        stop: () => worker.close(),
      };
    },
    close: async () => {
      await Promise.all([...queues.values()].map((open) => open.close()));
    },
  };
}
