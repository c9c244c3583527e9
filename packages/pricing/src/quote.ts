/**
 * The quote: what a basket costs by the rules of a shop, and why. Pure: no clock, no I/O, the same input gives the same
 * answer. In this order: prices, shipping, promotions, taxes. Each step works on whole minor units, so every total is the
 * sum of what is shown.
 */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import { inquiryOf, reducedOf } from './reduced.ts';
import type { QuoteRequest, Rules } from './rules.ts';
import { type TaxAnswer, type TaxInquiry, type TaxService, taxesOf } from './tax.ts';
import { toQuote } from './totals.ts';

/** @throws QuoteTooLargeError where a total is no safe integer. */
export function quote(request: QuoteRequest, rules: Rules, now: number): Quote {
  const reduced = reducedOf(request, rules, now);
  return toQuote(reduced, taxesOf(rules.taxRates, inquiryOf(reduced), now));
}

/** The same with the taxes of an outside service. */
export async function quoteWith(
  service: TaxService,
  request: QuoteRequest,
  rules: Rules,
  now: number,
): Promise<Quote> {
  const reduced = reducedOf(request, rules, now);
  const inquiry = inquiryOf(reduced);
  const answer = await service(inquiry, now);
  checkAnswer(inquiry, answer);
  return toQuote(reduced, answer);
}

/** What came from outside would else become an amount that nobody owes. */
function checkAnswer(inquiry: TaxInquiry, { lines, shipping }: TaxAnswer): void {
  const isComplete = lines.length === inquiry.lines.length && shipping.length === inquiry.shipping.length;
  if (!isComplete) throw new Error('the tax service has not answered for each part that it was asked about');
  const amounts = [...lines, ...shipping].flat().flatMap(({ base, amount }) => [base, amount]);
  if (!amounts.every((one) => Number.isSafeInteger(one) && one >= 0))
    throw new Error('the tax service has answered with amounts that are no whole minor units');
}
