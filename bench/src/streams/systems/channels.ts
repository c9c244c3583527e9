/** moleculer-channels with its Redis Streams adapter: a broker, a service with one channel, 100 messages in flight. */
import { Middleware } from '@moleculer/channels';
import { Redis } from 'ioredis';
import { ServiceBroker } from 'moleculer';
import { concurrency, type Handle, type System } from '../system.ts';
import { type Payload, payload } from '../workload.ts';

type Sender = { sendToChannel(name: string, payload: unknown): Promise<void> };

export async function channels(url: string): Promise<System> {
  const redis = new Redis(url);
  const sender = broker(url);
  await sender.start();
  const publish = (topic: string, n: number) =>
    (sender as unknown as Sender).sendToChannel(topic, payload(n));
  return {
    preload: async (topic, count) => {
      for (let from = 0; from < count; from += 1000) {
        const batch = Array.from({ length: Math.min(1000, count - from) }, (_, i) => from + i);
        await Promise.all(batch.map((n) => publish(topic, n)));
      }
    },
    publish,
    consume: async (topic, handle) => {
      const consumer = broker(url);
      consumer.createService(service(topic, handle));
      await consumer.start();
      return {
        unacknowledged: async () => Number(((await redis.xpending(topic, 'bench')) as [number])[0]),
        stop: () => consumer.stop(),
      };
    },
    close: async () => {
      await sender.stop();
      redis.disconnect();
    },
  };
}

function broker(url: string): ServiceBroker {
  // Typed as an intersection of all adapters' options, in which `redis` does not occur.
  const options = { redis: { url, consumerOptions: { startID: '0' } }, maxInFlight: concurrency } as object;
  const middleware = Middleware({ adapter: { type: 'Redis', options } } as never);
  return new ServiceBroker({ logger: false, middlewares: [middleware as never] });
}

const service = (topic: string, handle: Handle) => ({
  name: `reader-of-${topic}`,
  channels: { [topic]: { group: 'bench', handler: async (data: Payload) => handle(data) } },
});
