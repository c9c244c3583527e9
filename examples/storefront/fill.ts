/** What a shop needs to be looked at: products, a tax, ways of shipping and a coupon. Filled twice, it is the same. */
import { ok, ProblemError, type ShopClient } from '@quickmart/client';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const products = [
  ['MUG-BLUE-350', 'Blue mug', 1299, 'Stoneware, 350 ml. Made by hand, so no two are the same.'],
  ['TEAPOT-1L', 'Teapot', 3490, 'Cast iron, one litre. Keeps tea hot for an hour.'],
  ['BOWL-OAK', 'Oak bowl', 2450, 'Turned from one piece of oak, oiled.'],
  ['LAMP-DESK', 'Desk lamp', 5990, 'Brass and linen, with a switch at the cable.'],
  ['NOTEBOOK-A5', 'Notebook A5', 890, '160 pages, dotted, opens flat.'],
  ['PEN-FOUNTAIN', 'Fountain pen', 4200, 'Steel nib, medium. Takes standard cartridges.'],
  ['BLANKET-WOOL', 'Wool blanket', 8900, 'New wool, 140 × 200 cm, from a weaving mill in the hills.'],
  ['CANDLE-BEESWAX', 'Beeswax candle', 650, 'Burns for twelve hours.'],
] as const;

export const coupon = 'WELCOME';

export async function fill(shop: ShopClient): Promise<void> {
  for (const [sku, name, price, description] of products)
    await unless(
      'sku-taken',
      shop.POST('/api/products', { body: { sku, name, price: eur(price), description } }),
    );
  const whatever = { params: { header: { 'If-Match': '*' } } };
  const vat = { country: 'DE', name: 'VAT', percent: 19, included: true };
  await ok(shop.PUT('/api/tax-rates', { ...whatever, body: vat }));
  const to = (price: number, freeFrom?: number) => ({
    countries: ['DE'],
    rate: { type: 'flat' as const, price: eur(price) },
    ...(freeFrom && { freeFrom: eur(freeFrom) }),
  });
  const standard = { key: 'standard', name: 'Standard, 2 to 3 days', zones: [to(490, 5000)] };
  const express = { key: 'express', name: 'Express, the next day', zones: [to(990)] };
  for (const body of [standard, express]) await ok(shop.PUT('/api/shipping-methods', { ...whatever, body }));
  if ((await shop.GET('/api/coupons/{code}', { params: { path: { code: coupon } } })).response.ok) return;
  const { id } = await ok(
    shop.POST('/api/promotions', { body: { name: 'Welcome', effect: { type: 'percent', percent: 10 } } }),
  );
  await ok(shop.POST('/api/promotions/{id}/coupons', { params: { path: { id } }, body: { code: coupon } }));
}

async function unless(code: string, asked: Parameters<typeof ok>[0]): Promise<void> {
  await ok(asked).catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.code !== code) throw error;
  });
}
