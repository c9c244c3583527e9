/** HTTP in, one decision, HTTP out. */
import { id, text } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  atLeast,
  atMost,
  createRoute,
  flag,
  idParam,
  integerParam,
  json,
  needs,
  open,
  owned,
  ownerOr,
  period,
  resource,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { errors, limits, newReview, rating, rejection, reviewStatus, review as shape } from './api.ts';
import { ratings, ratingView, reviewList } from './read-models.ts';
import { approve, reject, reviewId, submit } from './review.ts';

const stars = integerParam(1, 5);

const ratingRoute = createRoute({
  method: 'get',
  path: '/api/ratings/{productId}',
  operationId: 'getRating',
  access: open('what customers say is for everyone'),
  tags: ['Reviews'],
  summary: 'How many stars a product has, over its approved reviews',
  request: { params: idParam('productId') },
  responses: { 200: json(rating, 'The rating; of a product without reviews: zeros') },
});

export function routes(api: Api, parts: { store: EventStore; readModels: ReadModels }): void {
  const reviews = resource(api, parts, {
    path: '/api/reviews',
    shape,
    readModel: reviewList,
    access: open('what customers say is for everyone'),
    history: { access: needs('reviews:moderate') },
    list: {
      sort: ['createdAt', 'updatedAt', 'rating'],
      filters: {
        productId: anyOf(id),
        status: anyOf(reviewStatus),
        customerId: text(limits.customerIdLength, 1),
        minRating: atLeast('rating', stars.meta({ description: 'At least so many stars' })),
        maxRating: atMost('rating', stars.meta({ description: 'At most so many stars' })),
        verified: flag(),
        ...period('created'),
        ...period('updated'),
      },
    },
  });

  reviews.create({
    operationId: 'submitReview',
    access: ownerOr('reviews:moderate'),
    summary: 'Review a product, once per customer',
    description: 'It counts when a moderator approves it. A review that was rejected can be submitted anew.',
    body: newReview,
    responses: errors('review-exists'),
    id: ({ productId, customerId }) => reviewId(productId, customerId),
    decide: (state, input, { c }) => {
      owned(c, input.customerId);
      return submit(state, input);
    },
  });

  reviews.post('approve', {
    access: needs('reviews:moderate'),
    summary: 'Approve a review',
    description: 'Its stars count in the rating of the product from now on.',
    decide: approve,
  });

  reviews.post('reject', {
    access: needs('reviews:moderate'),
    summary: 'Reject a review, with a reason',
    description: 'Also one that was approved: its stars count no more. The customer may submit another one.',
    body: rejection,
    decide: (state, { reason }) => reject(state, reason),
  });

  api.openapi(ratingRoute, async (c) => {
    const { productId } = c.req.valid('param');
    if (!(await waitForSent(c, parts.readModels))) c.header('Read-Model-Stale', 'true');
    return c.json(ratingView(productId, await parts.readModels.get(ratings, productId)), 200);
  });
}
