/**
 * Every call of the tools to a service goes through {@link call}. {@link clientOf} makes it typed: the services as their OpenAPI documents describe them, typed: a path, a parameter or a field that is in no document
 * does not compile. What is no valid request cannot be said with it: tests send such things with {@link call}.
 *
 * @example
 * const { data, error, response } = await clientOf('order', url).POST('/api/orders', { body: { customerId, lines } });
 */
import createClient, { type Client } from 'openapi-fetch';

declare global {
  /** By service: each `apps/<service>/openapi.ts` adds its own. */
  interface ServicePaths {}
}

/** Of the services that there are. */
export type ServiceName = keyof ServicePaths;

export type ClientOf<Name extends ServiceName> = Client<ServicePaths[Name]>;

/** One request to a service, once. What every call carries is put here. */
export const call = (to: string | Request, init?: RequestInit): Promise<Response> =>
  fetch(new Request(to, init));

/** `fetch`: e.g. one that outlives a restart of the service, see ../http.ts. */
export const clientOf = <Name extends ServiceName>(
  _: Name,
  baseUrl: string,
  fetch: (request: Request) => Promise<Response> = call,
): ClientOf<Name> =>
  createClient<ServicePaths[Name]>({
    baseUrl,
    fetch,
    // `id=a,b`: a list is one parameter.
    querySerializer: { array: { style: 'form', explode: false } },
  });
