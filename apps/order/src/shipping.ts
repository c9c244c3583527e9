/** What leaves for an order, in one shipment or in several, and how each of them ends. */
import {
  shipmentDelivered,
  shipmentDispatched,
  shipmentLost,
  shipmentReturned,
} from '@quickmart/contracts/order/events';
import { existing, type OrderEvent, withEnd } from './order.ts';
import { refuse } from './problems.ts';
import type { DeliverOrder, LoseShipment, ShipmentBack, ShipOrder } from './progress-api.ts';
import { type Chosen, choose, countsOf, hasEnded, leftOf, linesOf, worthOf } from './quantities.ts';
import { withReturns } from './returns.ts';
import type { OrderState, Placed, Shipment } from './state.ts';

/** All that is left, or some of it. A shipment that is sent already is not sent again. `newId`: where none is named. */
export function ship(
  state: OrderState,
  { shipmentId, lines: wanted, carrier, tracking }: ShipOrder,
  newId: string,
): OrderEvent[] {
  const order = existing(state);
  if (order.shipments.some(({ id }) => id === shipmentId)) return [];
  assertShippable(order);
  const left = { most: leftOf, words: (count: Parameters<typeof leftOf>[0]) => `${leftOf(count)} are left` };
  const { chosen, faults } = choose(countsOf(order), wanted, left, 'not-left');
  if (faults.length > 0) refuse('not-left', 'no more can be sent than is left', { errors: faults });
  if (chosen.length === 0) refuse('order-not-shippable', 'nothing is left to send');
  const how = { carrier: carrier ?? null, tracking: tracking ?? null, capture: captureFor(order, chosen) };
  return [shipmentDispatched({ shipmentId: shipmentId ?? newId, lines: linesOf(chosen), ...how })];
}

function assertShippable({ stage, payment, attention }: Placed): void {
  if (stage !== 'confirmed' && stage !== 'shipped') refuse('order-not-shippable', `the order is ${stage}`);
  // At the provider, before anything was sent: nobody would pay for the goods.
  if (stage === 'confirmed' && payment?.status === 'refunded')
    refuse('order-not-shippable', 'all of the money was given back: cancel the order');
  // What was sent before is not paid for: nobody sends more.
  if (stage === 'shipped' && attention !== null)
    refuse('order-not-shippable', 'the order needs attention first');
}

/**
 * What was agreed on for these units. The first shipment pays for the shipping. All units of a product together are worth what is
 * paid for it, and the total is that of lines and shipping: so the shipments come to what is agreed on, however they are split.
 */
function captureFor(order: Placed, chosen: readonly Chosen[]) {
  const { shipments, checkout, total } = order;
  const shipping = shipments.length === 0 ? (checkout.shipping?.total.amount ?? 0) : 0;
  return { amount: worthOf(chosen) + shipping, currency: total.currency };
}

/** One shipment, or all that are on their way. */
export function deliver(state: OrderState, { shipmentId }: DeliverOrder): OrderEvent[] {
  const order = existing(state);
  const arrived = onTheirWay(order, shipmentId, 'delivered');
  return withEnd(
    order,
    arrived.map(({ id }) => shipmentDelivered({ shipmentId: id })),
  );
}

/** The money for it is given back, once it is captured; it cannot be put on the shelf. */
export const lose = (state: OrderState, { shipmentId }: LoseShipment): OrderEvent[] =>
  undelivered(existing(state), shipmentId, 'lost', false);

/** It has come back without being delivered. */
export const sendBack = (state: OrderState, { shipmentId, restock }: ShipmentBack): OrderEvent[] =>
  undelivered(existing(state), shipmentId, 'returned', restock);

function undelivered(order: Placed, id: string, status: 'lost' | 'returned', restock: boolean): OrderEvent[] {
  const [shipment] = onTheirWay(order, id, status);
  if (shipment === undefined) return [];
  const ended =
    status === 'lost' ? shipmentLost({ shipmentId: id }) : shipmentReturned({ shipmentId: id, restock });
  return withEnd(order, withReturns(order, [ended]));
}

/** None where this shipment has ended so before. */
function onTheirWay(
  { stage, shipments }: Placed,
  id: string | undefined,
  status: Shipment['status'],
): Shipment[] {
  const named = shipments.filter((one) => id === undefined || one.id === id);
  if (id !== undefined && named[0]?.status === status) return [];
  const going = named.filter((one) => !hasEnded(one));
  if (going.length > 0) return going;
  const [why] = named;
  return refuse(
    'order-not-deliverable',
    id === undefined || why === undefined
      ? `the order is ${stage}, without such a shipment`
      : `it is ${why.status}`,
  );
}
