import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counter, counting } from '../../test/counting.ts';
import { KnownStates } from './known-states.ts';
import { ref } from './store.ts';

const world = counting();

test('what is forgotten while it is read is read in whole, not from where it was known', async () => {
  const id = randomUUID();
  await world.add(id);
  const known = new KnownStates(world.store.log, 'counter');
  await known.refresh([ref(counter, id)]);
  for (let n = 2; n <= 4; n++) await world.add(id);
  const read = known.refresh([ref(counter, id)]);
  known.delete(id); // as an append that failed does
  await read;
  expect(known.get(id)).toMatchObject({ version: 4, state: { total: 4 } });
});
