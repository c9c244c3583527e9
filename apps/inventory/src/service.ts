/** The inventory service: stock per product, and what is set aside for orders. */
import { defineService, requestLimits, wholeNumber } from '@quickmart/service';
import { importRoutes } from './import/route.ts';
import { limits } from './limits.ts';
import { problems } from './problems.ts';
import { onOrder, onProduct, timers } from './reactions.ts';
import { inventories, reservations } from './read-models.ts';
import { reservation } from './reservation.ts';
import { routes } from './routes.ts';
import { stockItem } from './stock-item.ts';

export default defineService({
  name: 'inventory',
  port: 3002,
  title: 'QuickMart inventory',
  description: 'Stock per product, and what is set aside for orders.',
  tags: [{ name: 'Inventory', description: 'On hand, reserved, available' }],
  aggregates: [stockItem, reservation],
  readModels: [inventories, reservations],
  problems,
  settings: {
    initialStock: wholeNumber(0, limits.quantityMax).default(100),
    lowStockThreshold: wholeNumber(0, limits.quantityMax).default(10),
    reservationHoldMs: wholeNumber(1, requestLimits.waitMsMax).default(limits.reservationHoldMs),
  },
  react: (parts) => ({ product: onProduct(parts), order: onOrder(parts) }),
  timers: (parts) => ({ inventory: timers(parts) }),
  routes: [routes, importRoutes],
});
