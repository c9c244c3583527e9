/** HTTP in, one decision, HTTP out. */
import { randomUUIDv7 } from 'node:crypto';
import { history, id as idShape, money, text } from '@quickmart/contracts/shapes';
import { among, between, type ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  createRoute,
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
import type { EventStore } from '@quickmart/streams';
import {
  paymentAttempts,
  paymentPage,
  payment as paymentShape,
  paymentStatus,
  refundPayment,
} from './api.ts';
import { limits } from './limits.ts';
import { payment } from './payment.ts';
import { errors, refuse } from './problems.ts';
import { attemptsOf, paymentView, rowView } from './read-models.ts';
import { refund } from './requests.ts';
import { payments } from './schema.ts';

const tags = ['Payments'];
const path = '/api/payments';
const params = idParam();

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getPayment',
  tags,
  summary: 'One payment',
  request: { params, query: itemQuery },
  responses: { 200: json(paymentShape, 'The payment') },
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listPayments',
  tags,
  summary: 'Payments, page by page',
  request: {
    query: listQuery(['createdAt', 'updatedAt', 'amount'], {
      id: anyOf(idShape).optional(),
      status: anyOf(paymentStatus).optional(),
      orderId: anyOf(idShape).optional(),
      currency: anyOf(money.shape.currency).optional(),
      customerId: text(limits.customerIdLength, 1).optional(),
      ...period('created'),
      ...period('updated'),
    }),
  },
  responses: { 200: json(paymentPage, 'One page') },
});

const refundRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/refund`,
  operationId: 'refundPayment',
  tags,
  summary: 'Give all that is left, or a part of it, back; the provider is asked right after the answer',
  description:
    'Without an amount, all that is left. The answer is 202: `refunded` grows when the provider ' +
    'has answered.',
  request: { params, body: jsonBody(refundPayment) },
  responses: {
    202: json(paymentShape, 'The payment; `refunded` grows when the provider has answered'),
    ...errors('payment-not-refundable', 'refund-too-large', 'currencies-mixed'),
  },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getPaymentHistory',
  tags,
  summary: 'The events of a payment, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const attemptsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/attempts`,
  operationId: 'listPaymentAttempts',
  tags,
  summary: 'Every call to the provider, and what it answered',
  request: { params },
  responses: { 200: json(paymentAttempts, 'The calls, oldest first') },
});

export function routes(api: Api, { store, readModels }: { store: EventStore; readModels: ReadModels }): void {
  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(payments, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('payment', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const { id, status, orderId, customerId, currency } = query;
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(payments, {
      ...pageOf(query),
      where: [
        among('id', id),
        among('status', status),
        among('orderId', orderId),
        among('currency', currency),
        customerId === undefined ? undefined : { column: 'customerId', op: 'eq', value: customerId },
        ...between('createdAt', query.createdFrom, query.createdTo),
        ...between('updatedAt', query.updatedFrom, query.updatedTo),
      ],
    });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(refundRoute, (c) => {
    const [{ id }, { amount, reason }] = [c.req.valid('param'), c.req.valid('json')];
    const refundId = randomUUIDv7();
    return respond(c, 202, paymentView, (command) =>
      store.decide(payment, id, (state) => refund(state, refundId, reason, amount), command),
    );
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'payment', c.req.valid('param').id, c.req.valid('query')),
  );

  api.openapi(attemptsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const head = await store.head('payment', id);
    if (head === undefined) return refuse('not-found', 'there is no payment with this id');
    // The newest ones: while the provider has no answer, there may be many.
    const limit = limits.attemptEvents;
    const events = await store.history('payment', id, {
      afterVersion: Math.max(0, head.version - limit),
      limit,
    });
    return c.json({ data: attemptsOf(events) }, 200);
  });
}
