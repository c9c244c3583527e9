/** Taxes and shipping for a run: the rules that its orders are priced by, and whether every total is the sum of its parts. */
import type { components, ShopClient } from '@quickmart/client';
import { Failure } from '../failure.ts';
import { describe } from '../http.ts';
import { faultOfTotal } from '../invariants/prices.ts';

/** What each order is asked for with; `Event-Position`: the order service knows the rules. */
export type Asked = {
  body: { addresses: { shipping: typeof shipping }; shippingMethod: string };
  headers: { 'Event-Position': string };
};

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const method = 'retail';
const shipping = {
  name: 'Retail',
  line1: '1 High Street',
  postalCode: 'SW1A 1AA',
  city: 'London',
  country: 'GB',
};

/** VAT on top of all prices, and shipping that is free from £50 on. Set twice, it is the same. */
export async function setRules(pricing: ShopClient): Promise<Asked> {
  const whatever = { params: { header: { 'If-Match': '*' } } };
  const vat = { country: 'GB', name: 'VAT', percent: 20, included: false };
  const tax = await pricing.PUT('/api/tax-rates', { ...whatever, body: vat });
  if (!tax.data) throw new Failure(`the tax rate was not set: ${describe(tax)}`);
  const zone = { countries: ['GB'], rate: { type: 'flat' as const, price: gbp(399) }, freeFrom: gbp(5_000) };
  const post = { key: method, name: 'Post', zones: [zone] };
  const set = await pricing.PUT('/api/shipping-methods', { ...whatever, body: post });
  if (!set.data) throw new Failure(`the shipping method was not set: ${describe(set)}`);
  return {
    body: { addresses: { shipping }, shippingMethod: method },
    headers: { 'Event-Position': set.response.headers.get('Event-Position') ?? '' },
  };
}

/** What does not add up; undefined where all does. */
export function faultOf(order: components['schemas']['Order']): string | undefined {
  if (order.shipping === undefined || order.tax.length === 0) return 'it has no shipping, or no tax';
  return faultOfTotal(order);
}
