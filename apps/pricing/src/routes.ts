/** Promotions over HTTP. */
import { text } from '@quickmart/contracts/shapes';
import { promotions } from '@quickmart/price-book';
import type { ReadModels } from '@quickmart/projections';
import { type Api, anyOf, filter, flag, needs, period, resource } from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { newPromotion, promotionShape, promotionStatus, promotionUpdate } from './api.ts';
import { errors } from './problems.ts';
import { archive, create, update } from './promotion.ts';

export type Parts = { store: EventStore; readModels: ReadModels };

const access = needs('pricing:write');
/** What is planned for next week is nobody's business: what is given now, a quote tells. */
const reader = needs('pricing:read');

export function promotionRoutes(api: Api, parts: Parts): void {
  const all = resource(api, parts, {
    path: '/api/promotions',
    shape: promotionShape,
    readModel: promotions,
    access: reader,
    list: {
      sort: ['createdAt', 'updatedAt', 'name', 'priority'],
      filters: {
        status: anyOf(promotionStatus),
        automatic: flag(),
        search: filter(
          text(100, 1).meta({ description: 'Only those with this in their name, in capitals or not' }),
          (value) => ({ column: 'name', op: 'contains', value }),
        ),
        ...period('created'),
      },
    },
  });

  all.create({
    access,
    summary: 'Create a promotion; it is active from its start on',
    description:
      'With `automatic` it is given to every basket that fits, else to who has a code: `POST …/{id}/coupons`. Promotions ' +
      'follow each other by priority, each takes off what the ones before have left; one that does not stack is given alone.',
    body: newPromotion,
    responses: errors('rule-invalid'),
    decide: (_, input) => create(input),
  });

  all.patch('', {
    access,
    summary: 'Change a promotion, pause it, or make it active again',
    description: 'Only the fields that are sent change; orders that are placed keep what they were given.',
    body: promotionUpdate,
    responses: errors('rule-invalid', 'promotion-archived'),
    decide: update,
  });

  all.delete('', {
    operationId: 'archivePromotion',
    access,
    summary: 'Archive a promotion for good: it is not given any more, and neither are its codes accepted',
    description: 'It stays readable. Archived twice, it is archived: the second time changes nothing.',
    decide: archive,
  });
}
