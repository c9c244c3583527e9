/** One review per customer and product: its state, and the decisions on it. */
import { namedId } from '@quickmart/contracts/named-id';
import { subjectIn } from '@quickmart/contracts/personal';
import {
  purchaseDelivered,
  type ReviewEvents,
  reviewApproved,
  reviewRejected,
  reviewSubmitted,
} from '@quickmart/contracts/review/events';
import { aggregate } from '@quickmart/streams';
import { type NewReview, type Review, refuse } from './api.ts';

/** `review` is null until there is one: a purchase may be delivered long before. */
export type ReviewState = {
  verified: boolean;
  review: (NewReview & Pick<Review, 'status' | 'reason'> & { createdAt: number; updatedAt: number }) | null;
};

export const review = aggregate<ReviewState, ReviewEvents>({
  category: 'review',
  initial: { verified: false, review: null },
  evolve: {
    PurchaseDeliveredEvent: ({ review }, _, { at }) => ({
      verified: true,
      review: review && { ...review, updatedAt: at },
    }),
    ReviewSubmittedEvent: (_, { verified, ...said }, { at }) => ({
      verified,
      review: { ...said, status: 'pending', reason: null, createdAt: at, updatedAt: at },
    }),
    ReviewApprovedEvent: (state, _, { at }) => moderated(state, { status: 'approved', reason: null }, at),
    ReviewRejectedEvent: (state, { reason }, { at }) => moderated(state, { status: 'rejected', reason }, at),
  },
});

const moderated = (
  { verified, review }: ReviewState,
  outcome: Pick<Review, 'status' | 'reason'>,
  updatedAt: number,
): ReviewState => ({ verified, review: review && { ...review, ...outcome, updatedAt } });

const namespace = '6f1f1a3e-9a0e-4a55-8d0c-0d5b3c1f7a10';
/** It follows from what there is one review of: so there cannot be two. */
export const reviewId = (productId: string, customerId: string): string =>
  namedId(namespace, `${productId}/${subjectIn(customerId) ?? customerId}`);

/** A product was delivered to a customer, by this order or by an earlier one. */
export const deliver = (
  { verified }: ReviewState,
  purchase: { productId: string; customerId: string; orderId: string },
) => (verified ? [] : [purchaseDelivered(purchase)]);

/** A review that was rejected can be submitted anew. */
export function submit({ verified, review }: ReviewState, input: NewReview) {
  if (review && review.status !== 'rejected') refuse('review-exists', `your review is ${review.status}`);
  return [reviewSubmitted({ ...input, verified })];
}

export const approve = (state: ReviewState) =>
  existing(state).status === 'approved' ? [] : [reviewApproved({})];

export const reject = (state: ReviewState, reason: string) =>
  existing(state).reason === reason ? [] : [reviewRejected({ reason })];

const existing = ({ review }: ReviewState) => review ?? refuse('not-found', 'there is no such review');
