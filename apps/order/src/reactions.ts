/** What reaches the order service from elsewhere is handed to the saga: however often, with one effect. */
import type { InventoryEvents } from '@quickmart/contracts/inventory/events';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import {
  commandOf,
  commandOfTimer,
  type Handlers,
  type NewEventOf,
  type StoredEvent,
  type TimerHandlers,
} from '@quickmart/streams';
import { decideOrder, type Parts } from './decide.ts';
import { answers, type Cause, timeouts } from './fulfilment.ts';
import { type Placed, type Wait, waitOf } from './state.ts';

/** Every event that is answered says which order it is about. */
type Answer = (order: Placed, data: { orderId: string }, cause: Cause) => NewEventOf<OrderEvents>[];

/** For the categories of the inventory and of the payments: their events have different names. */
export function onAnswers(parts: Parts): Handlers<InventoryEvents & PaymentEvents> {
  const handlers = Object.entries(answers).map(([type, answer]) => {
    const handle = (event: StoredEvent) => answered(parts, event, answer as Answer);
    return [type, handle];
  });
  return Object.fromEntries(handlers);
}

async function answered(parts: Parts, event: StoredEvent, answer: Answer): Promise<void> {
  const data = event.data as { orderId: string };
  const command = commandOf(event);
  const cause = { eventId: event.eventId, payBy: command.at + parts.settings.paymentWaitMs };
  await decideOrder(parts, data.orderId, (state) => (state ? answer(state, data, cause) : []), command);
}

export function timers(parts: Parts): TimerHandlers {
  const handler =
    (wait: Wait): TimerHandlers[string] =>
    async (timer) => {
      const decision = (state: Placed | null) =>
        state && waitOf(state) === wait ? timeouts[wait](state) : [];
      await decideOrder(parts, timer.aggregateId, decision, commandOfTimer(timer));
    };
  return Object.fromEntries(Object.keys(timeouts).map((wait) => [wait, handler(wait as Wait)]));
}
