/** The delivery service: a confirmed order is picked, packed and handed to a carrier, and each shipment is followed to its end. */
import { defineService } from '@quickmart/service';
import { checkSettings, partsOf, settings } from './config.ts';
import { pickList } from './pick-list.ts';
import { problems } from './problems.ts';
import { onOrder } from './reactions.ts';
import { pickLists, shipments } from './read-models.ts';
import { routes } from './routes.ts';
import { shipment } from './shipment.ts';
import { webhooks } from './webhooks.ts';

export default defineService({
  name: 'delivery',
  port: 3008,
  title: 'QuickMart deliveries',
  description: 'What is to be picked for orders, the shipments that they are sent in, and the carriers.',
  tags: [
    { name: 'Pick lists', description: 'What is to be picked for an order' },
    { name: 'Shipments', description: 'Pack, dispatch, follow to the end' },
    { name: 'Webhooks', description: 'What carriers tell by themselves' },
  ],
  aggregates: [pickList, shipment],
  readModels: [pickLists, shipments],
  problems,
  settings,
  checkSettings,
  parts: partsOf,
  react: (parts) => ({ order: onOrder(parts) }),
  routes: [routes, webhooks],
});
