/**
 * Quotes a basket by the rules of now, or of another time. A dry run: nothing is reserved, and how often a coupon was used is known
 * to the order service only, so here it counts as unused.
 */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import type { Money } from '@quickmart/contracts/shapes';
import { type CatalogRow, rulesFor, type Sources, soldFrom } from '@quickmart/price-book';
import { type QuoteLine, type QuoteRequest, QuoteTooLargeError, quote } from '@quickmart/pricing';
import type { ProblemError } from '@quickmart/service';
import { refuse } from './problems.ts';
import type { AskedLine, AskedQuote } from './quote-api.ts';

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

/** With the prices of this service's own copy of the catalog. Refuses with product-unknown. */
async function quotedLines(sources: Sources, asked: readonly AskedLine[]): Promise<QuoteLine[]> {
  const sold = await soldFrom(
    sources,
    asked.filter((line) => !isPriced(line)),
  );
  const faults: ProblemError[] = [];
  const lines = asked.flatMap((line, index): QuoteLine[] => {
    if (isPriced(line)) return [line];
    const { entry, fault } = sold(line, index);
    if (entry !== undefined) return [lineOf(entry, line)];
    faults.push(fault);
    return [];
  });
  if (faults.length > 0)
    refuse('product-unknown', 'every line must name a product that is sold, or have a price', {
      errors: faults,
    });
  return lines;
}

type Priced = Extract<AskedLine, { sku: string }> & { unitPrice: Money };
const isPriced = (line: AskedLine): line is Priced => 'sku' in line && line.unitPrice !== undefined;

/** The price is that of the catalog; what else is said about the line holds. */
function lineOf(entry: CatalogRow, asked: AskedLine): QuoteLine {
  const { status: _, priceAmount: amount, currency, ...known } = entry;
  return { ...known, ...asked, unitPrice: { amount, currency } };
}
