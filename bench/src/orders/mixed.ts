/** The day's business: orders of one to four products come at a steady rate, whether the shop keeps up or not. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Form } from '../processes.ts';
import { type Line, type Outcome, Shop } from './shop.ts';

export const bar = { p99Ms: 1000 };
const perSecond = 200;
const tickMs = 10;

export async function mixed(orders: number, skus: number, form: Form): Promise<Outcome> {
  const shop = await Shop.open(perSecond, form);
  try {
    const names = Array.from({ length: skus }, (_, n) => `SKU-${n}`);
    await shop.products(names);
    await steadily(shop, names, perSecond * 3);
    await shop.outcome();
    await steadily(shop, names, orders);
    return await shop.outcome();
  } finally {
    await shop.close();
  }
}

async function steadily(shop: Shop, skus: readonly string[], orders: number): Promise<void> {
  const began = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < orders) {
    const due = Math.min(orders, Math.ceil(((performance.now() - began) / 1000) * perSecond));
    while (sent.length < due) sent.push(shop.order(basket(skus)));
    await sleep(tickMs);
  }
  await Promise.all(sent);
}

function basket(skus: readonly string[]): Line[] {
  const lines = 1 + Math.floor(Math.random() * 4);
  const chosen = new Set(Array.from({ length: lines }, () => skus[Math.floor(Math.random() * skus.length)]!));
  return [...chosen].map((sku) => ({ sku, quantity: 1 }));
}
