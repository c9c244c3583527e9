/** The review service: what customers say about products, and the rating that follows from it. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import { defineService } from '@quickmart/service';
import {
  commandOf,
  type EventStore,
  type Handlers,
  PermanentError,
  ref,
  type StoredEvent,
  type Transaction,
} from '@quickmart/streams';
import { problems } from './api.ts';
import { reviewList } from './read-models.ts';
import { deliver, review, reviewId } from './review.ts';
import { routes } from './routes.ts';

/** What was delivered to a customer makes what they say about it a verified purchase. */
export const onOrder = ({ store }: { store: EventStore }): Handlers<OrderEvents> => ({
  ShipmentDeliveredEvent: async (event) => {
    const { aggregateId: orderId, version } = event;
    const events = await store.history('order', orderId, { afterVersion: 0, limit: version });
    const { customerId, productIds } = purchaseIn(events, event.data.shipmentId);
    const ids = new Map(productIds.map((productId) => [reviewId(productId, customerId), productId]));
    const [first, ...others] = [...ids.keys()].map((id) => ref(review, id));
    if (first === undefined) return;
    const decision = (tx: Transaction) => {
      for (const [id, productId] of ids) {
        const one = tx.of(review, id);
        one.append(deliver(one.state, { productId, customerId, orderId }));
      }
    };
    await store.decideAll('review', [first, ...others], decision, commandOf(event));
  },
});

/** Whose the order is, and what was in this shipment. Of the time before shipments had lines: all that was ordered. */
function purchaseIn(events: readonly StoredEvent[], shipmentId: string | null) {
  const [placed] = events;
  if (placed?.eventType !== 'OrderPlacedEvent') throw new PermanentError('the order was not placed');
  const { customerId, lines } = placed.data as OrderEvents['OrderPlacedEvent'];
  const sent = events
    .filter(({ eventType }) => eventType === 'ShipmentDispatchedEvent')
    .map(({ data }) => data as OrderEvents['ShipmentDispatchedEvent'])
    .find((one) => one.shipmentId === shipmentId);
  return { customerId, productIds: (sent?.lines ?? lines).map(({ productId }) => productId) };
}

export default defineService({
  name: 'review',
  port: 3010,
  title: 'QuickMart reviews',
  description: 'What customers say about products, moderated, and the rating of each product.',
  tags: [{ name: 'Reviews', description: 'Submitted by customers, shown when they are approved' }],
  aggregates: [review],
  readModels: [reviewList],
  problems,
  react: (parts) => ({ order: onOrder(parts) }),
  routes: [routes],
});
