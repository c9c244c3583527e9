import { couponDisabled, couponsIssued, promotionCreated } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { registry } from '@quickmart/contracts/registry';
import { promotion } from '@quickmart/price-book';
import { limits } from '@quickmart/streams';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import { newCoupon, newCouponBatch, newPromotion } from './api.ts';
import { couponBatch, couponView, disable, issue, madeUpCodes } from './coupon.ts';

const { given } = givenWith(registry);
const promotionId = '019a0000-0000-7000-8000-000000000001';
const rule = { name: 'Ten', effect: { type: 'percent', percent: 10 } };
const promotionOf = (more: object) =>
  given(promotion, [promotionCreated(newPromotion.parse({ ...rule, ...more }))]).state;
const byCode = promotionOf({});
const terms = { usesMax: 1, usesPerCustomerMax: null, startsAt: null, endsAt: null };
const issued = couponsIssued({ promotionId, codes: ['Gift-1', 'Gift-2'], ...terms });
const none = given(couponBatch, []);
const batch = given(couponBatch, [issued]);

test('a code of a batch is good for one use, a chosen one for any number', () => {
  none
    .when(() => issue(byCode, promotionId, ['Gift-1', 'Gift-2'], newCouponBatch.parse({ count: 2 })))
    .then([issued]);
  none
    .when(() => issue(byCode, promotionId, ['TEN'], newCoupon.parse({ code: 'TEN' })))
    .then([couponsIssued({ promotionId, codes: ['TEN'], ...terms, usesMax: null })]);
});

test('what is given to all has no codes; what cannot be used is refused', () => {
  const input = newCoupon.parse({ code: 'TEN', usesMax: 2, usesPerCustomerMax: 3 });
  const issueOf = (state: typeof byCode) => () => issue(state, promotionId, ['TEN'], input);
  none.when(issueOf(promotionOf({ automatic: true }))).refuses('promotion-automatic');
  none.when(issueOf(byCode && { ...byCode, status: 'archived' })).refuses('promotion-archived');
  none.when(issueOf(null)).refuses('not-found');
  const errors = [
    { pointer: '/usesPerCustomerMax', code: 'too-large', detail: 'it is more than 2, the uses in all' },
  ];
  none.when(issueOf(byCode)).refuses('rule-invalid', { members: { errors } });
});

test('ten thousand codes are different, and a few events of one append', () => {
  const codes = madeUpCodes(pricingLimits.codesMax, 'x'.repeat(pricingLimits.prefixLength));
  expect(new Set(codes.map((code) => code.toUpperCase())).size).toBe(codes.length);
  const events = issue(byCode, promotionId, codes, newCouponBatch.parse({ count: codes.length }));
  expect(events).toHaveLength(40);
  expect(events.flatMap(({ data }) => data.codes)).toEqual(codes);
  expect(JSON.stringify(events).length).toBeLessThan(limits.appendBytes / 2);
  none.when(() => events).then(events);
});

test('a coupon is disabled once, by its own version', () => {
  const disabled = couponDisabled({ code: 'Gift-1' });
  batch.when((state) => disable(state, 'Gift-1', 1)).then([disabled]);
  const after = given(couponBatch, [issued, disabled]);
  after.when((state) => disable(state, 'gift-1')).then([]);
  after.when((state) => disable(state, 'Gift-2', 1)).then([couponDisabled({ code: 'Gift-2' })]);
  after.when((state) => disable(state, 'Gift-1', 1)).refuses('version-stale');
  none.when((state) => disable(state, 'Gift-1')).refuses('not-found');
  const shown = (code: string) => couponView(after.state, promotionId, code);
  expect([shown('Gift-1'), shown('Gift-2')]).toMatchObject([
    { status: 'disabled', version: 2 },
    { status: 'active', version: 1, usesMax: 1 },
  ]);
});
