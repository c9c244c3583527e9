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
import { orderStatus, order as shape, timeline } from './api.ts';
import { contactOf } from './contact.ts';
import { orderWith, type Parts } from './decide.ts';
import { limits } from './limits.ts';
import type { OrderNumbers } from './numbers.ts';
import { basketOf, placeOrder } from './placing.ts';
import { placeOrder as placeOrderShape } from './placing-api.ts';
import { errors } from './problems.ts';
import { progressRoutes } from './progress-routes.ts';
import { orderList } from './read-models.ts';
import { orderSkus } from './schema.ts';
import { timelineOf } from './timeline.ts';
import { orderView } from './views.ts';

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

type Own = Parts & { readModels: ReadModels; sealing: Sealing; numbers: OrderNumbers };

export function routes(api: Api, parts: Own): void {
  const { sealing, numbers } = parts;
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
        number: anyOf(text(limits.orderNumberLength, 1)).meta({ example: 'QM-2026-000123' }),
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
      'Prices, discounts, shipping and taxes come from the rules of the shop, never from the request. A coupon that does not ' +
      'hold refuses the order, and says why. The answer is `pending`; what ' +
      'becomes of it is told by `GET /api/orders/{id}`: `confirmed` when stock and payment are ' +
      'there, or `cancelled` with its reason. The order service has a copy of catalog and rules: send ' +
      'the `Event-Position` of a change of them to have it counted.',
    body: placeOrderShape,
    answer: 'The new order, pending',
    responses: errors(
      'product-unknown',
      'currencies-mixed',
      'quote-refused',
      'total-changed',
      'order-too-large',
    ),
    run: async (id, asked, command, c) => {
      const customer = ownerFor(c, asked.customerId);
      const customerId = await sealing.customer(customer);
      const names = () => sealing.customers(customer);
      const rulesAgeMs = c.req.header('Event-Position') === undefined ? limits.rulesAgeMs : 0;
      const [basket, contact, number] = await Promise.all([
        basketOf(parts, asked, { customerId, names, rulesAgeMs }),
        contactOf(sealing, customerId, asked),
        numbers.next(command),
      ]);
      const { locale = null, metadata, paymentMethod = null, onDecline } = asked;
      const known = { number, customerId, ...contact, locale, metadata, paymentMethod, onDecline };
      return await placeOrder(parts, id, { basket, known, total: asked.total }, command);
    },
  });

  progressRoutes(orders, parts);

  api.openapi(timelineRoute, async (c) => {
    const events = await timelineOf(parts.store, c.req.valid('param').id);
    const data = events.map((event) => ({ category: event.category as 'order', ...historyEntryOf(event) }));
    return c.json({ data }, 200);
  });
}
