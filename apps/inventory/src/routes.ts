/** HTTP in, one decision, HTTP out. */
import { history, id, sku } from '@quickmart/contracts/shapes';
import { among, between, type ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  createRoute,
  historyQuery,
  idParam,
  integerParam,
  itemQuery,
  json,
  jsonBody,
  listQuery,
  pageOf,
  period,
  readHistory,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { z } from 'zod';
import {
  adjustment,
  createInventory,
  inventoryPage,
  inventory as inventoryShape,
  replaceInventory,
  reservation as reservationShape,
} from './api.ts';
import { errors } from './problems.ts';
import { checkProduct } from './product.ts';
import { inventoryView, reservationView } from './read-models.ts';
import { inventories, reservations } from './schema.ts';
import { adjust, create, remove, replace, stockItem, stockView } from './stock-item.ts';

const tags = ['Inventory'];
const path = '/api/inventories';
const params = idParam('productId');
const one = json(inventoryShape, 'The stock of the product');

const createRouteOf = createRoute({
  method: 'post',
  path,
  operationId: 'createInventory',
  tags,
  summary: 'Give a product an inventory; new products get one by themselves',
  description:
    'For a product whose inventory was removed, or that has none because it is sold by its ' +
    'variants. The SKU is that of the product.',
  request: { body: jsonBody(createInventory) },
  responses: {
    201: json(inventoryShape, 'The new inventory'),
    ...errors('inventory-exists', 'sku-taken', 'product-unknown'),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{productId}`,
  operationId: 'getInventory',
  tags,
  summary: 'The stock of one product',
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const units = integerParam(0);
const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listInventories',
  tags,
  summary: 'Stock, page by page',
  request: {
    query: listQuery(['createdAt', 'updatedAt', 'sku', 'onHand', 'available'], {
      productId: anyOf(id).optional(),
      sku: anyOf(sku).optional(),
      inStock: z.enum(['false', 'true']).optional().meta({ description: 'Whether any is available' }),
      minAvailable: units.optional().meta({ description: 'At least so many' }),
      maxAvailable: units.optional().meta({ description: 'At most so many' }),
      ...period('created'),
      ...period('updated'),
    }),
  },
  responses: { 200: json(inventoryPage, 'One page') },
});

const replaceRoute = createRoute({
  method: 'put',
  path: `${path}/{productId}`,
  operationId: 'replaceInventory',
  tags,
  summary: 'Set what is on hand',
  description: 'What a count has found. Reserved stock stays reserved: not less than that.',
  request: { params, body: jsonBody(replaceInventory) },
  responses: { 200: one, ...errors('out-of-stock') },
});

const adjustRoute = createRoute({
  method: 'post',
  path: `${path}/{productId}/adjustments`,
  operationId: 'adjustInventory',
  tags,
  summary: 'Change what is on hand, by a difference or by a count, with a reason',
  description:
    'Either `delta`, the difference, or a counted `quantity`, which holds only where there are ' +
    'still `expectedQuantity`.',
  request: { params, body: jsonBody(adjustment) },
  responses: { 200: one, ...errors('out-of-stock', 'stock-changed', 'limit-reached') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{productId}`,
  operationId: 'removeInventory',
  tags,
  summary: 'Remove an inventory that nothing is reserved from',
  description: 'Nothing of it can be ordered afterwards; a POST creates it again.',
  request: { params },
  responses: { 200: json(inventoryShape, 'The inventory as it was removed'), ...errors('stock-reserved') },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{productId}/history`,
  operationId: 'getInventoryHistory',
  tags,
  summary: 'The events of an inventory, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const reservationRoute = createRoute({
  method: 'get',
  path: '/api/reservations/{orderId}',
  operationId: 'getReservation',
  tags,
  summary: 'What is set aside for an order',
  request: { params: idParam('orderId'), query: itemQuery },
  responses: { 200: json(reservationShape, 'The reservation') },
});

type Parts = { store: EventStore; readModels: ReadModels; settings: { lowStockThreshold: number } };

export function routes(api: Api, { store, readModels, settings: { lowStockThreshold } }: Parts): void {
  const waitFor = (position: string, timeoutMs: number) => readModels.waitFor(position, timeoutMs);

  api.openapi(createRouteOf, async (c) => {
    const input = c.req.valid('json');
    const location = () => `${path}/${input.productId}`;
    await checkProduct(store, input);
    return await respond(
      c,
      201,
      stockView,
      (command) =>
        store.decide(stockItem, input.productId, (state, version) => create(state, version, input), command),
      { location },
    );
  });

  api.openapi(getRoute, (c) => {
    const { productId } = c.req.valid('param');
    return readItem(c, inventoryView, {
      row: () => readModels.get(inventories, productId),
      waitFor,
      head: () => store.head('inventory', productId),
    });
  });

  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const { productId, sku, inStock, minAvailable, maxAvailable } = query;
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(inventories, {
      ...pageOf(query),
      where: [
        among('productId', productId),
        among('sku', sku),
        inStock && { column: 'available', op: inStock === 'true' ? 'gt' : 'lte', value: 0 },
        ...between('available', minAvailable, maxAvailable),
        ...between('createdAt', query.createdFrom, query.createdTo),
        ...between('updatedAt', query.updatedFrom, query.updatedTo),
      ],
    });
    return c.json({ data: rows.map(inventoryView), ...rest }, 200);
  });

  api.openapi(replaceRoute, (c) => {
    const [{ productId }, input] = [c.req.valid('param'), c.req.valid('json')];
    return respond(c, 200, stockView, (command) =>
      store.decide(stockItem, productId, (state) => replace(state, input, lowStockThreshold), command),
    );
  });

  api.openapi(adjustRoute, (c) => {
    const [{ productId }, input] = [c.req.valid('param'), c.req.valid('json')];
    return respond(c, 200, stockView, (command) =>
      store.decide(stockItem, productId, (state) => adjust(state, input, lowStockThreshold), command),
    );
  });

  api.openapi(removeRoute, (c) => {
    const { productId } = c.req.valid('param');
    return respond(c, 200, stockView, (command) => store.decide(stockItem, productId, remove, command));
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'inventory', c.req.valid('param').productId, c.req.valid('query')),
  );

  api.openapi(reservationRoute, (c) => {
    const { orderId } = c.req.valid('param');
    return readItem(c, reservationView, {
      row: () => readModels.get(reservations, orderId),
      waitFor,
      head: () => store.head('inventory', orderId),
    });
  });
}
