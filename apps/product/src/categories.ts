/** The categories as they are read: one row each; what is below what is worked out of all of them (a few hundred). */
import type { CategoryEvents } from '@quickmart/contracts/product/events';
import { projection, type ReadModels } from '@quickmart/projections';
import { shown } from '@quickmart/service';
import type { CountedCategory } from './api.ts';
import { products } from './catalog.ts';
import { limits } from './limits.ts';
import { type CategoryRow, categories } from './schema.ts';

export const categoryList = projection<CategoryEvents, typeof categories>({
  name: 'categories',
  category: 'product',
  table: categories,
  key: ({ data }) => data.categoryId,
  evolve: {
    CategoryCreatedEvent: (_, { categoryId, ...fields }, { version, at }) => ({
      id: categoryId,
      ...fields,
      version,
      createdAt: at,
      updatedAt: at,
    }),
    CategoryRenamedEvent: (row, { name }, { version, at }) => row && { ...row, name, version, updatedAt: at },
    CategoryMovedEvent: (row, { parentId }, { version, at }) =>
      row && { ...row, parentId, version, updatedAt: at },
  },
});

async function wholeTree(readModels: ReadModels): Promise<CategoryRow[]> {
  const sort = { column: 'key', direction: 'asc' } as const;
  const { rows } = await readModels.list(categories, { sort, limit: limits.categoriesMax });
  return rows;
}

/** A category and all that are below it. */
function subtree(of: CategoryRow, childrenOf: ReadonlyMap<string | null, CategoryRow[]>): CategoryRow[] {
  const found = [of];
  for (const row of found) found.push(...(childrenOf.get(row.id) ?? []));
  return found;
}

const byParent = (rows: readonly CategoryRow[]) => Map.groupBy(rows, ({ parentId }) => parentId);

/** The keys of a category and of all below it; only its own where the tree does not know it. */
export async function keysBelow(readModels: ReadModels, key: string): Promise<string[]> {
  const rows = await wholeTree(readModels);
  const top = rows.find((row) => row.key === key);
  return top === undefined ? [key] : subtree(top, byParent(rows)).map((row) => row.key);
}

/** Rows with the number of active products in them, and in them and below. */
export async function counted(
  readModels: ReadModels,
  rows: readonly CategoryRow[],
): Promise<CountedCategory[]> {
  const [tree, counts] = await Promise.all([
    wholeTree(readModels),
    readModels.countBy(products.table, 'category', [{ column: 'status', op: 'eq', value: 'active' }]),
  ]);
  const childrenOf = byParent(tree);
  const count = ({ key }: CategoryRow) => counts.get(key) ?? 0;
  return rows.map((row) => ({
    ...shown(categories, row),
    products: count(row),
    productsBelow: subtree(row, childrenOf).reduce((sum, below) => sum + count(below), 0),
  }));
}
