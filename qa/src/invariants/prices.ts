/** What orders say they cost, and the coupons that they have used. Pure. */
import type { OrderEvents, RedemptionEvents } from '@quickmart/contracts/order/events';
import { subjectIn } from '@quickmart/contracts/personal';
import type { CouponEvents } from '@quickmart/contracts/pricing/events';

type Use = RedemptionEvents['CouponRedeemedEvent'];
/** One count of a code. `most`: what it has ever been. */
export type Count = { code: string; per: Use['per']; orders: Set<string>; most: number; at: number };
export type Limits = { usesMax: number | null; usesPerCustomerMax: number | null };
type Placed = OrderEvents['OrderPlacedEvent'];

/** Codes are the same in capitals and not. */
const codeOf = (code: string) => code.toUpperCase();

type Counts = { counts: Map<string, Count> };

export function redeemed({ counts }: Counts, id: string, { code, per, orderId }: Use, at: number): void {
  const count = counts.get(id) ?? { code: codeOf(code), per, orders: new Set(), most: 0, at };
  count.orders.add(orderId);
  counts.set(id, { ...count, most: Math.max(count.most, count.orders.size), at });
}

export function released({ counts }: Counts, id: string, { orderId }: Use, at: number): void {
  const count = counts.get(id);
  if (count?.orders.delete(orderId)) counts.set(id, { ...count, at });
}

/** Of a customer: the orders that are counted as their first one, at the same time. */
export type First = { orders: Set<string>; most: number };
type Firsts = { firsts: Map<string, First> };

export function firstTaken({ firsts }: Firsts, id: string, orderId: string): void {
  const first = firsts.get(id) ?? { orders: new Set(), most: 0 };
  first.orders.add(orderId);
  firsts.set(id, { ...first, most: Math.max(first.most, first.orders.size) });
}

export const firstReleased = ({ firsts }: Firsts, id: string, orderId: string): void =>
  void firsts.get(id)?.orders.delete(orderId);

export function issued(
  { limits }: { limits: Map<string, Limits> },
  { codes, ...terms }: CouponEvents['CouponsIssuedEvent'],
): void {
  for (const code of codes) limits.set(codeOf(code), terms);
}

export const codesOf = ({ discounts }: Placed): string[] =>
  discounts.flatMap(({ code }) => (code === undefined ? [] : [codeOf(code)]));
export const customerOf = ({ customerId }: Placed): string => subjectIn(customerId) ?? customerId;

type Amount = { amount: number };
type Part = { amount: Amount };
const sum = (parts: readonly Part[]) => parts.reduce((all, { amount }) => all + amount.amount, 0);

/** What an order costs, in its event or in an answer. */
type Costs = {
  lines: readonly { lineTotal: Amount; total: Amount }[];
  subtotal: Amount;
  discounts: readonly Part[];
  shipping?: (Part & { total: Amount }) | null | undefined;
  tax: readonly (Part & { included: boolean })[];
  total: Amount;
};

/** Undefined where its total is the sum of its parts, in both ways. */
export function faultOfTotal({
  lines,
  subtotal,
  discounts,
  shipping,
  tax,
  total,
}: Costs): string | undefined {
  const onTop = tax.filter(({ included }) => !included);
  const parts = subtotal.amount - sum(discounts) + (shipping?.amount.amount ?? 0) + sum(onTop);
  const paid = lines.reduce((all, line) => all + line.total.amount, shipping?.total.amount ?? 0);
  const listed = lines.reduce((all, line) => all + line.lineTotal.amount, 0);
  return [parts, paid].every((one) => one === total.amount) && listed === subtotal.amount
    ? undefined
    : `${total.amount} in all; its parts come to ${parts}, its lines and shipping to ${paid}, its lines before discounts to ${listed} of ${subtotal.amount}`;
}
