import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { SilentServiceFailure } from './failure.ts';
import { persistentClient } from './http.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

async function serve(handler: Handler, budgetMs = 5000) {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    handler(request, response, keys.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { client: persistentClient('order', base, { budgetMs }), keys };
}
const order = {
  body: { customerId: 'ann', lines: [{ sku: 'MUG', quantity: 1 }] },
  headers: { 'Idempotency-Key': 'k' },
};
const path = { path: { id: '019a0000-0000-7000-8000-000000000001' } };
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
  const { data, response } = await client.POST('/api/orders', order);
  expect([response.status, data]).toEqual([201, { id: 1 }]);
  expect(keys).toEqual(Array(failures.length + 1).fill('k'));
});

test('a decision is an answer, given back at once', async () => {
  const { client, keys } = await serve((_, response) => problem(response, 409, 'order-not-cancellable'));
  const { error, response } = await client.POST('/api/orders/{id}/cancel', { params: path, body: {} });
  expect([response.status, error]).toEqual([409, { code: 'order-not-cancellable' }]);
  expect(keys).toHaveLength(1);
});

test('what is sent again is the same', async () => {
  const bodies: string[] = [];
  const { client } = await serve(async (request, response, attempt) => {
    bodies.push(`${request.headers['content-type']} ${await text(request)}`);
    attempt === 1 ? response.destroy() : response.writeHead(201).end('{}');
  });
  await client.POST('/api/orders', order);
  expect(bodies).toEqual(Array(2).fill(`application/json ${JSON.stringify(order.body)}`));
});

test('a service that does not come back is unreachable, and the message says what to do', async () => {
  const { client } = await serve((_, response) => problem(response, 503, 'unavailable'), 1000);
  const failure = await client.GET('/api/orders/{id}', { params: path }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SilentServiceFailure);
  expect(failure).toMatchObject({ exitCode: 3, message: expect.stringContaining('503 unavailable') });
  expect(failure).toMatchObject({ message: expect.stringContaining('npm start') });
});
