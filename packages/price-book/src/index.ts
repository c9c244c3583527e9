/**
 * What whoever prices a basket keeps a copy of: the rules of the shop and the catalog, as read models of the events of the
 * pricing and the product service. Everyone has tables of their own, made by the same code.
 *
 * @example
 * defineService({ name: 'order', readModels: [orderList, ...priceBook], … });
 * const sold = await soldFrom(parts, lines);
 * const rules = await rulesFor(parts, request);
 * quote(request, rules, now);
 */
import type { Projection } from '@quickmart/projections';
import { catalog } from './catalog.ts';
import { couponList } from './coupon.ts';
import { priceLists } from './price-list.ts';
import { promotions } from './promotion.ts';
import { shippingMethods } from './shipping-method.ts';
import { taxRates } from './tax-rate.ts';

export type { Sources } from './behind.ts';
export { type CatalogRow, catalog } from './catalog.ts';
export { type CouponRow, couponList, coupons } from './coupon.ts';
export { type PriceListState, priceList, priceLists } from './price-list.ts';
export {
  changedPromotion,
  type KeptPromotion,
  type PromotionState,
  promotion,
  promotions,
} from './promotion.ts';
export { category, timed } from './rule.ts';
export { asksFirstOrder, rulesFor, rulesOf } from './rules.ts';
export { type ShippingMethodState, shippingMethod, shippingMethods } from './shipping-method.ts';
export { type Named, soldFrom } from './sold.ts';
export { type TaxRateState, taxRate, taxRates } from './tax-rate.ts';

export const priceBook: readonly Projection[] = [
  promotions,
  couponList,
  taxRates,
  shippingMethods,
  priceLists,
  catalog,
];
