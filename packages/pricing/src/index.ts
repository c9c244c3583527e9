/** What a basket costs, and why. See docs/pricing.md. */

export { allocate } from './allocate.ts';
export {
  type Fault,
  faultsOfCoupon,
  faultsOfPriceList,
  faultsOfPromotion,
  faultsOfSchedule,
  faultsOfShippingMethod,
} from './check.ts';
export { quote, quoteWith } from './quote.ts';
export {
  type Coupon,
  type Destination,
  noRules,
  normalCode,
  type PriceList,
  type Promotion,
  type QuoteLine,
  type QuoteRequest,
  type Rules,
  type Schedule,
  type ShippingMethod,
  type TaxRate,
} from './rules.ts';
export type { TaxAnswer, Taxable, TaxInquiry, TaxPart, TaxService } from './tax.ts';
export { QuoteTooLargeError } from './totals.ts';
export { moneyText } from './words.ts';
