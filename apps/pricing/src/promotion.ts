/** What becomes of a promotion. */
import { isDeepStrictEqual } from 'node:util';
import { promotionArchived, promotionChanged, promotionCreated } from '@quickmart/contracts/pricing/events';
import { changedPromotion, type KeptPromotion, type PromotionState, timed } from '@quickmart/price-book';
import { faultsOfPromotion } from '@quickmart/pricing';
import type { NewPromotion, PromotionUpdate } from './api.ts';
import { refuse, refuseFaults } from './problems.ts';

export function create(input: NewPromotion) {
  refuseFaults(faultsOfPromotion(timed(input)));
  return [promotionCreated(input)];
}

export function update(state: PromotionState, changes: PromotionUpdate) {
  const current = changeable(state);
  const next = changedPromotion(current, changes);
  if (isDeepStrictEqual(next, current)) return [];
  refuseFaults(faultsOfPromotion(next));
  return [promotionChanged({ changes })];
}

export const archive = (state: PromotionState) =>
  existing(state).status === 'archived' ? [] : [promotionArchived({})];

const existing = (state: PromotionState): KeptPromotion =>
  state ?? refuse('not-found', 'there is no such promotion');

/** Also of who wants to give it codes. */
export function changeable(state: PromotionState): KeptPromotion {
  const current = existing(state);
  return current.status === 'archived'
    ? refuse('promotion-archived', 'it was archived: create another one')
    : current;
}
