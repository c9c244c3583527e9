/** The whole gateway over HTTP, before one server that does as it is told: for all tests of a file. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { startService, type TestService } from '@quickmart/service/testing';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import gateway from '../src/service.ts';
import { type Stub, say, stub } from './stub.ts';

export type Asked = { method?: string; headers?: object; body?: string };
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that the test expects.
export type Told = { status: number | undefined; headers: IncomingMessage['headers']; body: any };

export type GatewayOfTests = {
  service: TestService;
  /** What stands behind: it has the paths of the order, the product and the identity service. */
  behind: Stub;
  /** What it does next, until the end of a test; else it says what it was asked. */
  doing(what: RequestListener): void;
  /** With headers that fetch would not send. */
  ask(path: string, asked?: Asked): Promise<Told>;
};

export const answered: RequestListener = (request, response) =>
  say(response, { url: request.url, method: request.method, headers: request.headers }, { ETag: '"7"' });

export function gatewayOfTests(env: Record<string, string> = {}): GatewayOfTests {
  let onRequest = answered;
  const all = {
    doing(what: RequestListener) {
      onRequest = what;
      onTestFinished(() => {
        onRequest = answered;
      });
    },
    ask: (path: string, asked?: Asked) => ask(all.service.url + path, asked),
  } as GatewayOfTests;
  beforeAll(async () => {
    all.behind = await stub((request, response) => onRequest(request, response));
    const { url } = all.behind;
    const urls = { ORDER_URL: url, PRODUCT_URL: url, IDENTITY_URL: url };
    all.service = await startService(gateway, { env: { ...urls, ...env } });
  });
  afterAll(async () => {
    await all.service.stop();
    await all.behind.close();
  });
  return all;
}

async function ask(url: string, { body, ...options }: Asked = {}): Promise<Told> {
  const sent = httpRequest(url, options as object);
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  const said = String(response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes);
  const isJson = said !== '' && response.headers['content-type']?.includes('json');
  return { status: response.statusCode, headers: response.headers, body: isJson ? JSON.parse(said) : said };
}
