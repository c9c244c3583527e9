/**
 * Decides on an order. Whatever the order waits for has an end, which survives every crash: an order has one timer, which
 * follows from its state. It is moved with each wait, and cancelled with the last one.
 */

import { couponReleased, type OrderEvents } from '@quickmart/contracts/order/events';
import {
  type Command,
  type Decided,
  type Due,
  type EventStore,
  type NewEventOf,
  ref,
  type TimersOf,
} from '@quickmart/streams';
import { order } from './order.ts';
import { redemption, type Use, usesIn } from './redemption.ts';
import { type OrderState, waitOf } from './state.ts';

/** How long an order waits, at most, for each of the others. */
export type Waits = {
  reservationWaitMs: number;
  paymentWaitMs: number;
  confirmationWaitMs: number;
  settlementWaitMs: number;
};
export type Parts = { store: EventStore; settings: Waits };
type Decision = (state: OrderState, version: number) => readonly NewEventOf<OrderEvents>[];

/** An order that is cancelled gives back the coupons that it has used, in the same append. */
export async function decideOrder(
  { store, settings }: Parts,
  id: string,
  decision: Decision,
  command: Command<OrderState>,
): Promise<Decided<OrderState>> {
  const own = orderWith(settings);
  const alone: Decision = (state, version) => {
    const events = decision(state, version);
    const uses = usesGivenBack(state, events);
    if (uses.length > 0) throw new GivesBackError(uses);
    return events;
  };
  try {
    return await store.decide(own, id, alone, command);
  } catch (error) {
    // What an order has used is known once it is read, and never changes: then it is decided together with that.
    if (!(error instanceof GivesBackError)) throw error;
    const refs = error.uses.map((use) => ref(redemption, use.id));
    return await store.decideAll(
      'order',
      [ref(own, id), ...refs],
      (tx) => {
        const { state, version } = tx.of(own, id);
        const events = decision(state, version);
        tx.of(own, id).append(events);
        for (const { id: count, code, per } of usesGivenBack(state, events))
          tx.of(redemption, count).append([couponReleased({ code, orderId: id, per })]);
      },
      command,
    );
  }
}

class GivesBackError extends Error {
  readonly uses: readonly Use[];
  constructor(uses: readonly Use[]) {
    super('the coupons of the order are given back');
    this.uses = uses;
  }
}

const usesGivenBack = (state: OrderState, events: readonly NewEventOf<OrderEvents>[]): Use[] =>
  state !== null && events.some(({ eventType }) => eventType === 'OrderCancelledEvent')
    ? usesIn({ ...state.checkout, customerId: state.customerId })
    : [];

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
