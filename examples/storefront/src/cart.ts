/** The cart of this browser: made when the first product is put into it. */
import { type components, ok, ProblemError } from '@quickmart/client';
import { cartId, shop } from './visitor.ts';

export type Cart = components['schemas']['Cart'];

/** Null where there is none, or it became an order. */
export async function currentCart(): Promise<Cart | null> {
  const id = cartId();
  if (id === null) return null;
  try {
    const cart = await ok(shop().GET('/api/carts/{id}', { params: { path: { id } } }));
    if (cart.status !== 'ordered') return cart;
  } catch (error) {
    // It has ended, or is of somebody who was here before.
    if (!(error instanceof ProblemError) || ![401, 404].includes(error.status)) throw error;
  }
  cartId(null);
  return null;
}

export async function setQuantity(sku: string, quantity: number): Promise<Cart> {
  const id = cartId() ?? (await ok(shop().POST('/api/carts', { body: {} }))).id;
  cartId(id);
  return await ok(
    shop().PUT('/api/carts/{id}/lines/{sku}', { params: { path: { id, sku } }, body: { quantity } }),
  );
}

export async function addOne(sku: string): Promise<Cart> {
  const cart = await currentCart();
  const before = cart?.lines.find((line) => line.sku === sku)?.quantity ?? 0;
  return await setQuantity(sku, before + 1);
}

export const units = (cart: Cart | null): number =>
  cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
