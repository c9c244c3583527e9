/** What the delivery service shows: what is to be picked, and the shipments. */
import { boolean, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { PickListView, ShipmentView } from './api.ts';
import { limits } from './limits.ts';
import { leftOf, type PickList, pickList, statusOf } from './pick-list.ts';
import { type Shipment, shipment } from './shipment.ts';

export const pickLists = tableOf(pickList, {
  name: 'pick_lists',
  columns: {
    id: uuid(),
    number: code(limits.orderNumberLength).nullable(),
    status: code<PickListView['status']>(16),
    lines: json<PickList['lines']>(),
    shipments: json<PickList['shipments']>(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt'],
  indexes: [
    ['status', 'createdAt', 'id'],
    ['number', 'createdAt', 'id'],
  ],
  row: ({ isClosed, ...list }) => ({ ...list, status: statusOf({ ...list, isClosed }) }),
  state: ({ id: _, version: __, status, ...list }) => ({
    ...list,
    reducedBy: [],
    isClosed: status === 'cancelled',
  }),
});

export const shipments = tableOf(shipment, {
  name: 'shipments',
  columns: {
    id: uuid(),
    orderId: uuid(),
    lines: json<Shipment['lines']>(),
    status: code<ShipmentView['status']>(16),
    carrier: text(limits.carrierLength).nullable(),
    tracking: text(limits.trackingLength).nullable(),
    news: json<Shipment['news']>(),
    restock: boolean(),
    handedOverAt: instant().nullable(),
    endedAt: instant().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt'],
  indexes: [
    ['orderId', 'createdAt', 'id'],
    ['tracking', 'createdAt', 'id'],
    ['status', 'createdAt', 'id'],
  ],
});

export const pickListView = ({ lines, shipments, ...row }: Shown<typeof pickLists.table>): PickListView => ({
  ...row,
  lines: lines.map((line) => ({ ...line, left: leftOf(line) })),
  shipments: shipments.map(({ id }) => id),
});
