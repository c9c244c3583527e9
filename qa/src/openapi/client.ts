/**
 * Every call of the tools to a service goes through {@link call}. {@link clientOf} makes it typed: a path, a parameter or a
 * field that is in no document does not compile. What is no valid request cannot be said with it: tests send such things
 * with {@link call}.
 *
 * @example
 * const { data, error, response } = await clientOf(url).POST('/api/orders', { body: { customerId, lines } });
 */
import { type Send, type ShopClient, shopClient } from '@quickmart/client';

/** One request to a service, once. What every call carries is put here. */
export const call = (to: string | Request, init?: RequestInit): Promise<Response> =>
  fetch(new Request(to, init));

/** Of a service, or of the gateway. `fetch`: e.g. one that outlives a restart of the service, see ../http.ts. */
export const clientOf = (baseUrl: string, fetch: Send = call): ShopClient =>
  shopClient({ baseUrl, fetch, retry: false });
