/**
 * The categories: one aggregate for the whole tree. What must hold is about all of it (no cycles, each key once), so
 * it is decided on all of it, and two moves that would make a cycle together cannot both be made.
 */
import {
  type CategoryEvents,
  categoryCreated,
  categoryMoved,
  categoryRenamed,
} from '@quickmart/contracts/product/events';
import { aggregate } from '@quickmart/streams';
import type { Category, CreateCategory, UpdateCategory } from './api.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

/** The id of the one tree. No product has it: theirs are UUIDs. */
export const treeId = 'categories';

type Node = Omit<Category, 'createdAt' | 'updatedAt'> & { createdAt: number; updatedAt: number };
/** By id. */
export type Tree = Readonly<Record<string, Node>>;

export const categoryTree = aggregate<Tree, CategoryEvents>({
  category: 'product',
  initial: {},
  evolve: {
    CategoryCreatedEvent: (tree, { categoryId: id, ...fields }, { version, at }) => ({
      ...tree,
      [id]: { id, ...fields, version, createdAt: at, updatedAt: at },
    }),
    CategoryRenamedEvent: (tree, { categoryId: id, name }, { version, at }) =>
      tree[id] ? { ...tree, [id]: { ...tree[id], name, version, updatedAt: at } } : tree,
    CategoryMovedEvent: (tree, { categoryId: id, parentId }, { version, at }) =>
      tree[id] ? { ...tree, [id]: { ...tree[id], parentId, version, updatedAt: at } } : tree,
  },
});

export function create(tree: Tree, categoryId: string, input: CreateCategory) {
  const nodes = Object.values(tree);
  const owner = nodes.find(({ key }) => key === input.key);
  if (owner) refuse('category-exists', `the key ${input.key} belongs to ${owner.id}`);
  if (nodes.length >= limits.categoriesMax)
    refuse('limit-reached', `there are ${limits.categoriesMax} categories`);
  known(tree, input.parentId);
  return [categoryCreated({ categoryId, ...input })];
}

/** `expectedVersion` is that of the category, not that of the tree: a change elsewhere is no conflict. */
export function update(tree: Tree, categoryId: string, input: UpdateCategory, expectedVersion?: number) {
  const { name, parentId, version } = existing(tree, categoryId);
  if (expectedVersion !== undefined && expectedVersion !== version)
    refuse('version-stale', `expected version ${expectedVersion}, the category is at ${version}`);
  const [newName, newParentId] = [
    input.name ?? name,
    input.parentId === undefined ? parentId : input.parentId,
  ];
  known(tree, newParentId);
  if (isBelow(tree, newParentId, categoryId))
    refuse('category-cycle', 'the new parent is below the category');
  return [
    ...(newName === name ? [] : [categoryRenamed({ categoryId, name: newName })]),
    ...(newParentId === parentId ? [] : [categoryMoved({ categoryId, parentId: newParentId })]),
  ];
}

function known(tree: Tree, parentId: string | null): void {
  if (parentId !== null && tree[parentId] === undefined)
    refuse('category-unknown', `there is no category ${parentId}`);
}

/** Whether a category is another one, or below it. */
function isBelow(tree: Tree, id: string | null, ancestorId: string): boolean {
  for (let at = id; at !== null; at = tree[at]?.parentId ?? null) if (at === ancestorId) return true;
  return false;
}

const existing = (tree: Tree, id: string): Node =>
  tree[id] ?? refuse('not-found', 'there is no such category');

export function categoryView(tree: Tree, id: string): Category {
  const { createdAt, updatedAt, ...rest } = existing(tree, id);
  return { ...rest, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

const iso = (ms: number) => new Date(ms).toISOString();
