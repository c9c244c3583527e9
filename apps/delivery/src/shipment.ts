/**
 * A shipment: what is in it, and where it is.
 *
 *   packed ─► in-transit ─► delivered, lost or returned
 *      └────► unpacked
 *
 * It is in transit when the order has sent it, and not before. It ends once: what is told later changes nothing.
 */
import {
  type ShipmentEnd,
  type ShipmentEvents,
  type ShippedLine,
  shipmentBooked,
  shipmentEnded,
  shipmentHandedOver,
  shipmentPacked,
  shipmentTracked,
  shipmentUnpacked,
} from '@quickmart/contracts/delivery/events';
import { aggregate } from '@quickmart/streams';
import type { ShipmentView } from './api.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

export type Shipment = {
  orderId: string;
  lines: readonly ShippedLine[];
  carrier: string | null;
  tracking: string | null;
  status: ShipmentView['status'];
  news: readonly ShipmentView['news'][number][];
  restock: boolean;
  handedOverAt: number | null;
  endedAt: number | null;
  createdAt: number;
  updatedAt: number;
};
/** Null until it is packed, or the order has sent it. */
export type ShipmentState = Shipment | null;

const nothing = { news: [], restock: false, handedOverAt: null, endedAt: null };

export const shipment = aggregate<ShipmentState, ShipmentEvents>({
  category: 'delivery',
  initial: null,
  evolve: {
    ShipmentPackedEvent: (_, packed, { at }) => ({
      ...packed,
      ...nothing,
      status: 'packed',
      createdAt: at,
      updatedAt: at,
    }),
    ShipmentUnpackedEvent: (state, _, { at }) => state && { ...state, status: 'unpacked', updatedAt: at },
    ShipmentBookedEvent: (state, { carrier, tracking }, { at }) =>
      state && { ...state, carrier, tracking, updatedAt: at },
    ShipmentHandedOverEvent: (state, sent, { at }) => ({
      ...nothing,
      createdAt: at,
      ...state,
      ...sent,
      status: 'in-transit',
      handedOverAt: at,
      updatedAt: at,
    }),
    ShipmentTrackedEvent: (state, told, { at }) =>
      state && { ...state, news: [...state.news, told].slice(-limits.newsMax), updatedAt: at },
    ShipmentEndedEvent: (state, { status, restock }, { at }) =>
      state && { ...state, status, restock, endedAt: at, updatedAt: at },
  },
});

export const pack = (input: ShipmentEvents['ShipmentPackedEvent']) => [shipmentPacked(input)];

export function unpack(state: ShipmentState) {
  const { status } = existing(state);
  if (status === 'unpacked') return [];
  if (status !== 'packed') refuse('shipment-not-packed', `it is ${status}`);
  return [shipmentUnpacked({})];
}

/** What stands on the parcel: the number that the carrier has given, or somebody has typed. */
export function book(state: ShipmentState, carrier: string, tracking: string) {
  const known = existing(state);
  if (known.status !== 'packed') refuse('shipment-not-packed', `it is ${known.status}`);
  if (known.carrier === carrier && known.tracking === tracking) return [];
  return [shipmentBooked({ carrier, tracking })];
}

/** The order has sent it, packed here or not. */
export const handOver = (state: ShipmentState, sent: ShipmentEvents['ShipmentHandedOverEvent']) =>
  state === null || state.status === 'packed' || state.status === 'unpacked'
    ? [shipmentHandedOver(sent)]
    : [];

type End = { status: ShipmentEnd; restock?: boolean };

/** Somebody says so. */
export function end(state: ShipmentState, { status, restock = false }: End, by: 'staff' | 'carrier') {
  const { orderId, ...known } = existing(state);
  if (known.status === status) return [];
  if (known.status !== 'in-transit') refuse('shipment-not-in-transit', `it is ${known.status}`);
  return [shipmentEnded({ orderId, status, restock, by })];
}

/** The order knows it already: where it was told otherwise at the same time, what the order says counts. */
export const endByOrder = (state: ShipmentState, { status, restock = false }: End) =>
  state?.handedOverAt != null && state.status !== status
    ? [shipmentEnded({ orderId: state.orderId, status, restock, by: 'order' })]
    : [];

/** The carrier tells by itself. Too early: it is to tell it again. After the end: nobody needs to know. */
export function tell(state: ShipmentState, told: ShipmentEvents['ShipmentTrackedEvent'] | End) {
  const { status } = existing(state);
  if (status === 'packed' || status === 'unpacked') refuse('shipment-not-in-transit', `it is ${status}`);
  if (status !== 'in-transit') return [];
  return 'news' in told ? [shipmentTracked(told)] : end(state, told, 'carrier');
}

export const existing = (state: ShipmentState): Shipment =>
  state ?? refuse('not-found', 'there is no such shipment');
