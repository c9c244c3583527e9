/**
 * A shipment leaves. Three steps, each of which can be repeated: the carrier is booked under the id of the shipment; the order
 * sends it, or says why not; then it is in transit. Whoever repeats the request after a crash goes on where it stopped; the last
 * step is also done by what the order publishes (reactions.ts).
 */
import type { ShippedLine } from '@quickmart/contracts/delivery/events';
import { type Neighbour, type On, onOf, type ServiceContext } from '@quickmart/service';
import { type Command, type Decided, type EventStore, ref, type Transaction } from '@quickmart/streams';
import {
  type Carrier,
  CarrierRefusedError,
  CarrierSilentError,
  type Destination,
} from './carriers/carrier.ts';
import { limits } from './limits.ts';
import { pickList, putBack, send } from './pick-list.ts';
import { refuse } from './problems.ts';
import { book, existing, handOver, type Shipment, type ShipmentState, shipment, unpack } from './shipment.ts';

export type Parts = { store: EventStore; carrier: Carrier; orders: Neighbour };
type How = { carrier?: string | undefined; tracking?: string | undefined };

/** By person or machine, with their own token: the order decides. */
export async function dispatch(
  parts: Parts,
  id: string,
  how: How,
  command: Command<ShipmentState>,
  c: ServiceContext,
): Promise<Decided<ShipmentState>> {
  const { store, orders } = parts;
  const on = onOf(c);
  const { state, version } = await store.read(shipment, id);
  const { expectedVersion, ...rest } = command;
  if (expectedVersion !== undefined && expectedVersion !== version)
    refuse('version-stale', `expected version ${expectedVersion}, the shipment is at ${version}`);
  const known = existing(state);
  if (known.status === 'unpacked') refuse('shipment-not-packed', 'it is unpacked');
  if (known.status === 'packed') {
    const { carrier, tracking } = await booked(parts, { id, known, how }, on, later(command));
    const { orderId, lines } = known;
    const asked = {
      shipmentId: id,
      lines: lines.map(({ productId, quantity }) => ({ productId, quantity })),
      ...(carrier !== null && { carrier }),
      ...(tracking !== null && { tracking }),
    };
    const answer = await orders.ask('POST', `/api/orders/${orderId}/ship`, on, {
      key: `shipment-${id}`,
      body: asked,
    });
    if (answer.outcome === 'unknown') refuse('unavailable', answer.reason, { retryAfterSeconds: 1 });
    if (answer.outcome === 'refused') sayWhy(answer.status, answer.problem);
    await sent(store, id, { orderId, lines: [...lines], carrier, tracking }, later(command));
  }
  // The answer of the request, and its key.
  return await store.decide(shipment, id, () => [], rest);
}

type Problem = {
  code: string;
  detail?: string;
  errors?: { pointer: string; code: string; detail: string }[];
};
function sayWhy(status: number, { code, detail = code, errors }: Problem): never {
  if (status === 401) return refuse('unauthenticated', detail);
  if (status === 403) return refuse('forbidden', detail, { scope: 'orders:write' });
  return refuse('dispatch-refused', detail, { reason: code, ...(errors && { errors }) });
}

/** A step of its own, which looks at the state and so has its effect once. */
const later = ({ meta, at }: Command<ShipmentState>) => ({ meta, at });

/** The carrier's number, where the carrier is ours and nobody has typed one. */
async function booked(
  { store, carrier: ours, orders }: Parts,
  { id, known, how }: { id: string; known: Shipment; how: How },
  on: On,
  command: Command<ShipmentState>,
): Promise<{ carrier: string | null; tracking: string | null }> {
  const carrier = how.carrier ?? known.carrier;
  const isSame = carrier === known.carrier;
  const typed = how.tracking ?? (isSame ? known.tracking : null);
  if (carrier !== ours.name || typed !== null) return { carrier, tracking: typed };
  const { orderId, lines } = known;
  const to = await destinationOf(orders, orderId, on);
  const tracking = await ours
    .book({ shipmentId: id, lines, to }, AbortSignal.timeout(limits.askMs))
    .catch(sayCarrier);
  await store.decide(shipment, id, (state) => book(state, carrier, tracking), command);
  return { carrier, tracking };
}

function sayCarrier(error: unknown): never {
  if (error instanceof CarrierRefusedError) return refuse('carrier-refused', error.message);
  if (error instanceof CarrierSilentError)
    return refuse('unavailable', error.message, { retryAfterSeconds: 5 });
  throw error;
}

async function destinationOf(orders: Neighbour, orderId: string, on: On): Promise<Destination | null> {
  const answer = await orders.ask<{ addresses: { shipping?: Destination } }>(
    'GET',
    `/api/orders/${orderId}`,
    on,
  );
  if (answer.outcome === 'done') return answer.body.addresses.shipping ?? null;
  if (answer.outcome === 'unknown') return refuse('unavailable', answer.reason, { retryAfterSeconds: 1 });
  return sayWhy(answer.status, answer.problem);
}

type Sent = { orderId: string; lines: ShippedLine[]; carrier: string | null; tracking: string | null };

/** The order has sent it: noted on the shipment and on the pick list, in one append. */
export async function sent(store: EventStore, id: string, shipped: Sent, command: Command): Promise<void> {
  const { orderId, lines } = shipped;
  await store.decideAll(
    'delivery',
    [ref(shipment, id), ref(pickList, orderId)],
    (tx: Transaction) => {
      const one = tx.of(shipment, id);
      one.append(handOver(one.state, shipped));
      const list = tx.of(pickList, orderId);
      list.append(send(list.state, id, lines));
    },
    command,
  );
}

/** What is in it is to be picked again. */
export async function takeApart(
  store: EventStore,
  id: string,
  command: Command<ShipmentState>,
): Promise<Decided<ShipmentState>> {
  const { orderId } = existing((await store.read(shipment, id)).state);
  return await store.decideAll(
    'delivery',
    [ref(shipment, id), ref(pickList, orderId)],
    (tx) => {
      const one = tx.of(shipment, id);
      one.append(unpack(one.state));
      const list = tx.of(pickList, orderId);
      list.append(putBack(list.state, id));
    },
    command,
  );
}
