import { expect, test } from 'vitest';
import { refundPayment } from './api.ts';

test.each(['ZZZ', 'XAU', 'DEM', 'EUr'])('a refund in %s, which is no currency, is refused', (currency) => {
  const { error } = refundPayment.safeParse({ amount: { amount: 1999, currency } });
  expect(error?.issues.map(({ path }) => path)).toEqual([['amount', 'currency']]);
});
