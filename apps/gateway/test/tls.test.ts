/** TLS: HTTP/2 and HTTP/1.1 on one port. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startService } from '@quickmart/service/testing';
import { selfSigned } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import gateway from '../src/service.ts';
import { say, stubOfTest } from './stub.ts';

const { cert, key } = selfSigned();

async function started(answer: Parameters<typeof stubOfTest>[0]) {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-tls-'));
  const [TLS_CERT, TLS_KEY] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(TLS_CERT, cert);
  writeFileSync(TLS_KEY, key);
  const behind = await stubOfTest(answer);
  const service = await startService(gateway, { env: { TLS_CERT, TLS_KEY, ORDER_URL: behind.url } });
  onTestFinished(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });
  return service;
}

async function ask(session: ClientHttp2Session, headers: object, body?: string) {
  const stream = session.request(headers as never);
  stream.end(body);
  const [answered] = await once(stream, 'response');
  return { status: answered[':status'], headers: answered, body: await text(stream) };
}

test('HTTP/2 and HTTP/1.1 are answered alike, over TLS only', async () => {
  const service = await started(async (sent, response) =>
    say(response, { url: sent.url, got: await text(sent), proto: sent.headers['x-forwarded-proto'] }),
  );
  expect(service.url).toMatch(/^https:/);
  const session = connect(service.url, { ca: cert });
  onTestFinished(() => session.destroy());
  const two = await ask(
    session,
    { ':path': '/api/orders', ':method': 'POST', 'content-type': 'application/json' },
    '{"a":1}',
  );
  expect([two.status, JSON.parse(two.body)]).toEqual([
    200,
    { url: '/api/orders', got: '{"a":1}', proto: 'https' },
  ]);
  expect(two.headers['strict-transport-security']).toMatch(/^max-age=/);
  expect((await ask(session, { ':path': '/api//orders' })).status).toBe(400);
  expect((await ask(session, { ':path': '/api/orders', ':authority': 'evil.example' })).status).toBe(421);

  const sent = request(`${service.url}/api/orders`, { ca: cert });
  sent.end();
  const [one] = (await once(sent, 'response')) as [IncomingMessage];
  expect([one.httpVersion, one.statusCode]).toEqual(['1.1', 200]);
  await expect(fetch(service.url.replace('https', 'http'))).rejects.toThrow();
});

test('a client that ends its stream of HTTP/2 ends the request behind', async () => {
  const [there, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const service = await started((_, response) => {
    response.once('close', gone.resolve);
    there.resolve();
  });
  const session = connect(service.url, { ca: cert });
  onTestFinished(() => session.destroy());
  const stream = session.request({ ':path': '/api/orders' });
  await there.promise;
  stream.close(constants.NGHTTP2_CANCEL);
  await gone.promise;
});

test('the check of the image finds it healthy, whatever names are in its certificate', async () => {
  const service = await started((_, response) => say(response, {}));
  const dockerfile = readFileSync(join(import.meta.dirname, '../../../Dockerfile'), 'utf8');
  const [, ...args] = JSON.parse(/^HEALTHCHECK .* CMD (.*)$/m.exec(dockerfile)![1]!) as string[];
  const check = async (env: object) =>
    (
      await once(spawn(process.execPath, args, { env: { ...env, PORT: new URL(service.url).port } }), 'exit')
    )[0];
  expect([await check({ TLS_CERT: 'cert.pem' }), await check({})]).toEqual([0, 1]);
});

test('a stop ends with the last answer, and nobody waits for connections that only wait', async () => {
  const there = Promise.withResolvers<() => void>();
  const service = await started((_, response) => there.resolve(() => say(response, { late: true })));
  const [idle, busy] = [connect(service.url, { ca: cert }), connect(service.url, { ca: cert })];
  await Promise.all([once(idle, 'remoteSettings'), once(busy, 'remoteSettings')]);
  const answer = ask(busy, { ':path': '/api/orders' });
  const finish = await there.promise;
  const began = performance.now();
  const stopped = service.stop();
  await once(idle, 'close');
  finish();
  expect((await answer).body).toBe('{"late":true}');
  await stopped;
  expect(performance.now() - began).toBeLessThan(5_000);
});
