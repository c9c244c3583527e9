/**
 * Decides on an order. Whatever the order waits for has an end, which survives every crash: an order has one timer, which
 * follows from its state. It is moved with each wait, and cancelled with the last one.
 */

import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Command, Decided, Due, EventStore, NewEventOf, TimersOf } from '@quickmart/streams';
import { order } from './order.ts';
import { type OrderState, waitOf } from './state.ts';

/** How long an order waits, at most, for each of the others. */
export type Waits = {
  reservationWaitMs: number;
  paymentWaitMs: number;
  confirmationWaitMs: number;
  settlementWaitMs: number;
};
export type Parts = { store: EventStore; settings: Waits };

export const decideOrder = (
  { store, settings }: Parts,
  id: string,
  decision: (state: OrderState) => readonly NewEventOf<OrderEvents>[],
  command: Command<OrderState>,
): Promise<Decided<OrderState>> => store.decide(orderWith(settings), id, decision, command);

/** With the timer of its waits. */
export const orderWith = (waits: Waits): typeof order => ({ ...order, timers: timersOf(waits) });

export const timersOf =
  (waits: Waits): TimersOf<OrderState> =>
  (state) => ({ wait: waitTimer(state, waits) });

/** The timer that ends the wait of an order. Its type says what is waited for. */
function waitTimer(state: OrderState, waits: Waits): Due {
  const wait = waitOf(state);
  if (state === null || wait === null) return null;
  const dueAt = wait === 'payment' ? state.payBy : state.waitsSince + waits[`${wait}WaitMs`];
  return { dueAt, type: wait };
}
