/**
 * A product and its variants: a variant is added to both in one append. They are archived, and restored, in one append: a variant is on sale only while its product is.
 * What was archived before its product, by itself, stays so when the product is restored.
 */
import { type Command, type Decided, type EventStore, ref, type Transaction } from '@quickmart/streams';
import type { CreateVariant } from './api.ts';
import { refuse } from './problems.ts';
import {
  addVariant,
  archive,
  archiveWithProduct,
  isArchivedWithProduct,
  type ProductState,
  product,
  restore,
} from './product.ts';

/** The new variant, and what its product says of it, in one append. */
export const addVariantTo = (
  store: EventStore,
  productId: string,
  variantId: string,
  input: CreateVariant,
  // If-Match is about the product in the path, not about the new one.
  { expectedVersion, ...command }: Command<ProductState>,
): Promise<Decided<ProductState>> =>
  store.decideAll(
    'product',
    [ref(product, variantId), ref(product, productId)],
    (tx) => {
      const parent = tx.of(product, productId);
      if (expectedVersion !== undefined && parent.version !== expectedVersion)
        refuse('version-stale', `the product is at version ${parent.version}`);
      const added = addVariant(parent.state, variantId, input);
      tx.of(product, variantId).append(added.variant);
      parent.append(added.parent);
    },
    { ...command, claims: [{ name: 'sku', value: input.sku }] },
  );

type Run = (store: EventStore, id: string, command: Command<ProductState>) => Promise<Decided<ProductState>>;

export const archiveFamily: Run = (store, id, command) =>
  decideFamily(store, id, command, (tx) => {
    const state = tx.of(product, id).state;
    tx.of(product, id).append(archive(state));
    for (const { id: variant } of state?.variants ?? [])
      tx.of(product, variant).append(archiveWithProduct(tx.of(product, variant).state));
  });

export const restoreFamily: Run = (store, id, command) =>
  decideFamily(store, id, command, (tx) => {
    const state = tx.of(product, id).state;
    if (state?.variantOf && tx.of(product, state.variantOf).state?.status === 'archived')
      refuse('product-archived', 'restore the product that it is a variant of');
    tx.of(product, id).append(restore(state));
    for (const { id: variant } of state?.variants ?? []) {
      const before = tx.of(product, variant).state;
      if (isArchivedWithProduct(before)) tx.of(product, variant).append(restore(before));
    }
  });

/** Which products belong together is read first, and checked in the decision: meanwhile a variant may have been added. */
async function decideFamily(
  store: EventStore,
  id: string,
  command: Command<ProductState>,
  decision: (tx: Transaction) => void,
): Promise<Decided<ProductState>> {
  const members = relatives((await store.read(product, id)).state);
  const refs = members.map((member) => ref(product, member));
  const checked = (tx: Transaction) => {
    if (relatives(tx.of(product, id).state).length !== members.length) throw new FamilyGrew();
    decision(tx);
  };
  try {
    return await store.decideAll('product', [ref(product, id), ...refs], checked, command);
  } catch (error) {
    if (!(error instanceof FamilyGrew)) throw error;
    return await decideFamily(store, id, command, decision);
  }
}

class FamilyGrew extends Error {}

const relatives = (state: ProductState): string[] => [
  ...(state?.variantOf ? [state.variantOf] : []),
  ...(state?.variants ?? []).map(({ id }) => id),
];
