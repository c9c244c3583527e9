/** What was delivered to a customer makes what they say about it a verified purchase. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import { commandOf, type EventStore, type Handlers, PermanentError, ref } from '@quickmart/streams';
import { deliver, review, reviewId } from './review.ts';

export const onOrder = ({ store }: { store: EventStore }): Handlers<OrderEvents> => ({
  ShipmentDeliveredEvent: async (event) => {
    const orderId = event.aggregateId;
    const [placed] = await store.history('order', orderId, { afterVersion: 0, limit: 1 });
    if (placed?.eventType !== 'OrderPlacedEvent') throw new PermanentError(`order ${orderId} was not placed`);
    const { customerId, lines } = placed.data as OrderEvents['OrderPlacedEvent'];
    const products = [...new Set(lines.map(({ productId }) => productId))];
    const ids = new Map(products.map((productId) => [reviewId(productId, customerId), productId]));
    const [first, ...others] = [...ids.keys()].map((id) => ref(review, id));
    if (first === undefined) return;
    await store.decideAll(
      'review',
      [first, ...others],
      (tx) => {
        for (const [id, productId] of ids) {
          const one = tx.of(review, id);
          one.append(deliver(one.state, { productId, customerId, orderId }));
        }
      },
      commandOf(event),
    );
  },
});
