/**
 * Decides on an order and, in the same append, winds its timer: whatever the order waits for has an end, which survives
 * every crash. An order has one timer; it is moved with each wait, and cancelled with the last one.
 */

import type { OrderEvents } from '@quickmart/contracts/order/events';
import {
  type Command,
  type Decided,
  type EventStore,
  type NewEventOf,
  ref,
  type Transaction,
} from '@quickmart/streams';
import { type Wait, waitOf } from './fulfilment.ts';
import { order } from './order.ts';
import type { OrderState } from './state.ts';

/** How long an order waits, at most, for each of the others. */
export type Waits = {
  reservationWaitMs: number;
  paymentWaitMs: number;
  confirmationWaitMs: number;
  settlementWaitMs: number;
};
export type Parts = { store: EventStore; waits: Waits };

export const decideOrder = (
  { store, waits }: Parts,
  id: string,
  decision: (state: OrderState) => readonly NewEventOf<OrderEvents>[],
  command: Command<OrderState>,
): Promise<Decided<OrderState>> =>
  store.decideAll(
    'order',
    [ref(order, id)],
    (tx) => {
      const before = tx.state(order, id);
      tx.append(order, id, decision(before));
      wind(tx, id, waitOf(before), waits, command.at);
    },
    command,
  );

function wind(tx: Transaction, id: string, before: Wait | null, waits: Waits, at: number): void {
  const state = tx.state(order, id);
  const wait = waitOf(state);
  if (wait === before) return;
  const timer = `wait:${id}`;
  if (wait === null) {
    tx.cancelTimer(timer);
  } else {
    const dueAt = wait === 'payment' && state ? state.payBy : at + waits[`${wait}WaitMs`];
    tx.setTimer({ id: timer, type: wait, aggregateId: id, dueAt, data: null });
  }
}
