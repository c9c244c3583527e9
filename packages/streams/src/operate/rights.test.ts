import { expect, test } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { EventStore } from '../write/store.ts';
import { aclRule, missingRights } from './rights.ts';

const world = counting();

const allow = (...rule: string[]) => world.server.connect().call('ACL', 'SETUSER', 'app', ...rule);
const asApp = () => world.server.connect({ username: 'app', password: 'app' });

async function missingOf(...more: string[]): Promise<string[]> {
  await allow('reset', 'on', '>app', ...aclRule(['order', 'product']).split(' '), ...more);
  return await missingRights(asApp(), ['order', 'product']);
}

test('a user with the rule that is asked for lacks nothing', async () => {
  expect(await missingOf()).toEqual([]);
});

test.each([
  ['a command', ['-time'], ['+time']],
  [
    'commands of what is shown',
    ['-zcount', '-memory|usage', '-multi'],
    ['+memory|usage', '+multi', '+zcount'],
  ],
  ['a part of a command', ['-xgroup|create'], ['+xgroup|create']],
  ['commands that only scripts call', ['-rpush', '-zremrangebyscore'], ['+rpush', '+zremrangebyscore']],
  ['the keys of a category', ['resetkeys', '~{order}:*'], ['~{product}:*']],
  ['scripts', ['-eval', '-evalsha'], ['+eval', '+evalsha']],
])('%s that it lacks', async (_, taken, missing) => {
  expect((await missingOf(...taken)).sort()).toEqual(missing);
});

test('keys that it may read only', async () => {
  const missing = await missingOf('resetkeys', '~{order}:*', '%R~{product}:*');
  expect(missing).toContain('+xadd');
  expect(missing).not.toContain('+xrange');
});

test('what is missing is what to give it', async () => {
  const missing = await missingOf('-time', '-xgroup|create', 'resetkeys', '~{order}:*');
  expect(await missingOf('-time', '-xgroup|create', 'resetkeys', '~{order}:*', ...missing)).toEqual([]);
});

test('an event whose handler lacks a right waits until an operator gives it: no attempt is counted', async () => {
  await allow('reset', 'on', '>app', ...aclRule(['counter']).split(' '));
  const store = new EventStore({ redis: asApp(), codec: { decode: (_type, _schema, data) => data } });
  await world.add('one');
  const attempts: number[] = [];
  let handled = false;
  const AddedEvent = async (_: unknown, { attempt }: { attempt: number }) => {
    attempts.push(attempt);
    await store.log.owner('elsewhere', 'sku', 'x');
    handled = true;
  };
  world.start((group) => group.react<Events>('counter', { AddedEvent }), store);
  await until(() => attempts.length > 1);
  await allow('~{elsewhere}:*');
  await until(() => handled);
  expect(new Set(attempts)).toEqual(new Set([1]));
  expect(await world.deadLetterCount()).toBe(0);
});
