/**
 * What the warehouse says became of a shipment, whoever has told it: a person or a carrier. The order notes it as if it were told
 * itself. What it knows already, or has noted otherwise before, changes nothing.
 */
import type { ShipmentEvents } from '@quickmart/contracts/delivery/events';
import { commandOf, type Handlers } from '@quickmart/streams';
import { decideOrder, type Parts } from './decide.ts';
import type { OrderEvent } from './order.ts';
import { hasEnded } from './quantities.ts';
import { deliver, lose, sendBack } from './shipping.ts';
import type { OrderState } from './state.ts';

type Ended = ShipmentEvents['ShipmentEndedEvent'];

export function endOf(
  state: OrderState,
  shipmentId: string,
  { status, restock }: Pick<Ended, 'status' | 'restock'>,
): OrderEvent[] {
  const known = state?.shipments.find(({ id }) => id === shipmentId);
  if (known === undefined || hasEnded(known)) return [];
  if (status === 'delivered') return deliver(state, { shipmentId });
  return status === 'lost' ? lose(state, { shipmentId }) : sendBack(state, { shipmentId, restock });
}

export const onShipments = (parts: Parts): Handlers<ShipmentEvents> => ({
  ShipmentEndedEvent: async (event) => {
    const { orderId } = event.data;
    const end = (state: OrderState) => endOf(state, event.aggregateId, event.data);
    await decideOrder(parts, orderId, end, commandOf(event));
  },
});
