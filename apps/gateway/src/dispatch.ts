/** One request to the service that owns its path: called where it is in this process, else sent to where it answers. */
import { randomUUIDv7 } from 'node:crypto';
import { inClientSpan, isCorrelationId } from '@quickmart/service';
import type { Handler } from 'hono';
import type { FrontContext, FrontEnv } from './answers.ts';
import { wholeBody } from './body.ts';
import { bodyless, forward, poolAt } from './forward.ts';
import { addressOf } from './limited.ts';
import type { FrontOptions } from './options.ts';
import type { Owner } from './owners.ts';
import { urlOf } from './settings.ts';

export function dispatch({ service, streamed }: Owner, options: FrontOptions): Handler<FrontEnv> {
  const { settings, neighbours, circuits } = options;
  const address = addressOf(settings);
  const url = new URL(urlOf(settings, service));
  const to = {
    pool: poolAt(url),
    circuit: circuits.get(service)!,
    timeoutMs: settings.upstreamTimeoutMs,
  };
  return async (c) => {
    const neighbour = neighbours.get(service);
    if (neighbour !== undefined) return neighbour(c.req.raw, c.env);
    const { method } = c.req;
    const isEmpty = bodyless.has(method);
    const body = isEmpty ? nothing : streamed.has(method) ? undefined : await wholeBody(c.env.incoming);
    const told = toldTo(c, address(c));
    return await inClientSpan(method, url, (trace) => forward(c, body, { ...told, ...trace }, to));
  };
}

const nothing = new Uint8Array();

function toldTo(c: FrontContext, address: string) {
  const correlationId = c.env.incoming.headers['x-correlation-id'] as string | undefined;
  const [scheme, , host] = c.req.url.split('/', 3);
  return {
    'X-Forwarded-For': address,
    'X-Forwarded-Host': host!,
    'X-Forwarded-Proto': scheme!.slice(0, -1),
    'X-Correlation-Id': isCorrelationId(correlationId) ? correlationId : randomUUIDv7(),
  };
}
