import { registry } from '@quickmart/contracts/registry';
import {
  purchaseDelivered,
  reviewApproved,
  reviewRejected,
  reviewSubmitted,
} from '@quickmart/contracts/review/events';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import { ratingView, reviewList } from './read-models.ts';
import { approve, deliver, reject, review, reviewId, submit } from './review.ts';

const { given } = givenWith(registry);
const productId = '019a0000-0000-7000-8000-000000000001';
const customerId = 'customer-17';
const input = { productId, customerId, rating: 4, title: 'A mug', text: '' };
const purchase = { productId, customerId, orderId: '019a0000-0000-7000-8000-00000000000a' };
const delivered = purchaseDelivered(purchase);
const submitted = reviewSubmitted({ ...input, verified: false });
const rejected = reviewRejected({ reason: 'too short' });

const none = given(review, []);
const bought = given(review, [delivered]);
const pending = given(review, [submitted]);
const approved = given(review, [submitted, reviewApproved({})]);
const refused = given(review, [submitted, rejected]);

test('a customer has one review per product, and another one where it was rejected', () => {
  none.when((s) => submit(s, input)).then([submitted]);
  pending.when((s) => submit(s, input)).refuses('review-exists');
  approved.when((s) => submit(s, input)).refuses('review-exists');
  refused.when((s) => submit(s, input)).then([submitted]);
  expect(reviewId(productId, customerId)).toBe('1b8c82b7-8906-5499-a47f-b7e25d8d1504');
  expect(reviewId(productId, customerId)).not.toBe(reviewId(productId, 'customer-18'));
});

test('a purchase is verified once, before the review or after it', () => {
  none.when((s) => deliver(s, purchase)).then([delivered]);
  bought.when((s) => deliver(s, purchase)).then([]);
  bought.when((s) => submit(s, input)).then([reviewSubmitted({ ...input, verified: true })]);
  expect(given(review, [submitted, delivered]).state.verified).toBe(true);
  const again = given(review, [delivered, reviewSubmitted({ ...input, verified: true }), rejected]);
  again.when((s) => submit(s, input)).then([reviewSubmitted({ ...input, verified: true })]);
});

test('moderators approve and reject, and change their mind', () => {
  pending.when(approve).then([reviewApproved({})]);
  approved.when(approve).then([]);
  refused.when(approve).then([reviewApproved({})]);
  approved.when((s) => reject(s, 'too short')).then([rejected]);
  refused.when((s) => reject(s, 'too short')).then([]);
  none.when(approve).refuses('not-found');
  bought.when((s) => reject(s, 'too short')).refuses('not-found');
});

test('what is shown', () => {
  expect(reviewList.rowOf(refused.state, 'r1', refused.version)).toMatchObject({
    ...input,
    status: 'rejected',
    reason: 'too short',
    verified: false,
    version: 2,
  });
  expect(ratingView(productId, undefined)).toMatchObject({ count: 0, average: null });
  const row = { one: 0, two: 0, three: 1, four: 0, five: 2 };
  expect(ratingView(productId, row)).toMatchObject({ count: 3, average: 4.33, distribution: { 3: 1, 5: 2 } });
});
