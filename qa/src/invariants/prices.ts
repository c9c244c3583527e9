/** What orders say they cost, and the coupons that they have used: what of it does not add up. Pure. */
import type { OrderEvents, RedemptionEvents } from '@quickmart/contracts/order/events';
import { subjectIn } from '@quickmart/contracts/personal';
import type { CouponEvents } from '@quickmart/contracts/pricing/events';
import type { Books } from './books.ts';

type Use = RedemptionEvents['CouponRedeemedEvent'];
/** One count of a code. `most`: what it has ever been. */
export type Count = { code: string; per: Use['per']; orders: Set<string>; most: number; at: number };
export type Limits = { usesMax: number | null; usesPerCustomerMax: number | null };
type Placed = OrderEvents['OrderPlacedEvent'];

/** Codes are the same in capitals and not. */
const codeOf = (code: string) => code.toUpperCase();

export function redeemed({ counts }: Books, id: string, { code, per, orderId }: Use, at: number): void {
  const count = counts.get(id) ?? { code: codeOf(code), per, orders: new Set(), most: 0, at };
  count.orders.add(orderId);
  counts.set(id, { ...count, most: Math.max(count.most, count.orders.size), at });
}

export function released({ counts }: Books, id: string, { orderId }: Use, at: number): void {
  const count = counts.get(id);
  if (count?.orders.delete(orderId)) counts.set(id, { ...count, at });
}

export function issued({ limits }: Books, { codes, ...terms }: CouponEvents['CouponsIssuedEvent']): void {
  for (const code of codes) limits.set(codeOf(code), terms);
}

export const codesOf = ({ discounts }: Placed): string[] =>
  discounts.flatMap(({ code }) => (code === undefined ? [] : [codeOf(code)]));
export const customerOf = ({ customerId }: Placed): string => subjectIn(customerId) ?? customerId;

const sum = (parts: readonly { amount: { amount: number } }[]) =>
  parts.reduce((all, { amount }) => all + amount.amount, 0);

/** Undefined where its total is the sum of its parts, in both ways. */
export function faultOfTotal({
  lines,
  subtotal,
  discounts,
  shipping,
  tax,
  total,
}: Placed): string | undefined {
  const onTop = tax.filter(({ included }) => !included);
  const parts = subtotal.amount - sum(discounts) + (shipping?.amount.amount ?? 0) + sum(onTop);
  const paid = lines.reduce((all, line) => all + line.total.amount, shipping?.total.amount ?? 0);
  const listed = lines.reduce((all, line) => all + line.lineTotal.amount, 0);
  return [parts, paid].every((one) => one === total.amount) && listed === subtotal.amount
    ? undefined
    : `${total.amount} in all; its parts come to ${parts}, its lines and shipping to ${paid}, its lines before discounts to ${listed} of ${subtotal.amount}`;
}

type Found = Iterable<[where: string, what: string]>;

export const priceRules = {
  'total = Σ parts': function* ({ orders }: Books): Found {
    for (const [id, { priceFault }] of orders)
      if (priceFault !== undefined) yield [`order ${id}`, priceFault];
  },

  'uses of a coupon = live orders that carry it': function* (
    { orders, counts }: Books,
    before: number,
  ): Found {
    const counted = new Map<string, number>();
    for (const { code, per, orders: ids, at } of counts.values())
      for (const id of ids) {
        counted.set(`${code} ${per} ${id}`, at);
        const order = orders.get(id);
        if (at < before && !(order && isLive(order.types) && order.codes.includes(code)))
          yield [
            `order ${id}`,
            `its use of ${code} is counted, and it is ${order ? 'cancelled' : 'missing'}`,
          ];
      }
    for (const [id, { codes, types, at }] of orders)
      for (const code of isLive(types) && at < before ? codes : [])
        for (const per of ['code', 'customer'])
          if (!counted.has(`${code} ${per} ${id}`))
            yield [`order ${id}`, `it carries ${code}, which is not counted per ${per}`];
  },

  'uses of a coupon ≤ its limits': function* ({ orders, counts, limits }: Books): Found {
    for (const { code, per, most, orders: ids } of counts.values()) {
      const { usesMax = null, usesPerCustomerMax = null } = limits.get(code) ?? {};
      const limit = per === 'code' ? usesMax : usesPerCustomerMax;
      if (limit !== null && most > limit) yield [`coupon ${code}`, `it was used ${most} times of ${limit}`];
      const customers = new Set([...ids].map((id) => orders.get(id)?.customer));
      if (per === 'customer' && customers.size > 1)
        yield [`coupon ${code}`, `${customers.size} customers are counted as one`];
    }
  },
};

const isLive = (types: readonly string[]) => !types.includes('OrderCancelledEvent');
