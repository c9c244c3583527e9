/**
 * Coupons: codes of a promotion, in batches. A batch is one aggregate, whether it has one code or 10,000: its codes stand in a few
 * events of one append, so there are all of them or none. That a code is there once is a claim of the log.
 */
import { randomInt } from 'node:crypto';
import { type CouponEvents, couponDisabled, couponsIssued } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { category, type PromotionState, timed } from '@quickmart/price-book';
import { faultsOfCoupon, normalCode, type Schedule } from '@quickmart/pricing';
import { aggregate } from '@quickmart/streams';
import type { Coupon, IssuedCoupons, NewCoupons } from './api.ts';
import { refuse, refuseFaults } from './problems.ts';
import { changeable } from './promotion.ts';

type Terms = Pick<Coupon, 'promotionId' | 'usesMax' | 'usesPerCustomerMax'> & Schedule;
/** What all codes of a batch have in common, and the codes that are disabled. The others are only in the log and the table. */
export type BatchState = (Terms & { createdAt: number; disabled: Readonly<Record<string, number>> }) | null;

export const couponBatch = aggregate<BatchState, CouponEvents>({
  category,
  initial: null,
  evolve: {
    CouponsIssuedEvent: (state, { codes: _, ...terms }, { at }) =>
      state ?? { ...timed(terms), createdAt: at, disabled: {} },
    CouponDisabledEvent: (state, { code }, { at }) =>
      state && { ...state, disabled: { ...state.disabled, [normalCode(code)]: at } },
  },
});

/** `codes`: those that are typed, or made up. Unique because they are claimed with {@link claimsOf}. */
export function issue(
  promotion: PromotionState,
  promotionId: string,
  codes: readonly string[],
  { usesMax, usesPerCustomerMax, startsAt, endsAt }: NewCoupons,
) {
  if (changeable(promotion).automatic)
    refuse('promotion-automatic', 'make it one with a code first: { "automatic": false }');
  const terms = { usesMax, usesPerCustomerMax, startsAt, endsAt };
  refuseFaults(faultsOfCoupon(timed(terms)));
  const chunks = Math.ceil(codes.length / pricingLimits.codesPerEvent);
  return Array.from({ length: chunks }, (_, chunk) => {
    const from = chunk * pricingLimits.codesPerEvent;
    return couponsIssued({
      promotionId,
      codes: codes.slice(from, from + pricingLimits.codesPerEvent),
      ...terms,
    });
  });
}

export const claimsOf = (codes: readonly string[]) =>
  codes.map((code) => ({ name: 'coupon', value: normalCode(code) }));

/** Without those that are taken for each other. Twelve of them make more than 10^17 codes: nobody guesses one. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const randomLength = 12;

export function madeUpCodes(count: number, prefix: string): string[] {
  const codes = new Set<string>();
  const letter = () => letters[randomInt(letters.length)];
  while (codes.size < count) codes.add(prefix + Array.from({ length: randomLength }, letter).join(''));
  return [...codes];
}

/** A coupon has versions of its own: what becomes of the other codes of its batch is no conflict. */
export function disable(state: BatchState, code: string, expectedVersion?: number) {
  const version = isDisabled(existing(state), code) ? 2 : 1;
  if (expectedVersion !== undefined && expectedVersion !== version)
    refuse('version-stale', `expected version ${expectedVersion}, the coupon is at ${version}`);
  return version === 2 ? [] : [couponDisabled({ code })];
}

const existing = (state: BatchState) => state ?? refuse('not-found', 'there is no such coupon');
const isDisabled = ({ disabled }: NonNullable<BatchState>, code: string) =>
  Object.hasOwn(disabled, normalCode(code));

const iso = (at: number) => new Date(at).toISOString();
const shownTerms = ({ startsAt, endsAt, ...terms }: Terms) => ({
  ...terms,
  startsAt: startsAt === null ? null : iso(startsAt),
  endsAt: endsAt === null ? null : iso(endsAt),
});

export function couponView(state: BatchState, batchId: string, code: string): Coupon {
  const { createdAt, disabled, ...terms } = existing(state);
  const disabledAt = disabled[normalCode(code)];
  return {
    code,
    batchId,
    ...shownTerms(terms),
    status: disabledAt === undefined ? 'active' : 'disabled',
    version: disabledAt === undefined ? 1 : 2,
    createdAt: iso(createdAt),
    updatedAt: iso(disabledAt ?? createdAt),
  };
}

/** As they were issued. */
export const issuedView = (
  state: BatchState,
  batchId: string,
  codes: readonly string[],
  code: string | null,
  version: number,
): IssuedCoupons => ({ ...couponView(state, batchId, codes[0]!), codes: [...codes], code, version });
