import { expect, test } from 'vitest';
import { counting } from '../../test/counting.ts';
import { createGroup } from '../log/group.ts';
import { delivered } from './delivery.ts';
import { HeldEntries } from './held-entries.ts';

const world = counting();
const { signal } = new AbortController();
const lease = { partition: 0, token: '1', crashes: 0, signal, ending: signal };

test.each([
  ['an event', '1-8'],
  ['something that was written by hand', '1763717474849-0'],
])('where %s is not done, all before it is, by an id that a group can begin at', async (_, id) => {
  const held = new HeldEntries();
  for (const one of ['1-7', id]) held.add(delivered('counter', lease, [one, []]));
  const done = held.doneUpTo(lease, new Set(['1-7']));
  const { redis } = world.store.log;
  for (const one of ['1-7', id]) await redis.xadd('{counter}:events:0', one, 'foo', 'bar');
  await createGroup(redis, '{counter}:events:0', 'readers', done);
  const read = await redis.xreadgroup('GROUP', 'readers', 'owner', 'STREAMS', '{counter}:events:0', '>');
  expect(read).toMatchObject([['{counter}:events:0', [[id, ['foo', 'bar']]]]]);
});
