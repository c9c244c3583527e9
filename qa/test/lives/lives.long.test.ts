/** The same as lives.test.ts, for 20,000 lives. */
import { expect, test } from 'vitest';
import { random } from '../../src/random.ts';
import { all, live, type Reached } from './check.ts';

test('20,000 random lives of orders', async () => {
  const first = random().seed;
  const reached: Reached = new Map();
  for (let seed = first; seed < first + 20_000; seed++) await live(seed, reached);
  console.log(`20,000 lives from SEED=${first}:`, Object.fromEntries(reached));
  expect([...reached.keys()].sort()).toEqual([...all].sort());
});
