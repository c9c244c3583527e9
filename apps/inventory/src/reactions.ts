/** What the inventory does when something happens elsewhere. Every step can be repeated without a second effect. */
import type { OrderEvents } from '@quickmart/contracts/order';
import type { ProductEvents } from '@quickmart/contracts/product';
import {
  commandOf,
  type EventStore,
  type Handlers,
  PermanentError,
  ref,
  type StoredEvent,
} from '@quickmart/streams';
import { confirm, release, reservation, reserve, summed } from './reservation.ts';
import { createFor, stockItem } from './stock-item.ts';

export type ReactionOptions = {
  store: EventStore;
  /** Units that a new product starts with. */
  initialStock: number;
};

export function onProduct({ store, initialStock }: ReactionOptions): Handlers<ProductEvents> {
  return { ProductCreatedEvent: (event) => createStock(store, initialStock, event) };
}

async function createStock(
  store: EventStore,
  quantity: number,
  event: StoredEvent<string, ProductEvents['ProductCreatedEvent']>,
): Promise<void> {
  const { productId, sku, options = {} } = event.data;
  // It is sold by its variants, and they have the stock.
  if (Object.keys(options).length > 0) return;
  const first = { productId, sku, quantity };
  await store.decide(
    stockItem,
    productId,
    (state) => createFor(state, first, event.eventId),
    commandOf(event),
  );
}

export function onOrder({ store, initialStock }: ReactionOptions): Handlers<OrderEvents> {
  return {
    OrderPlacedEvent: async (event) => {
      const { aggregateId: orderId } = event;
      const lines = summed(event.data.lines);
      await Promise.all(lines.map(({ productId }) => stocked(store, initialStock, productId)));
      const items = lines.map(({ productId }) => ref(stockItem, productId));
      const command = commandOf(event);
      await store.decideAll(
        'inventory',
        [ref(reservation, orderId), ...items],
        (tx) => reserve(tx, orderId, lines, command.at),
        command,
      );
    },

    OrderConfirmedEvent: async (event) => {
      const { aggregateId: orderId } = event;
      await store.decide(reservation, orderId, (state) => confirm(state, orderId), commandOf(event));
    },

    OrderCancelledEvent: async (event) => {
      const { aggregateId: orderId } = event;
      const { state } = await store.read(reservation, orderId);
      const items = (state?.lines ?? []).map(({ productId }) => ref(stockItem, productId));
      await store.decideAll(
        'inventory',
        [ref(reservation, orderId), ...items],
        (tx) => release(tx, orderId, event.data.reason),
        commandOf(event),
      );
    },
  };
}

/**
 * An order may overtake the event that created its product: the two are in different categories. Then the stock is
 * created here, from that same event; when it arrives, there is nothing left to do.
 */
async function stocked(store: EventStore, initialStock: number, productId: string): Promise<void> {
  const { version } = await store.read(stockItem, productId);
  if (version > 0) return;
  const [created] = await store.history('product', productId, { afterVersion: 0, limit: 1 });
  if (created === undefined) throw new PermanentError(`there is no product ${productId}`);
  await createStock(
    store,
    initialStock,
    created as StoredEvent<string, ProductEvents['ProductCreatedEvent']>,
  );
}
