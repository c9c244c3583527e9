import {
  type CategoryEvents,
  categoryCreated,
  categoryMoved,
  categoryRenamed,
} from '@quickmart/contracts/product/events';
import { registry } from '@quickmart/contracts/registry';
import type { NewEventOf } from '@quickmart/streams';
import { givenWith } from '@quickmart/streams/given';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryTree, categoryView, create, type Tree, update } from './category.ts';
import { limits } from './limits.ts';

const { given } = givenWith(registry);
const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const made = (n: number, parent?: number) =>
  categoryCreated({
    categoryId: idOf(n),
    key: `k${n}`,
    name: `Name ${n}`,
    parentId: parent === undefined ? null : idOf(parent),
  });
const input = { key: 'k9', name: 'Nine', parentId: null };
/** 1 ← 2 ← 3, and 4 beside them. */
const tree = given(categoryTree, [made(1), made(2, 1), made(3, 2), made(4)]);

describe('create', () => {
  test('at the top, and below another one', () => {
    const event = { categoryId: idOf(9), ...input };
    tree.when((s) => create(s, idOf(9), input)).then([categoryCreated(event)]);
    const below = { ...input, parentId: idOf(3) };
    tree.when((s) => create(s, idOf(9), below)).then([categoryCreated({ ...event, ...below })]);
  });

  test('is refused for a key that is taken, a parent that is not there, and one too many', () => {
    tree
      .when((s) => create(s, idOf(9), { ...input, key: 'k2' }))
      .refuses('category-exists', {
        message: `the key k2 belongs to ${idOf(2)}`,
      });
    tree.when((s) => create(s, idOf(9), { ...input, parentId: idOf(8) })).refuses('category-unknown');
    const full = Object.fromEntries(Array.from({ length: limits.categoriesMax }, (_, n) => [idOf(n), {}]));
    expect(() => create(full as Tree, idOf(9), input)).toThrow(
      `there are ${limits.categoriesMax} categories`,
    );
  });
});

describe('update', () => {
  test('renames and moves, and says what is different only', () => {
    tree
      .when((s) => update(s, idOf(2), { name: 'B' }))
      .then([categoryRenamed({ categoryId: idOf(2), name: 'B' })]);
    tree
      .when((s) => update(s, idOf(2), { name: 'Name 2', parentId: null }))
      .then([categoryMoved({ categoryId: idOf(2), parentId: null })]);
    tree.when((s) => update(s, idOf(2), { parentId: idOf(1) })).then([]);
  });

  test('is refused where it would make a cycle, and where the parent or the category is not there', () => {
    tree.when((s) => update(s, idOf(1), { parentId: idOf(3) })).refuses('category-cycle');
    tree.when((s) => update(s, idOf(1), { parentId: idOf(1) })).refuses('category-cycle');
    tree.when((s) => update(s, idOf(1), { parentId: idOf(8) })).refuses('category-unknown');
    tree.when((s) => update(s, idOf(8), { name: 'B' })).refuses('not-found');
  });

  test('expects the version of the category, whatever happens to others', () => {
    tree
      .when((s) => update(s, idOf(2), { name: 'B' }, 2))
      .then([categoryRenamed({ categoryId: idOf(2), name: 'B' })]);
    tree.when((s) => update(s, idOf(2), { name: 'B' }, 4)).refuses('version-stale');
    const { state } = given(categoryTree, [
      made(1),
      made(4),
      categoryRenamed({ categoryId: idOf(1), name: 'B' }),
    ]);
    expect([categoryView(state, idOf(1)).version, categoryView(state, idOf(4)).version]).toEqual([3, 2]);
  });
});

test('whatever is moved wherever, every category has a way to the top', () => {
  const moves = fc.array(fc.record({ id: fc.nat(7), to: fc.option(fc.nat(7), { nil: null }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(moves, (list) => {
      const events: NewEventOf<CategoryEvents>[] = Array.from({ length: 8 }, (_, n) => made(n));
      for (const { id, to } of list) {
        const { state } = given(categoryTree, events);
        const parentId = to === null ? null : idOf(to);
        try {
          events.push(...update(state, idOf(id), { parentId }));
        } catch (error) {
          expect(error).toMatchObject({ code: 'category-cycle' });
        }
      }
      const { state } = given(categoryTree, events);
      for (const id of Object.keys(state)) expect(depthOf(state, id)).toBeLessThan(8);
    }),
    { numRuns: 50, seed: Number(process.env.SEED) },
  );
});

function depthOf(state: Tree, id: string, depth = 0): number {
  const parentId = state[id]?.parentId ?? null;
  return parentId === null || depth > 8 ? depth : depthOf(state, parentId, depth + 1);
}
