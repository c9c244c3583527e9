import { expect, test } from 'vitest';
import { kills } from './kills.ts';

// 200 times: `node packages/projections/test/kills.ts`
test('a process that is killed at any step leaves rows that are the fold of the log', async () => {
  const seed = Date.now() % 1_000_000;
  const { wrong } = await kills(12, seed);
  expect(wrong, `seed ${seed}`).toEqual([]);
}, 120_000);
