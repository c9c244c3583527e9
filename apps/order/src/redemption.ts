/**
 * How often a coupon was used: one count per code, and one per code and customer. Each count is an aggregate beside the orders, so
 * the append that places an order redeems its codes, and the one that cancels it gives them back.
 */
import { namedId } from '@quickmart/contracts/named-id';
import type { OrderEvents, RedemptionEvents } from '@quickmart/contracts/order/events';
import { subjectIn } from '@quickmart/contracts/personal';
import { type Coupon, normalCode } from '@quickmart/pricing';
import { aggregate } from '@quickmart/streams';

export const redemption = aggregate<{ uses: number }, RedemptionEvents>({
  category: 'order',
  initial: { uses: 0 },
  evolve: {
    CouponRedeemedEvent: ({ uses }) => ({ uses: uses + 1 }),
    CouponReleasedEvent: ({ uses }) => ({ uses: uses - 1 }),
  },
});

const namespace = 'c6a1d0c4-5b3e-4f0e-8a7d-2f9b61e3d405';
type Per = RedemptionEvents['CouponRedeemedEvent']['per'];
/** One of the counts of a code: the id of its aggregate. */
export type Use = { id: string; code: string; per: Per };

/** The counts that an order with this code is part of. */
export function usesOf(code: string, customerId: string): Record<Per, Use> {
  const id = (...name: string[]) => namedId(namespace, JSON.stringify([normalCode(code), ...name]));
  return {
    code: { id: id(), code, per: 'code' },
    customer: { id: id(subjectIn(customerId) ?? customerId), code, per: 'customer' },
  };
}

type Redeeming = Pick<OrderEvents['OrderPlacedEvent'], 'discounts' | 'customerId'>;
/** What an order has used. */
export const usesIn = ({ discounts, customerId }: Redeeming): Use[] =>
  discounts.flatMap(({ code }) => (code === undefined ? [] : Object.values(usesOf(code, customerId))));

/** With the counts of now. */
export function counted(coupon: Coupon, customerId: string, countOf: (use: Use) => number): Coupon {
  const { code, customer } = usesOf(coupon.code, customerId);
  return { ...coupon, uses: countOf(code), usesOfCustomer: countOf(customer) };
}
