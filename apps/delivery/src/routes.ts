/** Deliveries over HTTP: what is to be picked, packing it, and what becomes of a shipment. */
import { randomUUIDv7 } from 'node:crypto';
import { id as idShape, text } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  createRoute,
  idParam,
  json,
  jsonBody,
  needs,
  period,
  resource,
  respond,
} from '@quickmart/service';
import { ref } from '@quickmart/streams';
import {
  dispatchShipment,
  packShipment,
  pickListShape,
  pickListStatus,
  returnShipment,
  shipmentShape,
  shipmentStatus,
} from './api.ts';
import { limits } from './limits.ts';
import { pack as packList, pickList } from './pick-list.ts';
import { errors } from './problems.ts';
import { pickLists, pickListView, shipments } from './read-models.ts';
import { dispatch, type Parts, takeApart } from './sending.ts';
import { end, pack, shipment } from './shipment.ts';

const path = '/api/shipments';
const [read, write] = [needs('deliveries:read'), needs('deliveries:write')];

const packRoute = createRoute({
  method: 'post',
  path: '/api/orders/{id}/shipments',
  operationId: 'packShipment',
  access: write,
  tags: ['Shipments'],
  summary: 'Pack a shipment: all that is left to pick of an order, or some of its lines',
  description:
    'Of a confirmed order. It is sent by `dispatch`; until then it can be unpacked. The order decides at the dispatch.',
  request: { params: idParam(), body: jsonBody(packShipment) },
  responses: {
    201: json(shipmentShape, 'The new shipment'),
    ...errors('pick-list-closed', 'nothing-left', 'not-left'),
  },
});

export function routes(api: Api, parts: Parts & { readModels: ReadModels }): void {
  const { store } = parts;

  resource(api, parts, {
    path: '/api/pick-lists',
    shape: pickListShape,
    readModel: pickLists,
    access: read,
    history: { access: read },
    view: pickListView,
    list: {
      sort: ['createdAt', 'updatedAt'],
      filters: {
        id: anyOf(idShape),
        status: anyOf(pickListStatus),
        number: anyOf(text(limits.orderNumberLength, 1)).meta({ example: 'QM-2026-000123' }),
        ...period('created'),
        ...period('updated'),
      },
    },
  });

  const all = resource(api, parts, {
    path,
    shape: shipmentShape,
    readModel: shipments,
    tag: 'Shipments',
    access: read,
    history: { access: read },
    list: {
      sort: ['createdAt', 'updatedAt'],
      filters: {
        id: anyOf(idShape),
        orderId: anyOf(idShape),
        tracking: text(limits.trackingLength, 1).meta({
          description: 'Only those with this tracking number',
        }),
        status: anyOf(shipmentStatus),
        ...period('created'),
        ...period('updated'),
      },
    },
  });

  api.openapi(packRoute, (c) => {
    const [shipmentId, { id: orderId }] = [randomUUIDv7(), c.req.valid('param')];
    const { lines: wanted, carrier = null, tracking = null } = c.req.valid('json');
    const location = () => `${path}/${shipmentId}`;
    return respond(
      c,
      201,
      all.view(shipmentId),
      ({ expectedVersion: _, ...command }) =>
        store.decideAll(
          'delivery',
          [ref(shipment, shipmentId), ref(pickList, orderId)],
          (tx) => {
            const list = tx.of(pickList, orderId);
            const packed = packList(list.state, shipmentId, wanted);
            list.append(packed);
            const { lines } = packed[0]!.data;
            tx.of(shipment, shipmentId).append(pack({ orderId, lines, carrier, tracking }));
          },
          command,
        ),
      { location },
    );
  });

  all.post('dispatch', {
    access: write,
    summary: 'Hand a packed shipment to the carrier: the order sends it, and the money for it is captured',
    description:
      'Needs `orders:write`, too: the order is asked with the same token, and decides. Where the carrier is the one of the ' +
      'shop and there is no number, it is booked there. 503: nobody knows whether it was sent; repeat it, it is sent once.',
    body: dispatchShipment,
    responses: errors('shipment-not-packed', 'dispatch-refused', 'carrier-refused'),
    run: (id, how, command, c) => dispatch(parts, id, how, command, c),
  });

  all.post('unpack', {
    access: write,
    summary: 'Unpack a shipment: what is in it is to be picked again',
    description: 'Only before it is dispatched.',
    responses: errors('shipment-not-packed'),
    run: (id, _, command) => takeApart(store, id, command),
  });

  all.post('deliver', {
    access: write,
    summary: 'Note that a shipment has arrived; the order notes it a moment later',
    description: 'Once all of an order has arrived, the order is completed.',
    responses: errors('shipment-not-in-transit'),
    decide: (state) => end(state, { status: 'delivered' }, 'staff'),
  });

  all.post('lost', {
    access: write,
    operationId: 'loseDeliveryShipment',
    summary: 'Note that the carrier has lost a shipment; the order refunds it a moment later',
    description: 'It ends with that, also where it is found later.',
    responses: errors('shipment-not-in-transit'),
    decide: (state) => end(state, { status: 'lost' }, 'staff'),
  });

  all.post('returned', {
    access: write,
    operationId: 'returnDeliveryShipment',
    summary:
      'Note that a shipment has come back without being delivered; the order refunds it a moment later',
    description: 'With `restock`, the goods are on the shelf again.',
    body: returnShipment,
    responses: errors('shipment-not-in-transit'),
    decide: (state, { restock }) => end(state, { status: 'returned', restock }, 'staff'),
  });
}
