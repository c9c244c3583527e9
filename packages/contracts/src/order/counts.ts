/** Counts beside the orders: how often coupons were used, and which numbers of orders are taken. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { couponCode } from '../pricing/shapes.ts';
import { id } from '../shapes.ts';

/** `per`: which of a code's two counts this is, that of all its uses, or that of the uses by the customer of the order. */
const couponUse = z.object({ code: couponCode, orderId: id, per: z.enum(['code', 'customer']) });
/** The order that carries the code is placed: in the same append. */
export const couponRedeemed = event('CouponRedeemedEvent', couponUse);
/** That order is cancelled, in the same append: the use is given back. */
export const couponReleased = event('CouponReleasedEvent', couponUse);
const redemptionEvents = { couponRedeemed, couponReleased };
export type RedemptionEvents = EventsOf<typeof redemptionEvents>;

/** What is said of the first order of a customer is taken by this one: in the append that places it. */
export const firstOrderTaken = event('FirstOrderTakenEvent', z.object({ orderId: id }));
/** That order is cancelled, in the same append: the next one may be the first. */
export const firstOrderReleased = event('FirstOrderReleasedEvent', z.object({ orderId: id }));
const firstOrderEvents = { firstOrderTaken, firstOrderReleased };
export type FirstOrderEvents = EventsOf<typeof firstOrderEvents>;

/** One process has taken the numbers from `from` to `to` of a year: nobody else gives them to an order. */
export const orderNumbersTaken = event(
  'OrderNumbersTakenEvent',
  z.object({ year: z.int(), from: z.int().min(1), to: z.int() }),
);
const orderNumberEvents = { orderNumbersTaken };
export type OrderNumberEvents = EventsOf<typeof orderNumberEvents>;
