/** How an order goes on when the inventory has answered. Every step can be repeated without a second effect. */
import type { InventoryEvents } from '@quickmart/contracts/inventory';
import { commandOf, type EventStore, type Handlers } from '@quickmart/streams';
import { confirm, order, reject } from './order.ts';

export function onInventory(store: EventStore): Handlers<InventoryEvents> {
  return {
    StockReservedEvent: async (event) => {
      await store.decide(order, event.data.orderId, confirm, commandOf(event));
    },
    StockReservationRejectedEvent: async (event) => {
      const { orderId, shortages } = event.data;
      await store.decide(order, orderId, (state) => reject(state, shortages), commandOf(event));
    },
  };
}
