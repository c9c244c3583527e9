/** Promotions and coupons: requests and answers. */
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { conditionWith, effectWith, promotionFields } from '@quickmart/contracts/pricing/rules';
import { couponCode, couponTerms, newSchedule, schedule } from '@quickmart/contracts/pricing/shapes';
import { examples, id, instant, money, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';

const everything = { skus: [], categories: [] };
const effect = effectWith(money).meta({
  id: 'PromotionEffect',
  description:
    'What is given. `on`: the lines that it is taken off, by SKU or product category; left out: all',
  example: { type: 'percent', percent: 10, on: everything },
});
const condition = conditionWith(money).meta({
  id: 'PromotionCondition',
  description: 'What must hold; subtotals are those before discounts',
  example: { type: 'subtotal', from: { amount: 5000, currency: 'EUR' }, on: everything },
});
const fields = {
  ...promotionFields(money),
  effect,
  conditions: z.array(condition).max(pricingLimits.conditionsMax),
};
const example = {
  name: 'Summer sale',
  effect: { type: 'percent', percent: 10, on: { skus: [], categories: ['kitchen'] } },
  conditions: [{ type: 'quantity', from: 2 }],
};
const always = { startsAt: null, endsAt: null };

export const newPromotion = z
  .strictObject({
    ...fields,
    ...newSchedule,
    conditions: fields.conditions.default([]),
    automatic: fields.automatic.default(false),
    stackable: fields.stackable.default(true),
    priority: fields.priority.default(0),
  })
  .meta({ id: 'NewPromotion', example });
export type NewPromotion = z.infer<typeof newPromotion>;

const status = z.enum(['active', 'paused']);
export const promotionUpdate = z
  .strictObject({ ...fields, status })
  .partial()
  .meta({ id: 'PromotionUpdate', example: { status: 'paused' } });
export type PromotionUpdate = z.infer<typeof promotionUpdate>;

export const promotionStatus = z.enum(['active', 'paused', 'archived']);
export const promotionShape = z
  .object({ id, ...fields, status: promotionStatus, version, createdAt: instant, updatedAt: instant })
  .meta({
    id: 'Promotion',
    example: {
      id: examples.event,
      ...example,
      automatic: false,
      stackable: true,
      priority: 0,
      ...always,
      status: 'active',
      version: 1,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Promotion = z.infer<typeof promotionShape>;

const uses = { usesPerCustomerMax: couponTerms.usesPerCustomerMax.default(null), ...newSchedule };
const couponExample = { code: 'SUMMER10', usesMax: 100, usesPerCustomerMax: 1 };
export const newCoupon = z
  .strictObject({ code: couponCode, usesMax: couponTerms.usesMax.default(null), ...uses })
  .meta({ id: 'NewCoupon', example: couponExample });
export const newCouponBatch = z
  .strictObject({
    count: z.int().min(1).max(pricingLimits.codesMax).meta({ description: 'So many codes, made up here' }),
    prefix: z
      .string()
      .max(pricingLimits.prefixLength)
      .regex(/^([A-Za-z0-9][A-Za-z0-9_-]*)?$/, { error: 'must be letters, digits, dashes and underscores' })
      .default(''),
    usesMax: couponTerms.usesMax.default(1),
    ...uses,
  })
  .meta({ id: 'NewCouponBatch', example: { count: 1000, prefix: 'gift-' } });
export const newCoupons = z
  .union([newCoupon, newCouponBatch])
  .meta({ id: 'NewCoupons', example: couponExample });
export type NewCoupons = z.infer<typeof newCoupons>;

const batch = { batchId: id, promotionId: id };
const batchExample = { batchId: examples.event, promotionId: examples.event };
const stamps = { version, createdAt: instant, updatedAt: instant };
const stampsExample = { version: 1, createdAt: examples.at, updatedAt: examples.at };
export const couponStatus = z.enum(['active', 'disabled']);
export const couponShape = z
  .object({ code: couponCode, ...batch, ...couponTerms, ...schedule, status: couponStatus, ...stamps })
  .meta({
    id: 'Coupon',
    example: { ...couponExample, ...batchExample, ...always, status: 'active', ...stampsExample },
  });
export type Coupon = z.infer<typeof couponShape>;

export const issuedShape = z
  .object({
    ...batch,
    code: couponCode
      .nullable()
      .meta({ description: 'The code that was chosen; null: a batch of made-up ones' }),
    codes: z.array(couponCode).meta({ description: 'All codes' }),
    ...couponTerms,
    ...schedule,
    status: couponStatus,
    ...stamps,
  })
  .meta({
    id: 'IssuedCoupons',
    example: {
      ...batchExample,
      ...couponExample,
      codes: [couponExample.code],
      ...always,
      status: 'active',
      ...stampsExample,
    },
  });
export type IssuedCoupons = z.infer<typeof issuedShape>;
