/** The day's business: orders of one to four products come at a steady rate, whether the shop keeps up or not. */
import type { Kind } from '@quickmart/streams/testing';
import { steadily } from '../pace.ts';
import type { Form } from '../processes.ts';
import { type Line, type Outcome, Shop } from './shop.ts';

export const bar = { p99Ms: 1000 };
const perSecond = 200;

export async function mixed(orders: number, skus: number, form: Form, kind: Kind): Promise<Outcome> {
  const shop = await Shop.open(perSecond, form, { kind });
  try {
    const names = Array.from({ length: skus }, (_, n) => `SKU-${n}`);
    await shop.products(names);
    const order = () => shop.order(basket(names));
    await steadily(perSecond * 3, perSecond, order);
    await shop.outcome();
    await steadily(orders, perSecond, order);
    return await shop.outcome();
  } finally {
    await shop.close();
  }
}

/** One to four products. */
export function basket(skus: readonly string[]): Line[] {
  const lines = 1 + Math.floor(Math.random() * 4);
  const chosen = new Set(Array.from({ length: lines }, () => skus[Math.floor(Math.random() * skus.length)]!));
  return [...chosen].map((sku) => ({ sku, quantity: 1 }));
}
