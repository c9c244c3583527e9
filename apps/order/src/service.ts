/** The order service: orders, and the process manager that sees each of them to its end. */
import { priceBook } from '@quickmart/price-book';
import { defineService, requestLimits, wholeNumber } from '@quickmart/service';
import { firstOrder } from './first-order.ts';
import { orderGauges } from './gauges.ts';
import { limits } from './limits.ts';
import { OrderNumbers, orderNumbers } from './numbers.ts';
import { order } from './order.ts';
import { problems } from './problems.ts';
import { onAnswers, timers } from './reactions.ts';
import { orderList } from './read-models.ts';
import { redemption } from './redemption.ts';
import { routes } from './routes.ts';
import { salesRoutes } from './sales.ts';
import { onShipments } from './warehouse.ts';

const wait = (usualMs: number) => wholeNumber(1, requestLimits.waitMsMax).default(usualMs);

export default defineService({
  name: 'order',
  port: 3003,
  title: 'QuickMart orders',
  description:
    'Orders, from the basket to the return: priced here, reserved by the inventory, paid, shipped.',
  tags: [
    { name: 'Orders', description: 'Place, follow, cancel, ship, return' },
    { name: 'Sales', description: 'What was sold' },
  ],
  aggregates: [order, redemption, firstOrder, orderNumbers],
  readModels: [orderList, ...priceBook],
  problems,
  settings: {
    reservationWaitMs: wait(limits.reservationWaitMs),
    paymentWaitMs: wait(limits.paymentWaitMs),
    confirmationWaitMs: wait(limits.confirmationWaitMs),
    settlementWaitMs: wait(limits.settlementWaitMs),
  },
  parts: ({ store }) => ({ numbers: new OrderNumbers(store) }),
  react: (parts) => ({
    inventory: onAnswers(parts),
    payment: onAnswers(parts),
    delivery: onShipments(parts),
  }),
  timers: (parts) => ({ order: timers(parts) }),
  gauges: orderGauges,
  routes: [routes, salesRoutes],
});
