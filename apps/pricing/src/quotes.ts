/**
 * Quotes a basket by the rules of now, or of another time. A dry run: nothing is reserved, and how often a coupon was used is known
 * to the order service only, so here it counts as unused.
 */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import { rulesFor, type Sources } from '@quickmart/price-book';
import { type QuoteLine, type QuoteRequest, QuoteTooLargeError, quote } from '@quickmart/pricing';
import { refuse } from './problems.ts';
import type { AskedQuote } from './quote-api.ts';
import { quotedLines } from './quote-lines.ts';

/** Refuses with product-unknown or quote-too-large. */
export async function quoteOf(sources: Sources, asked: AskedQuote, now: number): Promise<Quote> {
  const lines = await quotedLines(sources, asked.lines);
  const request = requestOf(asked, lines);
  const rules = await rulesFor(sources, request);
  try {
    return quote(request, rules, now);
  } catch (error) {
    if (error instanceof QuoteTooLargeError) refuse('quote-too-large', error.message);
    throw error;
  }
}

function requestOf(asked: AskedQuote, lines: readonly QuoteLine[]): QuoteRequest {
  const { currency, coupons, address, method = null, customer, channel = null } = asked;
  const priced = lines.find(({ unitPrice }) => unitPrice !== null)?.unitPrice;
  return {
    currency: currency ?? priced?.currency ?? 'EUR',
    lines,
    coupons,
    address: address ?? null,
    method,
    ...(customer && {
      customer: { id: customer.id ?? null, groups: customer.groups, firstOrder: customer.firstOrder },
    }),
    channel,
  };
}
