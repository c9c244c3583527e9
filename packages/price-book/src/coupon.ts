/** The coupons, one row per code: found by the code in capitals. */
import type { CouponEvents } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { normalCode } from '@quickmart/pricing';
import { code, defineTable, instant, integer, projection, type RowOf, uuid } from '@quickmart/projections';
import { category, timed } from './rule.ts';

export const coupons = defineTable(
  'coupons',
  {
    normal: code(pricingLimits.codeLength),
    code: code(pricingLimits.codeLength),
    batchId: uuid(),
    promotionId: uuid(),
    usesMax: integer().nullable(),
    usesPerCustomerMax: integer().nullable(),
    startsAt: instant().nullable(),
    endsAt: instant().nullable(),
    status: code<'active' | 'disabled'>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'normal',
    indexes: [
      ['createdAt', 'normal'],
      ['promotionId', 'createdAt', 'normal'],
      ['batchId', 'createdAt', 'normal'],
    ],
  },
);
export type CouponRow = RowOf<typeof coupons>;

export const couponList = projection<CouponEvents, typeof coupons>({
  name: 'coupons',
  category,
  table: coupons,
  key: ({ data }) => ('codes' in data ? [...new Set(data.codes.map(normalCode))] : normalCode(data.code)),
  evolve: {
    CouponsIssuedEvent: (_, { codes, ...terms }, { aggregateId: batchId, at }, normal) => ({
      normal: String(normal),
      code: codes.find((one) => normalCode(one) === normal) ?? String(normal),
      batchId,
      ...timed(terms),
      status: 'active',
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
    CouponDisabledEvent: (row, _, { at }) => row && { ...row, status: 'disabled', version: 2, updatedAt: at },
  },
});
