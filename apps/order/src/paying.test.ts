/** Another payment method after a decline: which of them is tried, and when the order waits for none any more. */
import { orderPaymentActionRequired } from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  action,
  answer,
  approved,
  asked,
  askedToWait,
  byCustomer,
  declined,
  happens,
  methodGiven,
  notPaid,
  pasts,
  paymentId,
  placed,
  placedToWait,
} from '../test/saga.ts';
import { given, shownOrder } from '../test/testing.ts';
import { cancel } from './cancelling.ts';
import { limits } from './limits.ts';
import { type OrderEvent, order } from './order.ts';
import { payWith } from './paying.ts';
import type { OrderState, Placed } from './state.ts';

const { declined: waiting, 'paying, again': again } = pasts;
const inTime = Date.UTC(2026, 0, 1, 0, 14);
const paying =
  (paymentMethod: string, now = inTime) =>
  (state: OrderState) =>
    payWith(state, { paymentMethod }, now);
const decline = (methodNumber: number) =>
  answer('PaymentDeclinedEvent', { ...happens.PaymentDeclinedEvent, methodNumber });

describe('another payment method', () => {
  test('can be given after a decline; the order says why it needs one, and until when', () => {
    expect(shownOrder(given(order, waiting).state, 3)).toMatchObject({
      status: 'pending',
      payment: {
        status: 'declined',
        declined: { code: 'card_declined', attemptsLeft: 4, until: '2026-01-01T00:15:00.000Z' },
      },
    });
    given(order, waiting).when(paying('pm_2')).then([methodGiven()]);
    const { payment } = shownOrder(given(order, again).state, 4);
    expect([payment?.status, payment?.declined]).toEqual(['requested', undefined]);
  });

  test('given twice at once is tried once; a different one has to wait for the decline', () => {
    given(order, again).when(paying('pm_2')).then([]);
    given(order, again).when(paying('pm_3')).refuses('order-not-payable');
  });

  test('is of no use where none was declined, the time is over, or the order has gone on', () => {
    given(order, [placedToWait, askedToWait]).when(paying('pm_1')).refuses('order-not-payable');
    given(order, waiting)
      .when(paying('pm_2', Date.UTC(2026, 0, 1, 0, 15)))
      .refuses('order-not-payable');
    for (const past of [[placed], [...again, approved], [...waiting, notPaid('x')], [placed, asked]])
      given(order, past).when(paying('pm_2')).refuses('order-not-payable');
    given(order, []).when(paying('pm_2')).refuses('not-found');
  });

  test('is declined again, until no more may be tried: then the order is cancelled', () => {
    const past: OrderEvent[] = [...waiting];
    for (let number = 2; number < limits.paymentMethodsMax; number++) {
      past.push(methodGiven(number));
      given(order, past)
        .when(decline(number))
        .then([declined(number)]);
      past.push(declined(number));
    }
    past.push(methodGiven(limits.paymentMethodsMax));
    given(order, past)
      .when(decline(limits.paymentMethodsMax))
      .then([declined(limits.paymentMethodsMax), notPaid('card_declined')]);
  });

  test('may need the buyer, too; what was asked for the one before is old', () => {
    const required = { ...happens.PaymentActionRequiredEvent, methodNumber: 2 };
    given(order, again)
      .when(answer('PaymentActionRequiredEvent', required))
      .then([orderPaymentActionRequired({ paymentId, ...action })]);
    given(order, again).when(answer('PaymentActionRequiredEvent')).then([]);
    given(order, waiting).when(answer('PaymentActionRequiredEvent')).then([]);
  });

  test('a buyer who gives up cancels: nothing is held after a decline, something may be while one is tried', () => {
    const why = { by: 'customer', code: 'customer-request', note: 'x' } as const;
    given(order, waiting)
      .when((s) => cancel(s, why))
      .then([byCustomer]);
    expect((given(order, [...waiting, byCustomer]).state as Placed).owed).toBeNull();
    expect((given(order, [...again, byCustomer]).state as Placed).owed).toBe('void');
  });
});
