/** The invariants, read over HTTP: orders, reservations, stock and events must tell the same story. */
import { until } from '@quickmart/streams/testing';
import pLimit from 'p-limit';
import { expect } from 'vitest';
import type { Inventory } from '../../../apps/inventory/src/api.ts';
import type { Order } from '../../../apps/order/src/api.ts';
import type { Product } from '../../../apps/product/src/api.ts';
import { brokenInvariants } from '../../src/invariants/read.ts';
import { all, historyOf, send, somePending } from './shop.ts';
import type { System } from './system.ts';

type Acknowledged = ReadonlyMap<string, Order>;

/** Waits until every order has ended and its stock is booked; throws where the books do not agree then. */
export async function checkBooks(system: System, acknowledged: Acknowledged): Promise<void> {
  await ended(system, acknowledged);
  expect(await deadLetters(system)).toEqual([]);
  const redis = await system.redis.connect();
  expect(await brokenInvariants(redis, 0).finally(() => redis.disconnect())).toEqual([]);
}

/** What each order and each product shows is what its events say. */
export async function checkHistories(
  system: System,
  products: readonly Product[],
  acknowledged: Acknowledged,
): Promise<void> {
  const orders = await ended(system, acknowledged);
  const sideBySide = pLimit(16);
  await Promise.all([
    ...orders.map((order) => sideBySide(() => checkOrder(system, order))),
    ...products.map(({ id }) => sideBySide(() => checkStock(system, id, orders))),
  ]);
}

async function ended(system: System, acknowledged: Acknowledged): Promise<Order[]> {
  const orders = await until(
    'every order has ended, and its stock is booked',
    async () => {
      // All of them are asked for many times otherwise, of services that have other work.
      if ((await somePending(system)).length > 0) return false;
      const found = await all<Order>(system.order, '/api/orders');
      if (found.some(({ status }) => status === 'pending')) return false;
      const stock = await all<Inventory>(system.inventory, '/api/inventories');
      const wanted = promised(found);
      return stock.every(({ productId, reserved }) => reserved === (wanted.get(productId) ?? 0)) && found;
    },
    30_000,
  ).catch(async (error: Error) => {
    throw new Error(`${error.message}\n${await disagreements(system)}`);
  });
  // One order per acknowledgement: none is lost, and none was made twice by a repeat.
  expect(orders.map(({ id }) => id).sort()).toEqual([...acknowledged.keys()].sort());
  for (const { id, lines, total, status } of orders) {
    expect({ lines, total }).toEqual({
      lines: acknowledged.get(id)?.lines,
      total: acknowledged.get(id)?.total,
    });
    expect(['confirmed', 'cancelled']).toContain(status);
  }
  return orders;
}

/** Product → how much of it is in confirmed orders. */
function promised(orders: readonly Order[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of orders
    .filter(({ status }) => status === 'confirmed')
    .flatMap(({ lines }) => lines))
    sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return sums;
}

async function checkOrder(system: System, { id, status }: Order): Promise<void> {
  // What was paid for a cancelled order is given back after that, so it may have come further since it was listed.
  const history = await until(`order ${id} is shown as its events say`, async () => {
    const told = await historyOf(system.order, `/api/orders/${id}`);
    const { body } = await send<Order>(system.order, 'GET', `/api/orders/${id}`);
    return body.version === told.length && told;
  });
  const types = history.map(({ eventType }) => eventType);
  const way = types.map((type) => type.replace(/^Order|Event$/g, '')).join(' ');
  const ways = {
    confirmed: /^Placed (PaymentRequested )?Approved Confirmed$/,
    cancelled: /^Placed( PaymentRequested)?( Approved)?( Confirmed)? Cancelled( PaymentSettled)?$/,
  };
  expect(way, `order ${id}`).toMatch(ways[status as keyof typeof ways]);
  expect(history.map((event) => event.version)).toEqual(types.map((_, n) => n + 1));
}

/** What the stock shows is what its events add up to, and each order has taken and given what is its. */
async function checkStock(system: System, productId: string, orders: readonly Order[]): Promise<void> {
  const path = `/api/inventories/${productId}`;
  const { body: stock } = await send<Inventory>(system.inventory, 'GET', path);
  const events = await historyOf(system.inventory, path);
  expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
  const open = new Map<string, number>();
  let reserved = 0;
  for (const { eventType, data } of events) {
    const sign = eventType === 'StockAllocatedEvent' ? 1 : eventType === 'StockDeallocatedEvent' ? -1 : 0;
    if (sign === 0) continue;
    reserved += sign * data.quantity;
    expect([data.reserved, data.reserved >= 0 && data.reserved <= 100]).toEqual([reserved, true]);
    open.set(data.orderId, (open.get(data.orderId) ?? 0) + sign * data.quantity);
  }
  const confirmed = orders.filter(({ status }) => status === 'confirmed');
  const wanted = confirmed.flatMap(({ id, lines }) =>
    lines.filter((line) => line.productId === productId).map(({ quantity }) => [id, quantity] as const),
  );
  expect(new Map([...open].filter(([, quantity]) => quantity !== 0))).toEqual(new Map(wanted));
  expect(stock).toMatchObject({ onHand: 100, reserved, available: 100 - reserved, version: events.length });
}

async function deadLetters({ redis }: System): Promise<string[]> {
  const client = await redis.connect();
  const keys = await client.keys('*:dead:*');
  const lengths = await Promise.all(keys.map((key) => client.xlen(key)));
  client.disconnect();
  return keys.filter((_, n) => (lengths[n] ?? 0) > 0);
}

async function disagreements(system: System): Promise<string> {
  const orders = await all<Order>(system.order, '/api/orders');
  const stock = await all<Inventory>(system.inventory, '/api/inventories');
  const wanted = promised(orders);
  const pending = orders
    .filter(({ status }) => status === 'pending')
    .map(({ id }) => `order ${id} is pending`);
  const wrong = stock
    .filter(({ productId, reserved }) => reserved !== (wanted.get(productId) ?? 0))
    .map(
      ({ productId, reserved }) =>
        `${productId}: ${reserved} reserved, ${wanted.get(productId) ?? 0} in orders`,
    );
  return [...pending, ...wrong, ...(await deadLetters(system))].slice(0, 20).join('\n');
}
