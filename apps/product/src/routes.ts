/** HTTP in, one decision, HTTP out. */
import {
  changePrice as changePriceBody,
  createProduct,
  productPage,
  product as productShape,
  productStatus,
  updateProduct,
} from '@quickmart/contracts/product';
import { history, sku, text } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  createRoute,
  errors,
  historyQuery,
  idParam,
  integerParam,
  itemQuery,
  json,
  jsonBody,
  listQuery,
  pageOf,
  readHistory,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { v7 as uuidv7 } from 'uuid';
import { rowView } from './catalog.ts';
import { archive, changePrice, create, product, productView, restore, update } from './product.ts';
import { products } from './schema.ts';

const tags = ['Products'];
const path = '/api/products';
const params = idParam();
const one = json(productShape, 'The product');

const createRouteOf = createRoute({
  ...{ method: 'post', path, operationId: 'createProduct', tags, summary: 'Create a product' },
  request: { body: jsonBody(createProduct) },
  responses: { 201: json(productShape, 'The new product'), ...errors('sku-taken') },
});

const getRoute = createRoute({
  ...{ method: 'get', path: `${path}/{id}`, operationId: 'getProduct', tags, summary: 'One product' },
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const minorUnits = integerParam(0);
const listRoute = createRoute({
  ...{ method: 'get', path, operationId: 'listProducts', tags, summary: 'Products, page by page' },
  request: {
    query: listQuery(['createdAt', 'updatedAt', 'name', 'sku', 'price'], {
      status: productStatus.optional(),
      category: text(100, 1).optional(),
      sku: sku.optional(),
      search: text(100, 1).optional().meta({ description: 'Part of the name, in any case' }),
      minPrice: minorUnits.optional().meta({ description: 'Minor units' }),
      maxPrice: minorUnits.optional().meta({ description: 'Minor units' }),
    }),
  },
  responses: { 200: json(productPage, 'One page') },
});

const updateRoute = createRoute({
  ...{ method: 'patch', path: `${path}/{id}`, operationId: 'updateProduct', tags },
  summary: 'Change name, description, category or attributes',
  request: { params, body: jsonBody(updateProduct) },
  responses: { 200: one, ...errors('product-archived') },
});

const priceRoute = createRoute({
  ...{
    method: 'post',
    path: `${path}/{id}/price`,
    operationId: 'changePrice',
    tags,
    summary: 'Set a new price',
  },
  request: { params, body: jsonBody(changePriceBody) },
  responses: { 200: one, ...errors('product-archived') },
});

const archiveRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, operationId: 'archiveProduct', tags },
  summary: 'Archive a product: it is no longer sold, and can be restored',
  request: { params },
  responses: { 200: one },
});

const restoreRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/restore`, operationId: 'restoreProduct', tags },
  summary: 'Sell an archived product again',
  request: { params },
  responses: { 200: one },
});

const historyRoute = createRoute({
  ...{ method: 'get', path: `${path}/{id}/history`, operationId: 'getProductHistory', tags },
  summary: 'The events of a product, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

export function routes(api: Api, { store, readModels }: { store: EventStore; readModels: ReadModels }): void {
  api.openapi(createRouteOf, (c) => {
    const [id, input] = [uuidv7(), c.req.valid('json')];
    const claims = [{ name: 'sku', value: input.sku }];
    return respond(c, 201, productView, (command) =>
      store.decide(product, id, () => create(id, input), { ...command, claims, expectedVersion: 0 }),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(products, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('product', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    const { status, category, sku, search, minPrice, maxPrice, ...query } = c.req.valid('query');
    const { sort, ...page } = pageOf(query);
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const column = sort.column === 'price' ? 'priceAmount' : sort.column;
    const { rows, ...rest } = await readModels.list(products, {
      ...page,
      sort: { column, direction: sort.direction },
      where: [
        status && { column: 'status', op: 'eq', value: status },
        category === undefined ? undefined : { column: 'category', op: 'eq', value: category },
        sku === undefined ? undefined : { column: 'sku', op: 'eq', value: sku },
        search === undefined ? undefined : { column: 'name', op: 'contains', value: search },
        minPrice === undefined ? undefined : { column: 'priceAmount', op: 'gte', value: minPrice },
        maxPrice === undefined ? undefined : { column: 'priceAmount', op: 'lte', value: maxPrice },
      ],
    });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(updateRoute, (c) => {
    const [{ id }, input] = [c.req.valid('param'), c.req.valid('json')];
    return respond(c, 200, productView, (command) =>
      store.decide(product, id, (s) => update(s, input), command),
    );
  });

  api.openapi(priceRoute, (c) => {
    const [{ id }, { price }] = [c.req.valid('param'), c.req.valid('json')];
    return respond(c, 200, productView, (command) =>
      store.decide(product, id, (s) => changePrice(s, price), command),
    );
  });

  api.openapi(archiveRoute, (c) => {
    const { id } = c.req.valid('param');
    return respond(c, 200, productView, (command) => store.decide(product, id, archive, command));
  });

  api.openapi(restoreRoute, (c) => {
    const { id } = c.req.valid('param');
    return respond(c, 200, productView, (command) => store.decide(product, id, restore, command));
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'product', c.req.valid('param').id, c.req.valid('query')),
  );
}
