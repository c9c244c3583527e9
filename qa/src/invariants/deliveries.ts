/** Shipments, as the orders know them and as the warehouse does: they must be the same. Folded here again, on purpose. Pure. */
import type { PickListEvents, ShipmentEvents } from '@quickmart/contracts/delivery/events';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { StoredEvent } from '@quickmart/streams';
import { listed, same, summed } from './units.ts';

type Lines = Map<string, number>;
/** `lines` is null where the order was sent as a whole, in the time before. */
type Sent = {
  orderId: string;
  lines: Lines | null;
  end: string | null;
  isGivenBack: boolean;
  at: number;
};
type Shipment = { orderId: string; lines: Lines; handedOver: number; end: string | null; at: number };
type PickList = { ordered: Lines; taken: Lines; packed: Map<string, Lines>; faults: string[] };
type Events = PickListEvents & ShipmentEvents & OrderEvents;
type Entries = {
  [Type in keyof Events]?: (its: Deliveries, id: string, data: Events[Type], event: StoredEvent) => void;
};

export class Deliveries {
  /** Of the orders, by the id of the shipment. */
  readonly sent = new Map<string, Sent>();
  /** Of the warehouse. */
  readonly shipments = new Map<string, Shipment>();
  readonly pickLists = new Map<string, PickList>();

  add(event: StoredEvent): void {
    const enter = entries[event.eventType as keyof Entries] as
      | ((its: Deliveries, id: string, data: unknown, event: StoredEvent) => void)
      | undefined;
    enter?.(this, event.aggregateId, event.data, event);
  }
}

const entries: Entries = {
  PickListOpenedEvent: ({ pickLists }, id, { lines }) => {
    pickLists.set(id, { ordered: summed(lines), taken: new Map(), packed: new Map(), faults: [] });
  },
  PickListReducedEvent: (its, id, { lines }) => take(its, id, summed(lines)),
  PickListPackedEvent: (its, id, { shipmentId, lines }) => {
    const list = its.pickLists.get(id);
    if (list === undefined) return;
    list.packed.set(shipmentId, summed(lines));
    const packed = summed([...list.packed.values()].flatMap(listed));
    for (const [product, units] of packed)
      if (units + (list.taken.get(product) ?? 0) > (list.ordered.get(product) ?? 0))
        list.faults.push(`${units} of product ${product} are packed, which are not left`);
  },
  PickListPutBackEvent: ({ pickLists }, id, { shipmentId }) =>
    void pickLists.get(id)?.packed.delete(shipmentId),
  PickListSentEvent: (its, id, { shipmentId, lines }) => {
    its.pickLists.get(id)?.packed.delete(shipmentId);
    take(its, id, summed(lines));
  },

  ShipmentHandedOverEvent: ({ shipments }, id, { orderId, lines }, { at }) => {
    const handedOver = (shipments.get(id)?.handedOver ?? 0) + 1;
    shipments.set(id, { orderId, lines: summed(lines), handedOver, end: null, at });
  },
  ShipmentEndedEvent: ({ shipments }, id, { status }, { at }) => {
    const known = shipments.get(id);
    if (known) shipments.set(id, { ...known, end: status, at });
  },

  ShipmentDispatchedEvent: ({ sent }, orderId, { shipmentId, lines }, { eventId, at }) => {
    const one = { orderId, lines: lines && summed(lines), end: null, isGivenBack: false, at };
    sent.set(shipmentId ?? eventId, one);
  },
  OrderReturnedEvent: ({ sent }, _, { shipmentId }, { at }) => {
    const known = sent.get(shipmentId ?? '');
    if (known) sent.set(shipmentId ?? '', { ...known, isGivenBack: true, at });
  },
  ShipmentDeliveredEvent: (its, orderId, { shipmentId }, { at }) =>
    ended(its, orderId, shipmentId, 'delivered', at),
  ShipmentLostEvent: (its, orderId, { shipmentId }, { at }) => ended(its, orderId, shipmentId, 'lost', at),
  ShipmentReturnedEvent: (its, orderId, { shipmentId }, { at }) =>
    ended(its, orderId, shipmentId, 'returned', at),
};

function take({ pickLists }: Deliveries, id: string, lines: Lines): void {
  const list = pickLists.get(id);
  if (list) list.taken = summed([...listed(list.taken), ...listed(lines)]);
}

function ended({ sent }: Deliveries, orderId: string, id: string | null, end: string, at: number): void {
  for (const [shipmentId, one] of sent)
    if (id === null ? one.orderId === orderId : shipmentId === id) sent.set(shipmentId, { ...one, end, at });
}

type Found = Iterable<[where: string, what: string]>;
type HasDeliveries = { deliveries: Deliveries };

export const deliveryRules = {
  'what is packed was left': function* ({ deliveries }: HasDeliveries): Found {
    for (const [id, { faults }] of deliveries.pickLists)
      for (const fault of faults) yield [`order ${id}`, fault];
  },

  'what has left is what the order has sent': function* ({ deliveries }: HasDeliveries): Found {
    for (const [id, { orderId, lines, handedOver }] of deliveries.shipments) {
      const known = deliveries.sent.get(id);
      if (known?.orderId !== orderId) yield [`order ${orderId}`, `it knows nothing of shipment ${id}`];
      else if (known.lines !== null && !same(known.lines, lines))
        yield [`order ${orderId}`, `there is something else in shipment ${id} than it has sent`];
      if (handedOver > 1) yield [`order ${orderId}`, `shipment ${id} has left ${handedOver} times`];
    }
  },

  'what an order has sent has left, and ends as it says': function* (
    { deliveries }: HasDeliveries,
    before: number,
  ): Found {
    for (const [id, { orderId, end, at }] of deliveries.sent) {
      // Without a pick list nobody has told the warehouse of it: the service does not run.
      if (at >= before || !deliveries.pickLists.has(orderId)) continue;
      const shipment = deliveries.shipments.get(id);
      if (shipment === undefined) yield [`order ${orderId}`, `its shipment ${id} has not left`];
      else if (shipment.at < before && shipment.end !== end)
        yield [
          `order ${orderId}`,
          `shipment ${id} is ${shipment.end ?? 'in transit'}, to the order it is ${end ?? 'in transit'}`,
        ];
    }
  },
};
