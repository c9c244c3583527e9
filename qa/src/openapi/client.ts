/**
 * Every call of the tools to a service goes through {@link call}. {@link clientOf} makes it typed: a path, a parameter or a
 * field that is in no document does not compile. What is no valid request cannot be said with it: tests send such things
 * with {@link call}.
 *
 * @example
 * const { data, error, response } = await clientOf(url).POST('/api/orders', { body: { customerId, lines } });
 */
import { authorized, type Send, type ShopClient, shopClient } from '@quickmart/client';
import { tokensFor } from '../tokens.ts';

/** One request to a service, once, with an access token. */
export async function call(to: string | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(to, init);
  const tokens = tokensFor(request.url);
  return await (tokens ? authorized(fetch, tokens)(request) : fetch(request));
}

/** Of a service, or of the gateway. `fetch`: e.g. one that outlives a restart of the service, see ../http.ts. */
export const clientOf = (baseUrl: string, fetch: Send = call): ShopClient =>
  shopClient({ baseUrl, fetch, retry: false });
