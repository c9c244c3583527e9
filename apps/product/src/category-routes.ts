/** The categories over HTTP. */
import { randomUUIDv7 } from 'node:crypto';
import { categoryKey } from '@quickmart/contracts/product/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  createRoute,
  idParam,
  json,
  jsonBody,
  needs,
  open,
  readRoutes,
  respond,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { category as categoryShape, countedCategory, createCategory, updateCategory } from './api.ts';
import { counted } from './categories.ts';
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
  access: needs('products:write'),
  tags,
  summary: 'Create a category',
  description: 'Products name their category by its `key`, which never changes; `name` and `parentId` may.',
  request: { body: jsonBody(createCategory) },
  responses: {
    201: json(categoryShape, 'The new category'),
    ...errors('category-exists', 'limit-reached', 'category-unknown'),
  },
});

const updateRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'updateCategory',
  access: needs('products:write'),
  tags,
  summary: 'Rename a category, or move it with all that is below it',
  description: 'Its products stay in it: they name it by its key. It cannot be moved below itself.',
  request: { params, body: jsonBody(updateCategory) },
  responses: { 200: one, ...errors('category-cycle', 'category-unknown') },
});

export function categoryRoutes(api: Api, parts: { store: EventStore; readModels: ReadModels }): void {
  const { store, readModels } = parts;
  readRoutes(api, parts, {
    path,
    shape: categoryShape,
    table: categories,
    access: open('the catalog is for everyone'),
    category: 'product',
    aggregateOf: () => treeId,
    history: false,
    list: {
      summary: 'Categories, page by page, with the number of their products',
      sort: ['key', 'name', 'createdAt'],
      filters: { key: categoryKey },
      items: { shape: countedCategory, of: (rows) => counted(readModels, rows) },
    },
  });

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
