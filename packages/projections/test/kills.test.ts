import { env } from 'node:process';
import { expect, test } from 'vitest';
import { kills } from './kills.ts';

// 200 times: kills.long.test.ts.
test('a process that is killed at any step leaves rows that are the fold of the log', async () => {
  const seed = Number(env.SEED);
  const { wrong } = await kills(12, seed);
  expect(wrong, `seed ${seed}`).toEqual([]);
}, 400_000);

test('so do processes of several builds that are killed at any step of building and projecting', async () => {
  const seed = Number(env.SEED);
  const { wrong } = await kills(12, seed, 3);
  expect(wrong, `seed ${seed}`).toEqual([]);
}, 400_000);
