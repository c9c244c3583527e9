/** The cart service: what a buyer is about to order, and what it would cost. Carts are in Redis, and are no events. */
import { priceBook } from '@quickmart/price-book';
import { defineService, httpUrl, portOf, rightsOf } from '@quickmart/service';
import { ordersOfCustomers } from './buyers.ts';
import { checkoutRoutes } from './checkout-routes.ts';
import { Orders } from './orders.ts';
import { problems } from './problems.ts';
import { routes } from './routes.ts';
import { stockOfProducts } from './stock.ts';
import { Carts } from './store.ts';

export default defineService({
  name: 'cart',
  port: 3006,
  title: 'QuickMart carts',
  description:
    'Carts of guests and customers: what is in them, what it costs by the rules, and the checkout.',
  tags: [{ name: 'Carts', description: 'From the first line to the checkout' }],
  aggregates: [],
  readModels: [...priceBook, stockOfProducts, ordersOfCustomers],
  problems,
  settings: { orderUrl: httpUrl.default(`http://127.0.0.1:${portOf('order')}`) },
  ephemeral: true,
  parts: ({ ephemeral, neighbours, settings }) => ({
    carts: new Carts(ephemeral),
    orders: new Orders({ neighbours, settings }),
    verifier: rightsOf(settings).verifier,
  }),
  routes: [routes, checkoutRoutes],
});
