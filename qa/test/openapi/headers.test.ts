/**
 * Every operation once with success, and refused in the ways that every one of them can be: the headers of each answer
 * are those that the document has for it, no more and no less.
 */
import { createHmac, randomUUID, randomUUIDv7 } from 'node:crypto';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from '../../src/lab.ts';
import { serviceNames } from '../../src/names.ts';
import { documentOf } from '../../src/openapi/documents.ts';
import { headerFaults } from '../fuzz/answer-headers.ts';
import { type Operation, operationsOf } from '../fuzz/document.ts';

let lab: Lab;
/** The subjects of what was sent: codes are in them. */
const mails: string[] = [];
const operations = new Map<string, Operation>();
const succeeded = new Set<string>();
beforeAll(async () => {
  for (const name of serviceNames)
    for (const one of operationsOf(name as never, await documentOf(name))) operations.set(one.id, one);
  const post = { send: async (mail: { subject: string }) => void mails.push(mail.subject) };
  lab = await startLab({ PAYMENT_ATTEMPTS_MAX: '1' }, { parts: { identity: { post } } });
  await lab.consume();
});
afterAll(() => lab.stop());

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has no type here.
type Body = any;
type Call = {
  id?: string;
  part?: string;
  last?: string;
  query?: string;
  body?: unknown;
  type?: string;
  headers?: Record<string, string>;
};
type Answer = { status: number; headers: Headers; body: Body };
const found: string[] = [];

/** Asks an operation; its path takes `id`, `part` where it has two places, and `last` where it has three. A POST has a key of its own. What its headers should not be is noted. */
async function call(
  name: string,
  { id = '', part = '', last = '', query = '', body, type, headers = {} }: Call = {},
): Promise<Answer> {
  const operation = operations.get(name)!;
  const places = [id, part, last];
  const path = operation.path.replaceAll(/\{[^}]+\}/g, () => places.shift() ?? '') + query;
  const key = operation.method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {};
  const content = body === undefined ? {} : { 'Content-Type': type ?? 'application/json' };
  const response = await lab.services.get(operation.service)!.api.request(path, {
    method: operation.method,
    headers: { ...key, ...content, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status } = response;
  if (status < 300) succeeded.add(name);
  found.push(
    ...headerFaults(operation, status, response.headers.keys()).map((fault) => `${name} ${status}: ${fault}`),
  );
  if (!(status in operation.responses)) found.push(`${name}: ${status} is not declared`);
  const isJson =
    response.headers.get('content-type')?.includes('json') &&
    !response.headers.get('content-type')?.includes('ndjson');
  return { status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}
const any = { 'If-Match': '*' };

async function reached(name: string, id: string, status: string): Promise<Body> {
  let last: Answer | undefined;
  await until(`${name} ${id} is ${status}`, async () => {
    last = await call(name, { id });
    return last.status === 200 && last.body.status === status;
  });
  return last?.body;
}

test('every operation sends what its document says', async () => {
  // Every service has these; the last one stands for all.
  const operator = operations.get('listConsumers')!.service;
  const price = { amount: 1299, currency: 'EUR' };
  await call('listConsumers', { id: operator });
  await call('listDeadLetters', { id: operator });
  const group = { category: operator, group: `${operator}-read-models` };
  await call('discardDeadLetters', { id: operator, body: { ...group, reason: 'test data', dryRun: true } });
  const [reaction] = (await call('listConsumers', { id: operator })).body.data;
  const all = { category: reaction.category, group: reaction.group, dryRun: true };
  await call('redriveDeadLetters', { id: operator, body: all });
  const [readModel] = (await call('listReadModels', { id: operator })).body.data;
  const ended = async () =>
    (await call('listReadModels', { id: operator })).body.data[0].job?.state === 'done';
  await call('verifyReadModel', { id: operator, part: readModel.name });
  await until('the rows are compared', ended);
  await call('rebuildReadModel', { id: operator, part: readModel.name });
  for (const name of [
    'listTimers',
    'listErrors',
    'listWebhooks',
    'listDeeds',
    'listCategorySizes',
    'startConsumers',
  ])
    await call(name, { id: operator });
  const [{ machineBytes }] = (await call('getRedis', { id: operator })).body.data;
  await call('raiseRedisLimit', { id: operator, body: { bytes: machineBytes } });
  await until('the rows are made anew', ended);
  await call('createCategory', { body: { key: 'kitchen', name: 'Kitchen' } });
  const { id: category } = (await call('listCategories')).body.data[0] ?? (await categoryOf());
  await call('getCategory', { id: category });
  await call('updateCategory', { id: category, body: { name: 'K' }, headers: any });
  const { body: mug } = await call('createProduct', { body: { sku: 'MUG', name: 'Mug', price } });
  const tee = { sku: 'TEE', name: 'Tee', price, options: { size: ['S'] } };
  const { body: shirt } = await call('createProduct', { body: tee });
  await call('addVariant', { id: shirt.id, body: { sku: 'TEE-S', choices: { size: 'S' } } });
  const got = await call('getProduct', { id: mug.id });
  await call('getProduct', { id: mug.id, headers: { 'If-None-Match': got.headers.get('ETag') ?? '' } });
  await call('getProduct', { id: mug.id, query: '?minVersion=9' });
  await call('listProducts');
  await call('updateProduct', { id: mug.id, body: { name: 'Cup' }, headers: any });
  await call('changePrice', { id: mug.id, body: { price: { ...price, amount: 1 } } });
  await call('archiveProduct', { id: mug.id, headers: any });
  await call('restoreProduct', { id: mug.id });
  await call('getProductHistory', { id: mug.id });
  const { example } = operations.get('importProducts')!.requestBody!.content['application/x-ndjson']!
    .schema as Body;
  const lines = (await call('importProducts', { body: example, type: 'application/x-ndjson' })).body;
  expect(statusesOf(lines)).toEqual(['created', 'created']);
  await lab.caughtUp();

  await call('getInventory', { id: mug.id });
  await call('listInventories');
  await call('adjustInventory', { id: mug.id, body: { delta: 1, reason: 'received' } });
  await call('replaceInventory', { id: mug.id, body: { quantity: 50 }, headers: any });
  await call('getInventoryHistory', { id: mug.id });
  const stock = operations.get('importStock')!.requestBody!.content['application/x-ndjson']!.schema as Body;
  const counted = (await call('importStock', { body: stock.example, type: 'application/x-ndjson' })).body;
  expect(statusesOf(counted)).toEqual(['adjusted', 'adjusted']);
  await call('createInventory', { body: { productId: shirt.id, sku: 'TEE', quantity: 1 } });
  await call('removeInventory', { id: shirt.id, headers: any });

  const place = async (paymentMethod = 'sim_approve') =>
    (
      await call('placeOrder', {
        body: { customerId: 'c', lines: [{ sku: 'MUG', quantity: 1 }], paymentMethod },
      })
    ).body.id;
  const [order, cancelled, stuck, failing] = [
    await place(),
    await place(),
    await place('sim_capture_fails'),
    await place('sim_capture_fails'),
  ];
  for (const id of [order, cancelled, stuck, failing]) await reached('getOrder', id, 'confirmed');
  await call('getReservation', { id: order });
  await call('cancelOrder', { id: cancelled, body: { reason: 'no' } });
  for (const id of [order, stuck, failing])
    await call('shipOrder', { id, body: { carrier: 'a', tracking: 'b' } });
  await reached('getOrder', stuck, 'attention');
  await reached('getOrder', failing, 'attention');
  await call('retryOrderPayment', { id: stuck });
  await call('resolveOrderAttention', { id: failing, body: { note: 'seen' } });
  await call('deliverOrder', { id: order });
  const { payment } = await reached('getOrder', order, 'completed');
  await call('refundPayment', { id: payment.id, body: {} });
  await call('returnOrder', { id: order, body: { lines: [{ sku: 'MUG', quantity: 1 }] } });
  const inParts = (
    await call('placeOrder', { body: { customerId: 'c', lines: [{ sku: 'MUG', quantity: 4 }] } })
  ).body.id;
  await reached('getOrder', inParts, 'confirmed');
  const one = [{ sku: 'MUG', quantity: 1 }];
  await call('cancelOrderLines', { id: inParts, body: { lines: one } });
  const [lost, returned] = [randomUUIDv7(), randomUUIDv7()];
  for (const shipmentId of [lost, returned])
    await call('shipOrder', { id: inParts, body: { shipmentId, lines: one } });
  await call('loseOrderShipment', { id: inParts, body: { shipmentId: lost } });
  await call('returnOrderShipment', { id: inParts, body: { shipmentId: returned } });
  const declined = { paymentMethod: 'sim_decline', onDecline: 'wait' };
  const unpaid = (await call('placeOrder', { body: { customerId: 'c', lines: one, ...declined } })).body.id;
  await until('the card is declined', async () => {
    const { body } = await call('getOrder', { id: unpaid });
    return body.payment?.status === 'declined';
  });
  await call('payOrder', { id: unpaid, body: { paymentMethod: 'sim_approve' } });
  await call('listOrders');
  await call('getOrderHistory', { id: order });
  await call('getOrderTimeline', { id: order });
  await call('listSales');
  await call('listPayments');
  await call('getPaymentHistory', { id: payment.id });
  await call('listPaymentAttempts', { id: payment.id });
  await call('getPayment', { id: payment.id });
  await webhook({ id: 'evt_1', type: 'payment_intent.created', data: { object: { id: 'pi_1' } } });
  const ids = new Map([['products', mug.id]]);
  await callOthers(ids);
  const review = ids.get('reviews') ?? '';
  await call('findEvents', { id: operator, query: `?find=${review}` });
  await call('getAggregateAt', { id: operator, part: 'review', last: review });
  expect(found).toEqual([]);
});

/** What no line above asks, by the examples of the documents: first what creates, whose ids (by collection) the others take. */
async function callOthers(ids: Map<string, string>): Promise<void> {
  const others = [...operations.values()].filter(({ id }) => !succeeded.has(id));
  const isCreate = ({ method, path }: Operation) => method !== 'GET' && !path.includes('{');
  for (const one of [...others.filter(isCreate), ...others.filter((one) => !isCreate(one))]) {
    const { example } = one.requestBody?.content['application/json']?.schema ?? {};
    const id = one.path.includes('{') ? (ids.get(one.resource) ?? '') : '';
    const { body, headers } = await call(one.id, {
      id,
      body: example,
      headers: one.method === 'GET' ? {} : any,
    });
    if (isCreate(one) && typeof body.id === 'string') ids.set(one.resource, body.id);
    // Made below something else, and read in a place of its own.
    const [, made = '', madeId = ''] = /^\/api\/([^/]+)\/([^/?]+)$/.exec(headers.get('Location') ?? '') ?? [];
    if (made !== '' && !ids.has(made)) ids.set(made, madeId);
  }
}

/** Somebody signs up, and does with their account all that can be done; and staff with them. */
test('so do the operations of accounts', async () => {
  const [email, password] = ['anna@example.com', 'correct horse battery'];
  const codeOf = async (purpose: string) => {
    await call('requestCode', { body: { email, purpose } });
    return /\d{6}$/.exec(mails.at(-1) ?? '')?.[0];
  };
  const logIn = async (secret: string): Promise<Body> =>
    (await call('logIn', { body: { email, password: secret } })).body;
  await call('signUp', { body: { email, password } });
  await call('verifyAccount', { body: { email, code: await codeOf('verify') } });
  const code = await codeOf('reset');
  await call('resetPassword', { body: { email, code, password } });
  const { refreshToken } = await logIn(password);
  const { accessToken } = (await call('refreshSession', { body: { refreshToken } })).body;
  const own = { Authorization: `Bearer ${accessToken}`, ...any };
  const me = (await call('getMe', { headers: own })).body;
  await call('changeMe', { body: { name: 'Anna' }, headers: own });
  const body = { name: 'Anna', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };
  const { id } = (await call('addAddress', { body, headers: own })).body;
  await call('listAddresses', { headers: own });
  await call('changeAddress', { id, body: { city: 'Kiel' }, headers: own });
  await call('removeAddress', { id, headers: own });
  await call('changePassword', { body: { current: password, password: 'a new one' }, headers: own });
  const email2 = 'anna@example.net';
  await call('requestEmailChange', { body: { email: email2, password: 'a new one' }, headers: own });
  const code2 = /\d{6}$/.exec(mails.at(-1) ?? '')?.[0];
  await call('confirmEmailChange', { body: { email: email2, code: code2 }, headers: own });
  await call('exportMe', { headers: own });
  await call('getUser', { id: me.id });
  await call('getUserHistory', { id: me.id });
  await call('setRoles', { id: me.id, body: { roles: ['customer', 'support'] }, headers: any });
  await call('lockUser', { id: me.id, body: {} });
  await call('unlockUser', { id: me.id });
  await call('endUserSessions', { id: me.id, headers: any });
  await call('logOut', { headers: own });
  await call('logOutEverywhere', { headers: own });
  await call('eraseMe', { headers: own });
  expect(found).toEqual([]);
});

test('so do the operations of carts', async () => {
  const { id } = (await call('createCart', { body: {} })).body;
  await call('setCartLine', { id, part: 'MUG', body: { quantity: 1 } });
  await call('addCartCoupon', { id, body: { code: 'TEN' } });
  await call('removeCartCoupon', { id, part: 'TEN' });
  const shipping = { name: 'Anna', line1: 'Weg 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };
  await call('setCartAddresses', { id, body: { shipping } });
  await call('setCartEmail', { id, body: { email: 'anna@example.com' } });
  await call('setCartShippingMethod', { id, body: { method: 'standard' } });
  await call('getCart', { id });
  const { id: from } = (await call('createCart', { body: {} })).body;
  await call('mergeCart', { id, body: { from } });
  await call('deleteCart', { id });
  const { id: bought } = (await call('createCart', { body: {} })).body;
  await call('setCartLine', { id: bought, part: 'MUG', body: { quantity: 1 } });
  await call('checkOutCart', { id: bought, body: {} });
  expect(found).toEqual([]);
});

test('so do the operations of deliveries', async () => {
  const confirmed = async (quantity: number): Promise<string> => {
    const lines = [{ sku: 'MUG', quantity }];
    const { id } = (await call('placeOrder', { body: { customerId: 'c', lines } })).body;
    await reached('getOrder', id, 'confirmed');
    await lab.caughtUp();
    return id;
  };
  const order = await confirmed(4);
  await call('getPickList', { id: order });
  await call('getPickListHistory', { id: order });
  await call('listPickLists');
  const one = { lines: [{ sku: 'MUG', quantity: 1 }], carrier: 'simulated' };
  const packed = async () => (await call('packShipment', { id: order, body: one })).body.id;
  const [arrives, lost, back, apart] = [await packed(), await packed(), await packed(), await packed()];
  await call('unpackDeliveryShipment', { id: apart });
  for (const id of [arrives, lost, back]) await call('dispatchDeliveryShipment', { id, body: {} });
  await lab.caughtUp();
  const told = { id: 'e1', shipmentId: arrives, what: 'moving', at: new Date().toISOString() };
  await webhook(told, 'receiveCarrierEvent');
  await call('deliverDeliveryShipment', { id: arrives });
  await call('loseDeliveryShipment', { id: lost });
  await call('returnDeliveryShipment', { id: back, body: {} });
  await call('getDeliveryShipment', { id: arrives });
  await call('getDeliveryShipmentHistory', { id: arrives });
  await call('listShipments');
  expect(found).toEqual([]);
});

async function webhook(event: object, operation = 'receiveWebhook'): Promise<void> {
  const [body, seconds] = [JSON.stringify(event), Math.floor(Date.now() / 1000)];
  const signature = createHmac('sha256', 'whsec_simulated').update(`${seconds}.${body}`).digest('hex');
  const { name } = operations.get(operation)!.parameters.find((one) => one.name.endsWith('-Signature'))!;
  await call(operation, {
    id: 'simulated',
    body,
    headers: { [name]: `t=${seconds},v1=${signature}` },
  });
}

/** Of the lines; the last one is the summary. */
const statusesOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line).status);

async function categoryOf(): Promise<Body> {
  await lab.caughtUp();
  return (await call('listCategories')).body.data[0];
}

test('and every refusal does', async () => {
  const [unknown, odd] = [randomUUID(), { 'Event-Position': 'nowhere.0@1-1' }];
  for (const { id: name, method, path } of operations.values()) {
    const id = path.includes('{') ? unknown : '';
    await call(name, { id, headers: odd });
    await call(name, { id, body: method === 'GET' ? undefined : 'text', type: 'text/plain' });
    await call(name, {
      id,
      body: method === 'GET' ? undefined : { unknown: 1 },
      headers: { 'If-Match': '"9"' },
    });
    await call(name, { id, ...(method !== 'GET' && { body: 'x'.repeat(1_100_000) }) });
  }
  // Refused after it has waited in vain.
  await call('listCategories', { query: '?cursor=!', headers: { 'Event-Position': 'product.9999@1-1' } });
  // The same key again: a success, a refusal that stands, another body.
  const keyed = { 'Idempotency-Key': 'again' };
  const body = { sku: 'AGAIN', name: 'x', price: { amount: 1, currency: 'EUR' } };
  for (const one of [body, body, { ...body, name: 'y' }])
    await call('createProduct', { body: one, headers: keyed });
  for (let n = 0; n < 2; n++) {
    const answer = await call('createProduct', { body, headers: { 'Idempotency-Key': 'taken' } });
    expect([answer.status, answer.headers.get('Idempotency-Replayed')]).toEqual([
      409,
      n === 0 ? null : 'true',
    ]);
  }
  expect(found).toEqual([]);
});

test('none is missing here', () => {
  expect([...operations.keys()].filter((id) => !succeeded.has(id))).toEqual([]);
});
