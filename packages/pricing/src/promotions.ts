/**
 * Which promotions are given, in their order: the highest priority first, of equal ones those with a code, then by id. Each
 * takes off what the ones before have left. One that does not stack is given alone: as the first, or not at all.
 */
import type { QuoteRefusal } from '@quickmart/contracts/pricing/quote';
import { type Basket, sum } from './basket.ts';
import { unmet } from './conditions.ts';
import type { Why } from './coupons.ts';
import { type Reduction, reductionOf } from './effects.ts';
import { type Coupon, hasEnded, hasStarted, type Promotion, type QuoteRequest } from './rules.ts';
import { timeText } from './words.ts';

/** A promotion that is given. `code`: of the coupon that has brought it. */
export type Given = Reduction & { promotion: Promotion; code: string | undefined };
type Candidate = { promotion: Promotion; coupon: Coupon | undefined };
type Asked = { basket: Basket; request: QuoteRequest; now: number };

export function promote(
  asked: Asked,
  promotions: readonly Promotion[],
  coupons: readonly Coupon[],
): { given: Given[]; basket: Basket; refusals: QuoteRefusal[] } {
  const { candidates, refusals } = candidatesOf(promotions, coupons);
  const given: Given[] = [];
  let basket = asked.basket;
  for (const { promotion, coupon } of candidates) {
    const reduction = reductionOf(promotion.effect, basket);
    const why = whyNot(promotion, given, asked) ?? (isNothing(reduction) ? noEffect(reduction) : undefined);
    // Nobody has asked for what comes by itself: where it does not apply, there is nothing to say.
    if (why !== undefined && coupon !== undefined) refusals.push({ ...why, code: coupon.code });
    if (why !== undefined) continue;
    given.push({ ...reduction, promotion, code: coupon?.code });
    basket = after(basket, reduction);
  }
  return { given, basket, refusals };
}

/** A promotion is given once: a second code of it is refused. */
function candidatesOf(promotions: readonly Promotion[], coupons: readonly Coupon[]) {
  const refusals: QuoteRefusal[] = [];
  const couponOf = new Map<string, Coupon>();
  const known = new Set(promotions.map(({ id }) => id));
  for (const coupon of coupons) {
    const first = couponOf.get(coupon.promotion);
    if (first !== undefined)
      refusals.push({
        reason: 'promotion-applied',
        detail: `${first.code} has brought the same`,
        code: coupon.code,
      });
    else if (known.has(coupon.promotion)) couponOf.set(coupon.promotion, coupon);
    else refusals.push({ ...inactive, code: coupon.code });
  }
  const candidates = promotions
    .map((promotion): Candidate => ({ promotion, coupon: couponOf.get(promotion.id) }))
    .filter(({ promotion, coupon }) => promotion.automatic || coupon !== undefined)
    .sort(inOrder);
  return { candidates, refusals };
}

const inOrder = (a: Candidate, b: Candidate): number =>
  b.promotion.priority - a.promotion.priority ||
  Number(a.coupon === undefined) - Number(b.coupon === undefined) ||
  (a.promotion.id < b.promotion.id ? -1 : 1);

const inactive: Why = { reason: 'promotion-inactive', detail: 'its promotion is not active' };

function whyNot(promotion: Promotion, given: readonly Given[], asked: Asked): Why | undefined {
  if (!promotion.active) return inactive;
  if (!hasStarted(promotion, asked.now))
    return {
      reason: 'promotion-not-started',
      detail: `its promotion starts at ${timeText(promotion.startsAt)}`,
    };
  if (hasEnded(promotion, asked.now))
    return { reason: 'promotion-ended', detail: `its promotion ended at ${timeText(promotion.endsAt)}` };
  // Conditions are about the basket as it was before any discount.
  const condition = unmet(promotion.conditions, asked);
  if (condition !== undefined) return { reason: 'condition-not-met', detail: condition };
  const alone = promotion.stackable ? given.find((one) => !one.promotion.stackable) : given[0];
  if (alone === undefined) return undefined;
  return { reason: 'not-combinable', detail: `it cannot be combined with ${alone.promotion.name}` };
}

const isNothing = ({ off, shipping }: Reduction): boolean => sum(off) + shipping === 0;
const noEffect = ({ why }: Reduction): Why => ({
  reason: 'nothing-to-discount',
  detail: `there is nothing in the basket that it reduces (${why})`,
});

const after = ({ currency, lines, shipping }: Basket, reduction: Reduction): Basket => ({
  currency,
  lines: lines.map((line, index) => ({ ...line, left: line.left - reduction.off[index]! })),
  shipping: shipping === null ? null : shipping - reduction.shipping,
});
