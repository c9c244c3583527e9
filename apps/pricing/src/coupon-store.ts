/** Coupons in the log and in the table: the claim of a code names its batch, the row has its spelling. */
import { type CouponRow, category, coupons, promotion } from '@quickmart/price-book';
import { normalCode } from '@quickmart/pricing';
import { type ItemSource, requestLimits } from '@quickmart/service';
import { type Command, type EventStore, OutageError, ref } from '@quickmart/streams';
import type { NewCoupons } from './api.ts';
import { type BatchState, claimsOf, couponBatch, issue } from './coupon.ts';
import { refuse } from './problems.ts';
import type { Parts } from './routes.ts';

/** A batch of codes, for a promotion that needs them. If-Match is about the promotion, not about the new batch. */
export const issueTo = (
  store: EventStore,
  promotionId: string,
  batchId: string,
  codes: readonly string[],
  input: NewCoupons,
  { expectedVersion, ...command }: Command<BatchState>,
) =>
  store.decideAll<BatchState>(
    category,
    [ref(couponBatch, batchId), ref(promotion, promotionId)],
    (tx) => {
      const { state, version } = tx.of(promotion, promotionId);
      if (expectedVersion !== undefined && version !== expectedVersion)
        refuse('version-stale', `the promotion is at version ${version}`);
      tx.of(couponBatch, batchId).append(issue(state, promotionId, codes, input));
    },
    { ...command, claims: claimsOf(codes) },
  );

export function sourceOf({ store, readModels }: Parts, code: string): ItemSource<CouponRow> {
  const normal = normalCode(code);
  return {
    row: () => readModels.get(coupons, normal),
    waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
    head: async () => {
      const batchId = await store.owner(category, 'coupon', normal);
      return batchId === undefined ? undefined : await store.head(category, batchId);
    },
  };
}

/** A coupon that was issued just now is waited for. Refuses with not-found. */
export async function existingCoupon(parts: Parts, code: string): Promise<CouponRow> {
  const { row, head, waitFor } = sourceOf(parts, code);
  const known = await row();
  if (known) return known;
  const position = (await head())?.position ?? refuse('not-found', 'there is no coupon with this code');
  if (!(await waitFor(position, requestLimits.waitMs)))
    throw new OutageError('the coupons of the pricing service are behind');
  return (await row()) ?? refuse('not-found', 'there is no coupon with this code');
}
