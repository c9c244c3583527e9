/** HTTP in, one decision, HTTP out. */

import { randomUUIDv7 } from 'node:crypto';
import { history, id as idShape, money, sku, text } from '@quickmart/contracts/shapes';
import { among, between, type ReadModels, withDetail } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  createRoute,
  historyEntryOf,
  historyQuery,
  idParam,
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
import { orderPage, order as orderShape, orderStatus, placeOrder, timeline } from './api.ts';
import { decideOrder, type Parts } from './decide.ts';
import { limits } from './limits.ts';
import { orderView, place } from './order.ts';
import { priced } from './pricing.ts';
import { errors } from './problems.ts';
import { rowView } from './read-models.ts';
import { orderSkus, orders } from './schema.ts';
import { timelineOf } from './timeline.ts';

const tags = ['Orders'];
const path = '/api/orders';
const params = idParam();
const one = json(orderShape, 'The order');

const placeRoute = createRoute({
  method: 'post',
  path,
  operationId: 'placeOrder',
  tags,
  summary: 'Place an order; it is confirmed or cancelled when the inventory has answered',
  description:
    'Prices come from the catalog, never from the request. The answer is `pending`; what ' +
    'becomes of it is told by `GET /api/orders/{id}`: `confirmed` when stock and payment are ' +
    'there, or `cancelled` with its reason. The order service has a copy of the catalog: send ' +
    'the `Event-Position` of a change of price to have it counted.',
  request: { body: jsonBody(placeOrder) },
  responses: {
    201: json(orderShape, 'The new order, pending'),
    ...errors('product-unknown', 'currencies-mixed', 'order-too-large'),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getOrder',
  tags,
  summary: 'One order',
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listOrders',
  tags,
  summary: 'Orders, page by page',
  request: {
    query: listQuery(['placedAt', 'updatedAt', 'total'], {
      customerId: text(limits.customerIdLength, 1).optional(),
      id: anyOf(idShape).optional(),
      status: anyOf(orderStatus).optional(),
      sku: anyOf(sku)
        .optional()
        .meta({ description: 'Orders with a line of this SKU, or of one of several' }),
      currency: anyOf(money.shape.currency).optional(),
      ...period('placed'),
      ...period('updated'),
    }),
  },
  responses: { 200: json(orderPage, 'One page') },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getOrderHistory',
  tags,
  summary: 'The events of an order, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const timelineRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/timeline`,
  operationId: 'getOrderTimeline',
  tags,
  summary: 'The story of an order across the services: its events, its reservation, its payment',
  request: { params },
  responses: { 200: json(timeline, 'The events, causes before effects') },
});

export function routes(api: Api, { store, settings, readModels }: Parts & { readModels: ReadModels }): void {
  api.openapi(placeRoute, async (c) => {
    const { customerId, lines, paymentMethod } = c.req.valid('json');
    const input = { customerId, paymentMethod, ...(await priced({ store, readModels }, lines)) };
    const id = randomUUIDv7();
    return await respond(c, 201, orderView, (command) =>
      decideOrder({ store, settings }, id, () => place(input), { ...command, expectedVersion: 0 }),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(orders, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('order', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const { customerId, id, status, sku, currency } = query;
    const { sort, ...page } = pageOf(query);
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(orders, {
      ...page,
      sort: { column: sort.column === 'total' ? 'totalAmount' : sort.column, direction: sort.direction },
      where: [
        customerId === undefined ? undefined : { column: 'customerId', op: 'eq', value: customerId },
        among('id', id),
        among('status', status),
        among('currency', currency),
        sku && withDetail(orderSkus, [among('sku', sku)!]),
        ...between('placedAt', query.placedFrom, query.placedTo),
        ...between('updatedAt', query.updatedFrom, query.updatedTo),
      ],
    });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'order', c.req.valid('param').id, c.req.valid('query')),
  );

  api.openapi(timelineRoute, async (c) => {
    const events = await timelineOf(store, c.req.valid('param').id);
    const data = events.map((event) => ({ category: event.category as 'order', ...historyEntryOf(event) }));
    return c.json({ data }, 200);
  });
}
