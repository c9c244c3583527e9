import { expect, test } from 'vitest';
import { NotInTime, until } from './until.ts';

test('gives back the first thing that is found', async () => {
  const answers = [undefined, false, 0, '', null, 'here'];
  expect(await until(() => answers.shift())).toBe('here');
});

test('a look that throws has found nothing yet, and its last error is the cause', async () => {
  let looks = 0;
  const away = () => {
    looks++;
    throw new Error('connection lost');
  };
  const late = await until('the answer', away, 60).catch((error: unknown) => error);
  expect(late).toBeInstanceOf(NotInTime);
  expect(late).toMatchObject({ message: 'not within 60 ms: the answer (connection lost)' });
  expect(looks).toBeGreaterThan(2);
});

test('without a name, the code that looks says what was waited for', async () => {
  const isThere = () => false;
  await expect(until(() => isThere(), 20)).rejects.toThrow(/not within 20 ms: .*isThere/);
});
