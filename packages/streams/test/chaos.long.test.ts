import { env } from 'node:process';
import { expect, test } from 'vitest';
import { chaos } from './chaos/run.ts';

test('ten minutes of every disturbance leave nothing lost, doubled or out of order', async () => {
  const seed = Number(env.SEED);
  const { faults } = await chaos(seed, 600, (line) => console.info(line));
  const found = Object.fromEntries(Object.entries(faults).filter(([, list]) => list.length > 0));
  expect(found, `seed ${seed}`).toEqual({});
});
