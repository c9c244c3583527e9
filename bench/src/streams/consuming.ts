/** The tasks of a child that publishes and consumes: preload, drain, consume at a rate, produce at a rate. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sample } from '../bars.ts';
import { percentile } from '../statistics.ts';
import { Meter } from './meter.ts';
import { must, Oracle } from './oracle.ts';
import type { Consumer } from './system.ts';
import { type SystemName, systems } from './systems.ts';
import { nowUs } from './workload.ts';

export type ConsumingOptions = {
  url: string;
  system: SystemName;
  count: number;
  /** Events that come first and do not count. */
  warm: number;
  ratePerSecond: number;
};

const topics = { warm: 'warm', main: 'main' };

export async function preload({ url, system: name, count, warm }: ConsumingOptions): Promise<Sample> {
  const system = await systems[name](url);
  await system.preload(topics.warm, warm);
  await system.preload(topics.main, count);
  await system.close();
  return {};
}

/** From the start of the consumer until the last event is acknowledged. */
export async function drain({ url, system: name, count, warm }: ConsumingOptions): Promise<Sample> {
  const system = await systems[name](url);
  const handleAll = async (topic: string, wanted: number) => {
    const oracle = new Oracle(wanted);
    const consumer = await system.consume(topic, (seen) => oracle.see(seen));
    await oracle.complete;
    await acknowledged(consumer);
    return { oracle, consumer };
  };
  await (await handleAll(topics.warm, warm)).consumer.stop();
  const meter = new Meter(url);
  await meter.start();
  const { oracle, consumer } = await handleAll(topics.main, count);
  const { seconds, clientCpuUs, redisCpuUs, peakMiB } = await meter.stop();
  await sleep(100); // a repetition would still come
  oracle.check();
  await consumer.stop();
  await system.close();
  return {
    perSecond: count / seconds,
    clientCpuUs: clientCpuUs / count,
    redisCpuUs: redisCpuUs / count,
    cpuUs: (clientCpuUs + redisCpuUs) / count,
    peakMiB,
  };
}

/** Polls Redis; the time it takes counts. */
async function acknowledged(consumer: Consumer): Promise<void> {
  const deadline = performance.now() + 30_000;
  while ((await consumer.unacknowledged()) > 0) {
    must(performance.now() < deadline, 'events are not acknowledged 30 s after they were handled');
    await sleep(1);
  }
}

/** Says 'ready', handles what comes, and measures from publishing to the handler. */
export async function consume(options: ConsumingOptions): Promise<Sample> {
  const { url, system: name, count, warm } = options;
  const system = await systems[name](url);
  const oracle = new Oracle(warm + count);
  const latenciesMs = new Float64Array(count);
  const consumer = await system.consume(topics.main, (seen) => {
    if (seen.n >= warm) latenciesMs[seen.n - warm] = (nowUs() - seen.sentAtUs) / 1000;
    oracle.see(seen);
  });
  process.send?.('ready');
  await oracle.complete;
  await acknowledged(consumer);
  oracle.check();
  await consumer.stop();
  await system.close();
  const sorted = latenciesMs.toSorted();
  const of = (p: number) => percentile(sorted as unknown as number[], p);
  return { p50: of(50), p99: of(99), max: of(100) };
}

/** An open loop: what is due is published, whether the ones before are accepted or not. */
export async function produce(options: ConsumingOptions): Promise<Sample> {
  const { url, system: name, count, warm, ratePerSecond } = options;
  const system = await systems[name](url);
  const accepted: Promise<unknown>[] = [];
  const began = performance.now();
  while (accepted.length < warm + count) {
    const due = Math.min(warm + count, ((performance.now() - began) / 1000) * ratePerSecond);
    while (accepted.length < due) accepted.push(system.publish(topics.main, accepted.length));
    await sleep(1);
  }
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(accepted);
  await system.close();
  return { perSecond: (warm + count) / seconds };
}

export const untilReady = async (child: NodeJS.EventEmitter): Promise<void> => {
  for (;;) if ((await once(child, 'message'))[0] === 'ready') return;
};
