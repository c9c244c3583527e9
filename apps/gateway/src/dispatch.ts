/** One request to the service that owns its path: called where it is in this process, else sent to where it answers. */
import { randomUUIDv7 } from 'node:crypto';
import { inClientSpan, isCorrelationId, readBytes, requestLimits } from '@quickmart/service';
import type { Handler } from 'hono';
import type { FrontContext, FrontEnv } from './answers.ts';
import { bodyless, forward } from './forward.ts';
import { addressOf } from './limited.ts';
import type { FrontOptions } from './options.ts';
import type { Owner } from './owners.ts';
import { urlOf } from './settings.ts';

export function dispatch({ service, streamed }: Owner, options: FrontOptions): Handler<FrontEnv> {
  const { settings, neighbours, circuits } = options;
  const address = addressOf(settings);
  const to = {
    url: new URL(urlOf(settings, service)),
    circuit: circuits.get(service)!,
    timeoutMs: settings.upstreamTimeoutMs,
  };
  return async (c) => {
    const neighbour = neighbours.get(service);
    if (neighbour !== undefined) return neighbour(c.req.raw, c.env);
    const body = await bodyOf(c, streamed.has(c.req.method));
    const told = toldTo(c, address(c));
    return await inClientSpan(c.req.method, to.url, (trace) => forward(c, body, { ...told, ...trace }, to));
  };
}

async function bodyOf({ req }: FrontContext, isStreamed: boolean): Promise<Uint8Array | undefined> {
  if (bodyless.has(req.method)) return new Uint8Array();
  return isStreamed ? undefined : await readBytes(req.raw, requestLimits.bodyBytes);
}

function toldTo(c: FrontContext, address: string) {
  const correlationId = c.req.header('X-Correlation-Id');
  const [scheme, , host] = c.req.url.split('/', 3);
  return {
    'X-Forwarded-For': address,
    'X-Forwarded-Host': host!,
    'X-Forwarded-Proto': scheme!.slice(0, -1),
    'X-Correlation-Id': isCorrelationId(correlationId) ? correlationId : randomUUIDv7(),
  };
}
