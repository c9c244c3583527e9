/** Counts each request for who asks, and refuses what is over the limit. */
import type { MiddlewareHandler } from 'hono';
import { addressesIn, clientAddress, limitedAs } from './addresses.ts';
import type { Answers, FrontContext, FrontEnv } from './answers.ts';
import type { Counted, RateLimit } from './rate-limit.ts';
import type { GatewaySettings } from './settings.ts';

type Options = { settings: GatewaySettings; rateLimit: RateLimit };

const isLoopback = addressesIn(['127.0.0.0/8', '::1']);

/** The address of who asks, as far as the proxies in front of us are trusted. */
export function addressOf(settings: GatewaySettings): (c: FrontContext) => string {
  const isTrusted = addressesIn(settings.trustedProxies);
  return (c) =>
    clientAddress(c.env.incoming.socket.remoteAddress ?? '', c.req.header('X-Forwarded-For'), isTrusted);
}

export function limited({ settings, rateLimit }: Options, answer: Answers): MiddlewareHandler<FrontEnv> {
  const address = addressOf(settings);
  return async (c, next) => {
    const { isAllowed, headers } = await rateLimit(countedAs(address(c)));
    if (!isAllowed) return answer(c, 'too-many-requests', 'RateLimit says when to come back', headers);
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** What runs on this machine is a tool, not a visitor. */
const countedAs = (address: string): Counted =>
  isLoopback(address) ? { kind: 'client', id: address } : { kind: 'address', id: limitedAs(address) };
