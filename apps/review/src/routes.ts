/** HTTP in, one decision, HTTP out. */
import { id, text } from '@quickmart/contracts/shapes';
import { among, type ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import {
  type Api,
  anyOf,
  atLeast,
  atMost,
  createRoute,
  filter,
  flag,
  idParam,
  integerParam,
  json,
  may,
  needs,
  open,
  owned,
  ownerOr,
  period,
  resource,
  type ServiceContext,
  waitForSent,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import {
  errors,
  limits,
  type NewReview,
  newReview,
  rating,
  rejection,
  reviewStatus,
  review as shape,
} from './api.ts';
import { ratings, ratingView, reviewList } from './read-models.ts';
import { approve, reject, review, reviewId, submit } from './review.ts';

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

type Parts = { store: EventStore; readModels: ReadModels; sealing: Sealing };

/** All that the customer says is theirs: sealed before it is decided on. */
async function sealed(sealing: Sealing, input: NewReview): Promise<NewReview> {
  const whose = sealing.subjectOf(input.customerId);
  const [customerId, title, text] = await Promise.all([
    sealing.customer(input.customerId),
    sealing.seal(whose, 'ReviewSubmittedEvent/title', input.title),
    sealing.seal(whose, 'ReviewSubmittedEvent/text', input.text),
  ]);
  return { ...input, customerId, title, text };
}

/** Of a customer who is named by a text there may be a review, or a purchase, from before such texts were sealed. */
async function idOf({ store, sealing }: Parts, { productId, customerId }: NewReview): Promise<string> {
  const [older, id] = [customerId, sealing.subjectOf(customerId)].map((one) => reviewId(productId, one)) as [
    string,
    string,
  ];
  return older !== id && (await store.head('review', older)) ? older : id;
}

/**
 * What is not approved only moderators see, and whoever has written it; and only they learn who that is. The answer is for this
 * caller only.
 */
function seesAll(c: ServiceContext, customerId: unknown): boolean {
  c.header('Vary', 'Authorization', { append: true });
  const caller = c.get('caller');
  return may(caller, 'reviews:moderate') || (typeof customerId === 'string' && caller.owns(customerId));
}

export function routes(api: Api, parts: Parts): void {
  const { store, sealing } = parts;
  const reviews = resource(api, parts, {
    path: '/api/reviews',
    shape,
    readModel: reviewList,
    access: open('what customers say is for everyone'),
    history: { access: needs('reviews:moderate') },
    visible: ({ status, customerId }, c) => status === 'approved' || seesAll(c, customerId),
    seenBy: (review, c) => (seesAll(c, review.customerId) ? review : { ...review, customerId: null }),
    list: {
      description:
        'All that are approved; one’s own, by `customerId`, and those that moderators see, in any status. Of somebody else by ' +
        '`customerId`: none.',
      where: ({ customerId }, c) => {
        if (seesAll(c, customerId)) return [];
        const approved = { column: 'status', op: 'eq', value: 'approved' } as const;
        return customerId === undefined ? [approved] : [approved, { ...approved, op: 'ne' }];
      },
      sort: ['createdAt', 'updatedAt', 'rating'],
      filters: {
        productId: anyOf(id),
        status: anyOf(reviewStatus),
        customerId: filter(text(limits.customerIdLength, 1), async (customer) =>
          among('customerId', await sealing.customers(customer)),
        ),
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
    id: (input) => idOf(parts, input),
    prepare: (input) => sealed(sealing, input),
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
    prepare: async ({ reason }, id) => {
      const { customerId } = (await store.read(review, id)).state.review ?? {};
      // There is no such review: the decision will say so.
      if (customerId === undefined) return { reason };
      return { reason: await sealing.seal(sealing.subjectOf(customerId), 'reason', reason) };
    },
    decide: (state, { reason }) => reject(state, reason),
  });

  api.openapi(ratingRoute, async (c) => {
    const { productId } = c.req.valid('param');
    if (!(await waitForSent(c, parts.readModels))) c.header('Read-Model-Stale', 'true');
    return c.json(ratingView(productId, await parts.readModels.get(ratings, productId)), 200);
  });
}
