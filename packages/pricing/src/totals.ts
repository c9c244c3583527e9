/** The parts of a quote and their sums. */
import type { Quote, QuotedTax } from '@quickmart/contracts/pricing/quote';
import type { Money } from '@quickmart/contracts/shapes';
import { subtotalOf, sum } from './basket.ts';
import type { Given } from './promotions.ts';
import type { Reduced } from './reduced.ts';
import type { ShippingPrice } from './shipping.ts';
import type { TaxAnswer, TaxPart } from './tax.ts';

/** An amount is larger than what can be kept exactly. */
export class QuoteTooLargeError extends Error {
  override readonly name = 'QuoteTooLargeError';
}

type ToMoney = (amount: number) => Money;

export function toQuote(reduced: Reduced, taxes: TaxAnswer): Quote {
  const { basket, given, chosen, offered, refusals } = reduced;
  const { currency } = basket;
  const money: ToMoney = (amount) => {
    if (!Number.isSafeInteger(amount))
      throw new QuoteTooLargeError('an amount is too large to be kept exactly');
    return { amount, currency };
  };
  const subtotal = subtotalOf(basket.lines);
  const shippingTaxes = added(taxes.shipping.flat());
  const all = added([...taxes.lines.flat(), ...shippingTaxes]);
  const off = sum(given.map(reductionOf));
  return {
    currency,
    lines: basket.lines.map((_, index) => lineOf(reduced, index, taxes.lines[index] ?? [], money)),
    subtotal: money(subtotal),
    discounts: given.map((one) => ({
      ...nameOf(one),
      name: one.promotion.name,
      amount: money(reductionOf(one)),
      why: one.why,
    })),
    ...(chosen && { shipping: shippingOf(reduced, chosen, shippingTaxes, money) }),
    tax: all.map((one) => taxOf(one, money)),
    total: money(subtotal - off + (chosen?.amount ?? 0) + onTop(all)),
    refusals,
    methods: offered.map(({ method, amount, why }) => ({
      method: method.key,
      name: method.name,
      amount: money(amount),
      why,
    })),
  };
}

const reductionOf = ({ off, shipping }: Given): number => sum(off) + shipping;
const nameOf = ({ promotion, code }: Given) => ({
  promotion: promotion.id,
  ...(code === undefined ? {} : { code }),
});
const onTop = (taxes: readonly TaxPart[]): number =>
  sum(taxes.filter(({ included }) => !included).map(({ amount }) => amount));
const taxOf = ({ base, amount, ...rest }: TaxPart, money: ToMoney): QuotedTax => ({
  ...rest,
  base: money(base),
  amount: money(amount),
});

/** One part per rate; what a price contains and what is added to it are two, also of one rate. */
function added(parts: readonly TaxPart[]): TaxPart[] {
  const sums = new Map<string, TaxPart>();
  for (const part of parts) {
    const key = `${part.included} ${part.rate}`;
    const { base = 0, amount = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...part, base: base + part.base, amount: amount + part.amount });
  }
  return [...sums.values()];
}

function lineOf(
  { basket, given }: Reduced,
  index: number,
  taxes: readonly TaxPart[],
  money: ToMoney,
): Quote['lines'][number] {
  const { line, unit, compareAt, priceList, full, left } = basket.lines[index]!;
  const discounts = given.filter(({ off }) => off[index]! > 0);
  return {
    sku: line.sku,
    productId: line.productId ?? null,
    name: line.name ?? null,
    quantity: line.quantity,
    unitPrice: money(unit),
    ...(compareAt !== null && { compareAt: money(compareAt) }),
    priceList,
    lineTotal: money(full),
    discounts: discounts.map((one) => ({ ...nameOf(one), amount: money(one.off[index]!) })),
    tax: taxes.map((one) => taxOf(one, money)),
    total: money(left + onTop(taxes)),
  };
}

function shippingOf(
  { basket, given }: Reduced,
  { method, amount, why }: ShippingPrice,
  taxes: readonly TaxPart[],
  money: ToMoney,
): NonNullable<Quote['shipping']> {
  const discounts = given.filter(({ shipping }) => shipping > 0);
  return {
    method: method.key,
    name: method.name,
    amount: money(amount),
    why,
    discounts: discounts.map((one) => ({ ...nameOf(one), amount: money(one.shipping) })),
    tax: taxes.map((one) => taxOf(one, money)),
    total: money((basket.shipping ?? 0) + onTop(taxes)),
  };
}
