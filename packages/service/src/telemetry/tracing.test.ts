/** With the SDK in this process, for as long as a test runs. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inSpan, isTracing, SpanKind } from '@quickmart/streams';
import { freePort, until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';
import { ConfigError } from '../process/config.ts';
import { startTracing } from './tracing.ts';

/** The exporter reads its variables from the process. */
function setEnv(values: Record<string, string>): NodeJS.ProcessEnv {
  const before = { ...process.env };
  Object.assign(process.env, values);
  onTestFinished(() => {
    for (const name of Object.keys(values)) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  return process.env;
}

async function traced(values: Record<string, string>) {
  const { logger, lines } = capturedLog();
  const tracing = await startTracing({
    env: setEnv(values),
    name: 'mugs',
    release: '1',
    isShared: false,
    logger,
  });
  onTestFinished(() => tracing.stop());
  return { lines };
}

const span = (n: number) =>
  inSpan(`span ${n}`, { kind: SpanKind.INTERNAL, attributes: () => ({ n }) }, async (own) =>
    own?.isRecording(),
  );

/** Says how many spans have come. `answer`: what it says of them. */
async function collectorAt(port: number, answer: () => object | Promise<object> = () => ({}), status = 200) {
  let spans = 0;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    spans += text.match(/"spanId"/g)?.length ?? 0;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(await answer()));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, spans: () => spans };
}

test('without an endpoint nothing is traced, and no span is made', async () => {
  await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: '' });
  expect(isTracing()).toBe(false);
  expect(await span(1)).toBeUndefined();
});

test('a collector that is away costs nobody anything but one line; it is told when it is back', async () => {
  const port = await freePort();
  const { lines } = await traced({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_TIMEOUT: '300',
    OTEL_BSP_SCHEDULE_DELAY: '20',
    OTEL_BSP_MAX_QUEUE_SIZE: '100',
    OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '50',
  });
  const said = (text: string) => lines.filter(({ msg }) => msg.includes(text));
  for (let n = 0; n < 2_000; n++) expect(await span(n)).toBe(true);
  await until('it is said', async () => said('traces cannot be sent').length > 0);
  const collector = await collectorAt(port);
  await until('it is said that they come', async () => {
    await span(0);
    return said('traces are sent again').length > 0;
  });
  expect(said('traces cannot be sent')).toHaveLength(1);
  expect(said('traces cannot be sent')[0]).toMatchObject({ level: 'warn', reason: expect.any(String) });
  // In whichever trace a batch is sent, it is not about that one.
  for (const line of lines) expect(line).not.toHaveProperty('trace_id');
  // What was made meanwhile is gone: the queue has a limit.
  expect(collector.spans()).toBeLessThan(500);
});

test('spans that a collector refuses are said, and once', async () => {
  const partialSuccess = { rejectedSpans: '1', errorMessage: 'too long' };
  const collector = await collectorAt(0, () => ({ partialSuccess }));
  const { lines } = await traced({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    OTEL_BSP_SCHEDULE_DELAY: '20',
  });
  for (let n = 1; n <= 3; n++) {
    await span(n);
    await until('it has come', async () => collector.spans() === n);
  }
  await until('it is said', async () => lines.length > 0);
  expect(lines).toMatchObject([
    { level: 'warn', msg: 'traces may not be whole', reason: expect.stringContaining('"too long"') },
  ]);
});

test('why a collector takes none is said in its own words', async () => {
  const collector = await collectorAt(0, () => ({ message: 'protobuf only' }), 400);
  const { lines } = await traced({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    OTEL_BSP_SCHEDULE_DELAY: '20',
  });
  await span(1);
  await until('it is said', async () => lines.length > 0);
  expect(lines).toMatchObject([
    { msg: expect.stringContaining('cannot be sent'), reason: 'Bad Request: {"message":"protobuf only"}' },
  ]);
});

test('spans that are too many for a slow collector are said', async () => {
  const { promise: isOpen, resolve: open } = Promise.withResolvers<object>();
  const collector = await collectorAt(0, () => isOpen);
  const { lines } = await traced({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    OTEL_BSP_MAX_QUEUE_SIZE: '10',
    OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '10',
  });
  for (let n = 0; n < 50; n++) await span(n);
  open({});
  await until('it is said', async () => {
    await span(0);
    return lines.length > 0;
  });
  expect(lines).toMatchObject([
    { level: 'warn', reason: expect.stringMatching(/^Dropped \d+ spans because maxQueueSize reached$/) },
  ]);
});

test.each(['parentbased_traceidratio', 'traceidratio'])(
  '%s records the share that is asked for',
  async (sampler) => {
    const collector = await collectorAt(0);
    await traced({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
      OTEL_TRACES_SAMPLER: sampler,
      OTEL_TRACES_SAMPLER_ARG: '0.5',
    });
    let recorded = 0;
    for (let n = 0; n < 400; n++) if (await span(n)) recorded++;
    // Of 400, so far from 200 is one in a billion.
    expect(recorded).toBeGreaterThan(140);
    expect(recorded).toBeLessThan(260);
  },
);

test.each([
  ['OTEL_TRACES_SAMPLER', 'sometimes'],
  ['OTEL_TRACES_SAMPLER_ARG', '10%'],
  ['OTEL_BSP_MAX_QUEUE_SIZE', 'many'],
])('a start refuses %s=%s, and names it', async (name, value) => {
  const wrong = traced({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', [name]: value });
  await expect(wrong).rejects.toThrow(ConfigError);
  await expect(wrong).rejects.toThrow(name);
  expect(isTracing()).toBe(false);
});
