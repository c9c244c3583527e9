/** What happens to an order after it is placed: cancelled, shipped, delivered, returned, seen to by an operator. */
import {
  type Api,
  createRoute,
  idParam,
  json,
  jsonBody,
  respond,
  type ServiceContext,
} from '@quickmart/service';
import {
  cancelOrder,
  order as orderShape,
  resolveAttention as resolveAttentionShape,
  returnOrder,
  shipOrder,
} from './api.ts';
import { decideOrder, type Parts } from './decide.ts';
import { cancel, deliver, orderView, resolveAttention, retryPayment, ship, takeBack } from './order.ts';
import { errors } from './problems.ts';

const tags = ['Orders'];
const path = '/api/orders/{id}';
const params = idParam();
const one = json(orderShape, 'The order');

const cancelRoute = createRoute({
  method: 'post',
  path: `${path}/cancel`,
  operationId: 'cancelOrder',
  tags,
  summary: 'Cancel an order that is not shipped; stock and money are given back',
  description:
    'Until it is shipped. What was reserved is released, what was authorized or captured is given back.',
  request: { params, body: jsonBody(cancelOrder) },
  responses: { 200: one, ...errors('order-not-cancellable') },
});

const shipRoute = createRoute({
  method: 'post',
  path: `${path}/ship`,
  operationId: 'shipOrder',
  tags,
  summary: 'Hand a confirmed order to the carrier; the money is captured',
  description: 'Only a confirmed order. Its stock leaves the inventory, and the payment is captured.',
  request: { params, body: jsonBody(shipOrder) },
  responses: { 200: one, ...errors('order-not-shippable') },
});

const deliverRoute = createRoute({
  method: 'post',
  path: `${path}/deliver`,
  operationId: 'deliverOrder',
  tags,
  summary: 'Note that the order has arrived; it is completed, once the money is captured',
  description:
    'Only a shipped order. Where the money is not captured yet, the order is completed when it is.',
  request: { params },
  responses: { 200: one, ...errors('order-not-deliverable') },
});

const returnRoute = createRoute({
  method: 'post',
  path: `${path}/return`,
  operationId: 'returnOrder',
  tags,
  summary: 'Take a completed order back, or some of its lines; what was paid for them is refunded',
  description: 'Without `lines`, all of it. With `restock`, the goods are on the shelf again.',
  request: { params, body: jsonBody(returnOrder) },
  responses: { 200: one, ...errors('order-not-returnable', 'not-ordered') },
});

const retryRoute = createRoute({
  method: 'post',
  path: `${path}/retry-payment`,
  operationId: 'retryOrderPayment',
  tags,
  summary: 'Have the capture, void or refund that needs attention tried again',
  description: 'For an order whose status is `attention`, after the cause is mended.',
  request: { params },
  responses: { 200: one, ...errors('order-needs-no-attention') },
});

const resolveRoute = createRoute({
  method: 'post',
  path: `${path}/resolve-attention`,
  operationId: 'resolveOrderAttention',
  tags,
  summary: 'Say that what needed attention has been seen to, and how',
  description:
    'For an order whose status is `attention`, where an operator has settled it in another way. ' +
    'Nothing is asked of the provider any more.',
  request: { params, body: jsonBody(resolveAttentionShape) },
  responses: { 200: one, ...errors('order-needs-no-attention') },
});

type Decision = Parameters<typeof decideOrder>[2];

export function progressRoutes(api: Api, parts: Parts): void {
  const decided = (c: ServiceContext, id: string, decision: Decision) =>
    respond(c, 200, orderView, (command) => decideOrder(parts, id, decision, command));

  api.openapi(cancelRoute, (c) => {
    const { reason } = c.req.valid('json');
    return decided(c, c.req.valid('param').id, (state) => cancel(state, reason));
  });

  api.openapi(shipRoute, (c) => {
    const shipment = c.req.valid('json');
    return decided(c, c.req.valid('param').id, (state) => ship(state, shipment));
  });

  api.openapi(deliverRoute, (c) => decided(c, c.req.valid('param').id, deliver));

  api.openapi(returnRoute, (c) => {
    const input = c.req.valid('json');
    return decided(c, c.req.valid('param').id, (state) => takeBack(state, input));
  });

  api.openapi(retryRoute, (c) => decided(c, c.req.valid('param').id, retryPayment));

  api.openapi(resolveRoute, (c) => {
    const { note } = c.req.valid('json');
    return decided(c, c.req.valid('param').id, (state) => resolveAttention(state, note));
  });
}
