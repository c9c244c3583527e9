import { expect, test } from 'vitest';
import { SameLog } from './same-log.ts';

test('an invalidation that comes while the log is looked at: it is looked at again before anything is written', async () => {
  let looks = 0;
  const same = new SameLog(async () => {
    looks++;
    await Promise.resolve();
    if (looks === 1) same.invalidate();
  });
  await same.assert();
  expect(looks).toBe(2);
  expect(same.assert()).toBeUndefined();
});

test('where it is another one, it is looked at again each time, once for all who ask', async () => {
  let looks = 0;
  const same = new SameLog(async () => {
    looks++;
    throw new Error('another one');
  });
  const all = await Promise.allSettled([same.assert(), same.assert(), same.assert()]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(looks).toBe(1);
  await expect(same.assert()).rejects.toThrow('another one');
  expect(looks).toBe(2);
});
