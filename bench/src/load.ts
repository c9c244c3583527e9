/** Products that are read or created over HTTP, as fast as so many connections can. */
import autocannon from 'autocannon';
import type { Headers } from './http.ts';
import type { Running } from './processes.ts';

export const operations = ['read', 'create'] as const;
export type Operation = (typeof operations)[number];
export type Requests = NonNullable<autocannon.Options['requests']>;

let count = 0;
export const newProduct = (): string =>
  JSON.stringify({ sku: `SKU-${count++}`, name: 'Blue mug', price: { amount: 1299, currency: 'EUR' } });

/** Straight at the product service. */
export const createProduct = ({ url, headers }: Running): Promise<Response> =>
  fetch(`${url.product}/api/products`, { method: 'POST', headers, body: newProduct() });

/** `body`: of each of them. */
export function creates(headers: Headers, body: () => string = newProduct): Requests {
  const setupRequest = (request: autocannon.Request) => ({ ...request, body: body() });
  return [{ method: 'POST', path: '/api/products', headers, setupRequest }];
}

/** `path`: of the product that is read. */
export const requestsOf = (operation: Operation, headers: Headers, path: string): Requests =>
  operation === 'read' ? [{ path, headers }] : creates(headers);

/** Throws where any is refused or fails. */
export async function load(
  url: string,
  requests: Requests,
  { seconds, connections = 32 }: { seconds: number; connections?: number },
): Promise<{ perSecond: number; count: number }> {
  const result = await autocannon({ url, connections, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return { perSecond: result['2xx'] / result.duration, count: result['2xx'] };
}
