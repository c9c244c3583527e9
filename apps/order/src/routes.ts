/** Orders over HTTP: placed, read, followed. What happens to them later is in progress-routes.ts. */
import { id, money, sku, text } from '@quickmart/contracts/shapes';
import { among, type ReadModels, withDetail } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import {
  type Api,
  anyOf,
  createRoute,
  filter,
  historyEntryOf,
  idParam,
  json,
  needs,
  ownerFor,
  ownerOr,
  period,
  resource,
} from '@quickmart/service';
import { orderStatus, placeOrder, order as shape, timeline } from './api.ts';
import { decideOrder, orderWith, type Parts } from './decide.ts';
import { limits } from './limits.ts';
import { place } from './order.ts';
import { priced } from './pricing.ts';
import { errors } from './problems.ts';
import { progressRoutes, typedAbout } from './progress-routes.ts';
import { orderList, orderView } from './read-models.ts';
import { orderSkus } from './schema.ts';
import { timelineOf } from './timeline.ts';

const timelineRoute = createRoute({
  method: 'get',
  path: '/api/orders/{id}/timeline',
  operationId: 'getOrderTimeline',
  access: needs('orders:read'),
  tags: ['Orders'],
  summary: 'The story of an order across the services: its events, its reservation, its payment',
  request: { params: idParam() },
  responses: { 200: json(timeline, 'The events, causes before effects') },
});

export function routes(api: Api, parts: Parts & { readModels: ReadModels; sealing: Sealing }): void {
  const { sealing } = parts;
  const orders = resource(api, parts, {
    path: '/api/orders',
    shape,
    readModel: orderList,
    owner: 'customerId',
    access: ownerOr('orders:read'),
    history: { access: needs('orders:read') },
    aggregate: orderWith(parts.settings),
    view: orderView,
    list: {
      sort: ['placedAt', 'updatedAt', 'total'],
      columns: { total: 'totalAmount' },
      filters: {
        customerId: filter(text(limits.customerIdLength, 1), async (customer) =>
          among('customerId', await sealing.customers(customer)),
        ),
        id: anyOf(id),
        status: anyOf(orderStatus),
        sku: filter(
          anyOf(sku).meta({ description: 'Orders with a line of this SKU, or of one of several' }),
          (skus) => withDetail(orderSkus, [among('sku', skus)!]),
        ),
        currency: anyOf(money.shape.currency),
        ...period('placed'),
        ...period('updated'),
      },
    },
  });

  orders.create({
    operationId: 'placeOrder',
    access: ownerOr('orders:write'),
    summary: 'Place an order; it is confirmed or cancelled when the inventory has answered',
    description:
      'Prices come from the catalog, never from the request. The answer is `pending`; what ' +
      'becomes of it is told by `GET /api/orders/{id}`: `confirmed` when stock and payment are ' +
      'there, or `cancelled` with its reason. The order service has a copy of the catalog: send ' +
      'the `Event-Position` of a change of price to have it counted.',
    body: placeOrder,
    answer: 'The new order, pending',
    responses: errors('product-unknown', 'currencies-mixed', 'order-too-large'),
    run: async (id, { customerId: named, lines, paymentMethod }, command, c) => {
      const customerId = await sealing.customer(ownerFor(c, named));
      const input = { customerId, paymentMethod, ...(await priced(parts, lines)) };
      return await decideOrder(parts, id, () => place(input), { ...command, expectedVersion: 0 });
    },
  });

  progressRoutes(orders, typedAbout(parts));

  api.openapi(timelineRoute, async (c) => {
    const events = await timelineOf(parts.store, c.req.valid('param').id);
    const data = events.map((event) => ({ category: event.category as 'order', ...historyEntryOf(event) }));
    return c.json({ data }, 200);
  });
}
