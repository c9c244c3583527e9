/**
 * A product and its variants are archived, and restored, in one append: a variant is on sale only while its product is.
 * What was archived before its product, by itself, stays so when the product is restored.
 */
import { type Command, type Decided, type EventStore, ref, type Transaction } from '@quickmart/streams';
import { refuse } from './problems.ts';
import {
  archive,
  archiveWithProduct,
  isArchivedWithProduct,
  type ProductState,
  product,
  restore,
} from './product.ts';

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
