/** An append whose answer is lost is looked for before it is tried again; and what if it arrives only then? */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codec, command, noted, notes } from '../src/conformance/ledger.ts';
import { EventStore, OutageError } from '../src/index.ts';
import { startRedis, type TestRedis } from '../src/testing.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

test('an append that arrives late, between the look and the second try, counts once', async () => {
  const store = new EventStore({ redis: server.connect(), codec });
  const counter = notes('late');
  await store.decide(counter, 'a', () => [noted(1)], command());
  const append = store.log.append.bind(store.log);
  let late: (() => Promise<unknown>) | undefined;
  vi.spyOn(store.log, 'append').mockImplementation(async (whole) => {
    if (late === undefined) {
      late = () => append(whole);
      throw new OutageError('the answer did not come');
    }
    await late();
    return append(whole);
  });
  const decided = await store.decide(counter, 'a', (sum) => [noted(sum)], command());
  expect(decided).toMatchObject({ version: 2, state: 2, position: expect.stringMatching(/@1-2$/) });
  expect(await store.head('late', 'a')).toMatchObject({ version: 2 });
});
