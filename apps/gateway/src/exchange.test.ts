/** One exchange with a service, over a connection that is busy. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import type { Asked } from './asked.ts';
import { Exchange } from './exchange.ts';

test('what was told as not done is not sent later', async () => {
  const asked: (string | undefined)[] = [];
  const waiting = Promise.withResolvers<ServerResponse>();
  const server = createServer(({ url }, response) => {
    asked.push(url);
    if (url === '/first') waiting.resolve(response);
    else response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await client.destroy();
    server.close();
  });
  const send = (path: string) => {
    const exchange = new Exchange({ request: { method: 'GET' }, said: {} } as Asked);
    client.dispatch({ path, method: 'GET' }, exchange);
    return exchange;
  };
  const [first, ended, last] = [send('/first'), send('/ended'), send('/last')];
  const response = await waiting.promise;
  ended.end(new Error('too late'));
  await expect(ended.answer).rejects.toThrow('too late');
  response.end();
  await Promise.all([first.answer, last.answer]);
  expect([first.wasSent, ended.wasSent, asked]).toEqual([true, false, ['/first', '/last']]);
});
