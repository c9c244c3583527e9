import { AssertionError } from 'node:assert';
import { expect, test } from 'vitest';
import { givenWith, past } from '../../test/given.ts';
import { aggregate } from './aggregate.ts';
import type { Transaction } from './store.ts';

type Counted = { total: number; at: number };
const counter = aggregate<Counted, { AddedEvent: { by: number } }>({
  category: 'counter',
  initial: { total: 0, at: 0 },
  evolve: { AddedEvent: ({ total }, { by }, { at }) => ({ total: total + by, at }) },
});
const added = (by: number) => ({ eventType: 'AddedEvent' as const, schema: 1, data: { by } });
const codec = {
  decode: (_: string, __: number, data: unknown) => ({ by: Math.round((data as { by: number }).by) }),
};
const { given, givenAll } = givenWith(codec);

const take = ({ total }: Counted, by: number) => {
  if (by > total) throw Object.assign(new Error('too few'), { code: 'empty', left: total });
  return by === 0 ? [] : [added(-by)];
};
const move = (tx: Transaction, from: string, to: string, by: number) => {
  tx.of(counter, from).append(take(tx.of(counter, from).state, by));
  tx.of(counter, to).append([added(by)]);
};

test('one aggregate: events, no events, refusals', () => {
  const three = given(counter, [added(1), added(2)]);
  expect(three).toMatchObject({ version: 2, state: { total: 3, at: Date.UTC(2026, 0, 1, 0, 0, 2) } });
  three.when((state) => take(state, 3)).then([added(-3)]);
  three.when((state) => take(state, 0)).then([]);
  three.when((state) => take(state, 4)).refuses('empty', { left: 3 });
});

test('several aggregates: a decision sees what it appended, and a later one sees it, too', () => {
  const world = givenAll([past(counter, 'a', [added(5)]), past(counter, 'b', [])]);
  const twice = (tx: Transaction) => {
    move(tx, 'a', 'b', 2);
    move(tx, 'b', 'a', 1);
  };
  world.when(twice).then({ a: [added(-2), added(1)], b: [added(2), added(-1)] });
  world.when((tx) => move(tx, 'a', 'b', 6)).refuses('empty');
  const after = world.after(twice);
  expect([after.state(counter, 'a').total, after.state(counter, 'b').total, after.version('b')]).toEqual([
    4, 1, 2,
  ]);
  expect(world.state(counter, 'a').total).toBe(5);
});

test.each<[what: string, wrong: () => unknown]>([
  [
    'other events',
    () =>
      given(counter, [])
        .when(() => [added(1)])
        .then([added(2)]),
  ],
  [
    'a refusal that does not come',
    () =>
      given(counter, [])
        .when(() => [])
        .refuses('empty'),
  ],
  [
    'another refusal',
    () =>
      given(counter, [])
        .when((s) => take(s, 1))
        .refuses('full'),
  ],
  [
    'an event that the codec changes',
    () =>
      given(counter, [])
        .when(() => [added(0.4)])
        .then([added(0.4)]),
  ],
  [
    'an aggregate that was not named',
    () =>
      givenAll([])
        .when((tx) => move(tx, 'a', 'b', 1))
        .then({}),
  ],
])('fails at %s', (_, wrong) => {
  expect(wrong).toThrow(AssertionError);
});

test('fails where nothing is expected', async () => {
  const unfinished: unknown = given(counter, []).when(() => []);
  await expect(async () => await unfinished).rejects.toThrow('nothing was expected');
});
