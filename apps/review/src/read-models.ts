/** What the review service shows: the reviews, and the rating of each product, which is the sum of its approved ones. */
import { sealedLength } from '@quickmart/contracts/personal';
import {
  boolean,
  code,
  defineTable,
  instant,
  integer,
  type RowOf,
  tableOf,
  text,
  uuid,
} from '@quickmart/projections';
import { limits, type Rating, type Review } from './api.ts';
import { review } from './review.ts';

const stars = ['one', 'two', 'three', 'four', 'five'] as const;
const counts = { one: integer(), two: integer(), three: integer(), four: integer(), five: integer() };
const none = { one: 0, two: 0, three: 0, four: 0, five: 0 };
export const ratings = defineTable('ratings', { productId: uuid(), ...counts }, { primaryKey: 'productId' });

export const reviewList = tableOf(review, {
  name: 'reviews',
  columns: {
    id: uuid(),
    productId: uuid(),
    customerId: code(sealedLength(limits.customerIdLength, 'customer')),
    rating: integer(),
    title: text(sealedLength(limits.titleLength)),
    text: text(sealedLength(limits.textLength)),
    status: code<Review['status']>(16),
    reason: text(sealedLength(limits.reasonLength, 'reason')).nullable(),
    verified: boolean(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'rating'],
  indexes: [
    ['productId', 'status', 'createdAt', 'id'],
    ['customerId', 'createdAt', 'id'],
    ['status', 'createdAt', 'id'],
  ],
  row: ({ verified, review }) => review && { ...review, verified },
  state: ({ id: _, version: __, verified, ...review }) => ({ verified, review }),
  totals: {
    table: ratings,
    sum: stars,
    of: ({ productId, status, rating }) =>
      status === 'approved' ? [{ productId, ...none, [stars[rating - 1]!]: 1 }] : [],
  },
});

export function ratingView(productId: string, row: Partial<RowOf<typeof ratings>> = {}): Rating {
  const counts = stars.map((name) => row[name] ?? 0);
  const count = counts.reduce((sum, one) => sum + one, 0);
  const average = counts.reduce((sum, one, index) => sum + one * (index + 1), 0) / count;
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  return {
    productId,
    count,
    average: count === 0 ? null : Math.round(average * 100) / 100,
    distribution: { 1: one, 2: two, 3: three, 4: four, 5: five },
  };
}
