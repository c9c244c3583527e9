/** What a customer and a clerk do over HTTP, in as few words as the tests need. */
import { randomUUID } from 'node:crypto';
import type { components } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import type { Inventory } from '../../../apps/inventory/src/api.ts';
import type { Order } from '../../../apps/order/src/api.ts';
import type { Product } from '../../../apps/product/src/api.ts';
import { call, clientOf } from '../../src/openapi/client.ts';
import type { Service, System } from './system.ts';

export type Sent<Body> = { status: number; headers: Headers; body: Body };
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that the test expects.
export type Untyped = any;

/** Sends JSON and reads JSON; a string is sent as it is. For what the typed client cannot say, or not so shortly. */
export async function send<Body = Untyped>(
  { url }: Service,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Sent<Body>> {
  const init: RequestInit = { method, headers: { ...headers }, signal: AbortSignal.timeout(20_000) };
  if (body !== undefined) {
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json', ...headers };
  }
  const answer = await call(url + path, init);
  const text = await answer.text();
  const isJson =
    /json$/.test(answer.headers.get('Content-Type') ?? '') &&
    !answer.headers.get('Content-Type')?.includes('ndjson');
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

/** The same request under one Idempotency-Key until it has an answer, whatever dies meanwhile. */
export async function sendSurely<Body = Untyped>(
  service: Service,
  path: string,
  body: unknown,
  key: string,
  withinMs = 60_000,
): Promise<Sent<Body>> {
  let last: Untyped;
  const answered = async () => {
    const answer = await send<Body>(service, 'POST', path, body, { 'Idempotency-Key': key });
    last = answer.body;
    return !passes(answer) && answer;
  };
  return await until(`an answer to ${path} ${key}`, answered, withinMs).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
}

const passes = ({ status, body }: Sent<Untyped>) =>
  status === 503 || (status === 409 && body.code === 'request-in-progress');

export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const newSku = () => `SKU-${randomUUID().slice(0, 13)}`;

type NewProduct = Partial<components['schemas']['NewProduct']>;

export const createProduct = async (system: System, more?: NewProduct): Promise<Product> =>
  (await created(system, more)).product;

async function created({ product }: System, more: NewProduct = {}) {
  const body = { sku: newSku(), name: 'Blue mug', price: euros(1299), ...more };
  const { data, error, response } = await clientOf(product.url).POST('/api/products', { body });
  if (error) throw new Error(`product: ${JSON.stringify(error)}`);
  return { product: data, headers: response.headers };
}

/** A list that is asked for a position waits until the service's own catalog has reached it, and says where it has not. */
export const knownToOrders = ({ order }: System, command: Headers): Promise<boolean> =>
  until('the order service has heard of it', async () => {
    const position = { 'Event-Position': command.get('Event-Position') ?? '' };
    const { headers } = await send(order, 'GET', '/api/orders?limit=1', undefined, position);
    return headers.get('Read-Model-Stale') === null;
  });

/** Its stock, as soon as the inventory service has it. */
export const stockOf = ({ inventory }: System, productId: string): Promise<Inventory> =>
  until(`product ${productId} has stock`, async () => {
    const client = clientOf(inventory.url);
    return (await client.GET('/api/inventories/{productId}', { params: { path: { productId } } })).data;
  });

/** One that can be ordered: whatever becomes of the services afterwards, all of them know it. */
export async function stockedProduct(system: System, more?: NewProduct): Promise<Product> {
  const { product, headers } = await created(system, more);
  await Promise.all([stockOf(system, product.id), knownToOrders(system, headers)]);
  return product;
}

type Lines = components['schemas']['NewOrder']['lines'];

export async function placeOrder(
  { order }: System,
  lines: Lines,
  headers: Record<string, string> = {},
): Promise<Sent<Order>> {
  const body = { customerId: 'customer-17', lines };
  const { data, error, response } = await clientOf(order.url).POST('/api/orders', { body, headers });
  return { status: response.status, headers: response.headers, body: (data ?? error) as Order };
}

/** Asks again where the read model has not come to the order yet: a busy machine may take longer than the service waits. */
export const orderOf = ({ order }: System, id: string): Promise<Order> =>
  until(`order ${id} can be read`, async () => {
    const { data, error } = await clientOf(order.url).GET('/api/orders/{id}', {
      params: { path: { id } },
    });
    // `unavailable`: it was started while nobody could tell it the keys of tokens.
    if (error && !['read-model-behind', 'unavailable'].includes(error.code))
      throw new Error(`order ${id}: ${JSON.stringify(error)}`);
    return data;
  });

/** The order, once the inventory's answer has come back to it. */
export const decided = (system: System, id: string): Promise<Order> =>
  until(`order ${id} is decided`, async () => {
    const order = await orderOf(system, id);
    return order.status !== 'pending' && order;
  });

export type History = { eventType: string; version: number; position: string; data: Untyped }[];
export const historyOf = async (service: Service, path: string): Promise<History> =>
  (await send<{ data: History }>(service, 'GET', `${path}/history?limit=1000`)).body.data;

/** The first few that have not ended yet. */
export const somePending = async ({ order }: System): Promise<Order[]> =>
  (await send<{ data: Order[] }>(order, 'GET', '/api/orders?status=pending&limit=10')).body.data;

/** Every item of a list, page by page. */
export async function all<Item>(service: Service, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Sent<{ data: Item[]; nextCursor: string | null }> = await send(
      service,
      'GET',
      `${path}?limit=100${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...page.body.data);
    cursor = page.body.nextCursor;
  }
  return items;
}
