/** HTTP in, one decision, HTTP out. */
import { history, id as idShape, text } from '@quickmart/contracts/shapes';
import { among, between, type ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  createRoute,
  historyQuery,
  idParam,
  integerParam,
  itemQuery,
  json,
  jsonBody,
  listQuery,
  pageOf,
  period,
  readHistory,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { z } from 'zod';
import {
  errors,
  limits,
  newReview,
  rating,
  rejection,
  reviewPage,
  review as reviewShape,
  reviewStatus,
} from './api.ts';
import { ratingView, rowView } from './read-models.ts';
import { approve, reject, review, reviewId, reviewView, submit } from './review.ts';
import { ratings, reviews } from './schema.ts';

const tags = ['Reviews'];
const path = '/api/reviews';
const params = idParam();
const one = json(reviewShape, 'The review');

const submitRoute = createRoute({
  method: 'post',
  path,
  operationId: 'submitReview',
  tags,
  summary: 'Review a product, once per customer',
  description: 'It counts when a moderator approves it. A review that was rejected can be submitted anew.',
  request: { body: jsonBody(newReview) },
  responses: { 201: json(reviewShape, 'The new review'), ...errors('review-exists') },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getReview',
  tags,
  summary: 'One review',
  request: { params, query: itemQuery },
  responses: { 200: one },
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listReviews',
  tags,
  summary: 'Reviews, page by page',
  request: {
    query: listQuery(['createdAt', 'updatedAt', 'rating'], {
      productId: anyOf(idShape).optional(),
      status: anyOf(reviewStatus).optional(),
      customerId: text(limits.customerIdLength, 1).optional(),
      minRating: integerParam(1, 5).optional().meta({ description: 'At least so many stars' }),
      maxRating: integerParam(1, 5).optional().meta({ description: 'At most so many stars' }),
      verified: z.enum(['false', 'true']).optional(),
      ...period('created'),
      ...period('updated'),
    }),
  },
  responses: { 200: json(reviewPage, 'One page') },
});

const approveRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/approve`,
  operationId: 'approveReview',
  tags,
  summary: 'Approve a review',
  description: 'Its stars count in the rating of the product from now on.',
  request: { params },
  responses: { 200: one },
});

const rejectRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/reject`,
  operationId: 'rejectReview',
  tags,
  summary: 'Reject a review, with a reason',
  description: 'Also one that was approved: its stars count no more. The customer may submit another one.',
  request: { params, body: jsonBody(rejection) },
  responses: { 200: one },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getReviewHistory',
  tags,
  summary: 'The events of a review, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const ratingRoute = createRoute({
  method: 'get',
  path: '/api/ratings/{productId}',
  operationId: 'getRating',
  tags,
  summary: 'How many stars a product has, over its approved reviews',
  request: { params: idParam('productId') },
  responses: { 200: json(rating, 'The rating; of a product without reviews: zeros') },
});

export function routes(api: Api, { store, readModels }: { store: EventStore; readModels: ReadModels }): void {
  api.openapi(submitRoute, (c) => {
    const input = c.req.valid('json');
    const id = reviewId(input.productId, input.customerId);
    return respond(c, 201, reviewView, (command) =>
      store.decide(review, id, (state) => submit(state, input), command),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(reviews, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('review', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const { productId, status, customerId, verified } = query;
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(reviews, {
      ...pageOf(query),
      where: [
        among('productId', productId),
        among('status', status),
        customerId === undefined ? undefined : { column: 'customerId', op: 'eq', value: customerId },
        verified === undefined ? undefined : { column: 'verified', op: 'eq', value: verified === 'true' },
        ...between('rating', query.minRating, query.maxRating),
        ...between('createdAt', query.createdFrom, query.createdTo),
        ...between('updatedAt', query.updatedFrom, query.updatedTo),
      ],
    });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(approveRoute, (c) => {
    const { id } = c.req.valid('param');
    return respond(c, 200, reviewView, (command) => store.decide(review, id, approve, command));
  });

  api.openapi(rejectRoute, (c) => {
    const [{ id }, { reason }] = [c.req.valid('param'), c.req.valid('json')];
    return respond(c, 200, reviewView, (command) =>
      store.decide(review, id, (state) => reject(state, reason), command),
    );
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'review', c.req.valid('param').id, c.req.valid('query')),
  );

  api.openapi(ratingRoute, async (c) => {
    const { productId } = c.req.valid('param');
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    return c.json(ratingView(productId, await readModels.get(ratings, productId)), 200);
  });
}
