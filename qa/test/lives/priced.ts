/** Orders with prices that cannot be split evenly. */
import { randomUUIDv7 } from 'node:crypto';
import type { OrderEvents, plainOrder } from '@quickmart/contracts/order/events';
import type { Random } from '../../src/random.ts';

export const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** Some lines have a discount as a whole, which their units cannot share evenly; some orders pay for their shipping. */
export function pricedBy(rng: Random, plain: ReturnType<typeof plainOrder>): OrderEvents['OrderPlacedEvent'] {
  const promotion = randomUUIDv7();
  const lines = plain.lines.map((line) => {
    const amount = rng.between(0, 3) === 0 ? rng.between(0, line.lineTotal.amount) : 0;
    const discounts = amount > 0 ? [{ promotion, amount: euros(amount) }] : [];
    return { ...line, discounts, total: euros(line.lineTotal.amount - amount) };
  });
  const sum = (amounts: readonly { amount: number }[]) =>
    amounts.reduce((all, { amount }) => all + amount, 0);
  const subtotal = sum(lines.map(({ lineTotal }) => lineTotal));
  const off = sum(lines.flatMap(({ discounts }) => discounts.map(({ amount }) => amount)));
  const parcel = euros(rng.pick([0, 0, 495]));
  return {
    ...plain,
    lines,
    subtotal: euros(subtotal),
    discounts: off > 0 ? [{ promotion, name: 'x', why: 'x', amount: euros(off) }] : [],
    shipping: {
      method: 'post',
      name: 'Post',
      why: 'x',
      amount: parcel,
      discounts: [],
      tax: [],
      total: parcel,
    },
    total: euros(subtotal - off + parcel.amount),
  };
}
