/** A consumer process for tests. It notes in Redis what it handles: a list per aggregate, and a gauge of what is at work. */
import { consumerGroup, EventStore, redisClient, type StoredEvent } from '../src/index.ts';

const [url = '', group = '', msText = '0'] = process.argv.slice(2);
const redis = redisClient(url);
const notes = redisClient(url);
for (const client of [redis, notes]) client.on('error', () => {});
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function note({ aggregateId, version }: StoredEvent): Promise<void> {
  const atWork = await notes.incr(`at-work:${aggregateId}`);
  if (atWork !== 1) await notes.rpush('overlaps', `${aggregateId} ${version}`);
  await new Promise((resolve) => setTimeout(resolve, Number(msText)));
  await notes.multi().rpush(`seen:${aggregateId}`, version).decr(`at-work:${aggregateId}`).exec();
}

const consumers = consumerGroup(group, { store: new EventStore({ redis, codec }), logger }).react('ledger', {
  NotedEvent: note,
});
consumers.start();
process.on('SIGTERM', () => void consumers.stop().then(() => process.exit(0)));
process.send?.('started');
