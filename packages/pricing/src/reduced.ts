/** A quote but for its taxes: prices, shipping and promotions, and what the taxes are asked for. */
import type { QuoteRefusal } from '@quickmart/contracts/pricing/quote';
import { allocate } from './allocate.ts';
import { type Basket, subtotalOf } from './basket.ts';
import { couponsOf } from './coupons.ts';
import { pricesOf } from './prices.ts';
import { type Given, promote } from './promotions.ts';
import type { QuoteRequest, Rules } from './rules.ts';
import { type ShippingPrice, shippingOf } from './shipping.ts';
import type { Taxable, TaxInquiry } from './tax.ts';

export type Reduced = {
  request: QuoteRequest;
  /** As it is after the discounts. */
  basket: Basket;
  given: Given[];
  chosen: ShippingPrice | null;
  offered: ShippingPrice[];
  refusals: QuoteRefusal[];
};

export function reducedOf(request: QuoteRequest, rules: Rules, now: number): Reduced {
  const { priced, refusals } = pricesOf(request, rules.priceLists, now);
  const lines = priced.map((one) => {
    const full = one.unit * one.line.quantity;
    return { ...one, full, left: full };
  });
  const subtotal = subtotalOf(lines);
  const shipping = shippingOf(request, { priced, subtotal }, rules.shippingMethods);
  const coupons = couponsOf(request, rules.coupons, now);
  const basket = { currency: request.currency, lines, shipping: shipping.chosen?.amount ?? null };
  const promoted = promote({ basket, request, now }, rules.promotions, coupons.usable);
  return {
    request,
    basket: promoted.basket,
    given: promoted.given,
    chosen: shipping.chosen,
    offered: shipping.offered,
    refusals: [...refusals, ...shipping.refusals, ...coupons.refusals, ...promoted.refusals],
  };
}

const classOf = ({ line }: Basket['lines'][number]): string => line.taxClass ?? 'standard';

export function inquiryOf({ request, basket, chosen }: Reduced): TaxInquiry {
  const taxable = (amount: number, taxClass: string): Taxable => ({
    amount: { amount, currency: basket.currency },
    taxClass,
  });
  return {
    address: request.address ?? null,
    lines: basket.lines.map((line) => taxable(line.left, classOf(line))),
    shipping: shippingParts(basket, chosen).map(([taxClass, amount]) => taxable(amount, taxClass)),
  };
}

/** By tax class. As the goods: in shares of what is paid for them, or where they are free, of what they would cost. */
function shippingParts({ lines, shipping }: Basket, chosen: ShippingPrice | null): [string, number][] {
  if (chosen === null || shipping === null) return [];
  if (chosen.method.taxClass !== null) return [[chosen.method.taxClass, shipping]];
  const isPaid = lines.some(({ left }) => left > 0);
  const values = new Map<string, bigint>();
  for (const line of lines) {
    const value = BigInt(isPaid ? line.left : line.full);
    values.set(classOf(line), (values.get(classOf(line)) ?? 0n) + value);
  }
  const shares = allocate(shipping, [...values.values()]);
  return [...values.keys()].map((taxClass, index) => [taxClass, shares[index]!]);
}
