/** Buyers check out their carts at a steady rate: how long does each of them wait until the order is confirmed? */
import { steadily } from '../pace.ts';
import type { Form } from '../processes.ts';
import { basket } from './mixed.ts';
import { type Outcome, Shop } from './shop.ts';

export const bar = { p99Ms: 1000 };
const perSecond = 100;
const fillingAtOnce = 20;

export async function checkouts(count: number, skus: number, form: Form): Promise<Outcome> {
  const shop = await Shop.open(perSecond, form);
  try {
    const names = Array.from({ length: skus }, (_, n) => `SKU-${n}`);
    await shop.products(names);
    const carts = await filled(shop, names, count + perSecond * 3);
    const [warmUp, measured] = [carts.slice(count), carts.slice(0, count)];
    await steadily(warmUp.length, perSecond, (n) => shop.checkout(warmUp[n]!));
    await shop.outcome();
    await steadily(measured.length, perSecond, (n) => shop.checkout(measured[n]!));
    return await shop.outcome();
  } finally {
    await shop.close();
  }
}

/** So many carts: they are filled before anything is measured. */
async function filled(shop: Shop, skus: readonly string[], count: number): Promise<string[]> {
  const carts: string[] = [];
  let left = count;
  const fill = async () => {
    while (left-- > 0) carts.push(await shop.cart(basket(skus)));
  };
  await Promise.all(Array.from({ length: fillingAtOnce }, fill));
  return carts;
}
