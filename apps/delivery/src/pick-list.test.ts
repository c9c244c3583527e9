/** What is picked and packed of an order: never more than is left, and the sum is always the same. */
import { randomUUIDv7 } from 'node:crypto';
import {
  pickListClosed,
  pickListOpened,
  pickListPacked,
  pickListPutBack,
  pickListReduced,
  pickListSent,
} from '@quickmart/contracts/delivery/events';
import { registry } from '@quickmart/contracts/registry';
import { evolve, type StoredEvent } from '@quickmart/streams';
import { givenWith } from '@quickmart/streams/given';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  close,
  leftOf,
  type PickListState,
  pack,
  pickList,
  putBack,
  reduce,
  rest,
  send,
  statusOf,
} from './pick-list.ts';

const { given } = givenWith(registry);
const [mug, cup, one, two] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const mugs = (quantity: number) => [{ productId: mug, sku: 'MUG', quantity }];
const cups = (quantity: number) => [{ productId: cup, sku: 'CUP', quantity }];
const opened = pickListOpened({
  number: 'QM-2026-000001',
  lines: [
    { productId: mug, sku: 'MUG', name: 'Mug', quantity: 3 },
    { productId: cup, sku: 'CUP', name: 'Cup', quantity: 1 },
  ],
});
const packed = (shipmentId: string, quantity: number) =>
  pickListPacked({ shipmentId, lines: mugs(quantity) });

const none = given(pickList, []);
const fresh = given(pickList, [opened]);

test('all that is left is packed, or what is named, and no more', () => {
  fresh
    .when((s) => pack(s, one, undefined))
    .then([pickListPacked({ shipmentId: one, lines: [...mugs(3), ...cups(1)] })]);
  fresh.when((s) => pack(s, one, [{ sku: 'MUG', quantity: 2 }])).then([packed(one, 2)]);
  fresh.when((s) => pack(s, one, [{ sku: 'MUG', quantity: 4 }])).refuses('not-left');
  fresh
    .when((s) =>
      pack(s, one, [
        { sku: 'MUG', quantity: 2 },
        { productId: mug, quantity: 2 },
      ]),
    )
    .refuses('not-left');
  fresh.when((s) => pack(s, one, [{ sku: 'POT', quantity: 1 }])).refuses('not-left');
  given(pickList, [opened, packed(one, 3)])
    .when((s) => pack(s, two, undefined))
    .then([pickListPacked({ shipmentId: two, lines: cups(1) })]);
  given(pickList, [opened, pickListPacked({ shipmentId: one, lines: [...mugs(3), ...cups(1)] })])
    .when((s) => pack(s, two, undefined))
    .refuses('nothing-left');
  none.when((s) => pack(s, one, undefined)).refuses('not-found');
});

test('what is unpacked is to be picked again; what was sent is not', () => {
  const put = given(pickList, [opened, packed(one, 3), pickListPutBack({ shipmentId: one })]);
  put.when((s) => pack(s, two, [{ sku: 'MUG', quantity: 3 }])).then([packed(two, 3)]);
  const sent = given(pickList, [opened, packed(one, 3), pickListSent({ shipmentId: one, lines: mugs(3) })]);
  sent.when((s) => putBack(s, one)).then([]);
  sent.when((s) => send(s, one, mugs(3))).then([]);
  sent.when((s) => pack(s, two, [{ sku: 'MUG', quantity: 1 }])).refuses('not-left');
});

test('an order that was sent the short way has nothing left to pick', () => {
  fresh
    .when((s) => send(s, one, [...mugs(3), ...cups(1)]))
    .then([pickListSent({ shipmentId: one, lines: [...mugs(3), ...cups(1)] })]);
  const { state } = given(pickList, [
    opened,
    pickListSent({ shipmentId: one, lines: [...mugs(3), ...cups(1)] }),
  ]);
  expect(statusOf(state!)).toBe('done');
});

test('cancelled lines are not picked; a cancelled order is closed, once', () => {
  const less = given(pickList, [opened, pickListReduced({ lines: mugs(2) })]);
  less
    .when((s) => pack(s, one, undefined))
    .then([pickListPacked({ shipmentId: one, lines: [...mugs(1), ...cups(1)] })]);
  const closed = given(pickList, [opened, pickListClosed({})]);
  closed.when((s) => pack(s, one, undefined)).refuses('pick-list-closed');
  closed.when(close).then([]);
  none.when(close).then([]);
  none.when((s) => reduce(s, mugs(1), two)).then([]);
});

test('a cancellation of lines counts once, however often it is told', () => {
  fresh.when((s) => reduce(s, mugs(2), one)).then([pickListReduced({ lines: mugs(2) })]);
  const reduced = { ...pickListReduced({ lines: mugs(2) }), at: 0, meta: { causationId: one } };
  const once = evolve(pickList, fresh.state, reduced as unknown as StoredEvent);
  expect([reduce(once, mugs(2), one), reduce(once, mugs(1), two)]).toEqual([
    [],
    [pickListReduced({ lines: mugs(1) })],
  ]);
});

type Step = { kind: 'pack' | 'putBack' | 'send' | 'reduce'; nth: number; quantity: number };
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('pack', 'putBack', 'send', 'reduce'),
    nth: fc.nat(4),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 30 },
);

test('whatever is packed, unpacked, sent and cancelled: left + cancelled + packed + sent = ordered, and nothing is packed twice', () => {
  const ids = Array.from({ length: 5 }, () => randomUUIDv7());
  const start = given(pickList, [opened]).state;
  const step = (state: PickListState, { kind, nth, quantity }: Step): PickListState => {
    const id = ids[nth]!;
    const known = state!.shipments.find((each) => each.id === id);
    const left = rest(state!).find(({ productId }) => productId === mug)?.quantity ?? 0;
    const some = Math.min(quantity, left);
    // The order sends, and cancels, what is left of it: never what it has sent.
    const events =
      kind === 'pack' && known === undefined && some > 0
        ? pack(state, id, [{ sku: 'MUG', quantity: some }])
        : kind === 'putBack'
          ? putBack(state, id)
          : kind === 'send' && known
            ? send(state, id, [...known.lines])
            : kind === 'reduce' && some > 0
              ? reduce(state, mugs(some), randomUUIDv7())
              : [];
    return events.reduce<PickListState>(
      (s, event) => evolve(pickList, s, { ...event, at: 0, meta: {} } as unknown as StoredEvent),
      state,
    );
  };
  fc.assert(
    fc.property(steps, (all) => {
      let state = start;
      for (const one of all) {
        state = step(state, one);
        for (const line of state!.lines)
          expect(leftOf(line) + line.cancelled + line.packed + line.sent).toBe(line.ordered);
      }
    }),
    { seed: Number(process.env.SEED) },
  );
});
