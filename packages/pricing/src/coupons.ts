/** Whether a code may be used: known, in its time, and not used up. What its promotion asks for is in promotions.ts. */
import type { QuoteRefusal } from '@quickmart/contracts/pricing/quote';
import { type Coupon, hasEnded, hasStarted, normalCode, type QuoteRequest } from './rules.ts';
import { timeText } from './words.ts';

export type Why = Pick<QuoteRefusal, 'reason' | 'detail'>;

/** Each code once, however often it was typed, and however. */
export function couponsOf(
  { coupons: typed = [], customer }: QuoteRequest,
  coupons: readonly Coupon[],
  now: number,
): { usable: Coupon[]; refusals: QuoteRefusal[] } {
  const byCode = new Map(coupons.map((coupon) => [normalCode(coupon.code), coupon]));
  const refusals: QuoteRefusal[] = [];
  const usable = [...new Map(typed.map((code) => [normalCode(code), code]))].flatMap(([normal, code]) => {
    const coupon = byCode.get(normal);
    const why = whyNot(coupon, customer?.id ?? null, now);
    if (coupon !== undefined && why === undefined) return [coupon];
    refusals.push({ ...why!, code: coupon?.code ?? code });
    return [];
  });
  return { usable, refusals };
}

function whyNot(coupon: Coupon | undefined, customerId: string | null, now: number): Why | undefined {
  if (coupon === undefined) return { reason: 'coupon-unknown', detail: 'there is no such code' };
  const { usesMax, usesPerCustomerMax: perCustomer } = coupon;
  if (coupon.disabled) return { reason: 'coupon-disabled', detail: 'it was taken back' };
  if (!hasStarted(coupon, now))
    return { reason: 'coupon-not-started', detail: `it starts at ${timeText(coupon.startsAt)}` };
  if (hasEnded(coupon, now))
    return { reason: 'coupon-ended', detail: `it ended at ${timeText(coupon.endsAt)}` };
  if (usesMax !== null && coupon.uses >= usesMax)
    return { reason: 'coupon-used-up', detail: `it was used ${timesText(coupon.uses)} of ${usesMax}` };
  if (perCustomer === null) return undefined;
  if (customerId === null)
    return { reason: 'customer-unknown', detail: 'it has a limit per customer: log in to use it' };
  if (coupon.usesOfCustomer >= perCustomer)
    return {
      reason: 'coupon-used-by-customer',
      detail: `the customer has used it ${timesText(coupon.usesOfCustomer)} of ${perCustomer}`,
    };
  return undefined;
}

const timesText = (count: number): string => (count === 1 ? 'once' : `${count} times`);
