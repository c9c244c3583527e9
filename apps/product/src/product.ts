/** A product: its events, its state, the decisions on it. A product with options is sold by its variants. */
import { isDeepStrictEqual } from 'node:util';
import {
  type ProductEvents,
  productArchived,
  productCreated,
  productPriceChanged,
  productRestored,
  productUpdated,
  productVariantAdded,
} from '@quickmart/contracts/product/events';
import type { Choices, Options } from '@quickmart/contracts/product/shapes';
import { cut, type Money } from '@quickmart/contracts/shapes';
import type { ProblemError } from '@quickmart/service/problems';
import { aggregate } from '@quickmart/streams';
import type { CreateProduct, CreateVariant, Product, UpdateProduct } from './api.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

type State = Omit<Product, 'version' | 'createdAt' | 'updatedAt'> & {
  /** Why it is archived. */
  archiveReason: string | null;
  createdAt: number;
  updatedAt: number;
};
/** Null until it is created. */
export type ProductState = State | null;

export const product = aggregate<ProductState, ProductEvents>({
  category: 'product',
  initial: null,
  evolve: {
    ProductCreatedEvent: (_, { productId, ...details }, { at }) => ({
      id: productId,
      media: [],
      options: {},
      variantOf: null,
      choices: {},
      ...details,
      status: 'active',
      archiveReason: null,
      variants: [],
      createdAt: at,
      updatedAt: at,
    }),
    ProductUpdatedEvent: (state, { changes }, { at }) => after(state, at, changes),
    ProductPriceChangedEvent: (state, { newPrice }, { at }) => after(state, at, { price: newPrice }),
    ProductArchivedEvent: (state, { reason }, { at }) =>
      after(state, at, { status: 'archived', archiveReason: reason }),
    ProductRestoredEvent: (state, _, { at }) => after(state, at, { status: 'active', archiveReason: null }),
    ProductVariantAddedEvent: (state, { variantId, ...variant }, { at }) =>
      after(state, at, { variants: [...(state?.variants ?? []), { id: variantId, ...variant }] }),
  },
});

const after = (state: ProductState, at: number, changes: object): ProductState =>
  state && Object.assign({}, state, changes, { updatedAt: at });

export const create = (productId: string, input: CreateProduct) => [productCreated({ productId, ...input })];

/** The events of the new variant, and those of the product that it is a variant of. */
export function addVariant(state: ProductState, variantId: string, input: CreateVariant) {
  const parent = changeable(state);
  checkChoices(parent.options, input.choices);
  if (parent.variants.length >= limits.variantsMax)
    refuse('limit-reached', `the product has ${limits.variantsMax} variants`);
  const same = parent.variants.find(({ choices }) => isDeepStrictEqual(choices, input.choices));
  if (same) refuse('variant-exists', `${same.sku} (${same.id}) is the variant with these choices`);
  const { name, description, category, attributes, price, media, id: variantOf } = parent;
  const inherited = { name: nameOf(name, input.choices), description, category, attributes, price, media };
  return {
    variant: [productCreated({ productId: variantId, variantOf, ...Object.assign(inherited, input) })],
    parent: [productVariantAdded({ variantId, sku: input.sku, choices: input.choices })],
  };
}

/** `T-shirt, M, blue`, cut where it is too long. */
const nameOf = (name: string, choices: Choices): string =>
  cut([name, ...Object.values(choices)].join(', '), limits.nameLength).trimEnd();

function checkChoices(options: Options, choices: Choices): void {
  const names = Object.keys(options);
  if (names.length === 0) refuse('options-missing', 'create the product with options to give it variants');
  const missing = names.filter((name) => !Object.hasOwn(choices, name));
  const unknown = Object.entries(choices).filter(([name, value]) => !offers(options, name, value));
  const fault = (name: string, code: string, detail: string): ProblemError => ({
    pointer: `/choices/${name}`,
    code,
    detail,
  });
  const faults = [
    ...missing.map((name) => fault(name, 'missing', 'choose a value')),
    ...unknown.map(([name, value]) => fault(name, 'unknown', `${value} is not among its values`)),
  ];
  if (faults.length > 0)
    refuse('choices-invalid', 'choose one value for each option of the product', { errors: faults });
}

/** Names come from outside: `toString` must not be found on every object. */
const offers = (options: Options, name: string, value: string): boolean =>
  Object.hasOwn(options, name) && (options[name]?.includes(value) ?? false);

export function update(state: ProductState, input: UpdateProduct) {
  const current = changeable(state);
  if (input.options) checkOptions(current, input.options);
  const different = Object.entries(input).filter(
    ([field, value]) => !isDeepStrictEqual(value, current[field as keyof UpdateProduct]),
  );
  return different.length === 0 ? [] : [productUpdated({ changes: Object.fromEntries(different) })];
}

/** Whether a product is sold itself or by its variants is fixed when it is created; its variants stay possible. */
function checkOptions(current: State, options: Options): void {
  if (isDeepStrictEqual(current.options, options)) return;
  if (Object.keys(current.options).length === 0)
    refuse('options-missing', 'a product gets its options when it is created');
  const count = Object.keys(options).length;
  if (count === 0) refuse('options-in-use', 'a product that was created with options keeps at least one');
  const stays = (choices: Choices) =>
    count === Object.keys(choices).length &&
    Object.entries(choices).every(([name, value]) => offers(options, name, value));
  const lost = current.variants.find(({ choices }) => !stays(choices));
  if (lost) refuse('options-in-use', `the choices of ${lost.sku} would not be among them`);
}

export function changePrice(state: ProductState, newPrice: Money) {
  const { price: oldPrice } = changeable(state);
  return isDeepStrictEqual(oldPrice, newPrice) ? [] : [productPriceChanged({ oldPrice, newPrice })];
}

export const archive = (state: ProductState) => archiveFor(state, null);

/** A variant, because its product is. */
export const archiveWithProduct = (state: ProductState) => archiveFor(state, withProduct);
export const isArchivedWithProduct = (state: ProductState) => state?.archiveReason === withProduct;

const withProduct = 'archived with its product';
const archiveFor = (state: ProductState, reason: string | null) =>
  existing(state).status === 'archived' ? [] : [productArchived({ reason })];

export const restore = (state: ProductState) =>
  existing(state).status === 'active' ? [] : [productRestored({})];

const existing = (state: ProductState): State => state ?? refuse('not-found', 'there is no such product');

function changeable(state: ProductState): State {
  const current = existing(state);
  return current.status === 'active'
    ? current
    : refuse('product-archived', 'restore the product to change it');
}
