/** One product, stock of 100, and everybody wants it at once: how fast does everybody know? */
import type { Kind } from '@quickmart/streams/testing';
import type { Form } from '../processes.ts';
import { type Outcome, Shop } from './shop.ts';

export const bar = { perSecond: 500 };

export async function flashSale(
  orders: number,
  clients: number,
  form: Form,
  kind: Kind = 'standalone',
  services?: readonly string[],
): Promise<Outcome> {
  const shop = await Shop.open(clients, form, { kind }, services);
  try {
    await shop.products(['WARM', 'SALE']);
    await rush(shop, 'WARM', orders / 2, clients);
    await shop.outcome();
    await rush(shop, 'SALE', orders, clients);
    return await shop.outcome();
  } finally {
    await shop.close();
  }
}

/** Each client sends its next order when it has the answer to the last one. */
export async function rush(shop: Shop, sku: string, orders: number, clients: number): Promise<void> {
  let left = orders;
  const one = async () => {
    while (left-- > 0) await shop.order([{ sku, quantity: 1 }]);
  };
  await Promise.all(Array.from({ length: clients }, one));
}
