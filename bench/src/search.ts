/**
 * Search in the whole log: a million events in four categories, found by position, aggregate, event and request. Cold: while a
 * process reads the log for the first time. And what the index costs: the time to read the log once, and memory.
 */
import { randomUUIDv7 } from 'node:crypto';
import { EventStore, LogSearch } from '@quickmart/streams';
import { startRedis } from '@quickmart/streams/testing';
import { addSample, type Bar, brief, type Samples } from './bars.ts';

const kinds = ['position', 'aggregate', 'event', 'correlation'] as const;
const within = (what: string, of: string): Bar => ({
  what: `${what}, slowest, ms`,
  ours: ['search', of],
  bar: ['≤', 200],
  digits: 1,
});
export const bars: readonly Bar[] = [
  ...kinds.map((kind) => within(`found by ${kind}`, kind)),
  within('found by event, while the log is read', 'cold event'),
  within('found by request, while the log is read', 'cold correlation'),
  { what: 'read when the last of these was found', ours: ['search', 'indexed cold'], digits: 0 },
  { what: 'the log read once, s', ours: ['search', 'index s'], digits: 1 },
  { what: 'memory of the index, MiB', ours: ['search', 'index MiB'], digits: 1 },
];

type Options = { rounds: number; events: number; searches: number };
const categories = ['orders', 'payments', 'stock', 'products'];
/** Events of one append, and of one aggregate and request. */
const ofAppend = 500;
const ofOne = 5;

export async function runSearch(
  { rounds, events, searches }: Options,
  say: (line: string) => void,
): Promise<Samples> {
  const samples: Samples = new Map();
  const server = await startRedis();
  try {
    const redis = server.connect();
    const known = await fill(new EventStore({ redis, codec: { decode: (_, __, data) => data } }), events);
    for (let round = 1; round <= rounds; round++) {
      const sample = await measure(() => new LogSearch(redis, categories), known, searches);
      addSample(samples, 'search', sample);
      say(`  round ${round}/${rounds}: ${brief(sample)}`);
    }
  } finally {
    await server.stop();
  }
  return samples;
}

type Known = Record<(typeof kinds)[number], string>;

/** Of every thousandth event, what it can be found by. */
async function fill(store: EventStore, events: number): Promise<Known[]> {
  const known: Known[] = [];
  const data = { text: 'x'.repeat(400) };
  for (let n = 0; n < events / ofAppend; n++) {
    const category = categories[n % categories.length]!;
    const aggregates = Array.from({ length: ofAppend / ofOne }, () => aggregateOf(data));
    const answer = await store.log.append({ category, aggregates });
    if (answer.kind !== 'ok') throw new Error(`the log answered ${answer.kind}`);
    const { id, events: own } = aggregates[0]!;
    const head = await store.head(category, id);
    known.push({
      position: head!.position,
      aggregate: id,
      event: own[0]!.eventId,
      correlation: own[0]!.meta.correlationId,
    });
  }
  return known;
}

function aggregateOf(data: object) {
  const [id, meta] = [randomUUIDv7(), { correlationId: randomUUIDv7() }];
  const texts = { dataText: JSON.stringify(data), metaText: JSON.stringify(meta) };
  const events = Array.from({ length: ofOne }, () => ({
    eventId: randomUUIDv7(),
    eventType: 'BenchEvent',
    schema: 1,
    at: Date.now(),
    data,
    meta,
    ...texts,
  }));
  return { id, expectedVersion: 0, events };
}

async function measure(make: () => LogSearch, known: readonly Known[], searches: number) {
  const sample: Record<string, number> = {};
  const search = make();
  const slowest = async (of: string, kinds: readonly (keyof Known)[]) => {
    for (let n = 0; n < searches; n++)
      for (const kind of kinds) {
        const one = known[Math.floor((n * known.length) / searches)]!;
        const began = performance.now();
        const { total } = await search.find(one[kind], kind);
        const took = performance.now() - began;
        if (total !== (kind === 'position' || kind === 'event' ? 1 : ofOne))
          throw new Error(`${of}${kind}: ${total} found`);
        sample[`${of}${kind}`] = Math.max(sample[`${of}${kind}`] ?? 0, took);
      }
  };
  const [memory, began] = [process.memoryUsage().arrayBuffers, performance.now()];
  const ready = search.ready();
  await slowest('cold ', ['event', 'correlation']);
  sample['indexed cold'] = search.indexed.events;
  await ready;
  sample['index s'] = (performance.now() - began) / 1000;
  sample['index MiB'] = (process.memoryUsage().arrayBuffers - memory) / 1048576;
  await slowest('', kinds);
  return sample;
}
