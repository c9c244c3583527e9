/** What an order costs: a quote, without anything that is refused. Pure. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Quote } from '@quickmart/contracts/pricing/quote';
import {
  normalCode,
  type QuoteLine,
  type QuoteRequest,
  QuoteTooLargeError,
  quote,
  type Rules,
} from '@quickmart/pricing';
import type { ProblemError } from '@quickmart/service/problems';
import { refuse } from './problems.ts';

type Placed = OrderEvents['OrderPlacedEvent'];
/** What is known of an order beside its prices. */
export type Known = Pick<
  Placed,
  'number' | 'customerId' | 'email' | 'addresses' | 'locale' | 'metadata' | 'paymentMethod' | 'onDecline'
>;
export type Basket = { request: QuoteRequest & { lines: readonly CatalogLine[] }; rules: Rules };
export type CatalogLine = QuoteLine & { productId: string; name: string };

/** Refuses with quote-refused or order-too-large. */
export function priced({ request, rules }: Basket, known: Known, now: number): Placed {
  const made = quoted(request, rules, now);
  // Without refusals, its lines are those of the request.
  return {
    ...known,
    lines: made.lines.map(({ compareAt: _, ...line }, index) => {
      const { productId, name } = request.lines[index]!;
      return { ...line, productId, name };
    }),
    subtotal: made.subtotal,
    discounts: made.discounts,
    isFirst: request.customer?.firstOrder ?? false,
    shipping: made.shipping ?? null,
    tax: made.tax,
    total: made.total,
  };
}

function quoted(request: QuoteRequest, rules: Rules, now: number): Quote {
  try {
    const made = quote(request, rules, now);
    const errors = made.refusals.map((refusal) => faultOf(refusal, request));
    const [first] = made.refusals;
    if (first !== undefined)
      refuse('quote-refused', `${first.code ?? first.method ?? first.sku}: ${first.detail}`, { errors });
    return made;
  } catch (error) {
    if (error instanceof QuoteTooLargeError) refuse('order-too-large', error.message);
    throw error;
  }
}

function faultOf(
  { reason, detail, code, method, sku }: Quote['refusals'][number],
  { coupons = [], lines }: QuoteRequest,
): ProblemError {
  if (code !== undefined) {
    const index = coupons.findIndex((typed) => normalCode(typed) === normalCode(code));
    return { pointer: `/coupons/${index}`, code: reason, detail: `${code}: ${detail}` };
  }
  if (sku !== undefined)
    return { pointer: `/lines/${lines.findIndex((line) => line.sku === sku)}`, code: reason, detail };
  return { pointer: '/shippingMethod', code: reason, detail: `${method}: ${detail}` };
}
