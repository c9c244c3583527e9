/** What the delivery service does when something happens to an order. Every step can be repeated without a second effect. */
import type { ShipmentEnd, ShippedLine } from '@quickmart/contracts/delivery/events';
import { isShort } from '@quickmart/contracts/order/cancelling';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import {
  type Command,
  commandOf,
  type EventStore,
  type Handlers,
  PermanentError,
  ref,
} from '@quickmart/streams';
import { close, open, type PickListState, pickList, reduce, rest } from './pick-list.ts';
import { sent } from './sending.ts';
import { endByOrder, shipment } from './shipment.ts';

export function onOrder({ store }: { store: EventStore }): Handlers<OrderEvents> {
  return {
    OrderConfirmedEvent: async (event) => {
      const input = await placed(store, event.aggregateId);
      const command = { ...commandOf(event), isLikelyNew: true };
      await store.decide(pickList, event.aggregateId, (state) => open(state, input), command);
    },

    OrderLinesCancelledEvent: async (event) => {
      const { aggregateId, eventId, data } = event;
      const decision = (state: PickListState) => reduce(state, data.lines, eventId);
      await store.decide(pickList, aggregateId, decision, commandOf(event));
    },

    OrderCancelledEvent: async (event) => {
      if (isShort(event.data)) return;
      await store.decide(pickList, event.aggregateId, close, commandOf(event));
    },

    ShipmentDispatchedEvent: async (event) => {
      const { aggregateId: orderId, eventId } = event;
      const { shipmentId, lines, carrier, tracking } = event.data;
      // Of the time before: all of the order, in one shipment that has the id of the event.
      const all = async () => rest((await store.read(pickList, orderId)).state ?? { lines: [] });
      const shipped = { orderId, lines: lines ?? (await all()), carrier, tracking };
      await sent(store, shipmentId ?? eventId, shipped, commandOf(event));
    },

    ShipmentDeliveredEvent: (event) =>
      ended(store, event.aggregateId, event.data.shipmentId, { status: 'delivered' }, commandOf(event)),
    ShipmentLostEvent: (event) =>
      ended(store, event.aggregateId, event.data.shipmentId, { status: 'lost' }, commandOf(event)),
    ShipmentReturnedEvent: (event) => {
      const { shipmentId, restock } = event.data;
      return ended(store, event.aggregateId, shipmentId, { status: 'returned', restock }, commandOf(event));
    },
  };
}

/** What was ordered, one line per product. */
async function placed(store: EventStore, orderId: string) {
  const [first] = await store.history('order', orderId, { afterVersion: 0, limit: 1 });
  if (first?.eventType !== 'OrderPlacedEvent') throw new PermanentError(`order ${orderId} was not placed`);
  const { number, lines } = first.data as OrderEvents['OrderPlacedEvent'];
  const byProduct = new Map<string, ShippedLine & { name: string }>();
  for (const { productId, sku, name, quantity } of lines) {
    const before = byProduct.get(productId)?.quantity ?? 0;
    byProduct.set(productId, { productId, sku, name, quantity: before + quantity });
  }
  return { number, lines: [...byProduct.values()] };
}

/** Without an id, of the time before: the one that was sent. */
async function ended(
  store: EventStore,
  orderId: string,
  id: string | null,
  end: { status: ShipmentEnd; restock?: boolean },
  command: Command,
): Promise<void> {
  const { state } = await store.read(pickList, orderId);
  const known = state?.shipments.filter(({ isSent }) => isSent).map((one) => one.id) ?? [];
  const [first, ...others] = id === null ? known : [id];
  if (first === undefined) return;
  await store.decideAll(
    'delivery',
    [ref(shipment, first), ...others.map((one) => ref(shipment, one))],
    (tx) => {
      for (const one of [first, ...others]) {
        const its = tx.of(shipment, one);
        its.append(endByOrder(its.state, end));
      }
    },
    command,
  );
}
