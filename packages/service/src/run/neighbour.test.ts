import { expect, test } from 'vitest';
import type { Fetch } from './definition.ts';
import { Neighbour, type On } from './neighbour.ts';

const on = { headers: {}, env: {} as On['env'] };
const neighbourOf = (fetch: Fetch) =>
  new Neighbour({
    name: 'order',
    url: 'http://127.0.0.1:1',
    neighbours: new Map([['order', fetch]]),
    timeoutMs: 50,
  });

test('one in the same process has as much time as one in another', async () => {
  const answer = await neighbourOf(() => new Promise(() => {})).ask('POST', '/api/orders', on);
  expect(answer).toEqual({
    outcome: 'unknown',
    reason: expect.stringContaining('the order service does not answer: '),
  });
});
