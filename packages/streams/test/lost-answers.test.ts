/** An append whose answer is lost is looked for in the log; and what if it arrives only after that? */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EventStore, OutageError } from '../src/index.ts';
import { codec, command, noted, notes } from './conformance/ledger.ts';
import { startRedis, type TestRedis } from './servers/index.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

test('an append that arrives late, after the look, counts once, however often it is repeated', async () => {
  const store = new EventStore({ redis: server.connect(), codec });
  const counter = notes('late');
  await store.decide(counter, 'a', () => [noted(1)], command());
  const append = store.log.append.bind(store.log);
  let arrive: () => Promise<unknown> = async () => {};
  vi.spyOn(store.log, 'append').mockImplementationOnce(async (whole) => {
    arrive = () => append(whole);
    throw new OutageError('the answer did not come');
  });
  const once = { ...command(), idempotencyKey: 'once' };
  const decide = () => store.decide(counter, 'a', (sum) => [noted(sum)], once);
  await expect(decide()).rejects.toThrow(OutageError);
  await arrive();
  const expected = { version: 2, state: 2, position: expect.stringMatching(/@1-2$/), duplicate: true };
  expect(await decide()).toMatchObject(expected);
  expect(await decide()).toMatchObject(expected);
  expect(await store.head('late', 'a')).toMatchObject({ version: 2 });
});
