import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createRoute } from '@hono/zod-openapi';
import { until } from '@quickmart/streams/testing';
import { stream } from 'hono/streaming';
import { afterEach, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';
import type { Api } from '../api/api.ts';
import { streamedRoute } from '../http/streamed.ts';
import type { ConnectionLimits } from '../process/limits.ts';

let service: MugService;
const clients: Socket[] = [];
const served: Socket[] = [];
const onServed = (message: unknown) => void served.push((message as { socket: Socket }).socket);

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await service?.stop();
  unsubscribe('net.server.socket', onServed);
  served.length = 0;
});

const importPath = '/api/import';
/** Reads its body to the end, and answers with what came. */
const more = (api: Api) =>
  streamedRoute(api, importRoute, (c) =>
    stream(c, async (out) => {
      for await (const chunk of c.req.raw.body ?? []) await out.write(chunk);
    }),
  );
const text = { schema: { type: 'string' as const } };
const importRoute = createRoute({
  method: 'post',
  path: importPath,
  operationId: 'importText',
  request: { body: { content: { 'text/plain': text } } },
  responses: { 200: { description: 'What came', content: { 'text/plain': text } } },
});

/** `served` has the server's side of each connection from here on. */
async function start(limits: Partial<ConnectionLimits> = {}): Promise<void> {
  service = await startMugs({ more, limits: { checkEveryMs: 20, ...limits } });
  subscribe('net.server.socket', onServed);
}

/** A client that never ends its half of the connection by itself. */
async function client(text = '') {
  const { hostname: host, port } = new URL(service.url);
  const socket = connect({ host, port: Number(port), allowHalfOpen: true });
  clients.push(socket);
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return { socket, received: () => received, ended: once(socket, 'end') };
}

const open = () => served.filter((socket) => !socket.destroyed).length;
const get = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n';
const post = `POST ${importPath} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

test('clients that never close their half leave no socket behind, whatever they sent', async () => {
  await start({ headersMs: 1_000, lingerMs: 50 });
  const texts = [
    'nonsense\r\n\r\n',
    'GET /livez HTTP/1.1\r\nHost: a',
    '',
    'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  ];
  const all = await Promise.all(Array.from({ length: 150 }, (_, i) => client(texts[i % texts.length])));
  await Promise.all(all.map(({ ended }) => ended));
  await until(() => open() === 0);
  expect(served).toHaveLength(150);
  expect(all[0]?.received()).toMatch(/^HTTP\/1\.1 400 Bad Request[\s\S]*"this is not a valid HTTP request"/);
  expect(all[1]?.received()).toMatch(
    /^HTTP\/1\.1 400 Bad Request[\s\S]*"the headers of the request did not arrive in time"/,
  );
});

test('an import on which nothing moves ends; one that is slow goes on', async () => {
  await start({ silenceMs: 2_000 });
  const silent = await client(post + chunk('one'));
  const slow = await client(post);
  const drip = setInterval(() => slow.socket.write(chunk('drop')), 100);
  try {
    await silent.ended;
    expect(silent.received()).toContain('one');
    expect(slow.received().match(/drop/g)?.length).toBeGreaterThan(5);
    expect(open()).toBe(1);
  } finally {
    clearInterval(drip);
  }
  slow.socket.write('0\r\n\r\n');
  await until(() => slow.received().endsWith('0\r\n\r\n'));
});

test('a connection waits for its next request as long as KEEP_ALIVE_MS says, and tells so', async () => {
  await start({ keepAliveMs: 1_000 });
  const { socket, received, ended } = await client(get);
  await until(() => received().includes('up'));
  expect(received()).toMatch(/\r\nKeep-Alive: timeout=1\r\n/);
  socket.write(get);
  await until(() => received().match(/HTTP\/1\.1 200/g)?.length === 2);
  await ended;
  await until(() => open() === 0);
});

test('by default that is longer than a load balancer waits', async () => {
  await start();
  expect((await fetch(`${service.url}/livez`)).headers.get('Keep-Alive')).toBe('timeout=65');
});

test('no more connections than CONNECTIONS_MAX; those that only wait make room', async () => {
  await start({ connectionsMax: 2 });
  const waiting = await client(get);
  await until(() => waiting.received().includes('up'));
  const busy = await client(post + chunk('one'));
  await until(() => busy.received().includes('one'));
  const refused = await client(get);
  await Promise.all([refused.ended, waiting.ended]);
  expect(refused.received()).toBe('');
  await until(() => open() === 1);
  const next = await client(get);
  await until(() => next.received().includes('up'));
  const said = service.lines.filter(({ msg }) => msg.startsWith('connections are refused'));
  expect(said).toEqual([expect.objectContaining({ level: 'warn', connectionsMax: 2 })]);
  busy.socket.write(`${chunk('two')}0\r\n\r\n`);
  await until(() => busy.received().endsWith('0\r\n\r\n'));
});

test('a stop ends connections that wait at once, and the others with their answer', async () => {
  await start({ lingerMs: 60_000 });
  const [waiting, mute, half, busy] = await Promise.all([
    client(get),
    client(),
    client('GET /livez HTT'),
    client(post + chunk('one')),
  ]);
  await until(() => waiting.received().includes('up') && busy.received().includes('one'));
  await until(() => served.some(({ bytesRead }) => bytesRead === 'GET /livez HTT'.length));
  const stopped = service.stop();
  await Promise.all([waiting.ended, mute.ended]);
  half.socket.write('P/1.1\r\nHost: localhost\r\n\r\n');
  await half.ended;
  expect(half.received()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*\r\nConnection: close\r\n/i);
  expect(open()).toBe(1);
  busy.socket.write(`${chunk('two')}0\r\n\r\n`);
  await busy.ended;
  expect(busy.received()).toContain('two');
  await stopped;
  expect(open()).toBe(0);
});
