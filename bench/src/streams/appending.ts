/** The tasks of a child that appends, as fast as 128 (or 64) concurrent callers can, beside plain XADD. */
import { randomUUID } from 'node:crypto';
import { type EventStore, keys } from '@quickmart/streams';
import { Redis } from 'ioredis';
import type { Sample } from '../bars.ts';
import { Meter } from './meter.ts';
import { must } from './oracle.ts';
import { connect, eventOf, meta, product, published } from './systems/ours.ts';
import { aggregateOf, callers, payload } from './workload.ts';

export type AppendingOptions = { url: string; count: number; warm: number };
type Job = (n: number, caller: number) => Promise<unknown>;

const category = 'product';
const many = 128;
const few = 64;
/** Each caller has its own aggregates, so that it knows their versions. */
const aggregatesPerCaller = 16;

/** Warms up, then measures; `count` jobs are `count × eventsPerJob` events. */
export async function rate(
  { url, count, warm }: AppendingOptions,
  concurrency: number,
  job: Job,
  eventsPerJob = 1,
): Promise<Sample> {
  await callers(concurrency, warm, job);
  const meter = new Meter(url);
  await meter.start();
  await callers(concurrency, count, (n, caller) => job(warm + n, caller));
  const { seconds, clientCpuUs, redisCpuUs, peakMiB } = await meter.stop();
  const events = count * eventsPerJob;
  return {
    perSecond: events / seconds,
    clientCpuUs: clientCpuUs / events,
    redisCpuUs: redisCpuUs / events,
    cpuUs: (clientCpuUs + redisCpuUs) / events,
    peakMiB,
  };
}

/** The same fields as ours, made as cheaply as can be, for one stream with ids by Redis. */
const entryOf = (n: number): (string | number)[] => [
  ...['eventId', randomUUID(), 'eventType', 'PublishedEvent', 'schema', 1, 'aggregateId', aggregateOf(n)],
  ...['version', 1, 'at', Date.now(), 'data', JSON.stringify(payload(n)), 'meta', metaText],
];
const metaText = JSON.stringify(meta);

/** Concurrent callers, each awaiting its own XADD: the client pipelines what is written at the same time. */
export async function xadd(options: AppendingOptions): Promise<Sample> {
  const redis = new Redis(options.url);
  const sample = await rate(options, many, (n) => redis.xadd('events', '*', ...entryOf(n)));
  must((await redis.xlen('events')) === options.count + options.warm, 'entries are missing');
  redis.disconnect();
  return sample;
}

/** Explicit pipelines of 128, one after the other. */
export async function xaddPipeline(options: AppendingOptions): Promise<Sample> {
  const redis = new Redis(options.url);
  const pipelines = { ...options, count: options.count / many, warm: options.warm / many };
  const job: Job = (n) => {
    const pipeline = redis.pipeline();
    for (let i = 0; i < many; i++) pipeline.xadd('events', '*', ...entryOf(n * many + i));
    return pipeline.exec();
  };
  const sample = await rate(pipelines, 2, job, many);
  must((await redis.xlen('events')) === options.count + options.warm, 'entries are missing');
  redis.disconnect();
  return sample;
}

/** `store.log.append`: one aggregate, its version, its idempotency key. */
export const append = (options: AppendingOptions): Promise<Sample> => appendEvents(options, 1);
export const appendTen = (options: AppendingOptions): Promise<Sample> => appendEvents(options, 10);

async function appendEvents(options: AppendingOptions, eventsPerAppend: number): Promise<Sample> {
  const { redis, store } = connect(options.url);
  const versions = new Map<string, number>();
  const job: Job = async (n, caller) => {
    const id = `${caller}-${n % aggregatesPerCaller}`;
    const expectedVersion = versions.get(id) ?? 0;
    const answer = await appendOne(store, n, id, expectedVersion, eventsPerAppend);
    must(answer === 'ok', `append ${n} answered ${answer}`);
    versions.set(id, expectedVersion + eventsPerAppend);
  };
  const appends = {
    ...options,
    count: options.count / eventsPerAppend,
    warm: options.warm / eventsPerAppend,
  };
  const sample = await rate(appends, many, job, eventsPerAppend);
  must(
    (await appendOne(store, 0, '0-0', 0, 1)) === 'duplicate',
    'a repeated idempotency key was appended again',
  );
  await checkLog(store, versions, options.count + options.warm);
  redis.disconnect();
  return sample;
}

async function appendOne(store: EventStore, n: number, id: string, expectedVersion: number, size: number) {
  const events = Array.from({ length: size }, (_, i) => eventOf(n * size + i));
  const answer = await store.log.append({
    category,
    aggregates: [{ id, expectedVersion, events }],
    records: [
      {
        idempotencyKey: `append-${n}`,
        eventIndex: 0,
        record: { id, version: expectedVersion + size },
      },
    ],
  });
  return answer.kind;
}

/** `store.decide` on many aggregates: what a service does. */
export const decide = (options: AppendingOptions): Promise<Sample> =>
  decideOn(options, many, (n, caller) => `${caller}-${n % aggregatesPerCaller}`);
/** The same on one aggregate: a hot SKU. */
export const decideHot = (options: AppendingOptions): Promise<Sample> => decideOn(options, few, () => 'hot');

async function decideOn(
  options: AppendingOptions,
  concurrency: number,
  idOf: (n: number, caller: number) => string,
): Promise<Sample> {
  const { redis, store } = connect(options.url);
  const definition = product(category);
  const versions = new Map<string, number>();
  const job: Job = async (n, caller) => {
    const id = idOf(n, caller);
    const command = { meta, at: Date.now(), idempotencyKey: `append-${n}` };
    const { duplicate } = await store.decide(definition, id, () => [published(payload(n))], command);
    must(!duplicate, `command ${n} counted as a duplicate`);
    versions.set(id, (versions.get(id) ?? 0) + 1);
  };
  const sample = await rate(options, concurrency, job);
  const [id, version] = [...versions][0]!;
  const repeated = await store.decide(definition, id, () => [published(payload(0))], {
    meta,
    at: Date.now(),
    idempotencyKey: 'append-0',
  });
  must(repeated.duplicate && repeated.version <= version, 'a repeated idempotency key was appended again');
  await checkLog(store, versions, options.count + options.warm);
  redis.disconnect();
  return sample;
}

/** Every append is in the log once, at the version that its caller was told; the index and the head agree. */
async function checkLog(store: EventStore, versions: Map<string, number>, events: number): Promise<void> {
  const { redis } = store.log;
  const partitions = await store.log.partitions(category);
  const lengths = await Promise.all(
    Array.from({ length: partitions }, (_, p) => redis.xlen(keys.events(category, p))),
  );
  must(lengths.reduce((sum, length) => sum + length, 0) === events, `the log has not ${events} events`);
  must(Number(await redis.hget(keys.head(category), 'pos')) === events, 'positions are not dense');
  for (const [id, version] of versions) {
    const [at, indexed] = await Promise.all([
      redis.hget(keys.aggregate(category, id), 'version'),
      redis.llen(keys.index(category, id)),
    ]);
    must(Number(at) === version && indexed === version, `${id} is not at version ${version}`);
  }
}
