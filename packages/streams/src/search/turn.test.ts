/** Who reads a log for an index waits for who reads another one, and for searches. */
import { expect, test } from 'vitest';
import { Turn } from './turn.ts';

test('one reads after the other, also where one fails', async () => {
  const turn = new Turn();
  const said: string[] = [];
  const first = Promise.withResolvers<void>();
  const reading = turn.take(async () => {
    said.push('one begins');
    await first.promise;
    throw new Error('the log is away');
  });
  const next = turn.take(async () => void said.push('the next begins'));
  await Promise.resolve();
  expect(said).toEqual(['one begins']);
  first.resolve();
  await expect(reading).rejects.toThrow('the log is away');
  await next;
  expect(said).toEqual(['one begins', 'the next begins']);
});

test('who reads waits for all searches, also for those that begin meanwhile, and that fail', async () => {
  const turn = new Turn();
  const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const searches = [turn.before(one.promise)];
  let isFree = false;
  const free = turn.free().then(() => {
    isFree = true;
  });
  searches.push(turn.before(other.promise));
  one.resolve();
  await searches[0];
  await new Promise(setImmediate);
  expect(isFree).toBe(false);
  other.reject(new Error('the log is away'));
  await expect(searches[1]).rejects.toThrow('the log is away');
  await free;
  expect(isFree).toBe(true);
});
