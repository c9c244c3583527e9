/** What ends a request does so after a garbage collection, too. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorized, eventsOf, persistent, type TokenSource } from './index.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** `/none` is never answered, all else never to its end. */
const server = createServer((request, response) => {
  if (request.url === '/none') return;
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('id: 1\ndata: {}\n\n');
});
let baseUrl = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const tokens: TokenSource = { current: async () => 'x', renewed: async () => undefined };
const quick = persistent(fetch, { attemptMs: 300, budgetMs: 100 });
const abortedSoon = () => {
  const ends = new AbortController();
  setTimeout(() => ends.abort(), 300);
  return ends.signal;
};

/** Several times, as what is under way is let go step by step. */
async function collecting(work: Promise<unknown>): Promise<string> {
  const ended = work.then(
    () => 'ended',
    () => 'ended',
  );
  for (let n = 0; n < 5; n++) {
    await sleep(20);
    collect();
  }
  return await Promise.race([ended, sleep(5_000, 'goes on', { ref: false })]);
}

const ways: Record<string, () => Promise<unknown>> = {
  'the time limit of an attempt': () => quick(new Request(`${baseUrl}/none`)),
  'the time limit, while the answer comes': () => quick(new Request(baseUrl)),
  'the time limit, with a token': () => authorized(quick, tokens)(new Request(`${baseUrl}/none`)),
  'the signal of a request with a token': () =>
    authorized(fetch, tokens)(new Request(`${baseUrl}/none`, { signal: abortedSoon() })),
  'the signal of live updates': async () => {
    for await (const _ of eventsOf({ baseUrl, tokens, signal: abortedSoon() }));
  },
};
test.each(Object.entries(ways))('%s', async (_, begin) => expect(await collecting(begin())).toBe('ended'));
