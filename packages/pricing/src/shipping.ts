/** What shipping costs by each method, before discounts, or why a method is not offered. */
import type { QuoteRefusal } from '@quickmart/contracts/pricing/quote';
import type { ShippingRate, Zone } from '@quickmart/contracts/pricing/rules';
import { sum } from './basket.ts';
import type { PricedLine } from './prices.ts';
import type { Destination, QuoteRequest, ShippingMethod } from './rules.ts';
import { moneyText } from './words.ts';

export type ShippingPrice = { method: ShippingMethod; amount: number; why: string };
type Refused = Pick<QuoteRefusal, 'reason' | 'detail' | 'method'>;
/** `weight` in grams. */
type Parcel = { currency: string; subtotal: number; weight: number };

export function shippingOf(
  { currency, address = null, method: wanted = null }: QuoteRequest,
  { priced, subtotal }: { priced: readonly PricedLine[]; subtotal: number },
  methods: readonly ShippingMethod[],
): { chosen: ShippingPrice | null; offered: ShippingPrice[]; refusals: Refused[] } {
  if (address === null) return { chosen: null, offered: [], refusals: withoutAddress(wanted) };
  const weight = sum(priced.map(({ line }) => (line.weight ?? 0) * line.quantity));
  const prices = methods.map((method) => priceOf(method, address, { currency, subtotal, weight }));
  const offered = prices.filter((price) => 'amount' in price);
  if (wanted === null) return { chosen: null, offered, refusals: [] };
  const chosen = offered.find(({ method }) => method.key === wanted) ?? null;
  const refused = prices.find((price) => !('amount' in price) && price.method === wanted) as
    | Refused
    | undefined;
  const unknown: Refused = { reason: 'method-unknown', detail: 'there is no such method', method: wanted };
  return { chosen, offered, refusals: chosen === null ? [refused ?? unknown] : [] };
}

const withoutAddress = (method: string | null): Refused[] =>
  method === null
    ? []
    : [{ reason: 'address-missing', detail: 'shipping depends on where the goods go', method }];

function priceOf(method: ShippingMethod, address: Destination, parcel: Parcel): ShippingPrice | Refused {
  const refused = (detail: string): Refused => ({ reason: 'method-unavailable', detail, method: method.key });
  const zones = method.zones.filter((zone) => isInZone(zone, address));
  if (zones.length === 0) return refused(`${method.name} does not go to ${placeText(address)}`);
  const zone = zones.find(({ rate }) => currencyOf(rate) === parcel.currency);
  if (zone === undefined) return refused(`${method.name} has no price in ${parcel.currency}`);
  const { freeFrom, rate } = zone;
  if (freeFrom?.currency === parcel.currency && parcel.subtotal >= freeFrom.amount)
    return { method, amount: 0, why: `free from ${moneyText(freeFrom.amount, freeFrom.currency)} on` };
  const found = rated(rate, parcel);
  return typeof found === 'string' ? refused(found) : { method, ...found };
}

const placeText = ({ country, region, postalCode }: Destination): string =>
  [country, region, postalCode].filter((part) => part != null).join(' ');

function isInZone({ countries, regions, postalCodes }: Zone, address: Destination): boolean {
  const { country, region, postalCode } = address;
  const code = postalCode?.toUpperCase() ?? '';
  return (
    (countries.length === 0 || countries.includes(country)) &&
    (regions.length === 0 || (region != null && regions.includes(region.toUpperCase()))) &&
    (postalCodes.length === 0 || postalCodes.some((prefix) => code.startsWith(prefix)))
  );
}

/** All prices of a zone are in one currency: check.ts says so. */
export const currencyOf = (rate: ShippingRate): string =>
  rate.type === 'flat' ? rate.price.currency : (rate.tiers[0]?.price.currency ?? '');

/** A text: why there is no price. */
function rated(rate: ShippingRate, { currency, subtotal, weight }: Parcel) {
  switch (rate.type) {
    case 'flat':
      return { amount: rate.price.amount, why: 'the same for every order' };
    case 'by-weight': {
      const tier = rate.tiers.find(({ upToGrams }) => weight <= upToGrams);
      if (tier === undefined) return `${weight} g are too heavy, at most ${rate.tiers.at(-1)?.upToGrams} g`;
      return { amount: tier.price.amount, why: `${weight} g, up to ${tier.upToGrams} g` };
    }
    case 'by-value': {
      const tier = rate.tiers.findLast(({ from }) => subtotal >= from.amount);
      if (tier === undefined)
        return `it is offered from ${moneyText(rate.tiers[0]?.from.amount ?? 0, currency)} on`;
      return { amount: tier.price.amount, why: `from ${moneyText(tier.from.amount, currency)} on` };
    }
  }
}
