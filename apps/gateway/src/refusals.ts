/** What is refused before anything else is looked at. */
import type { MiddlewareHandler } from 'hono';
import type { Answers, FrontEnv } from './answers.ts';
import { isForeignWrite, tokenPath } from './cross-site.ts';
import { isOurs } from './hosts.ts';
import type { GatewaySettings } from './settings.ts';
import { hostFault, targetFault } from './target.ts';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function refusals(
  { allowedHosts, corsOrigins }: GatewaySettings,
  answer: Answers,
): MiddlewareHandler<FrontEnv> {
  const hosts = new Set(allowedHosts.map((name) => name.toLowerCase()));
  const origins = new Set(corsOrigins);
  return (c, next) => {
    const { incoming } = c.env;
    const { method } = c.req;
    const authority = incoming.headers[':authority'];
    const host = (authority as string | undefined) ?? incoming.headers.host ?? '';
    const fault = targetFault(incoming.url ?? '') ?? hostFault(incoming.rawHeaders, authority as string);
    if (fault !== undefined) return refused(answer(c, 'malformed-request', fault));
    if (!isOurs(host, hosts))
      return refused(answer(c, 'host-unknown', 'ALLOWED_HOSTS names the hosts of this shop'));
    if (!methods.has(method))
      return refused(
        answer(c, 'method-not-allowed', `there is no ${method}`, { Allow: [...methods].join(', ') }),
      );
    const { origin, 'sec-fetch-site': site } = incoming.headers as Record<string, string | undefined>;
    const sender = { method, host, origin, site };
    if (c.req.path !== tokenPath && isForeignWrite(sender, origins))
      return refused(answer(c, 'cross-site-write', 'CORS_ORIGINS names the pages that may write'));
    return next();
  };
}

const refused = (response: Response) => Promise.resolve(response);
