/**
 * What is wrong with a rule that has the right shape: it could never hold, or not as it is meant. Each fault has a pointer
 * to its place, a code and words.
 */
import type { Condition, Effect, Zone } from '@quickmart/contracts/pricing/rules';
import type { ListedPrice } from '@quickmart/contracts/pricing/shapes';
import type { Promotion, Schedule, ShippingMethod } from './rules.ts';
import { timeText } from './words.ts';

export type Fault = { pointer: string; code: string; detail: string };

export const faultsOfPromotion = (
  promotion: Pick<Promotion, 'effect' | 'conditions' | 'startsAt' | 'endsAt'>,
): Fault[] => [
  ...faultsOfSchedule(promotion),
  ...faultsOfEffect(promotion.effect),
  ...promotion.conditions.flatMap((condition, index) =>
    faultsOfCondition(condition, promotion.effect, `/conditions/${index}`),
  ),
];

/** What databases can keep, and what is no slip of the pen. */
const [earliest, latest] = [Date.UTC(2000), Date.UTC(10_000) - 1];

export function faultsOfSchedule({ startsAt, endsAt }: Schedule): Fault[] {
  const faults = Object.entries({ startsAt, endsAt }).flatMap(([name, at]) => {
    if (at === null || (at >= earliest && at <= latest)) return [];
    return [{ pointer: `/${name}`, code: 'out-of-range', detail: 'it must be in the years 2000 to 9999' }];
  });
  if (startsAt === null || endsAt === null || startsAt < endsAt) return faults;
  return [
    ...faults,
    { pointer: '/endsAt', code: 'not-after-start', detail: `it must be after ${timeText(startsAt)}` },
  ];
}

function faultsOfEffect(effect: Effect): Fault[] {
  if (effect.type !== 'amount' || effect.amount.amount > 0) return [];
  return [
    { pointer: '/effect/amount/amount', code: 'too-small', detail: 'it takes nothing off: at least 1' },
  ];
}

function faultsOfCondition(condition: Condition, effect: Effect, pointer: string): Fault[] {
  if (condition.type === 'period' && condition.from === (condition.until ?? '24:00'))
    return [
      {
        pointer: `${pointer}/until`,
        code: 'empty-period',
        detail: `it begins and ends at ${condition.from}`,
      },
    ];
  const currency = currencyOfEffect(effect);
  if (condition.type !== 'subtotal' || currency === undefined || condition.from.currency === currency)
    return [];
  const detail = `the effect is in ${currency}: a basket has one currency, so both never hold`;
  return [{ pointer: `${pointer}/from/currency`, code: 'currencies-mixed', detail }];
}

const currencyOfEffect = (effect: Effect): string | undefined =>
  effect.type === 'amount'
    ? effect.amount.currency
    : effect.type === 'fixed-price'
      ? effect.price.currency
      : undefined;

export const faultsOfCoupon = (
  terms: Schedule & { usesMax: number | null; usesPerCustomerMax: number | null },
): Fault[] => {
  const { usesMax, usesPerCustomerMax: perCustomer } = terms;
  const isMore = usesMax !== null && perCustomer !== null && perCustomer > usesMax;
  const detail = `it is more than ${usesMax}, the uses in all`;
  return [
    ...faultsOfSchedule(terms),
    ...(isMore ? [{ pointer: '/usesPerCustomerMax', code: 'too-large', detail }] : []),
  ];
};

export const faultsOfShippingMethod = ({ zones }: Pick<ShippingMethod, 'zones'>): Fault[] =>
  zones.flatMap((zone, index) => [
    ...faultsOfZone(zone, `/zones/${index}`),
    ...unreachable(zones.slice(0, index), zone, `/zones/${index}`),
  ]);

function faultsOfZone({ countries, regions, postalCodes, rate, freeFrom }: Zone, pointer: string): Fault[] {
  const currencies = new Set([...moneyOf(rate), ...(freeFrom ? [freeFrom] : [])].map((one) => one.currency));
  const isVague = regions.length + postalCodes.length > 0 && countries.length !== 1;
  const within = 'regions and postal codes are those of one country: name it, and it alone';
  return [
    ...(isVague ? [{ pointer: `${pointer}/countries`, code: 'one-country-needed', detail: within }] : []),
    ...(currencies.size === 1
      ? []
      : [
          {
            pointer,
            code: 'currencies-mixed',
            detail: `one currency per zone, not ${[...currencies].join(', ')}`,
          },
        ]),
    ...faultsOfTiers(rate, pointer),
  ];
}

const moneyOf = (rate: Zone['rate']) =>
  rate.type === 'flat'
    ? [rate.price]
    : rate.tiers.flatMap((tier) => ('from' in tier ? [tier.price, tier.from] : [tier.price]));

function faultsOfTiers(rate: Zone['rate'], pointer: string): Fault[] {
  if (rate.type === 'flat') return [];
  const steps = rate.tiers.map((tier) => ('from' in tier ? tier.from.amount : tier.upToGrams));
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (before === undefined || before < step) return [];
    return [
      {
        pointer: `${pointer}/rate/tiers/${index}`,
        code: 'not-rising',
        detail: `${step} is not above ${before}`,
      },
    ];
  });
}

/** An earlier zone has every address of this one. */
function unreachable(before: readonly Zone[], zone: Zone, pointer: string): Fault[] {
  const has = (list: readonly string[], part: readonly string[]) =>
    list.length === 0 || (part.length > 0 && part.every((one) => list.includes(one)));
  const index = before.findIndex(
    (one) =>
      moneyOf(one.rate)[0]?.currency === moneyOf(zone.rate)[0]?.currency &&
      has(one.countries, zone.countries) &&
      has(one.regions, zone.regions) &&
      has(one.postalCodes, zone.postalCodes),
  );
  if (index < 0) return [];
  return [
    { pointer, code: 'unreachable', detail: `zone ${index} has all of its addresses, and stands before it` },
  ];
}

export function faultsOfPriceList(list: Schedule & { prices: readonly ListedPrice[] }): Fault[] {
  const first = new Map<string, number>();
  const faults = faultsOfSchedule(list);
  for (const [index, { sku, price, compareAt }] of list.prices.entries()) {
    const known = first.get(sku);
    if (known === undefined) first.set(sku, index);
    else
      faults.push({
        pointer: `/prices/${index}/sku`,
        code: 'repeated',
        detail: `${sku} stands at ${known}, too`,
      });
    if (compareAt !== null && compareAt <= price)
      faults.push({
        pointer: `/prices/${index}/compareAt`,
        code: 'too-small',
        detail: `it is crossed out, so it must be above ${price}`,
      });
  }
  return faults;
}
