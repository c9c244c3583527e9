/** A promotion as it is: what it gives, to whom and when. Who may change it, and how, says the pricing service. */
import { limits } from '@quickmart/contracts/limits';
import type { PromotionEvents } from '@quickmart/contracts/pricing/events';
import type { Condition, Effect } from '@quickmart/contracts/pricing/rules';
import { boolean, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { category, type Stamps, type Timed, timed } from './rule.ts';

type Status = 'active' | 'paused' | 'archived';
export type KeptPromotion = Timed<PromotionEvents['PromotionCreatedEvent']> & Stamps & { status: Status };
export type PromotionState = KeptPromotion | null;
type PromotionChanges = PromotionEvents['PromotionChangedEvent']['changes'];

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
      state && { ...changedPromotion(state, changes), updatedAt: at },
    PromotionArchivedEvent: (state, _, { at }) => state && { ...state, status: 'archived', updatedAt: at },
  },
});

export function changedPromotion(
  state: KeptPromotion,
  { startsAt, endsAt, ...changes }: PromotionChanges,
): KeptPromotion {
  const times = timed({ startsAt: startsAt ?? null, endsAt: endsAt ?? null });
  return {
    ...state,
    ...(changes as Partial<KeptPromotion>),
    ...(startsAt !== undefined && { startsAt: times.startsAt }),
    ...(endsAt !== undefined && { endsAt: times.endsAt }),
  };
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
    status: code<Status>(16),
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
