/** The stock of one product: its events, its state, the decisions on it. */
import {
  type Adjustment,
  type CreateInventory,
  type Inventory,
  inventoryCreated,
  inventoryRemoved,
  type StockItemEvents,
  stockAdjusted,
  stockAllocated,
  stockDeallocated,
} from '@quickmart/contracts/inventory';
import { limits } from '@quickmart/contracts/limits';
import { refuse } from '@quickmart/contracts/problem';
import { aggregate } from '@quickmart/streams';

type Stock = {
  productId: string;
  sku: string;
  onHand: number;
  reserved: number;
  removed: boolean;
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
      ...{ productId, sku, onHand: quantity, reserved: 0, removed: false },
      ...{ createdAt: at, updatedAt: at },
    }),
    StockAdjustedEvent: (state, { onHand }, { at }) => state && { ...state, onHand, updatedAt: at },
    StockAllocatedEvent: (state, { reserved }, { at }) => state && { ...state, reserved, updatedAt: at },
    StockDeallocatedEvent: (state, { reserved }, { at }) => state && { ...state, reserved, updatedAt: at },
    InventoryRemovedEvent: (state, _, { at }) =>
      state && { ...state, onHand: 0, removed: true, updatedAt: at },
  },
});

/** What can still be promised; nothing where there is no stock. */
export const available = (state: StockState): number =>
  state === null || state.removed ? 0 : state.onHand - state.reserved;

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

export function adjust(state: StockState, input: Adjustment) {
  const { onHand } = existing(state);
  const { reason, reference = null } = input;
  if ('delta' in input) return counted(existing(state), onHand + input.delta, reason, reference);
  if (input.expectedQuantity !== onHand) {
    refuse('stock-changed', `expected ${input.expectedQuantity} on hand, there are ${onHand}`);
  }
  return counted(existing(state), input.quantity, reason, reference);
}

export const replace = (
  state: StockState,
  quantity: number,
  reason: Adjustment['reason'],
  reference?: string,
) => counted(existing(state), quantity, reason, reference ?? null);

function counted(stock: Stock, quantity: number, reason: Adjustment['reason'], reference: string | null) {
  const { productId, sku, onHand, reserved } = stock;
  const delta = quantity - onHand;
  if (quantity < reserved) {
    const shortages = [{ productId, sku, requested: -delta, available: onHand - reserved }];
    refuse('out-of-stock', `${reserved} of ${onHand} are reserved by open orders`, { shortages });
  }
  if (quantity > limits.quantityMax) refuse('validation-failed', `at most ${limits.quantityMax} on hand`);
  return delta === 0 ? [] : [stockAdjusted({ delta, onHand: quantity, reason, reference })];
}

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

const existing = (state: StockState): Stock =>
  state === null || state.removed ? refuse('not-found', 'this product has no inventory') : state;

export function stockView(state: StockState, version: number): Inventory {
  if (state === null) throw new Error('stock that does not exist has no view');
  const { productId, sku, onHand, reserved, createdAt, updatedAt } = state;
  const times = {
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
  return { productId, sku, onHand, reserved, available: onHand - reserved, version, ...times };
}
