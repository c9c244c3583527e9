/**
 * The shop as its OpenAPI document describes it, typed: a path, a parameter or a field that is in no document does not
 * compile. For browsers and for Node.
 *
 * @example
 * const shop = shopClient({ baseUrl: 'http://localhost:3000', credentials: { clientId, clientSecret } });
 * const order = await ok(shop.POST('/api/orders', { body: { customerId, lines: [{ sku: 'MUG', quantity: 1 }] } }));
 */
export { authorized, type ClientOptions, type ShopClient, shopClient, tokensOf } from './client.ts';
export { type EventsOptions, eventsOf, type ShopEvent } from './events.ts';
export type { Send } from './held.ts';
export type { components, paths, ServiceName } from './openapi.ts';
export { ok, type Problem, type ProblemCode, ProblemError } from './problem.ts';
export { mayPass, persistent, type RetryOptions } from './retries.ts';
export { type Credentials, ofClient, type Session, type SessionOptions, type TokenSource } from './tokens.ts';
