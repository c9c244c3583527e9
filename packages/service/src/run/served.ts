/**
 * What a process serves: all of its api, or probes only where it is a worker; and so many requests per second and
 * client address. What it does not serve is refused here, before anything is read or parsed.
 */
import { randomUUIDv7 } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@quickmart/streams';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isCorrelationId } from '../http/context.ts';
import { type KernelCode, kernelProblems, type Problems } from '../http/problems.ts';
import { addressesIn, clientAddress, limitedAs } from '../process/addresses.ts';
import type { Config } from '../process/config.ts';
import type { Fetch } from './definition.ts';

/** For whoever watches over the process: always served, an overload must not look like a death. */
const operatorPaths = new Set(['/livez', '/readyz', '/metrics']);
const isForOperators = ({ url }: Request): boolean => operatorPaths.has(new URL(url).pathname);

type Served = Pick<Config, 'role'> & Partial<Config>;

export function fetchOf(
  fetch: Fetch,
  { role, rateLimit = 0, trustedProxies = [] }: Served,
  logger: Logger,
): Fetch {
  if (role === 'worker') {
    const detail = 'this instance is a worker: it serves /livez, /readyz and /metrics';
    return (request, bindings) =>
      isForOperators(request) ? fetch(request, bindings) : notServed('not-found', detail, request);
  }
  if (rateLimit === 0) return fetch;
  const limiter = new RateLimiterMemory({ points: rateLimit, duration: 1 });
  const isTrusted = addressesIn(trustedProxies);
  return async (request, bindings) => {
    const peer = bindings.incoming.socket.remoteAddress ?? '';
    const address = limitedAs(clientAddress(peer, request.headers.get('X-Forwarded-For'), isTrusted));
    const refused = isForOperators(request) ? undefined : await refusalOf(limiter, address);
    if (refused === undefined) return fetch(request, bindings);
    const { consumedPoints, msBeforeNext } = refused;
    // Once per address and second: a flood of requests must not become one of lines.
    if (consumedPoints === rateLimit + 1) logger.warn({ address, rateLimit }, 'requests are refused');
    const headers = { 'Retry-After': String(Math.max(1, Math.ceil(msBeforeNext / 1000))) };
    return notServed('too-many-requests', `at most ${rateLimit} requests per second`, request, headers);
  };
}

/** Undefined where the request is within the limit. */
async function refusalOf(limiter: RateLimiterMemory, address: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(address);
    return undefined;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}

export const notServed = (
  code: KernelCode,
  detail: string,
  request?: Request,
  headers: Record<string, string> = {},
): Response => problemAnswer(kernelProblems, code, detail, { request, headers });

/** An answer without an api: a problem of `problems`. `request`: what it answers, as far as that is known. */
export function problemAnswer<All extends Problems>(
  problems: All,
  code: keyof All & string,
  detail: string,
  { request, headers = {} }: { request?: Request | undefined; headers?: Record<string, string> } = {},
): Response {
  const path = request && new URL(request.url).pathname;
  const {
    status,
    body,
    headers: own,
  } = problemOf(problems, code, detail, path, request?.headers.get('X-Correlation-Id'));
  return new Response(body, { status, headers: { ...own, ...headers } });
}

/**
 * The same on a bare socket, for what never became a request. The other side may never end its half of the connection,
 * nor read the answer: after `lingerMs` there is no connection.
 */
export function refuseSocket(socket: Duplex, refusal: SocketRefusal, lingerMs: number): void {
  const { code, detail, begin } = refusal;
  const { status, headers, body } = problemOf(kernelProblems, code, detail, pathOf(begin));
  const all = { ...headers, Connection: 'close', 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.resume(); // what is still on its way would turn the answer into a reset
  const late = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(late));
}

/** `begin`: the first bytes of what was no request. */
export type SocketRefusal = { code: KernelCode; detail: string; begin: Uint8Array | undefined };

/** The path in the request line, where these bytes begin with one. */
function pathOf(begin: Uint8Array = new Uint8Array()): string | undefined {
  const line = Buffer.from(begin.subarray(0, 2048)).toString('latin1');
  return /^[A-Z]+ (\/[\x21-\x3e\x40-\x7e]*)/.exec(line)?.[1]?.slice(0, 200);
}

function problemOf<All extends Problems>(
  problems: All,
  code: keyof All & string,
  detail: string,
  path?: string,
  correlationId?: string | null,
) {
  const [status, title] = problems[code]!;
  const traceId = isCorrelationId(correlationId) ? correlationId : randomUUIDv7();
  const instance = path === undefined ? {} : { instance: path };
  const body = JSON.stringify({ type: 'about:blank', title, status, code, detail, ...instance, traceId });
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Correlation-Id': traceId,
  };
  return { status, headers, body };
}
