/**
 * Taxes and shipping for a run: the rules that its orders are priced by, and what they came to. Every total must be the sum of
 * its parts, and every order with goods has both.
 */
import type { components, ShopClient } from '@quickmart/client';
import { Failure } from '../failure.ts';
import { describe } from '../http.ts';

type Order = components['schemas']['Order'];
/** Minor units. `fault`: what does not add up. */
export type Price = { goods: number; shipping: number; tax: number; total: number; fault?: string };
/** What each order is asked for with; `Event-Position`: the order service knows the rules. */
export type Asked = {
  body: { addresses: { shipping: typeof shipping }; shippingMethod: string };
  headers: { 'Event-Position': string };
};

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const method = 'retail';
const percent = 20;
const [shippingPence, freeFromPence] = [399, 5_000];
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
  const vat = { country: 'GB', name: 'VAT', percent, included: false };
  const tax = await pricing.PUT('/api/tax-rates', { ...whatever, body: vat });
  if (!tax.data) throw new Failure(`the tax rate was not set: ${describe(tax)}`);
  const rate = { type: 'flat' as const, price: gbp(shippingPence) };
  const post = {
    key: method,
    name: 'Post',
    zones: [{ countries: ['GB'], rate, freeFrom: gbp(freeFromPence) }],
  };
  const set = await pricing.PUT('/api/shipping-methods', { ...whatever, body: post });
  if (!set.data) throw new Failure(`the shipping method was not set: ${describe(set)}`);
  const position = set.response.headers.get('Event-Position') ?? '';
  return {
    body: { addresses: { shipping }, shippingMethod: method },
    headers: { 'Event-Position': position },
  };
}

export function priceOf({ lines, subtotal, discounts, shipping: sent, tax, total }: Order): Price {
  const sum = (parts: readonly { amount: { amount: number } }[]) =>
    parts.reduce((all, { amount }) => all + amount.amount, 0);
  const [goods, taxed] = [subtotal.amount - sum(discounts), sum(tax)];
  const shippingPaid = sent?.amount.amount ?? 0;
  const price = { goods, shipping: shippingPaid, tax: taxed, total: total.amount };
  const paid = lines.reduce((all, line) => all + line.total.amount, sent?.total.amount ?? 0);
  const parts = goods + shippingPaid + taxed;
  if (total.amount !== parts || total.amount !== paid)
    return { ...price, fault: `${total.amount} in all; its parts come to ${parts}, its lines to ${paid}` };
  const isFree = goods >= freeFromPence;
  if (sent === undefined || (shippingPaid === 0) !== isFree)
    return { ...price, fault: `shipping is ${shippingPaid} for goods of ${goods}` };
  // Rounded per line: at most half a penny each.
  const exact = ((goods + shippingPaid) * percent) / 100;
  return Math.abs(taxed - exact) > (lines.length + 1) / 2
    ? { ...price, fault: `the tax is ${taxed}, and not about ${exact}` }
    : price;
}

export function pricesIn(placed: readonly { price?: Price; invoice: { number: string } }[]) {
  const priced = placed.flatMap(({ price }) => price ?? []);
  const sum = (of: 'goods' | 'shipping' | 'tax' | 'total') =>
    priced.reduce((all, price) => all + price[of], 0);
  return {
    orders: priced.length,
    goods: sum('goods'),
    shipping: sum('shipping'),
    tax: sum('tax'),
    total: sum('total'),
    faults: placed.flatMap(({ price, invoice }) =>
      price?.fault === undefined ? [] : [{ invoice: invoice.number, what: price.fault }],
    ),
  };
}
