/** A shipment is in transit when the order has sent it, and ends once. */
import { randomUUIDv7 } from 'node:crypto';
import {
  shipmentBooked,
  shipmentEnded,
  shipmentHandedOver,
  shipmentPacked,
  shipmentTracked,
  shipmentUnpacked,
} from '@quickmart/contracts/delivery/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { book, end, endByOrder, handOver, shipment, tell, unpack } from './shipment.ts';

const { given } = givenWith(registry);
const orderId = randomUUIDv7();
const lines = [{ productId: randomUUIDv7(), sku: 'MUG', quantity: 2 }];
const content = { orderId, lines };
const packed = shipmentPacked({ ...content, carrier: 'simulated', tracking: null });
const sent = shipmentHandedOver({ ...content, carrier: 'simulated', tracking: 'SIM-1' });
const ended = (
  status: 'delivered' | 'lost' | 'returned',
  by: 'staff' | 'carrier' | 'order',
  restock = false,
) => shipmentEnded({ orderId, status, restock, by });

const none = given(shipment, []);
const ready = given(shipment, [packed]);
const going = given(shipment, [packed, sent]);
const arrived = given(shipment, [packed, sent, ended('delivered', 'carrier')]);
const apart = given(shipment, [packed, shipmentUnpacked({})]);

test('it is sent once, packed here or not', () => {
  none.when((s) => handOver(s, sent.data)).then([sent]);
  ready.when((s) => handOver(s, sent.data)).then([sent]);
  going.when((s) => handOver(s, sent.data)).then([]);
  arrived.when((s) => handOver(s, sent.data)).then([]);
  // Somebody has unpacked it while the order has sent it: what the order says is so.
  apart.when((s) => handOver(s, sent.data)).then([sent]);
});

test('it is unpacked before it is sent only', () => {
  ready.when(unpack).then([shipmentUnpacked({})]);
  apart.when(unpack).then([]);
  going.when(unpack).refuses('shipment-not-packed');
  none.when(unpack).refuses('not-found');
});

test('the carrier is booked once under one number', () => {
  ready
    .when((s) => book(s, 'simulated', 'SIM-1'))
    .then([shipmentBooked({ carrier: 'simulated', tracking: 'SIM-1' })]);
  given(shipment, [packed, shipmentBooked({ carrier: 'simulated', tracking: 'SIM-1' })])
    .when((s) => book(s, 'simulated', 'SIM-1'))
    .then([]);
  apart.when((s) => book(s, 'simulated', 'SIM-1')).refuses('shipment-not-packed');
});

test('it ends once: as it was told first', () => {
  going.when((s) => end(s, { status: 'lost' }, 'staff')).then([ended('lost', 'staff')]);
  going
    .when((s) => end(s, { status: 'returned', restock: true }, 'staff'))
    .then([ended('returned', 'staff', true)]);
  arrived.when((s) => end(s, { status: 'delivered' }, 'staff')).then([]);
  arrived.when((s) => end(s, { status: 'lost' }, 'staff')).refuses('shipment-not-in-transit');
  ready.when((s) => end(s, { status: 'delivered' }, 'staff')).refuses('shipment-not-in-transit');
  going.when((s) => endByOrder(s, { status: 'delivered' })).then([ended('delivered', 'order')]);
  arrived.when((s) => endByOrder(s, { status: 'delivered' })).then([]);
  arrived.when((s) => endByOrder(s, { status: 'lost' })).then([ended('lost', 'order')]);
  none.when((s) => endByOrder(s, { status: 'delivered' })).then([]);
});

test('what the carrier tells too early is to be told again; what it tells after the end changes nothing', () => {
  const news = { news: 'moving', place: 'Hamburg', at: '2026-11-21T09:11:14.000Z' } as const;
  ready.when((s) => tell(s, news)).refuses('shipment-not-in-transit');
  going.when((s) => tell(s, news)).then([shipmentTracked(news)]);
  going.when((s) => tell(s, { status: 'delivered' })).then([ended('delivered', 'carrier')]);
  arrived.when((s) => tell(s, news)).then([]);
  arrived.when((s) => tell(s, { status: 'lost' })).then([]);
  const told = Array.from({ length: limits.newsMax + 5 }, () => shipmentTracked(news));
  expect(given(shipment, [packed, sent, ...told]).state!.news).toHaveLength(limits.newsMax);
});
