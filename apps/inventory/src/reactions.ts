/** What the inventory does when something happens elsewhere. Every step can be repeated without a second effect. */
import type { ReservedLine } from '@quickmart/contracts/inventory/events';
import { isShort, reasonOf } from '@quickmart/contracts/order/cancelling';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { ProductEvents } from '@quickmart/contracts/product/events';
import {
  type Command,
  commandOf,
  commandOfTimer,
  type EventStore,
  type Handlers,
  PermanentError,
  ref,
  type StoredEvent,
  type TimerHandlers,
  type Transaction,
} from '@quickmart/streams';
import { summed } from './lines.ts';
import {
  commit,
  confirm,
  expire,
  isHeld,
  reduce,
  release,
  reservation,
  reserve,
  takeBack,
} from './reservation.ts';
import { createFor, detectLow, stockItem } from './stock-item.ts';

type Settings = {
  /** Units that a new product starts with. */
  initialStock: number;
  /** How long stock is held for an order that is not confirmed. */
  reservationHoldMs: number;
  lowStockThreshold: number;
};
export type Parts = { store: EventStore; settings: Settings };

export function onProduct({ store, settings: { initialStock } }: Parts): Handlers<ProductEvents> {
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

export function onOrder(parts: Parts): Handlers<OrderEvents> {
  const { store } = parts;
  return {
    OrderPlacedEvent: (event) => reserveFor(parts, event),

    OrderApprovedEvent: async (event) => {
      const { aggregateId: orderId } = event;
      await withStock(store, orderId, [], (tx) => confirm(tx, orderId), commandOf(event));
    },

    OrderCancelledEvent: async (event) => {
      const { aggregateId: orderId } = event;
      if (isShort(event.data)) return;
      const { state } = await store.read(reservation, orderId);
      if (state !== null && !isHeld(state)) return;
      const decision = (tx: Transaction) => release(tx, orderId, reasonOf(event.data));
      await withStock(store, orderId, state?.lines ?? [], decision, commandOf(event));
    },

    OrderLinesCancelledEvent: async (event) => {
      const [{ aggregateId: orderId, eventId }, { lines }] = [event, event.data];
      const decision = (tx: Transaction) => reduce(tx, orderId, lines, eventId);
      await withStock(store, orderId, lines, decision, commandOf(event));
    },

    ShipmentDispatchedEvent: async (event) => {
      const [{ aggregateId: orderId, eventId }, { shipmentId, lines }] = [event, event.data];
      const items = lines ?? (await store.read(reservation, orderId)).state?.lines ?? [];
      const decision = (tx: Transaction) => commit(tx, orderId, { shipmentId: shipmentId ?? eventId, lines });
      await withStock(store, orderId, items, decision, commandOf(event));
    },

    OrderReturnedEvent: async (event) => {
      const [{ aggregateId: orderId }, { lines, restock }] = [event, event.data];
      if (!restock) return;
      const decision = (tx: Transaction) => takeBack(tx, orderId, lines, event.eventId);
      await withStock(store, orderId, lines, decision, commandOf(event));
    },
  };
}

export function timers({ store }: Pick<Parts, 'store'>): TimerHandlers {
  return {
    hold: async (timer) => {
      const { aggregateId: orderId } = timer;
      const { state } = await store.read(reservation, orderId);
      if (state?.status !== 'reserved') return;
      await withStock(store, orderId, state.lines, (tx) => expire(tx, orderId), commandOfTimer(timer));
    },
  };
}

async function reserveFor(
  { store, settings: { initialStock, reservationHoldMs, lowStockThreshold } }: Parts,
  event: StoredEvent<string, OrderEvents['OrderPlacedEvent']>,
): Promise<void> {
  const { aggregateId: orderId } = event;
  const lines = summed(event.data.lines);
  const command = { ...commandOf(event), isLikelyNew: true };
  let low: ReservedLine[] = [];
  const decision = (tx: Transaction) => {
    const unknown = lines.filter(({ productId }) => tx.of(stockItem, productId).version === 0);
    if (unknown.length > 0) throw new StockUnknown(unknown);
    reserve(tx, orderId, lines, command.at + reservationHoldMs);
    low = lines.filter(
      ({ productId }) => detectLow(tx.of(stockItem, productId).state, lowStockThreshold).length,
    );
  };
  const attempt = () => withStock(store, orderId, lines, decision, command);
  await attempt().catch(async (error: unknown) => {
    if (!(error instanceof StockUnknown)) throw error;
    await Promise.all(error.lines.map(({ productId }) => createEarly(store, initialStock, productId)));
    await attempt();
  });
  // An append of its own: with two events per line, the largest orders would not fit into one.
  if (low.length === 0) return;
  await withStock(
    store,
    orderId,
    low,
    (tx) => reportLow(tx, low, lowStockThreshold),
    commandOf(event, 'low'),
  );
}

function reportLow(tx: Transaction, lines: readonly ReservedLine[], threshold: number): void {
  for (const { productId } of lines) {
    const item = tx.of(stockItem, productId);
    item.append(detectLow(item.state, threshold));
  }
}

/** Decides on an order's reservation and on the stock of the lines, in one append. */
async function withStock(
  store: EventStore,
  orderId: string,
  lines: readonly ReservedLine[],
  decision: (tx: Transaction) => void,
  command: Command,
): Promise<void> {
  const items = lines.map(({ productId }) => ref(stockItem, productId));
  await store.decideAll('inventory', [ref(reservation, orderId), ...items], decision, command);
}

class StockUnknown extends Error {
  readonly lines: readonly ReservedLine[];

  constructor(lines: readonly ReservedLine[]) {
    super(`${lines.length} products have no stock yet`);
    this.lines = lines;
  }
}

/**
 * An order may overtake the event that created its product: the two are in different categories. Then the stock is
 * created here, from that same event; when it arrives, there is nothing left to do.
 */
async function createEarly(store: EventStore, initialStock: number, productId: string): Promise<void> {
  const [created] = await store.history('product', productId, { afterVersion: 0, limit: 1 });
  if (created === undefined) throw new PermanentError(`there is no product ${productId}`);
  await createStock(
    store,
    initialStock,
    created as StoredEvent<string, ProductEvents['ProductCreatedEvent']>,
  );
}
