/** What is refused before anything else is looked at. */
import type { Answers } from './answers.ts';
import type { Asked } from './asked.ts';
import { isForeignWrite, tokenPath } from './cross-site.ts';
import { isOurs } from './hosts.ts';
import type { GatewaySettings } from './settings.ts';
import { hostFault, targetFault } from './target.ts';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function refusals(
  { allowedHosts, corsOrigins }: GatewaySettings,
  answer: Answers,
): (asked: Asked) => Response | undefined {
  const hosts = new Set(allowedHosts.map((name) => name.toLowerCase()));
  const origins = new Set(corsOrigins);
  return (asked) => {
    const { request, incoming, path } = asked;
    const { method } = request;
    const authority = incoming.headers[':authority'];
    const host = (authority as string | undefined) ?? incoming.headers.host ?? '';
    const fault = targetFault(incoming.url ?? '') ?? hostFault(incoming.rawHeaders, authority as string);
    if (fault !== undefined) return answer(asked, 'malformed-request', fault);
    if (!isOurs(host, hosts))
      return answer(asked, 'host-unknown', 'ALLOWED_HOSTS names the hosts of this shop');
    if (!methods.has(method))
      return answer(asked, 'method-not-allowed', `there is no ${method}`, { Allow: [...methods].join(', ') });
    const { origin, 'sec-fetch-site': site } = incoming.headers as Record<string, string | undefined>;
    const sender = { method, host, origin, site };
    if (path !== tokenPath && isForeignWrite(sender, origins))
      return answer(asked, 'cross-site-write', 'CORS_ORIGINS names the pages that may write');
    return undefined;
  };
}
