/** What the review service takes, shows and refuses. */
import { limits as shared } from '@quickmart/contracts/limits';
import { examples, id, instant, text, version } from '@quickmart/contracts/shapes';
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';
import { z } from 'zod';

export const limits = { ...shared, titleLength: 100, textLength: 2000, reasonLength: 500 } as const;

export const problems = {
  'review-exists': [409, 'You have reviewed this product'],
} as const satisfies Problems;
/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);

const about = { productId: id, customerId: text(limits.customerIdLength, 1) };
const said = {
  rating: z.int().min(1).max(5),
  title: text(limits.titleLength, 1),
  text: text(limits.textLength),
};
const example = {
  productId: examples.product,
  customerId: 'customer-17',
  rating: 5,
  title: 'My morning mug',
  text: 'Keeps the tea warm, and looks good.',
};

export const newReview = z
  .strictObject({ ...about, ...said, text: said.text.default('') })
  .meta({ id: 'NewReview', example });
export type NewReview = z.infer<typeof newReview>;

export const rejection = z
  .strictObject({ reason: text(limits.reasonLength, 1) })
  .meta({ id: 'Rejection', example: { reason: 'It is about the delivery' } });

const erased = 'Null: the customer was erased';
export const reviewStatus = z.enum(['pending', 'approved', 'rejected']);
export const review = z
  .object({
    id,
    productId: id,
    customerId: z.string().nullable().meta({
      description: 'For its author and for moderators; else null, as of somebody who was erased',
    }),
    rating: said.rating,
    title: said.title.nullable().meta({ description: erased }),
    text: said.text.nullable().meta({ description: erased }),
    status: reviewStatus,
    reason: z.string().nullable().meta({ description: 'Why it was rejected' }),
    verified: z.boolean().meta({ description: 'The product was delivered to this customer' }),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Review',
    example: {
      id: '019a0000-0000-5000-8000-000000000001',
      ...example,
      status: 'approved',
      reason: null,
      verified: true,
      version: 3,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Review = z.infer<typeof review>;

const count = z.int().min(0);
const distribution = z
  .object({ 1: count, 2: count, 3: count, 4: count, 5: count })
  .meta({ id: 'RatingDistribution', example: { 1: 0, 2: 0, 3: 1, 4: 0, 5: 2 } });
export const rating = z
  .object({
    productId: id,
    count,
    average: z.number().min(1).max(5).nullable().meta({ description: 'To two decimals; null: no reviews' }),
    distribution,
  })
  .meta({
    id: 'Rating',
    example: {
      productId: examples.product,
      count: 3,
      average: 4.33,
      distribution: distribution.meta()?.example,
    },
  });
export type Rating = z.infer<typeof rating>;
