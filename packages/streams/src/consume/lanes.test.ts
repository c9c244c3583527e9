import { expect, test } from 'vitest';
import type { Delivery } from './delivery.ts';
import { Lanes } from './lanes.ts';
import type { Lease } from './membership.ts';

const { signal } = new AbortController();
const lease = (): Lease => ({ partition: 0, token: '1', crashes: 0, signal, ending: signal });
const delivery = (id: string, of: Lease): Delivery => ({
  ...{ category: 'counter', partition: 0, lease: of, id, entry: [id, []], raw: undefined, attempts: 0 },
});

test('one delivery of a lane at a time, in order; lanes side by side', () => {
  const [lanes, of] = [new Lanes(), lease()];
  const [a1, a2, b1] = [delivery('1-1', of), delivery('1-2', of), delivery('1-3', of)];
  lanes.add('a', a1);
  lanes.add('a', a2);
  lanes.add('b', b1);
  expect(lanes.begin()).toEqual({ lane: 'a', delivery: a1 });
  expect(lanes.begin()).toEqual({ lane: 'b', delivery: b1 });
  expect(lanes.begin()).toBeUndefined();
  lanes.done('a');
  expect(lanes.begin()).toEqual({ lane: 'a', delivery: a2 });
});

/** It fails and waits for its backoff; the lease is lost and comes back, and the same event with it; the backoff ends. */
test('a backoff that ends late does not begin a second time what has begun', () => {
  const [lanes, first, second] = [new Lanes(), lease(), lease()];
  lanes.add('a', delivery('1-1', first));
  lanes.begin();
  lanes.suspend('a');
  lanes.drop(first);
  const [again, next] = [delivery('1-1', second), delivery('1-2', second)];
  lanes.add('a', again);
  lanes.add('a', next);
  expect(lanes.begin()?.delivery).toBe(again);
  lanes.ready('a');
  expect(lanes.begin()).toBeUndefined();
  lanes.done('a');
  expect(lanes.begin()?.delivery).toBe(next);
});

test('a lease that is lost takes along what has not begun, and nothing of others', () => {
  const [lanes, lost, kept] = [new Lanes(), lease(), lease()];
  const [begun, waiting, other] = [delivery('1-1', lost), delivery('1-2', lost), delivery('1-1', kept)];
  lanes.add('a', begun);
  lanes.add('a', waiting);
  lanes.add('b', other);
  lanes.begin();
  expect(lanes.drop(lost)).toEqual({ dropped: [waiting], begun: [begun] });
  lanes.done('a');
  expect(lanes.begin()).toEqual({ lane: 'b', delivery: other });
});

test('what comes late has its place in the order, but not before what has begun', () => {
  const [lanes, of] = [new Lanes(), lease()];
  const [one, two, three, four] = [1, 2, 3, 4].map((pos) => delivery(`1-${pos}`, of));
  lanes.add('a', two!);
  lanes.begin();
  for (const later of [four, one, three]) lanes.add('a', later!);
  const order = [1, 2, 3].map(() => {
    lanes.done('a');
    return lanes.begin()?.delivery.id;
  });
  expect(order).toEqual(['1-1', '1-3', '1-4']);
});
