/** Random lives of orders: partial everything, declines, late and double messages, deaths. One by its seed: `SEED=7 LIVES=1`. */
import { expect, test } from 'vitest';
import { random } from '../../src/random.ts';
import { all, live, type Reached } from './check.ts';

test('whatever happens to an order: it ends, its quantities are right, and its books balance to the cent', {
  timeout: 120_000,
}, async () => {
  const [first, count] = [random().seed, Number(process.env.LIVES ?? 200)];
  const reached: Reached = new Map();
  for (let seed = first; seed < first + count; seed++) await live(seed, reached);
  if (count >= 200) expect([...reached.keys()].sort()).toEqual([...all].sort());
});
