/** What is seen of a running system: an order, traced over all services as a collector receives it, and its metrics. */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type ShopClient, shopClient } from '@quickmart/client';
import { serviceNames } from '@quickmart/service';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metricsAskedFor } from '../ops/alerts.ts';
import { type SmallShop, startShop } from '../small-shop.ts';
import { type Collector, drawn, type SeenSpan, startCollector } from '../traces/collector.ts';

const who = 'ann.zebra@example.com';
const address = {
  name: 'Ann Zebra',
  line1: 'Zebra Street 1',
  postalCode: '12345',
  city: 'Zebrano',
  country: 'DE',
};

let collector: Collector;
let shop: SmallShop;
let client: ShopClient;
beforeAll(async () => {
  collector = await startCollector();
  shop = await startShop({
    names: serviceNames(),
    // Two processes, so a trace goes from one to the other by its header.
    apart: ['gateway'],
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=mugs',
      OTEL_BSP_SCHEDULE_DELAY: '200',
      PAYMENT_TIMEOUT_MS: '300',
      RELEASE: 'a1b2c3d',
    },
  });
  client = shopClient({ baseUrl: shop.url, credentials: shop.credentials });
});
afterAll(async () => {
  await shop?.stop();
  await collector?.close();
});

/** A trace that the caller has begun. */
function begun() {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-01` } };
}

test('a whole order is one tree over all services, without an orphan, and says nothing of the person', async () => {
  const price = { amount: 1299, currency: 'EUR' };
  const { data: product, response } = await client.POST('/api/products', {
    body: { sku: 'MUG', name: 'Mug', price },
  });
  const position = { 'Event-Position': response.headers.get('Event-Position') ?? '' };
  await until('the order service knows the product', async () => {
    const { response } = await client.GET('/api/orders', { headers: position });
    return response.headers.get('Read-Model-Stale') === null;
  });
  const { traceId, spanId, headers } = begun();
  const lines = [{ productId: product!.id, quantity: 1 }];
  const body = { customerId: randomUUIDv7(), email: who, lines, addresses: { shipping: address } };
  const placed = await ok(client.POST('/api/orders', { body, headers }));
  const wanted = [
    'POST /api/orders of gateway',
    'POST of gateway',
    'POST /api/orders of order',
    'append order of order',
    'project OrderPlacedEvent of order',
    'react OrderPlacedEvent of inventory',
    'append inventory of inventory',
    'react OrderPaymentRequestedEvent of payment',
    'authorize simulated of payment',
    'react PaymentAuthorizedEvent of order',
    'project OrderConfirmedEvent of order',
    'project PickListOpenedEvent of delivery',
  ];
  const spans = await until('the trace is whole', async () => {
    const seen = collector.spans(traceId);
    const names = new Set(seen.map(({ service, name }) => `${name} of ${service}`));
    const ids = new Set([spanId, ...seen.map((span) => span.spanId)]);
    const isWhole = seen.every(({ parentSpanId = '' }) => ids.has(parentSpanId));
    return wanted.every((name) => names.has(name)) && isWhole && seen;
  });
  const tree = drawn(spans, spanId);
  if (process.env.SHOW_TRACE) console.info(tree.join('\n'));
  // Everything hangs below the one request: the tree has every span.
  expect(tree).toHaveLength(spans.length);
  expect(spans.filter((span) => span.parentSpanId === spanId).map(({ service }) => service)).toEqual([
    'gateway',
  ]);
  expect(spans.find(({ name }) => name === 'react OrderPlacedEvent')).toMatchObject({
    service: 'inventory',
    kind: 5,
    attributes: {
      'messaging.system': 'redis',
      'messaging.destination.name': 'order',
      'messaging.consumer.group.name': 'inventory',
      'quickmart.aggregate.id': placed.id,
      'quickmart.attempt': 1,
    },
  });
  const all = collector.texts.join('\n');
  for (const word of [who, 'Zebra', 'sealed.1.', shop.credentials.clientSecret, 'Bearer '])
    expect(all).not.toContain(word);
  expect(collector.headers[0]).toMatchObject({ 'x-tenant': 'mugs' });
  expect(all).toContain('{"key":"service.version","value":{"stringValue":"a1b2c3d"}}');
  const logged = readFileSync(join(shop.data, 'log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(traceId));
  expect(logged.some((line) => line.includes('"event handled"') && line.includes('"correlationId"'))).toBe(
    true,
  );
});

test('the log of a refused request names its trace, whose span says what was answered', async () => {
  const { traceId, headers } = begun();
  const { response } = await client.GET('/api/orders/{id}', {
    params: { path: { id: randomUUIDv7() } },
    headers,
  });
  expect(response.status).toBe(404);
  const [span] = await until('the span is there', async () => {
    const found = collector.spans(traceId).filter(({ service }) => service === 'order');
    return found.length > 0 && found;
  });
  expect(span).toMatchObject({
    name: 'GET /api/orders/:id',
    attributes: { 'http.response.status_code': 404 },
  });
});

/** The spans of a trace, when these are there. */
const spansWith = (traceId: string, ...names: string[]): Promise<SeenSpan[]> =>
  until(`the trace has ${names}`, async () => {
    const seen = collector.spans(traceId);
    const found = new Set(seen.map(({ service, name }) => `${name} of ${service}`));
    return names.every((name) => found.has(name)) && seen;
  });
const failures = (spans: readonly SeenSpan[]) =>
  spans.filter(({ status }) => status.code === 2).map(({ name }) => name);

test('a request that is refused is no error, at whoever has a part in it, and is found by its correlation id', async () => {
  const body = { sku: 'MUG', name: 'Another', price: { amount: 1, currency: 'EUR' } };
  const { traceId, headers } = begun();
  const sent = { ...headers, 'X-Correlation-Id': 'refused-17' };
  const { response } = await client.POST('/api/products', { body, headers: sent });
  expect(response.status).toBe(409);
  const spans = await spansWith(traceId, 'POST /api/products of gateway', 'append product of product');
  expect(failures(spans)).toEqual([]);
  const named = (name: string) => spans.filter((span) => span.name === name);
  expect(named('append product')).toMatchObject([{ attributes: { 'quickmart.refusal': 'ClaimTakenError' } }]);
  expect(named('POST')).toMatchObject([{ kind: 3, attributes: { 'http.response.status_code': 409 } }]);
  const requests = named('POST /api/products');
  expect(requests.map(({ service }) => service).sort()).toEqual(['gateway', 'product']);
  for (const { attributes } of requests)
    expect(attributes).toMatchObject({
      'http.response.status_code': 409,
      'url.scheme': 'http',
      'quickmart.correlation.id': 'refused-17',
    });
});

test('a payment provider that does not answer is an error of its call', async () => {
  const { data: products } = await client.GET('/api/products', {});
  const { traceId, headers } = begun();
  const lines = [{ productId: products!.data[0]!.id, quantity: 1 }];
  const body = { customerId: randomUUIDv7(), lines, paymentMethod: 'sim_timeout' };
  await ok(client.POST('/api/orders', { body, headers }));
  const spans = await spansWith(traceId, 'project OrderConfirmedEvent of order');
  expect(failures(spans)).toEqual(['authorize simulated']);
  expect(spans.filter(({ name }) => name === 'authorize simulated')).toMatchObject([
    { attributes: { 'quickmart.payment.outcome': 'unanswered', 'error.type': 'unanswered' } },
    { attributes: { 'quickmart.payment.outcome': 'succeeded' } },
  ]);
});

test.each([
  ['GET', 404, 'GET', 'GET'],
  ['PROPFIND', 405, 'HTTP', '_OTHER'],
])("%s of a path that is nobody's is a span without a route", async (method, status, name, value) => {
  const { traceId, headers } = begun();
  expect((await fetch(`${shop.url}/nobody/knows`, { headers, method })).status).toBe(status);
  const [span] = await spansWith(traceId, `${name} of gateway`);
  expect(span?.attributes).toMatchObject({ 'http.request.method': value });
  expect(span?.attributes).not.toHaveProperty('http.route');
});

test('each span is of a service, also what is done when it starts', () => {
  const services = new Set(
    collector.texts.flatMap((text) =>
      [...text.matchAll(/"service.name","value":{"stringValue":"([^"]+)"/g)].map(([, name]) => name),
    ),
  );
  expect([...services].filter((name) => !serviceNames().includes(name!))).toEqual([]);
});

test('the running system has every metric that a dashboard or an alert asks for', async () => {
  const texts = await Promise.all(
    [...shop.urls.values()].map(async (url) => (await fetch(`${url}/metrics`)).text()),
  );
  const shown = new Set(texts.join('\n').match(/^[a-z_0-9]+(?=[{ ])/gm));
  expect(metricsAskedFor().filter((name) => !shown.has(name))).toEqual([]);
  // Two processes: each is counted once.
  expect(texts.join('\n').match(/^process_cpu_seconds_total\{/gm)).toHaveLength(2);
});
