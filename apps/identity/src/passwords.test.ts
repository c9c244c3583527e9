/** Passwords as text, and the threads that hash them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { demandTurnToHash, hashPassword, isPassword, nobodysHash } from './passwords.ts';

test('a password fits its hash, however its letters are composed, and no other one does', async () => {
  const hash = await hashPassword('Grüße aus Köln');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await isPassword('Grüße aus Köln'.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword('Gruesse aus Koeln', hash)).toBe(false);
  expect(await isPassword('whatever it is', nobodysHash)).toBe(false);
  expect(await isPassword('whatever it is', null)).toBe(false);
});

/** Of each thread of this process. */
const niceness = (): number[] =>
  readdirSync('/proc/self/task').map((thread) =>
    Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]),
  );

test.skipIf(process.platform !== 'linux')(
  'they are hashed by a few threads of low priority, beside which requests go on',
  async () => {
    let turns = 0;
    const beside = setInterval(() => turns++, 1);
    await Promise.all(Array.from({ length: limits.hashesMax * 2 }, () => hashPassword('correct horse')));
    clearInterval(beside);
    const slow = niceness().filter((nice) => nice === limits.hashNice);
    expect(slow.length).toBeGreaterThan(0);
    expect(slow.length).toBeLessThanOrEqual(limits.hashesMax);
    expect(turns).toBeGreaterThan(5);
  },
);

test('where enough wait, the next one is refused, until there is a turn again', async () => {
  const most = limits.hashesMax + limits.hashesWaitingMax;
  const all = Array.from({ length: most }, () => hashPassword('correct horse'));
  await expect(hashPassword('one more')).rejects.toMatchObject({ code: 'too-many-requests' });
  expect(demandTurnToHash).toThrow();
  await Promise.all(all);
  expect(demandTurnToHash).not.toThrow();
});
