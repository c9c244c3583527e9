/**
 * The services as their OpenAPI documents describe them, typed: a path, a parameter or a field that is in no document
 * does not compile. What is no valid request cannot be said with it; tests send such things by hand.
 *
 * @example
 * const { data, error, response } = await clientOf('order', url).POST('/api/orders', { body: { customerId, lines } });
 */
import createClient, { type Client } from 'openapi-fetch';
import type { paths as inventory } from './types/inventory.ts';
import type { paths as order } from './types/order.ts';
import type { paths as payment } from './types/payment.ts';
import type { paths as product } from './types/product.ts';

type Paths = { product: product; inventory: inventory; order: order; payment: payment };
export type ClientName = keyof Paths;

export type ClientOf<Name extends ClientName> = Client<Paths[Name]>;

/** `fetch`: e.g. one that outlives a restart of the service, see ../http.ts. */
export const clientOf = <Name extends ClientName>(
  _: Name,
  baseUrl: string,
  fetch: (request: Request) => Promise<Response> = globalThis.fetch,
): ClientOf<Name> =>
  createClient<Paths[Name]>({
    baseUrl,
    fetch,
    // `id=a,b`: a list is one parameter.
    querySerializer: { array: { style: 'form', explode: false } },
  });
