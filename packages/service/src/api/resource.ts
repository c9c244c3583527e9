/**
 * What a service keeps of one kind: read by one item, as a list and by its history, and changed by commands. All of it is stated
 * here once; what a service says is its own. Any of the reads can be left out, and served in another way.
 *
 * @example
 * const reviews = resource(api, parts, {
 *   path: '/api/reviews',
 *   shape: reviewShape, // .meta({ id: 'Review' }): getReview, listReviews, getReviewHistory
 *   readModel: reviewList, // of tableOf(review, { … })
 *   list: { sort: ['createdAt', 'rating'], filters: { status: anyOf(reviewStatus), ...period('created') } },
 * });
 * reviews.create({ summary: 'Review a product', body: newReview, responses: errors('review-exists'), decide: submit });
 * reviews.post('approve', { summary: 'Approve a review', decide: approve });
 */
import type { ColumnOf, StateTable, Table } from '@quickmart/projections';
import type { Aggregate, EventMap } from '@quickmart/streams';
import type { ListFilters } from '../http/filters.ts';
import type { Shown } from '../http/shown.ts';
import type { Api } from './api.ts';
import { type Commands, commandRoutes } from './commands.ts';
import { namesOf } from './names.ts';
import { type OwnerCheck, ownerCheck } from './owner.ts';
import { type Parts, type ReadOptions, readRoutes } from './reads.ts';

export type ResourceOptions<
  State,
  Events extends EventMap,
  T extends Table,
  Item,
  Given extends ListFilters,
  Sort extends string,
> = Omit<ReadOptions<T, Item, Given, Sort>, 'table' | 'category' | 'aggregateOf'> & {
  readModel: StateTable<State, Events, T>;
  /** What decides, where it is not the aggregate of the read model: with timers that follow from settings, for instance. */
  aggregate?: Aggregate<State, Events>;
};

export function resource<
  State,
  Events extends EventMap,
  T extends Table,
  Item extends object,
  Given extends ListFilters = Record<never, never>,
  Sort extends string = ColumnOf<T>,
>(
  api: Api,
  parts: Parts,
  options: ResourceOptions<State, Events, T, Item, Given, Sort>,
): Commands<State, Events, Item> {
  const { path, id, shape, readModel, owner, aggregate = readModel.aggregate } = options;
  const { table } = readModel;
  const names = namesOf(path, shape);
  const { tag = names.many, view = (row: Shown<T>) => row as unknown as Item } = options;
  const checkOwner: OwnerCheck =
    owner === undefined ? async () => {} : ownerCheck(parts.store, aggregate, readModel, owner);
  const reads = { ...options, table, category: aggregate.category };
  readRoutes<T, Item, Given, Sort>(api, parts, reads, checkOwner);
  const commands = { path, id, shape, readModel, aggregate, tag, names, owner, view, checkOwner };
  return commandRoutes(api, parts.store, commands);
}
