/** Rules of prices in words. */
import type { components } from '@quickmart/client';
import { momentOf, money } from '../../show.ts';

type Schemas = components['schemas'];
export type Selection = { skus?: string[]; categories?: string[] };

const on = ({ skus = [], categories = [] }: Selection = {}): string => {
  const all = [...skus, ...categories];
  return all.length === 0 ? '' : ` on ${all.slice(0, 3).join(', ')}${all.length > 3 ? ' …' : ''}`;
};

export function effectOf(effect: Schemas['PromotionEffect']): string {
  switch (effect.type) {
    case 'percent':
      return `${effect.percent} % off${on(effect.on)}`;
    case 'amount':
      return `${money(effect.amount)} off${on(effect.on)}`;
    case 'free-shipping':
      return 'free shipping';
    case 'buy-x-get-y':
      return `${effect.get.quantity} more for ${effect.buy.quantity}${on(effect.get.on)}`;
    case 'fixed-price':
      return `${effect.quantity ?? 1} for ${money(effect.price)}${on(effect.on)}`;
  }
}

export function conditionOf(condition: Schemas['PromotionCondition']): string {
  switch (condition.type) {
    case 'subtotal':
      return `from ${money(condition.from)}${on(condition.on)}`;
    case 'quantity':
      return `from ${condition.from} pieces${on(condition.on)}`;
    case 'first-order':
      return 'the first order of a customer';
    case 'period':
      return `from ${condition.from ?? '00:00'} until ${condition.until ?? 'midnight'}`;
    default:
      return `${condition.type.replaceAll('-', ' ')}: ${condition.anyOf.join(', ')}`;
  }
}

export function whenOf({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string {
  if (startsAt === null) return endsAt === null ? 'always' : `until ${momentOf(endsAt)}`;
  return endsAt === null ? `from ${momentOf(startsAt)}` : `${momentOf(startsAt)} – ${momentOf(endsAt)}`;
}
