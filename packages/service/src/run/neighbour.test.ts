import { expect, onTestFinished, test } from 'vitest';
import { startMugs } from '../../test/mugs.ts';
import type { Fetch } from './definition.ts';
import { Neighbour, type On, onOf } from './neighbour.ts';

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

test('a neighbour is told what the request says about itself, also where nothing is traced here', async () => {
  const service = await startMugs({ more: (api) => api.get('/on', (c) => c.json(onOf(c).headers)) });
  onTestFinished(() => service.stop());
  const said = {
    Authorization: 'Bearer x',
    'Event-Position': 'mug.3@1-42',
    'X-Correlation-Id': 'checkout-4711',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
  expect((await service.send('GET', '/on', undefined, said)).body).toEqual(said);
  expect((await service.send('GET', '/on')).body).toEqual({ 'X-Correlation-Id': expect.any(String) });
});
