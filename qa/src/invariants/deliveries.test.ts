/** What the warehouse and the orders say of shipments: kept by what is right, broken by what is not. */
import {
  pickListOpened,
  pickListPacked,
  pickListPutBack,
  pickListSent,
  shipmentEnded,
  shipmentHandedOver,
} from '@quickmart/contracts/delivery/events';
import {
  orderAttentionRequired,
  orderPlaced,
  orderReturned,
  plainOrder,
  shipmentDispatched,
  shipmentLost,
} from '@quickmart/contracts/order/events';
import type { NewEvent, StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { Books } from './books.ts';
import { brokenRules } from './rules.ts';

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const [mug, orderId, one, two] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const mugs = (quantity: number) => [{ productId: mug, sku: 'MUG', quantity }];
const how = { carrier: 'DHL', tracking: '1' };

const opened = pickListOpened({ number: null, lines: mugs(3).map((line) => ({ ...line, name: 'Mug' })) });
const packed = (id: string, quantity: number) => pickListPacked({ shipmentId: id, lines: mugs(quantity) });
const sent = (id: string, quantity: number) => pickListSent({ shipmentId: id, lines: mugs(quantity) });
const left = (quantity: number) => shipmentHandedOver({ orderId, lines: mugs(quantity), ...how });
const ended = shipmentEnded({ orderId, status: 'lost', restock: false, by: 'carrier' });
const ordered = (id: string, quantity: number) =>
  shipmentDispatched({ shipmentId: id, lines: mugs(quantity), ...how, capture: null });

type Past = [category: string, id: string, ...events: NewEvent[]];
const list = (...events: NewEvent[]): Past => ['delivery', orderId, ...events];
const shipment = (id: string, ...events: NewEvent[]): Past => ['delivery', id, ...events];
const order = (...events: NewEvent[]): Past => ['order', orderId, ...events];

function broken(...pasts: Past[]): string[] {
  const books = new Books();
  for (const [category, aggregateId, ...events] of pasts)
    for (const event of events)
      books.add({ ...event, category, aggregateId, eventId: uuid(9), at: 1 } as unknown as StoredEvent);
  const none = new Set<string>();
  const found = brokenRules(books, 2, { orders: none, reservations: none, retries: none });
  return found.map(({ rule }) => rule);
}

const packedTwice = 'what is packed was left';
const unknown = 'what has left is what the order has sent';
const missing = 'what an order has sent has left, and ends as it says';
test.each<[string, Past[], string[]]>([
  [
    'sent in two shipments, of which one is lost',
    [
      list(opened, packed(one, 2), packed(two, 1), sent(one, 2), sent(two, 1)),
      shipment(one, left(2), ended),
      shipment(two, left(1)),
      order(ordered(one, 2), ordered(two, 1), shipmentLost({ shipmentId: one })),
    ],
    [],
  ],
  [
    'unpacked, and packed again',
    [list(opened, packed(one, 3), pickListPutBack({ shipmentId: one }), packed(two, 3))],
    [],
  ],
  ['packed twice', [list(opened, packed(one, 2), packed(two, 2))], [packedTwice]],
  ['packed after it was sent', [list(opened, sent(one, 3), packed(two, 1))], [packedTwice]],
  ['the order knows nothing of it', [shipment(one, left(1))], [unknown]],
  ['something else is in it', [list(opened), shipment(one, left(2)), order(ordered(one, 1))], [unknown]],
  ['it has left twice', [list(opened), shipment(one, left(1), left(1)), order(ordered(one, 1))], [unknown]],
  ['it has not left', [list(opened), order(ordered(one, 1))], [missing]],
  [
    'the order has not heard that it is lost',
    [list(opened), shipment(one, left(1), ended), order(ordered(one, 1))],
    [missing],
  ],
])('%s', (_, pasts, rules) => {
  expect(broken(...pasts)).toEqual(rules);
});

const nothing = { amount: 0, currency: 'EUR' };
const free = plainOrder({ customerId: 'c', lines: [], total: nothing, paymentMethod: null });
const lost = [orderPlaced(free), ordered(one, 1), shipmentLost({ shipmentId: one })];
const back = orderReturned({ lines: mugs(1), restock: false, refund: nothing, shipmentId: one });
const notBack = 'what was not delivered is given back';
test.each<[string, NewEvent[], boolean]>([
  ['lost, and given back', [...lost, back], false],
  ['lost, and an operator is asked', [...lost, orderAttentionRequired({ reason: 'x' })], false],
  ['lost, and forgotten', lost, true],
])('%s', (_, events, isBroken) => {
  expect(broken(order(...events)).includes(notBack)).toBe(isBroken);
});
