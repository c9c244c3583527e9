/** The categories over HTTP. */
import { randomUUIDv7 } from 'node:crypto';
import { categoryKey } from '@quickmart/contracts/product/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  createRoute,
  idParam,
  itemQuery,
  json,
  jsonBody,
  listQuery,
  pageOf,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { categoryPage, category as categoryShape, createCategory, updateCategory } from './api.ts';
import { categoryRowView, counted } from './categories.ts';
import { categoryTree, categoryView, create, type Tree, treeId, update } from './category.ts';
import { errors } from './problems.ts';
import { categories } from './schema.ts';

const tags = ['Categories'];
const path = '/api/categories';
const params = idParam();
const one = json(categoryShape, 'The category');

const createRouteOf = createRoute({
  method: 'post',
  path,
  operationId: 'createCategory',
  tags,
  summary: 'Create a category',
  description: 'Products name their category by its `key`, which never changes; `name` and `parentId` may.',
  request: { body: jsonBody(createCategory) },
  responses: {
    201: json(categoryShape, 'The new category'),
    ...errors('category-exists', 'limit-reached', 'category-unknown'),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getCategory',
  tags,
  summary: 'One category',
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listCategories',
  tags,
  summary: 'Categories, page by page, with the number of their products',
  request: { query: listQuery(['key', 'name', 'createdAt'], { key: categoryKey.optional() }) },
  responses: { 200: json(categoryPage, 'One page') },
});

const updateRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'updateCategory',
  tags,
  summary: 'Rename a category, or move it with all that is below it',
  description: 'Its products stay in it: they name it by its key. It cannot be moved below itself.',
  request: { params, body: jsonBody(updateCategory) },
  responses: { 200: one, ...errors('category-cycle', 'category-unknown') },
});

export function categoryRoutes(
  api: Api,
  { store, readModels }: { store: EventStore; readModels: ReadModels },
): void {
  api.openapi(createRouteOf, (c) => {
    const [id, input] = [randomUUIDv7(), c.req.valid('json')];
    return respond(
      c,
      201,
      (tree: Tree) => categoryView(tree, id),
      ({ expectedVersion: _, ...command }) =>
        store.decide(categoryTree, treeId, (tree) => create(tree, id, input), command),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, categoryRowView, {
      row: () => readModels.get(categories, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('product', treeId),
    });
  });

  api.openapi(listRoute, async (c) => {
    const { key, ...query } = c.req.valid('query');
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(categories, {
      ...pageOf(query),
      where: [key === undefined ? undefined : { column: 'key', op: 'eq', value: key }],
    });
    return c.json({ data: await counted(readModels, rows), ...rest }, 200);
  });

  api.openapi(updateRoute, (c) => {
    const [{ id }, input] = [c.req.valid('param'), c.req.valid('json')];
    return respond(
      c,
      200,
      (tree: Tree) => categoryView(tree, id),
      ({ expectedVersion, ...command }) =>
        store.decide(categoryTree, treeId, (tree) => update(tree, id, input, expectedVersion), command),
    );
  });
}
