/** One request to the service that owns its path: called where it is in this process, else sent to where it answers. */
import { inClientSpan } from '@quickmart/service';
import type { Asked } from './asked.ts';
import { wholeBody } from './body.ts';
import { bodyless, forward, poolAt } from './forward.ts';
import { addressOf } from './limited.ts';
import type { FrontOptions } from './options.ts';
import type { Owner } from './owners.ts';
import { urlOf } from './settings.ts';

export function dispatch(options: FrontOptions): (asked: Asked, owner: Owner) => Promise<Response> {
  const { settings, neighbours, circuits } = options;
  const { upstreamTimeoutMs: timeoutMs } = settings;
  const addressIn = addressOf(settings);
  const apart = new Map(
    [...circuits].map(([service, circuit]) => {
      const url = new URL(urlOf(settings, service));
      return [service, { url, to: { pool: poolAt(url), circuit, timeoutMs } }];
    }),
  );
  return async (asked, { service, streamed }) => {
    const { request, incoming } = asked;
    const neighbour = neighbours.get(service);
    if (neighbour !== undefined) return await neighbour(request, asked);
    const { method } = request;
    const { url, to } = apart.get(service)!;
    const isEmpty = bodyless.has(method);
    const body = isEmpty ? nothing : streamed.has(method) ? undefined : await wholeBody(incoming);
    const told = toldTo(asked, addressIn(incoming));
    return await inClientSpan(method, url, (trace) => forward(asked, body, { ...told, ...trace }, to));
  };
}

const nothing = new Uint8Array();

function toldTo({ request }: Asked, address: string) {
  const [scheme, , host] = request.url.split('/', 3);
  return {
    'X-Forwarded-For': address,
    'X-Forwarded-Host': host!,
    'X-Forwarded-Proto': scheme!.slice(0, -1),
  };
}
