/** The pricing service: the rules by which baskets are priced, and what a basket would cost by them. */
import { priceBook, priceList, promotion, shippingMethod, taxRate } from '@quickmart/price-book';
import { defineService } from '@quickmart/service';
import { couponBatch } from './coupon.ts';
import { couponRoutes } from './coupon-routes.ts';
import { problems } from './problems.ts';
import { quoteRoutes } from './quote-routes.ts';
import { promotionRoutes } from './routes.ts';
import { priceListRoutes, shippingMethodRoutes, taxRateRoutes } from './rule-routes.ts';

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
  readModels: priceBook,
  problems,
  routes: [couponRoutes, promotionRoutes, taxRateRoutes, shippingMethodRoutes, priceListRoutes, quoteRoutes],
});
