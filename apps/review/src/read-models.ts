/** What the review service shows: the reviews, and the rating of each product, which is the sum of its approved ones. */
import type { ReviewEvents } from '@quickmart/contracts/review/events';
import { projection } from '@quickmart/projections';
import { evolve, type StoredEvent } from '@quickmart/streams';
import type { Rating, Review } from './api.ts';
import { type ReviewState, review, reviewView } from './review.ts';
import { type RatingRow, type ReviewRow, ratings, reviews } from './schema.ts';

const stateOf = ({ id: _, version: __, verified, status, ...said }: ReviewRow): ReviewState => ({
  verified,
  review: { ...said, status: status as Review['status'] },
});

/** The row is the state of the aggregate, laid out in columns: both fold by the same functions. */
function fold(row: ReviewRow | undefined, _: unknown, event: StoredEvent): ReviewRow | undefined {
  const { verified, review: said } = evolve(review, row ? stateOf(row) : review.initial, event);
  return said ? { id: event.aggregateId, ...said, verified, version: event.version } : undefined;
}

export const reviewList = projection<ReviewEvents, typeof reviews, never, typeof ratings>({
  name: 'reviews',
  category: 'review',
  table: reviews,
  key: ({ aggregateId }) => aggregateId,
  evolve: Object.fromEntries(Object.keys(review.evolve).map((type) => [type, fold])),
  totals: {
    table: ratings,
    sum: ['one', 'two', 'three', 'four', 'five'],
    of: ({ productId, status, rating }) => (status === 'approved' ? [ratingOf(productId, rating)] : []),
  },
});

const ratingOf = (productId: string, rating: number): RatingRow => ({
  productId,
  one: Number(rating === 1),
  two: Number(rating === 2),
  three: Number(rating === 3),
  four: Number(rating === 4),
  five: Number(rating === 5),
});

export const rowView = (row: ReviewRow): Review => reviewView(stateOf(row), row.version);

export function ratingView(productId: string, row: Omit<RatingRow, 'productId'> | undefined): Rating {
  const { one = 0, two = 0, three = 0, four = 0, five = 0 } = row ?? {};
  const count = one + two + three + four + five;
  const average = (one + 2 * two + 3 * three + 4 * four + 5 * five) / count;
  return {
    productId,
    count,
    average: count === 0 ? null : Math.round(average * 100) / 100,
    distribution: { 1: one, 2: two, 3: three, 4: four, 5: five },
  };
}
