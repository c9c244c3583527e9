import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { SilentServiceFailure } from './failure.ts';
import { HttpClient } from './http.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

async function serve(handler: Handler, budgetMs = 5000) {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    request.resume().on('end', () => handler(request, response, keys.length));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { client: new HttpClient('order', base, { budgetMs }), keys };
}
const problem = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code }));

test('what passes by itself is tried again under the same key', async () => {
  const failures: Handler[] = [
    (_, response) => response.destroy(),
    (_, response) => problem(response, 503, 'unavailable'),
    (_, response) => problem(response, 409, 'request-in-progress'),
    (_, response) =>
      response.writeHead(200, { 'content-length': 99 }).write('{"half":') && response.destroy(),
  ];
  const { client, keys } = await serve((request, response, attempt) => {
    const fail = failures[attempt - 1];
    if (fail) fail(request, response, attempt);
    else response.writeHead(201).end('{"id":1}');
  });
  const answer = await client.post('/api/orders', { body: {}, idempotencyKey: 'k' });
  expect(answer).toEqual({ status: 201, body: { id: 1 } });
  expect(keys).toEqual(Array(failures.length + 1).fill('k'));
});

test('a decision is an answer, given back at once', async () => {
  const { client, keys } = await serve((_, response) => problem(response, 409, 'order-not-cancellable'));
  const answer = await client.post('/api/orders/1/cancel', { body: {}, idempotencyKey: 'k' });
  expect(answer).toEqual({ status: 409, body: { code: 'order-not-cancellable' } });
  expect(keys).toHaveLength(1);
});

test('a stream is sent again from its start', async () => {
  const bodies: string[] = [];
  const { client } = await serve((_, response, attempt) =>
    attempt === 1 ? response.destroy() : response.writeHead(200).end('{"line":1}\n{"line":2}\n'),
  );
  const pieces = function* () {
    bodies.push('started');
    yield* ['a\n', 'b\n'];
  };
  const answer = await client.stream('/import', {
    contentType: 'application/x-ndjson',
    pieces,
    idempotencyKey: 'k',
  });
  expect(answer).toEqual({ status: 200, body: '{"line":1}\n{"line":2}\n' });
  expect(bodies).toHaveLength(2);
});

test('a service that does not come back is unreachable, and the message says what to do', async () => {
  const { client } = await serve((_, response) => problem(response, 503, 'unavailable'), 300);
  const failure = await client.get('/livez').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SilentServiceFailure);
  expect(failure).toMatchObject({ exitCode: 3, message: expect.stringContaining('503 unavailable') });
  expect(failure).toMatchObject({ message: expect.stringContaining('npm start') });
});
