/** A flash sale on a Redis of several servers: the last of the stock is sold once there, too. */
import { expect, test } from 'vitest';
import { flashSale } from '../src/orders/flash-sale.ts';

test.each(['sentinel', 'cluster'] as const)('a flash sale on %s: nothing is sold twice', async (kind) => {
  const outcome = await flashSale(400, 50, 'shared', kind);
  expect(outcome).toMatchObject({ orders: 400, confirmed: 100, refused: 300, open: 0, broken: [] });
});
