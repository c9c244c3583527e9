/** Commands that share an append must not feel each other: neither their size, nor their failure. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { limits } from '../limits.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from './aggregate.ts';
import { EventStore } from './store.ts';

type Noted = { notes: number };
const notebook = aggregate<Noted, { NotedEvent: { text: string } }>({
  category: 'notebook',
  initial: { notes: 0 },
  evolve: { NotedEvent: ({ notes }) => ({ notes: notes + 1 }) },
});
const noted = (text: string) => ({ eventType: 'NotedEvent' as const, schema: 1, data: { text } });
const codec = {
  decode: (_: string, schema: number, data: unknown) => {
    if (schema !== 1) throw new Error('unknown schema');
    return data;
  },
};
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

let server: TestRedis;
let store: EventStore;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = new EventStore({ redis: server.connect(), codec });
  await store.log.redis.flushall();
});

const note = (id: string, text = 'a note', more: object = {}) =>
  store.decide(notebook, id, () => [noted(text)], { ...command(), ...more });

/** While the first append is under way, the others gather for the next one. */
async function together<Value>(
  ...commands: (() => Promise<Value>)[]
): Promise<PromiseSettledResult<Value>[]> {
  const first = note('first');
  const others = Promise.allSettled(commands.map((give) => give()));
  await first;
  return others;
}

test('many commands with replies as large as their events', async () => {
  const text = 'x'.repeat(20_000);
  const all = Array.from({ length: 100 }, (_, n) => {
    const reply = () => ({ text });
    return note(randomUUID(), text, { idempotencyKey: `append ${n}`, reply });
  });
  expect(await Promise.all(all)).toHaveLength(100);
});

test('one command whose events fit, and whose reply is as large', async () => {
  const text = 'x'.repeat(limits.appendBytes - 1000);
  const reply = () => ({ text });
  expect(await note('a', text, { idempotencyKey: 'large', reply })).toMatchObject({ version: 1 });
  const again = await note('a', text, { idempotencyKey: 'large', reply });
  expect(again).toMatchObject({ duplicate: true, reply: { text } });
});

test('a reply that cannot be made fails its own command only', async () => {
  const reply = () => {
    throw new Error('no reply');
  };
  const both = await together(
    () => note('a', 'x', { idempotencyKey: 'bad', reply }),
    () => note('b'),
  );
  expect(both).toMatchObject([{ reason: new Error('no reply') }, { value: { version: 1 } }]);
  expect(await store.head('notebook', 'a')).toBeUndefined();
});

test('a command that waits for the next append is not failed with this one', async () => {
  await store.log.redis.set(keys.index('notebook', 'a'), 'not a list');
  const claims = [{ name: 'title', value: 'Diary' }];
  const [broken, waiting] = await together(
    () => note('a', 'x', { claims }),
    () => note('b', 'x', { claims }),
  );
  expect(broken?.status).toBe('rejected');
  // Either it is done and says so, or it is not done.
  expect(waiting?.status).toBe((await store.head('notebook', 'b')) ? 'fulfilled' : 'rejected');
});

test('an aggregate that cannot be read fails its own commands only', async () => {
  await store.decide(notebook, 'a', () => [{ ...noted('from the future'), schema: 2 }], command());
  store = new EventStore({ redis: server.connect(), codec });
  const [unreadable, other] = await together(
    () => note('a'),
    () => note('b'),
  );
  expect(unreadable).toMatchObject({ reason: { name: 'PermanentError' } });
  expect(other).toMatchObject({ value: { version: 1 } });
});

test('an aggregate that cannot be written fails its own commands only', async () => {
  await store.log.redis.set(keys.index('notebook', 'a'), 'not a list');
  const [broken, other] = await together(
    () => note('a'),
    () => note('b'),
  );
  expect(broken?.status).toBe('rejected');
  expect(other).toMatchObject({ value: { version: 1 } });
});
