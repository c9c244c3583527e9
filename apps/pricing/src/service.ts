/** The pricing service: the rules by which baskets are priced, and what a basket would cost by them. */
import { defineService } from '@quickmart/service';
import { catalog } from './catalog.ts';
import { couponBatch } from './coupon.ts';
import { couponRoutes } from './coupon-routes.ts';
import { couponList } from './coupon-table.ts';
import { priceList, priceLists } from './price-list.ts';
import { problems } from './problems.ts';
import { promotion, promotions } from './promotion.ts';
import { quoteRoutes } from './quote-routes.ts';
import { promotionRoutes } from './routes.ts';
import { priceListRoutes, shippingMethodRoutes, taxRateRoutes } from './rule-routes.ts';
import { shippingMethod, shippingMethods } from './shipping-method.ts';
import { taxRate, taxRates } from './tax-rate.ts';

export default defineService({
  name: 'pricing',
  port: 3007,
  title: 'QuickMart pricing',
  description: 'Promotions, coupons, tax rates, shipping methods and price lists, and quotes by them.',
  tags: [
    { name: 'Promotions', description: 'What is taken off, for whom and when' },
    { name: 'Coupons', description: 'Codes that bring a promotion' },
    { name: 'Tax rates', description: 'By country, region and tax class' },
    { name: 'Shipping methods', description: 'What sending costs, by zone' },
    { name: 'Price lists', description: 'Prices in other currencies, for some customers, for a time' },
    { name: 'Quotes', description: 'What a basket would cost' },
  ],
  aggregates: [promotion, couponBatch, taxRate, shippingMethod, priceList],
  readModels: [promotions, couponList, taxRates, shippingMethods, priceLists, catalog],
  problems,
  routes: [couponRoutes, promotionRoutes, taxRateRoutes, shippingMethodRoutes, priceListRoutes, quoteRoutes],
});
