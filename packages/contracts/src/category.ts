/** The tree of categories, a part of the product service. A product names its category by the `key`. */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { examples, id, instant, page, text, version } from './shapes.ts';

/** What a product has as its `category`. It stays as it is when the category is renamed or moved. */
export const categoryKey = text(limits.categoryLength, 1).meta({ example: 'kitchen' });
const name = text(limits.nameLength, 1).meta({ example: 'Kitchen & Dining' });
const parentId = id.nullable().meta({ description: 'Null: at the top', example: null });

// Events: all of them belong to one aggregate, the tree.

export const categoryCreated = event(
  'CategoryCreatedEvent',
  1,
  z.object({ categoryId: id, key: categoryKey, name, parentId }),
);
export const categoryRenamed = event('CategoryRenamedEvent', 1, z.object({ categoryId: id, name }));
export const categoryMoved = event('CategoryMovedEvent', 1, z.object({ categoryId: id, parentId }));

export const categoryEvents = [categoryCreated, categoryRenamed, categoryMoved] as const;
export type CategoryEvents = EventsOf<typeof categoryEvents>;

// Requests

export const createCategory = z
  .strictObject({ key: categoryKey, name, parentId: parentId.default(null) })
  .meta({ id: 'NewCategory', example: { key: 'kitchen', name: 'Kitchen & Dining', parentId: null } });
export type CreateCategory = z.infer<typeof createCategory>;

export const updateCategory = z
  .strictObject({ name, parentId })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'name at least one field to change' })
  .meta({ id: 'CategoryChanges', minProperties: 1, example: { name: 'Kitchen' } });
export type UpdateCategory = z.infer<typeof updateCategory>;

// Responses

const fields = {
  id,
  key: categoryKey,
  name,
  parentId,
  version: version.meta({ description: 'Version of the tree when this category was last changed' }),
  createdAt: instant,
  updatedAt: instant,
};
const example = {
  ...{ id: examples.category, key: 'kitchen', name: 'Kitchen & Dining', parentId: null, version: 1 },
  ...{ createdAt: examples.at, updatedAt: examples.at },
};
export const category = z.object(fields).meta({ id: 'Category', example });
export type Category = z.infer<typeof category>;

const products = z.int().min(0);
export const countedCategory = z
  .object({
    ...fields,
    products: products.meta({ description: 'Active products of this category' }),
    productsBelow: products.meta({ description: 'Active products of this category and of all below it' }),
  })
  .meta({ id: 'CountedCategory', example: { ...example, products: 12, productsBelow: 40 } });
export type CountedCategory = z.infer<typeof countedCategory>;
export const categoryPage = page(countedCategory).meta({ id: 'CategoryPage' });
