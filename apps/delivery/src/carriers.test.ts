/** Both carriers keep the same promises: a booking has the id of the shipment, a no is told from no answer. */
import { randomUUIDv7 } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Carrier, CarrierRefusedError, CarrierSilentError } from './carriers/carrier.ts';
import { httpCarrier } from './carriers/http.ts';
import { simulatedCarrier } from './carriers/simulated.ts';

const asked: { headers: IncomingHttpHeaders; body: unknown }[] = [];
const server = createServer(async (request, response) => {
  const body = (await json(request)) as { reference: string; to: { city: string } | null };
  asked.push({ headers: request.headers, body });
  const city = body.to?.city;
  if (city === 'Broken') return void response.writeHead(200).end('{}');
  const status = { Nowhere: 422, Busy: 429, Atlantis: 503 }[city ?? ''] ?? 201;
  const answer = status === 201 ? { tracking: ` T-${body.reference} ` } : { detail: 'there is no such city' };
  response.writeHead(status).end(JSON.stringify(answer));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const secret = 'whsec_of_a_test';
const overHttp = (at = url) =>
  httpCarrier({ name: 'parcels', url: at, apiKey: 'key-of-a-test', webhookSecret: secret });
const lines = [{ productId: randomUUIDv7(), sku: 'MUG', quantity: 1 }];
const parcel = (city: string | null, shipmentId = randomUUIDv7()) => ({
  shipmentId,
  lines,
  to: city === null ? null : { city },
});
const signal = new AbortController().signal;

describe.each<[string, () => Carrier]>([
  ['simulated', () => simulatedCarrier(secret)],
  ['http', overHttp],
])('%s', (_, carrier) => {
  test('asked twice, it is the same number', async () => {
    const one = parcel('Hamburg');
    expect(await carrier().book(one, signal)).toBe(await carrier().book(one, signal));
    expect(await carrier().book(parcel(null), signal)).not.toBe(await carrier().book(one, signal));
  });
  test('a no, and no answer', async () => {
    await expect(carrier().book(parcel('Nowhere'), signal)).rejects.toThrow(CarrierRefusedError);
    await expect(carrier().book(parcel('Atlantis'), signal)).rejects.toThrow(CarrierSilentError);
  });
});

test('over HTTP: with the key of the shop, the id of the shipment as key, and what is in it', async () => {
  const one = parcel('Hamburg');
  // Spaces around a number are not part of it.
  expect(await overHttp().book(one, signal)).toBe(`T-${one.shipmentId}`);
  expect(asked.at(-1)).toMatchObject({
    headers: { authorization: 'Bearer key-of-a-test', 'idempotency-key': one.shipmentId },
    body: { reference: one.shipmentId, to: { city: 'Hamburg' }, items: [{ sku: 'MUG', quantity: 1 }] },
  });
  for (const city of ['Broken', 'Busy'])
    await expect(overHttp().book(parcel(city), signal)).rejects.toThrow(CarrierSilentError);
  await expect(overHttp('http://127.0.0.1:1').book(one, signal)).rejects.toThrow(CarrierSilentError);
});
