import { expect, test } from 'vitest';
import { gathered } from './gathered.ts';

test('all who ask in one turn share a question, which begins after the last of them; the next turn asks anew', async () => {
  const asked: string[][] = [];
  let known = 'nothing';
  const ask = gathered(async (names: readonly string[]) => {
    asked.push([...names]);
    return known;
  });
  const first = ask(['a', 'b']);
  const second = Promise.resolve().then(() => ask(['b', 'c']));
  known = 'what was written after the first has asked';
  expect(await first).toBe(known);
  expect(await second).toBe(known);
  await ask(['d']);
  expect(asked).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a question that fails fails for all who have asked it, and for nobody after them', async () => {
  let isDown = true;
  const ask = gathered(async (names: readonly number[]) => {
    if (isDown) throw new Error('down');
    return names.length;
  });
  const outcomes = await Promise.allSettled([ask([1]), ask([2])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  expect(await ask([3])).toBe(1);
});
