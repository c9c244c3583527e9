/** For tests: the catalog over HTTP, the real service in this process, on a private Redis and SQLite. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble, createLog, openTables, settingsOf } from '@quickmart/service';
import { startRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Product } from './api.ts';
import product from './service.ts';

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that the test expects.
type Untyped = any;
type Answer<Body> = { status: number; headers: Headers; body: Body };
type Api = { request(path: string, init: RequestInit): Response | Promise<Response> };

async function startCatalog() {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-product-'));
  const redisServer = await startRedis();
  const redis = redisServer.connect();
  const log = createLog({ name: 'product', level: 'silent' });
  const url = `file:${join(folder, 'product.sqlite')}`;
  const readModels = await openTables(product, { url, log });
  const settings = settingsOf(product, {});
  const { api, consumers } = assemble(product, { redis, log, readModels, settings });
  await consumers.start();
  const stop = async () => {
    await consumers.stop();
    await readModels.close();
    await redisServer.stop();
    rmSync(folder, { recursive: true });
  };
  return { api, stop };
}

/** One catalog for all tests of a file. */
export function catalogOfTests() {
  let api: Api;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ api, stop } = await startCatalog());
  });
  afterAll(() => stop?.());

  /** Sends JSON and reads JSON; a text is sent as it is, and answered with a text. */
  async function send<Body = Untyped>(
    method: string,
    path: string,
    body?: unknown,
    headers: object = {},
  ): Promise<Answer<Body>> {
    const isText = typeof body === 'string';
    const answer = await api.request(path, {
      ...{ method, headers: { 'Content-Type': 'application/json', ...headers } },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: isText ? text : JSON.parse(text) };
  }

  /** Sends bytes as they are. */
  async function raw(method: string, path: string, body: ReadableStream, headers: Record<string, string>) {
    const answer = await api.request(path, { method, headers, body, duplex: 'half' } as RequestInit);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  async function created<Body = Product>(path: string, body: object): Promise<Body> {
    const answer = await send<Body>('POST', path, body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    // A read of it waits until the lists have it, too.
    await send('GET', answer.headers.get('Location') ?? '');
    return answer.body;
  }

  async function list<Item>(path: string): Promise<Item[]> {
    const { status, body } = await send<{ data: Item[] }>('GET', path);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body.data;
  }

  const create = (more?: object) => created('/api/products', input(more));
  return { send, raw, created, create, list };
}

let made = 0;
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const input = (more: object = {}) => ({
  sku: `SKU-${++made}`,
  name: 'Mug',
  price: euros(1299),
  ...more,
});
export const refusal = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) });
