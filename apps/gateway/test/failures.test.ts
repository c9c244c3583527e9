/** Services that are away, that break off and that are late; clients that go away. */
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { startService } from '@quickmart/service/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import definition from '../src/service.ts';
import { answered, gatewayOfTests } from './gateway.ts';
import { raw, say, stub, stubOfTest } from './stub.ts';

const gateway = gatewayOfTests();
const { ask, doing } = gateway;

test('a client that goes away ends the request behind, before and after its answer has begun', async () => {
  for (const isBegun of [false, true]) {
    const gone = Promise.withResolvers<void>();
    const there = Promise.withResolvers<void>();
    doing((request, response) => {
      response.once('close', gone.resolve);
      if (isBegun) response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('{}\n');
      there.resolve();
      request.resume();
    });
    const sent = httpRequest(`${gateway.service.url}/api/products/import`, { method: 'POST' });
    sent.on('error', () => {});
    sent.write('one\n');
    if (isBegun) await once(sent, 'response');
    await there.promise;
    sent.destroy();
    await gone.promise;
  }
  const counted = async () => `${(await gateway.service.send('GET', '/metrics')).body}`;
  await vi.waitFor(async () => expect(await counted()).toMatch(/_count\{[^}]*status="499"[^}]*\} 1$/m));
  expect(await counted()).not.toContain('status="500"');
});

test('a service that does not answer in time: 504, and the request behind ends', async () => {
  const gone = Promise.withResolvers<void>();
  const late = await stubOfTest((_, response) => void response.once('close', gone.resolve));
  const env = { ORDER_URL: late.url, UPSTREAM_TIMEOUT_MS: '200' };
  const hasty = await startService(definition, { env });
  onTestFinished(() => hasty.stop());
  expect((await hasty.send('GET', '/api/orders')).body).toMatchObject({ status: 504, code: 'service-late' });
  await gone.promise;
});

test('a service that breaks off: 502, not half an answer', async () => {
  doing((request) => void request.socket.destroy());
  expect((await ask('/api/orders')).body).toMatchObject({ status: 502, code: 'service-failed' });
  doing(
    (_, response) =>
      void response.writeHead(200, { 'Content-Length': 99 }).write('{"half":', () => response.destroy()),
  );
  expect((await ask('/api/orders')).body).toMatchObject({ status: 502, code: 'service-failed' });
});

test('a stream that breaks off does so at the client, too', async () => {
  doing((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('{}\n');
    setTimeout(() => response.destroy(), 50);
  });
  const answer = await raw(
    gateway.service.url,
    'POST /api/products/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toContain('200 OK');
  expect(answer.endsWith('0\r\n\r\n')).toBe(false);
  expect(answer).not.toContain('Error');
});

test('a service that is down closes its own paths only, and is found again', async () => {
  const first = await stub(answered);
  const other = await startService(definition, {
    env: { ORDER_URL: gateway.behind.url, PAYMENT_URL: first.url },
  });
  onTestFinished(() => other.stop());
  const payments = () => other.send('GET', '/api/payments');
  expect((await payments()).status).toBe(200);
  await first.close();
  for (let n = 0; n < 6; n++) {
    const { status, headers, body } = await payments();
    expect([status, body.code]).toEqual(
      n === 0 && status === 502 ? [502, 'service-failed'] : [503, 'unavailable'],
    );
    if (status === 503) expect(headers.get('Retry-After')).toBe('2');
  }
  expect((await other.send('GET', '/api/orders')).status).toBe(200);
  expect((await other.send('GET', '/readyz')).body).toMatchObject({
    status: 'up',
    checks: { services: { detail: 'down: payment' } },
  });
  expect((await other.send('GET', '/metrics')).body).toMatch(
    /gateway_circuit_open\{[^}]*of="payment"[^}]*\} 1/,
  );
  await stubOfTest(answered, Number(new URL(first.url).port));
  await vi.waitFor(async () => expect((await payments()).status).toBe(200), {
    timeout: 10_000,
    interval: 100,
  });
  expect((await other.send('GET', '/readyz')).body.checks.services.detail).toBeUndefined();
});

test('a client that breaks off or sends nonsense is no failure of the service: its circuit stays closed', async () => {
  doing((request, response) => void request.resume().once('end', () => say(response, {})));
  const begun = 'POST /api/products/import HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';
  for (let n = 0; n < 6; n++) await raw(gateway.service.url, `${begun}3\r\na\nb\r\nno chunk\r\n`);
  for (let n = 0; n < 6; n++) {
    const sent = httpRequest(`${gateway.service.url}/api/products/import`, { method: 'POST' });
    sent.on('error', () => {});
    const before = gateway.behind.requests.length;
    sent.write('one\n');
    await vi.waitFor(() => expect(gateway.behind.requests.length).toBeGreaterThan(before));
    sent.destroy();
  }
  expect((await ask('/api/products')).status).toBe(200);
  expect((await ask('/readyz')).body.checks.services.detail).toBeUndefined();
});
