/** HTTP in, one decision, HTTP out. */
import { randomUUIDv7 } from 'node:crypto';
import { history } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  createRoute,
  historyQuery,
  idParam,
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
import { type EventStore, ref } from '@quickmart/streams';
import {
  changePrice as changePriceBody,
  createProduct,
  createVariant,
  productPage,
  product as productShape,
  updateProduct,
} from './api.ts';
import { attributeParameter, withAttributes } from './attributes.ts';
import { rowView } from './catalog.ts';
import { archiveFamily, restoreFamily } from './family.ts';
import { filtersOf, productFilters } from './filters.ts';
import { errors, refuse } from './problems.ts';
import { addVariant, changePrice, create, product, productView, update } from './product.ts';
import { products } from './schema.ts';

const tags = ['Products'];
const path = '/api/products';
const params = idParam();
const one = json(productShape, 'The product');

const createRouteOf = createRoute({
  method: 'post',
  path,
  operationId: 'createProduct',
  tags,
  summary: 'Create a product',
  description:
    'The SKU is unique for good, also where its product is archived. With `options` it is sold ' +
    'by its variants, and only by them. Its stock is created right after the answer.',
  request: { body: jsonBody(createProduct) },
  responses: { 201: json(productShape, 'The new product'), ...errors('sku-taken') },
});

const variantRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/variants`,
  operationId: 'addVariant',
  tags,
  summary: 'Add a variant: a product of its own, with its own SKU, price and stock',
  description:
    'It needs one value for each option of the product; what is left out is as with the ' +
    'product. Its choices are final.',
  request: { params, body: jsonBody(createVariant) },
  responses: {
    201: json(productShape, 'The new variant'),
    ...errors('sku-taken', 'product-archived', 'options-missing', 'variant-exists', 'limit-reached'),
    ...errors('choices-invalid'),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getProduct',
  tags,
  summary: 'One product',
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listProducts',
  tags,
  summary: 'Products, page by page',
  parameters: [attributeParameter],
  request: {
    query: withAttributes(listQuery(['createdAt', 'updatedAt', 'name', 'sku', 'price'], productFilters)),
  },
  responses: { 200: json(productPage, 'One page') },
});

const updateRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'updateProduct',
  tags,
  summary: 'Change name, description, category, attributes, media or options',
  description:
    'Only the fields that are sent change; `attributes`, `media` and `options` are replaced as ' +
    'a whole. SKU and price are not changed here.',
  request: { params, body: jsonBody(updateProduct) },
  responses: { 200: one, ...errors('product-archived', 'options-missing', 'options-in-use') },
});

const priceRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/price`,
  operationId: 'changePrice',
  tags,
  summary: 'Set a new price',
  description:
    'Orders that are placed already keep their price. An order placed right after it is priced ' +
    'anew where it sends the `Event-Position` of this answer.',
  request: { params, body: jsonBody(changePriceBody) },
  responses: { 200: one, ...errors('product-archived') },
});

const archiveRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'archiveProduct',
  tags,
  summary: 'Archive a product, and its variants: no longer sold, but can be restored',
  description:
    'It stays readable, and its SKU stays taken. Archived twice, it is archived: the second ' +
    'time changes nothing.',
  request: { params },
  responses: { 200: one },
});

const restoreRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restore`,
  operationId: 'restoreProduct',
  tags,
  summary: 'Sell an archived product again, and the variants that were archived with it',
  description: 'A variant is on sale only while its product is: restore the product first.',
  request: { params },
  responses: { 200: one, ...errors('product-archived') },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getProductHistory',
  tags,
  summary: 'The events of a product, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

export function routes(api: Api, { store, readModels }: { store: EventStore; readModels: ReadModels }): void {
  api.openapi(createRouteOf, (c) => {
    const [id, input] = [randomUUIDv7(), c.req.valid('json')];
    const claims = [{ name: 'sku', value: input.sku }];
    return respond(c, 201, productView, (command) =>
      store.decide(product, id, () => create(id, input), { ...command, claims, expectedVersion: 0 }),
    );
  });

  api.openapi(variantRoute, (c) => {
    const [id, { id: parentId }, input] = [randomUUIDv7(), c.req.valid('param'), c.req.valid('json')];
    const claims = [{ name: 'sku', value: input.sku }];
    return respond(
      c,
      201,
      productView,
      // If-Match is about the product in the path, not about the new one.
      ({ expectedVersion, ...command }) =>
        store.decideAll(
          'product',
          [ref(product, id), ref(product, parentId)],
          (tx) => {
            const parent = tx.of(product, parentId);
            if (expectedVersion !== undefined && parent.version !== expectedVersion)
              refuse('version-stale', `the product is at version ${parent.version}`);
            const added = addVariant(parent.state, id, input);
            tx.of(product, id).append(added.variant);
            parent.append(added.parent);
          },
          { ...command, claims },
        ),
      { location: (body) => `${path}/${body.id}` },
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
    const query = c.req.valid('query');
    const { sort, ...page } = pageOf(query);
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const column = sort.column === 'price' ? 'priceAmount' : sort.column;
    const { rows, ...rest } = await readModels.list(products, {
      ...page,
      sort: { column, direction: sort.direction },
      where: await filtersOf(readModels, query),
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
    return respond(c, 200, productView, (command) => archiveFamily(store, id, command));
  });

  api.openapi(restoreRoute, (c) => {
    const { id } = c.req.valid('param');
    return respond(c, 200, productView, (command) => restoreFamily(store, id, command));
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'product', c.req.valid('param').id, c.req.valid('query')),
  );
}
