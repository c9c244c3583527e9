import { env } from 'node:process';
import { expect, test } from 'vitest';
import { kills } from './kills.ts';

test('200 kills at any step leave rows that are the fold of the log', async () => {
  const seed = Number(env.SEED);
  const { wrong } = await kills(200, seed);
  expect(wrong, `seed ${seed}`).toEqual([]);
});

test('200 kills of processes of several builds do, too', async () => {
  const seed = Number(env.SEED);
  const { wrong } = await kills(200, seed, 4);
  expect(wrong, `seed ${seed}`).toEqual([]);
});
