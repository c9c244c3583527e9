/** With a tracer and a propagator of the test: what an SDK would see. */

import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  context,
  propagation,
  type Span,
  type SpanOptions,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../test/servers/index.ts';
import { consumerGroup } from './consume/consumer.ts';
import { aggregate } from './write/aggregate.ts';
import { commandOf, EventStore } from './write/store.ts';

const counter = aggregate<number, { AddedEvent: object }>({
  category: 'counter',
  initial: 0,
  evolve: { AddedEvent: (n) => n + 1 },
});
const added = { eventType: 'AddedEvent' as const, schema: 1, data: {} };
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Seen = { name: string; traceId: string; spanId: string; parentId: string | undefined };
const spans: Seen[] = [];
let count = 0;
const newId = (length: number) => (++count).toString(16).padStart(length, '0');

function startSpan(name: string, _: SpanOptions = {}, from: Context = context.active()): Span {
  const parent = trace.getSpanContext(from);
  const own = { traceId: parent?.traceId ?? newId(32), spanId: newId(16), traceFlags: 1 };
  spans.push({ name, traceId: own.traceId, spanId: own.spanId, parentId: parent?.spanId });
  return Object.assign(trace.wrapSpanContext(own));
}
const tracer = {
  startSpan,
  startActiveSpan: (name: string, options: SpanOptions, from: Context, run: (span: Span) => unknown) => {
    const span = startSpan(name, options, from);
    return context.with(trace.setSpan(from, span), run, undefined, span);
  },
};
const storage = new AsyncLocalStorage<Context>();
const w3c: TextMapPropagator = {
  fields: () => ['traceparent'],
  inject(from: Context, carrier: unknown, setter: TextMapSetter) {
    const own = trace.getSpanContext(from);
    if (own) setter.set(carrier, 'traceparent', `00-${own.traceId}-${own.spanId}-01`);
  },
  extract(from: Context, carrier: unknown, getter: TextMapGetter) {
    const [, traceId = '', spanId = ''] = `${getter.get(carrier, 'traceparent')}`.split('-');
    return trace.setSpanContext(from, { traceId, spanId, traceFlags: 1, isRemote: true });
  },
};

let server: TestRedis;
beforeAll(async () => {
  trace.setGlobalTracerProvider({ getTracer: () => tracer as never });
  propagation.setGlobalPropagator(w3c);
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT,
    with: (value, run, self, ...args) =>
      storage.run(value, () => run.call(self as never, ...(args as never))),
    bind: (_, target) => target,
    enable() {
      return this;
    },
    disable() {
      return this;
    },
  });
  server = await startRedis();
});
const ROOT = context.active();
afterAll(async () => {
  trace.disable();
  propagation.disable();
  context.disable();
  await server.stop();
});

test('one trace from the command over the event to what its handler appends', async () => {
  const store = new EventStore({ redis: server.connect(), codec });
  const group = consumerGroup('readers', { store, logger }).react<{ AddedEvent: object }>('counter', {
    AddedEvent: async (event) => {
      if (event.aggregateId === 'first')
        await store.decide(counter, 'second', () => [added], commandOf(event));
    },
  });
  group.start();
  await store.decide(counter, 'first', () => [added], { at: 1, meta: { correlationId: 'test' } });
  await vi.waitFor(() => expect(spans).toHaveLength(4), { timeout: 10_000 });
  await group.stop(100);
  expect(spans.map(({ name }) => name)).toEqual([
    ...['append counter', 'react AddedEvent', 'append counter', 'react AddedEvent'],
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  for (const [i, { parentId }] of spans.entries()) expect(parentId).toBe(spans[i - 1]?.spanId);
  const [event] = await store.history('counter', 'second', { afterVersion: 0, limit: 1 });
  expect(event?.meta).toMatchObject({
    correlationId: 'test',
    traceparent: expect.stringContaining(spans[2]!.spanId),
  });
});
