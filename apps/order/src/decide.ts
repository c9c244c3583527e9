/**
 * Decides on an order. Whatever the order waits for has an end, which survives every crash: an order has one timer, which
 * follows from its state. It is moved with each wait, and cancelled with the last one.
 */

import { couponReleased, firstOrderReleased, type OrderEvents } from '@quickmart/contracts/order/events';
import {
  type Command,
  type Decided,
  type Due,
  type EventStore,
  type NewEventOf,
  ref,
  type TimersOf,
} from '@quickmart/streams';
import { firstOrder, firstOrderOf } from './first-order.ts';
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

/** An order that is cancelled gives back the coupons that it has used, and being the first one, in the same append. */
export async function decideOrder(
  { store, settings }: Parts,
  id: string,
  decision: Decision,
  command: Command<OrderState>,
): Promise<Decided<OrderState>> {
  const own = orderWith(settings);
  const alone: Decision = (state, version) => {
    const events = decision(state, version);
    const { uses, first } = givenBack(state, events);
    if (uses.length > 0 || first !== null) throw new GivesBackError(uses, first);
    return events;
  };
  try {
    return await store.decide(own, id, alone, command);
  } catch (error) {
    // What an order has used is known once it is read, and never changes: then it is decided together with that.
    if (!(error instanceof GivesBackError)) throw error;
    const refs = error.uses.map((use) => ref(redemption, use.id));
    const firsts = error.first === null ? [] : [ref(firstOrder, error.first)];
    return await store.decideAll(
      'order',
      [ref(own, id), ...refs, ...firsts],
      (tx) => {
        const { state, version } = tx.of(own, id);
        const events = decision(state, version);
        tx.of(own, id).append(events);
        const { uses, first } = givenBack(state, events);
        for (const { id: count, code, per } of uses)
          tx.of(redemption, count).append([couponReleased({ code, orderId: id, per })]);
        if (first !== null) tx.of(firstOrder, first).append([firstOrderReleased({ orderId: id })]);
      },
      command,
    );
  }
}

class GivesBackError extends Error {
  readonly uses: readonly Use[];
  readonly first: string | null;
  constructor(uses: readonly Use[], first: string | null) {
    super('what the order has used is given back');
    this.uses = uses;
    this.first = first;
  }
}

/** `first`: the aggregate of the customer's first order, where this was it. */
function givenBack(state: OrderState, events: readonly NewEventOf<OrderEvents>[]) {
  if (state === null || !events.some(({ eventType }) => eventType === 'OrderCancelledEvent'))
    return { uses: [], first: null };
  const { checkout, customerId, isFirst } = state;
  return { uses: usesIn({ ...checkout, customerId }), first: isFirst ? firstOrderOf(customerId) : null };
}

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
