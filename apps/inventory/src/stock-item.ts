/** The stock of one product: its events, its state, the decisions on it. */
import {
  inventoryCreated,
  inventoryRemoved,
  lowStockDetected,
  type StockItemEvents,
  stockAdjusted,
  stockAllocated,
  stockDeallocated,
  stockWithdrawn,
} from '@quickmart/contracts/inventory/events';
import { aggregate } from '@quickmart/streams';
import type { Adjustment, CreateInventory, ReplaceInventory } from './api.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

type Stock = {
  productId: string;
  sku: string;
  onHand: number;
  reserved: number;
  removed: boolean;
  /** The threshold that low stock was last reported at; null while there is more than that. */
  lowAt: number | null;
  createdAt: number;
  updatedAt: number;
};
/** Null until it is created; removed stock stays known, so that the product's event does not create it again. */
export type StockState = Stock | null;

/** Invariant: onHand ≥ reserved ≥ 0. */
export const stockItem = aggregate<StockState, StockItemEvents>({
  category: 'inventory',
  initial: null,
  evolve: {
    InventoryCreatedEvent: (_, { productId, sku, quantity }, { at }) => ({
      productId,
      sku,
      onHand: quantity,
      reserved: 0,
      removed: false,
      lowAt: null,
      createdAt: at,
      updatedAt: at,
    }),
    StockAdjustedEvent: (state, { onHand }, { at }) => level(state, { onHand }, at),
    StockAllocatedEvent: (state, { reserved }, { at }) => level(state, { reserved }, at),
    StockDeallocatedEvent: (state, { reserved }, { at }) => level(state, { reserved }, at),
    StockWithdrawnEvent: (state, { onHand, reserved }, { at }) => level(state, { onHand, reserved }, at),
    LowStockDetectedEvent: (state, { threshold }, { at }) =>
      state && { ...state, lowAt: threshold, updatedAt: at },
    InventoryRemovedEvent: (state, _, { at }) =>
      state && { ...state, onHand: 0, removed: true, updatedAt: at },
  },
});

function level(
  state: StockState,
  changes: Partial<Pick<Stock, 'onHand' | 'reserved'>>,
  at: number,
): StockState {
  if (state === null) return null;
  const next = { ...state, ...changes, updatedAt: at };
  const isLow = next.lowAt !== null && available(next) <= next.lowAt;
  return { ...next, lowAt: isLow ? next.lowAt : null };
}

/** What can still be promised; nothing where there is no stock. */
export const available = (state: StockState): number =>
  isStocked(state) ? state.onHand - state.reserved : 0;

/** A product was created: its first stock, once. */
export const createFor = (state: StockState, input: CreateInventory, sourceEventId: string) =>
  state === null ? [inventoryCreated({ ...input, sourceEventId })] : [];

/** `version` tells nothing apart from what is no stock: an order's id is a reservation's. */
export function create(state: StockState, version: number, input: CreateInventory) {
  if (state === null && version > 0)
    refuse('inventory-exists', 'this id belongs to something that is no product');
  if (state !== null && !state.removed) refuse('inventory-exists', 'change it by PUT or by an adjustment');
  return [inventoryCreated({ ...input, sourceEventId: null })];
}

/** `threshold`: low stock is reported at this many available, or less. */
export function adjust(state: StockState, input: Adjustment, threshold: number) {
  const { onHand } = existing(state);
  if ('delta' in input) return counted(existing(state), onHand + input.delta, input, threshold);
  if (input.expectedQuantity !== onHand) {
    refuse('stock-changed', `expected ${input.expectedQuantity} on hand, there are ${onHand}`);
  }
  return counted(existing(state), input.quantity, input, threshold);
}

export const replace = (state: StockState, { quantity, ...why }: ReplaceInventory, threshold: number) =>
  counted(existing(state), quantity, why, threshold);

type Why = Pick<Adjustment, 'reason' | 'reference'>;

function counted(stock: Stock, quantity: number, { reason, reference }: Why, threshold: number) {
  const { productId, sku, onHand, reserved } = stock;
  const delta = quantity - onHand;
  if (quantity < reserved) {
    const shortages = [{ productId, sku, requested: -delta, available: onHand - reserved }];
    refuse('out-of-stock', `${reserved} of ${onHand} are reserved by open orders`, { shortages });
  }
  if (quantity > limits.quantityMax) refuse('limit-reached', `at most ${limits.quantityMax} on hand`);
  if (delta === 0) return [];
  const adjusted = stockAdjusted({ delta, onHand: quantity, reason, reference: reference ?? null });
  return [adjusted, ...(delta < 0 ? lowStock(stock, quantity - reserved, threshold) : [])];
}

/** Once per crossing: nothing where it was reported and has been low since. */
const lowStock = ({ sku, lowAt }: Stock, available: number, threshold: number) =>
  available <= threshold && lowAt === null ? [lowStockDetected({ sku, available, threshold })] : [];

/** After a reservation, in an append of its own. */
export const detectLow = (state: StockState, threshold: number) =>
  isStocked(state) ? lowStock(state, available(state), threshold) : [];

export function remove(state: StockState) {
  const { onHand, reserved } = existing(state);
  if (reserved > 0) refuse('stock-reserved', `${reserved} are reserved by open orders`);
  return [inventoryRemoved({ onHand })];
}

/** Sets this item's share of an order aside. The caller has checked that it is available. */
export const allocate = (state: StockState, orderId: string, quantity: number) => [
  stockAllocated({ orderId, quantity, reserved: existing(state).reserved + quantity }),
];

export const deallocate = (state: StockState, orderId: string, quantity: number) => [
  stockDeallocated({ orderId, quantity, reserved: existing(state).reserved - quantity }),
];

/** Its share of an order leaves the house. */
export function withdraw(state: StockState, orderId: string, quantity: number) {
  const { onHand, reserved } = existing(state);
  return [stockWithdrawn({ orderId, quantity, onHand: onHand - quantity, reserved: reserved - quantity })];
}

/** Goods that have come back; they are there, however many there are already. */
export const restock = (state: StockState, orderId: string, quantity: number) => [
  stockAdjusted({
    delta: quantity,
    onHand: existing(state).onHand + quantity,
    reason: 'restock',
    reference: orderId,
  }),
];

export const isStocked = (state: StockState): state is Stock => state !== null && !state.removed;

const existing = (state: StockState): Stock =>
  isStocked(state) ? state : refuse('not-found', 'this product has no inventory');
