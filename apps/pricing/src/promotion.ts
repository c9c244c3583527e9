/** A promotion: what it gives, to whom and when. */
import { isDeepStrictEqual } from 'node:util';
import { limits } from '@quickmart/contracts/limits';
import {
  type PromotionEvents,
  promotionArchived,
  promotionChanged,
  promotionCreated,
} from '@quickmart/contracts/pricing/events';
import type { Condition, Effect } from '@quickmart/contracts/pricing/rules';
import { faultsOfPromotion } from '@quickmart/pricing';
import { boolean, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import type { NewPromotion, Promotion, PromotionUpdate } from './api.ts';
import { refuse, refuseFaults } from './problems.ts';
import { category, timed } from './rule.ts';

type Times = { startsAt: number | null; endsAt: number | null; createdAt: number; updatedAt: number };
type Existing = Omit<Promotion, keyof Times | 'id' | 'version'> & Times;
export type PromotionState = Existing | null;

export const promotion = aggregate<PromotionState, PromotionEvents>({
  category,
  initial: null,
  evolve: {
    PromotionCreatedEvent: (_, rule, { at }) => ({
      ...timed(rule),
      status: 'active',
      createdAt: at,
      updatedAt: at,
    }),
    PromotionChangedEvent: (state, { changes }, { at }) =>
      state && { ...changed(state, changes), updatedAt: at },
    PromotionArchivedEvent: (state, _, { at }) => state && { ...state, status: 'archived', updatedAt: at },
  },
});

type Changes = PromotionEvents['PromotionChangedEvent']['changes'];

function changed(state: Existing, { startsAt, endsAt, ...changes }: Changes): Existing {
  const times = timed({ startsAt: startsAt ?? null, endsAt: endsAt ?? null });
  return {
    ...state,
    ...(changes as Partial<Existing>),
    ...(startsAt !== undefined && { startsAt: times.startsAt }),
    ...(endsAt !== undefined && { endsAt: times.endsAt }),
  };
}

export function create(input: NewPromotion) {
  refuseFaults(faultsOfPromotion(timed(input)));
  return [promotionCreated(input)];
}

export function update(state: PromotionState, changes: PromotionUpdate) {
  const current = changeable(state);
  const next = changed(current, changes);
  if (isDeepStrictEqual(next, current)) return [];
  refuseFaults(faultsOfPromotion(next));
  return [promotionChanged({ changes })];
}

export const archive = (state: PromotionState) =>
  existing(state).status === 'archived' ? [] : [promotionArchived({})];

const existing = (state: PromotionState): Existing =>
  state ?? refuse('not-found', 'there is no such promotion');

/** Also of who wants to give it codes. */
export function changeable(state: PromotionState): Existing {
  const current = existing(state);
  return current.status === 'archived'
    ? refuse('promotion-archived', 'it was archived: create another one')
    : current;
}

export const promotions = tableOf(promotion, {
  name: 'promotions',
  columns: {
    id: uuid(),
    name: text(limits.nameLength),
    effect: json<Effect>(),
    conditions: json<Condition[]>(),
    automatic: boolean(),
    stackable: boolean(),
    priority: integer(),
    startsAt: instant().nullable(),
    endsAt: instant().nullable(),
    status: code<Promotion['status']>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'name', 'priority'],
  indexes: [
    ['status', 'createdAt', 'id'],
    ['automatic', 'status', 'createdAt', 'id'],
  ],
});
