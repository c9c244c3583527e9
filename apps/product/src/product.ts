/** A product: its events, its state, the decisions on it. */
import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@quickmart/contracts/problem';
import {
  type CreateProduct,
  type Product,
  type ProductEvents,
  productArchived,
  productCreated,
  productPriceChanged,
  productRestored,
  productUpdated,
  type UpdateProduct,
} from '@quickmart/contracts/product';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate } from '@quickmart/streams';

type State = Omit<Product, 'version' | 'createdAt' | 'updatedAt'> & { createdAt: number; updatedAt: number };
/** Null until it is created. */
export type ProductState = State | null;

export const product = aggregate<ProductState, ProductEvents>({
  category: 'product',
  initial: null,
  evolve: {
    ProductCreatedEvent: (_, { productId, ...details }, { at }) => ({
      id: productId,
      ...details,
      status: 'active',
      createdAt: at,
      updatedAt: at,
    }),
    ProductUpdatedEvent: (state, { changes }, { at }) => after(state, at, changes),
    ProductPriceChangedEvent: (state, { newPrice }, { at }) => after(state, at, { price: newPrice }),
    ProductArchivedEvent: (state, _, { at }) => after(state, at, { status: 'archived' }),
    ProductRestoredEvent: (state, _, { at }) => after(state, at, { status: 'active' }),
  },
});

const after = (state: ProductState, at: number, changes: object): ProductState =>
  state && Object.assign({}, state, changes, { updatedAt: at });

export const create = (productId: string, input: CreateProduct) => [productCreated({ productId, ...input })];

export function update(state: ProductState, input: UpdateProduct) {
  const current = changeable(state);
  const different = Object.entries(input).filter(
    ([field, value]) => !isDeepStrictEqual(value, current[field as keyof UpdateProduct]),
  );
  return different.length === 0 ? [] : [productUpdated({ changes: Object.fromEntries(different) })];
}

export function changePrice(state: ProductState, newPrice: Money) {
  const { price: oldPrice } = changeable(state);
  return isDeepStrictEqual(oldPrice, newPrice) ? [] : [productPriceChanged({ oldPrice, newPrice })];
}

export const archive = (state: ProductState) =>
  existing(state).status === 'archived' ? [] : [productArchived({ reason: null })];

export const restore = (state: ProductState) =>
  existing(state).status === 'active' ? [] : [productRestored({})];

const existing = (state: ProductState): State => state ?? refuse('not-found', 'there is no such product');

function changeable(state: ProductState): State {
  const current = existing(state);
  return current.status === 'active'
    ? current
    : refuse('product-archived', 'restore the product to change it');
}

export function productView(state: ProductState, version: number): Product {
  const { createdAt, updatedAt, ...rest } = existing(state);
  return { ...rest, version, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

const iso = (ms: number) => new Date(ms).toISOString();
