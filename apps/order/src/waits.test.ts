/** What an order waits for, for how long, and what follows then. */
import { orderLinesCancelled, shipmentDispatched } from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  attention,
  held,
  notPaid,
  type Past,
  paid,
  pasts,
  sent,
  settled,
  system,
  uuid,
} from '../test/saga.ts';
import { euros, given } from '../test/testing.ts';
import { timersOf } from './decide.ts';
import { timeouts } from './fulfilment.ts';
import { order } from './order.ts';
import { type OrderState, type Placed, type Wait, waitOf } from './state.ts';

describe('waits', () => {
  const waits: Record<Past, Wait | null> = {
    reserving: 'reservation',
    paying: 'payment',
    declined: 'payment',
    'paying, again': 'payment',
    confirming: 'confirmation',
    confirmed: null,
    shipped: 'settlement',
    delivered: 'settlement',
    completed: null,
    cancelled: 'settlement',
    'cancelled before it was paid for': null,
    'cancelled, voided': null,
    'cancelled, captured': 'settlement',
    'cancelled, unpaid': null,
    returned: 'settlement',
    refunded: null,
    'shipped, seen to': null,
  };
  test.each(Object.entries(waits) as [Past, Wait | null][])('%s: %s', (past, wait) => {
    expect(waitOf(given(order, pasts[past]).state)).toBe(wait);
  });
  test('nothing is waited for where there is no order, or an operator is asked', () => {
    expect(waitOf(null)).toBeNull();
    expect(waitOf(given(order, [...sent, attention('x')]).state)).toBeNull();
  });

  const settings = {
    reservationWaitMs: 1_000,
    paymentWaitMs: 2_000,
    confirmationWaitMs: 3_000,
    settlementWaitMs: 4_000,
  };
  // Timers in Redis have this name: what is waited for under another one would not be cancelled.
  test('each has a timer, from when it begins', () => {
    const timersAfter = (past: Past) => timersOf(settings)(given(order, pasts[past]).state);
    const { placedAt, payBy } = given(order, pasts.paying).state as Placed;
    expect(timersAfter('reserving')).toEqual({ wait: { dueAt: placedAt + 1_000, type: 'reservation' } });
    expect(timersAfter('paying')).toEqual({ wait: { dueAt: payBy, type: 'payment' } });
    const { updatedAt } = given(order, pasts.confirming).state as Placed;
    expect(timersAfter('confirming')).toEqual({ wait: { dueAt: updatedAt + 3_000, type: 'confirmation' } });
    expect(timersAfter('confirmed')).toEqual({ wait: null });
    const { waitsSince, ...sent } = given(order, pasts.shipped).state as Placed;
    expect(waitsSince).toBe(sent.updatedAt);
    // What happens while it waits does not move it.
    expect(timersAfter('delivered')).toEqual({ wait: { dueAt: waitsSince + 4_000, type: 'settlement' } });
  });

  test('a refund is waited for from when it is owed, also where a capture was waited for until then', () => {
    const one = [{ ...held[0]!, quantity: 1 }];
    const how = { carrier: null, tracking: null, capture: euros(5) };
    const why = { by: 'staff', code: 'other', note: null } as const;
    const capturing = [
      ...paid,
      shipmentDispatched({ ...how, shipmentId: uuid(9), lines: one }),
      orderLinesCancelled({ ...why, lines: one, amount: euros(5) }),
    ];
    expect(given(order, capturing).state?.owed).toBe('capture');
    const { owed, waitsSince, updatedAt } = given(order, [...capturing, settled('captured')]).state as Placed;
    expect([owed, waitsSince]).toEqual(['refund', updatedAt]);
  });

  const late = (wait: Wait) => (state: OrderState) => timeouts[wait](state as Placed);
  test.each([
    ['reservation', 'reserving', system('no-answer', 'the inventory did not answer in time')],
    ['payment', 'paying', system('payment-late')],
    ['payment', 'declined', notPaid('card_declined')],
    ['payment', 'paying, again', system('payment-late')],
    ['confirmation', 'confirming', system('no-answer', 'the stock was not confirmed in time')],
    ['settlement', 'shipped', attention('the payment service did not answer: capture')],
    ['settlement', 'cancelled', attention('the payment service did not answer: void')],
    ['settlement', 'returned', attention('the payment service did not answer: refund')],
  ] as const)('%s, for too long', (wait, past, expected) => {
    const before = given(order, pasts[past]);
    before.when(late(wait)).then([expected]);
    expect(waitOf(given(order, [...pasts[past], expected]).state)).not.toBe(wait);
  });
});
