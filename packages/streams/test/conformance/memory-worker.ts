/** Consumes a backlog in a process of its own, and says what it takes. Its handlers wait until they are told to go on. */
import { consumerGroup, EventStore } from '../../src/index.ts';
import { type Address, connectTo } from '../servers/client.ts';
import { codec, type NoteEvents } from './ledger.ts';

export type Usage = { unacknowledged: number; handled: number; rssBytes: number; heapBytes: number };

const [address = '', source = ''] = process.argv.slice(2);
const store = new EventStore({ redis: await connectTo(JSON.parse(address) as Address), codec });
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let handled = 0;
let goOn = () => {};
const told = new Promise<void>((resolve) => {
  goOn = resolve;
});
const consumers = consumerGroup('readers', { store, logger }).react<NoteEvents>(source, {
  NotedEvent: async () => {
    await told;
    handled++;
  },
});

process.on('message', (message) => {
  if (message === 'start') consumers.start();
  if (message === 'go on') goOn();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { unacknowledged } = consumers.status()[0]!;
  process.send?.({ unacknowledged, handled, rssBytes: rss, heapBytes: heapUsed } satisfies Usage);
});
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
