/** HTTP in, one decision, HTTP out. */
import { randomUUIDv7 } from 'node:crypto';
import { id, money, text } from '@quickmart/contracts/shapes';
import { among, type ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import {
  type Api,
  anyOf,
  createRoute,
  filter,
  idParam,
  json,
  needs,
  ownerOr,
  period,
  resource,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import {
  disputeStatus,
  paymentAttempts,
  paymentStatus,
  refundedByHand,
  refundPayment,
  payment as shape,
} from './api.ts';
import { limits } from './limits.ts';
import { payment } from './payment.ts';
import { errors, refuse } from './problems.ts';
import { attemptsOf, paymentList, paymentView } from './read-models.ts';
import { refund } from './requests.ts';

const attemptsRoute = createRoute({
  method: 'get',
  path: '/api/payments/{id}/attempts',
  operationId: 'listPaymentAttempts',
  access: needs('payments:read'),
  tags: ['Payments'],
  summary: 'Every call to the provider, and what it answered',
  request: { params: idParam() },
  responses: { 200: json(paymentAttempts, 'The calls, oldest first') },
});

type Parts = { store: EventStore; readModels: ReadModels; sealing: Sealing };

/** What a person has typed about a payment is personal data of the customer. */
async function typedReason({ store, sealing }: Parts, id: string, reason: string): Promise<string> {
  if (reason === refundedByHand) return reason;
  const { state } = await store.read(payment, id);
  // There is no such payment: the decision will say so.
  return state === null ? reason : await sealing.seal(sealing.subjectOf(state.customerId), 'reason', reason);
}

export function routes(api: Api, parts: Parts): void {
  const payments = resource(api, parts, {
    path: '/api/payments',
    shape,
    readModel: paymentList,
    owner: 'customerId',
    access: ownerOr('payments:read'),
    history: { access: needs('payments:read') },
    view: paymentView,
    list: {
      sort: ['createdAt', 'updatedAt', 'amount'],
      filters: {
        id: anyOf(id),
        status: anyOf(paymentStatus),
        dispute: anyOf(disputeStatus).meta({
          description: 'Payments with disputes: one of them is open, or how the newest one has ended',
        }),
        orderId: anyOf(id),
        currency: anyOf(money.shape.currency),
        customerId: filter(text(limits.customerIdLength, 1), async (customer) =>
          among('customerId', await parts.sealing.customers(customer)),
        ),
        ...period('created'),
        ...period('updated'),
      },
    },
  });

  payments.post('refund', {
    access: needs('payments:write'),
    summary: 'Give all that is left, or a part of it, back; the provider is asked right after the answer',
    description:
      'Without an amount, all that is left. The answer is 202: `refunded` grows when the provider ' +
      'has answered.',
    body: refundPayment,
    status: 202,
    answer: 'The payment; `refunded` grows when the provider has answered',
    responses: errors('payment-not-refundable', 'refund-too-large', 'currencies-mixed'),
    prepare: async ({ amount, reason }, id) => ({ amount, reason: await typedReason(parts, id, reason) }),
    run: (id, { amount, reason }, command) => {
      const refundId = randomUUIDv7();
      return parts.store.decide(payment, id, (state) => refund(state, refundId, reason, amount), command);
    },
  });

  api.openapi(attemptsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const head = await parts.store.head('payment', id);
    if (head === undefined) return refuse('not-found', 'there is no payment with this id');
    // The newest ones: while the provider has no answer, there may be many.
    const limit = limits.attemptEvents;
    const events = await parts.store.history('payment', id, {
      afterVersion: Math.max(0, head.version - limit),
      limit,
    });
    return c.json({ data: attemptsOf(events) }, 200);
  });
}
