import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counter, counting } from '../../test/counting.ts';
import { StateCache } from './state-cache.ts';
import { ref } from './store.ts';

const world = counting();

test('what is forgotten while it is read is read in whole, not from where it was known', async () => {
  const id = randomUUID();
  await world.add(id);
  const cache = new StateCache(world.store.log, 'counter');
  await cache.refresh([ref(counter, id)]);
  for (let n = 2; n <= 4; n++) await world.add(id);
  const read = cache.refresh([ref(counter, id)]);
  cache.delete(id); // as an append that failed does
  await read;
  expect(cache.get(id)).toMatchObject({ version: 4, state: { total: 4 } });
});
