/**
 * Texts with as many characters as the documents allow, whatever they are: what is answered 2xx is read back as it was
 * answered, from every read model that has it, and no event of it becomes a dead letter.
 */
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qa, send } from '../test/testing.ts';
import { fields, type Texts, worlds } from '../test/texts.ts';
import { type Lab, startLab } from './lab.ts';
import { request } from './lab-io.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ PAYMENT_ATTEMPTS_MAX: '1' });
  await lab.consume();
});
afterAll(() => lab.stop());

const post = (service: string, path: string, body: object) =>
  send(lab, service, { method: 'POST', path, body });
const get = (service: string, path: string) => send(lab, service, { method: 'GET', path });
const price = { amount: 1299, currency: 'EUR' };
const query = (parameters: Record<string, string>) => new URLSearchParams(parameters);

test('products and categories', async () => {
  for (const [world, { key, name, description, alt, attribute, option }] of worlds.entries()) {
    const category = await post('product', '/api/categories', { key, name });
    expect(await get('product', `/api/categories/${category.id}`)).toEqual(category);
    const listed = await get('product', `/api/categories?${query({ key })}`);
    expect(listed.data).toMatchObject([category]);
    const details = {
      name,
      description,
      attributes: { 'a.b-c': attribute },
      media: [{ url: 'https://a.example', alt }],
    };
    const tee = { sku: `TEE-${world}`, price, category: key, options: { size: [option] }, ...details };
    const product = await post('product', '/api/products', tee);
    expect(product).toMatchObject(details);
    const variant = { sku: `TEE-${world}-S`, choices: { size: option } };
    const added = await post('product', `/api/products/${product.id}/variants`, variant);
    const changed = await send(lab, 'product', {
      method: 'PATCH',
      path: `/api/products/${product.id}`,
      headers: { 'If-Match': '*' },
      body: { name: `${'-'.repeat([...name].length)}`, description: '' },
    });
    const back = await send(lab, 'product', {
      method: 'PATCH',
      path: `/api/products/${product.id}`,
      headers: { 'If-Match': '*' },
      body: { name, description },
    });
    expect(back).toMatchObject({ ...details, version: changed.version + 1 });
    expect(await get('product', `/api/products/${product.id}?minVersion=${back.version}`)).toEqual(back);
    expect(await get('product', `/api/products/${added.id}`)).toEqual(added);
    for (const filter of [{ category: key }, { 'attr.size': option }, { 'attr.a.b-c': attribute }]) {
      const { data } = await get('product', `/api/products?${query({ ...filter, sort: 'name' })}`);
      expect(data.map(({ id }: { id: string }) => id).sort()).toEqual([product.id, added.id].sort());
    }
  }
});

test('orders, their payments and their stock', async () => {
  await Promise.all(worlds.map((world, number) => oneOrder(world, number)));
  await lab.caughtUp();
  expect((await qa(lab, 'dead', 'list')).out).toBe('no dead letters\n');
});

type Place = Omit<Texts, 'reference'>;
const addressOf = ({ name, company, line1, line2, postalCode, city, region, phone }: Place) => ({
  name,
  company,
  line1,
  line2,
  postalCode,
  city,
  region,
  phone,
  country: 'DE',
});

test('addresses in a cart', async () => {
  for (const world of worlds) {
    const { id } = await post('cart', '/api/carts', {});
    const body = { shipping: addressOf(world), billing: addressOf(world) };
    const { addresses } = await send(lab, 'cart', {
      method: 'PUT',
      path: `/api/carts/${id}/addresses`,
      body,
    });
    expect(addresses).toEqual(body);
    expect((await get('cart', `/api/carts/${id}`)).addresses).toEqual(body);
  }
});

async function oneOrder({ name, reference, ...texts }: Texts, world: number): Promise<void> {
  const { id: productId, sku } = await post('product', '/api/products', { sku: `MUG-${world}`, name, price });
  const { customerId, paymentMethod, reason, carrier, tracking } = texts;
  const addresses = { shipping: addressOf({ name, ...texts }) };
  const metadata = { gift: texts.metadata };
  const order = { customerId, paymentMethod, addresses, metadata, lines: [{ sku, quantity: 1 }] };
  const placed = await post('order', '/api/orders', order);
  const confirmed = await reached(placed.id, 'confirmed');
  expect(confirmed).toMatchObject({ customerId, addresses, metadata, lines: [{ name }] });
  for (const [service, path] of [
    ['order', '/api/orders'],
    ['payment', '/api/payments'],
  ] as const) {
    const { data } = await get(service, `${path}?${query({ customerId })}`);
    expect(data.length).toBeGreaterThan(0);
  }
  const adjusted = await post('inventory', `/api/inventories/${productId}/adjustments`, {
    delta: 1,
    reason: 'received',
    reference,
  });
  const history = await get('inventory', `/api/inventories/${productId}/history?limit=1000`);
  expect(
    history.data.find(({ version }: { version: number }) => version === adjusted.version).data.reference,
  ).toBe(reference);

  await post('order', `/api/orders/${placed.id}/ship`, { carrier, tracking });
  expect(await reached(placed.id, 'shipped')).toMatchObject({ shipments: [{ carrier, tracking }] });
  const payment = await captured(confirmed.payment.id);
  await post('payment', `/api/payments/${payment.id}/refund`, { reason, amount: { ...price, amount: 1 } });
  const { data } = await get('payment', `/api/payments/${payment.id}/history`);
  expect(data.at(-1).data.reason ?? data.at(-2).data.reason).toBe(reason);

  const cancelled = await post('order', '/api/orders', order);
  await reached(cancelled.id, 'confirmed');
  const after = await post('order', `/api/orders/${cancelled.id}/cancel`, { reason });
  expect(after.reason).toBe(reason);
  expect(await get('order', `/api/orders/${cancelled.id}?minVersion=${after.version}`)).toMatchObject({
    reason,
  });
  await voided(after.payment.id, reason);
  await attended(texts, sku);
}

/** The capture fails for good: an operator sees to it, and says how. */
async function attended(
  { customerId, carrier, tracking, note }: Omit<Texts, 'name' | 'reference'>,
  sku: string,
): Promise<void> {
  const paymentMethod = 'sim_capture_fails';
  const { id } = await post('order', '/api/orders', {
    customerId,
    paymentMethod,
    lines: [{ sku, quantity: 1 }],
  });
  await reached(id, 'confirmed');
  await post('order', `/api/orders/${id}/ship`, { carrier, tracking });
  await reached(id, 'attention');
  await post('order', `/api/orders/${id}/resolve-attention`, { note });
  const { data } = await get('order', `/api/orders/${id}/history`);
  expect(
    data.find(({ eventType }: { eventType: string }) => eventType === 'OrderAttentionResolvedEvent').data,
  ).toEqual({ note });
}

const reached = async (id: string, status: string) =>
  await read('order', `/api/orders/${id}`, (order) => order.status === status);
const captured = async (id: string) =>
  await read('payment', `/api/payments/${id}`, (payment) => payment.status === 'captured');
const voided = async (id: string, reason: string) =>
  await read(
    'payment',
    `/api/payments/${id}`,
    (payment) => payment.status === 'voided' && payment.reason === reason,
  );

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has no type here.
type Body = any;

async function read(service: string, path: string, isDone: (body: Body) => boolean): Promise<Body> {
  let body: Body;
  await until(`${path} is as expected`, async () => {
    const answer = await request(lab, service, { method: 'GET', path });
    body = answer.body;
    return answer.status === 200 && isDone(body);
  });
  return body;
}

test('a character more than that is refused', async () => {
  const tooLong = { sku: 'LONG', price, name: `${'\u{1F600}'.repeat(fields.name)}a` };
  const { status } = await request(lab, 'product', { method: 'POST', path: '/api/products', body: tooLong });
  expect(status).toBe(422);
});
