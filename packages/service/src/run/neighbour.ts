/**
 * Another service, asked for the one who asks here: with their own token, so that they may do no more than by asking it
 * themselves. It is called where it is in this process, else over HTTP.
 */
import type { HttpBindings } from '@hono/node-server';
import type { ServiceContext } from '../http/context.ts';
import type { ProblemError } from '../http/problems.ts';
import { inClientSpan } from '../telemetry/server-span.ts';
import type { Neighbours } from './definition.ts';

export type NeighbourProblem = { code: string; detail?: string; errors?: ProblemError[] };

/** `refused`: nothing was done. `unknown`: it may have been done; asked again under the same key, it is done once. */
export type NeighbourAnswer<Body> =
  | { outcome: 'done'; body: Body }
  | { outcome: 'refused'; status: number; problem: NeighbourProblem }
  | { outcome: 'unknown'; reason: string };

/** Of the request that is answered. */
export type On = { headers: Record<string, string>; env: HttpBindings };

/** Who asks, and what they have seen. */
export function onOf(c: ServiceContext): On {
  const { correlationId, traceparent } = c.get('request');
  const given = Object.fromEntries(
    ['Authorization', 'Event-Position', 'X-Actor'].flatMap((name) => {
      const value = c.req.header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const headers = { ...given, 'X-Correlation-Id': correlationId, ...(traceparent && { traceparent }) };
  return { headers, env: c.env as On['env'] };
}

type NeighbourOptions = { name: string; url: string; neighbours: Neighbours; timeoutMs: number };
type Asked = { key?: string; body?: object };

export class Neighbour {
  readonly #options: NeighbourOptions;

  constructor(options: NeighbourOptions) {
    this.#options = options;
  }

  /** Never rejects. `key`: an Idempotency-Key. */
  async ask<Body>(
    method: 'GET' | 'POST',
    path: string,
    on: On,
    { key, body }: Asked = {},
  ): Promise<NeighbourAnswer<Body>> {
    const { name, url, neighbours, timeoutMs } = this.#options;
    const headers = {
      ...on.headers,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
    };
    const signal = AbortSignal.timeout(timeoutMs);
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const asked = (more: Record<string, string>) =>
      new Request(url + path, { method, headers: { ...headers, ...more }, signal, ...sent });
    const neighbour = neighbours.get(name);
    try {
      // The time limit is set here, too: nobody in this process looks at the signal of a request, and Node may let a request go
      // while it is sent, and its signal with it.
      const answer = neighbour
        ? await Promise.race([neighbour(asked({}), on.env), aborted(signal)])
        : await inClientSpan(method, new URL(url), (more) => fetch(asked(more), { signal }));
      return await outcomeOf<Body>(answer);
    } catch (error) {
      return {
        outcome: 'unknown',
        reason: `the ${name} service does not answer: ${(error as Error).message}`,
      };
    }
  }
}

/** Rejects with the signal. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function outcomeOf<Body>(answer: Response): Promise<NeighbourAnswer<Body>> {
  const body = (await answer.json()) as Body & NeighbourProblem;
  const { status } = answer;
  if (answer.ok) return { outcome: 'done', body };
  // Whether a request that failed was done is not known; one that came too soon is sent again.
  if (status >= 500 || status === 429) return { outcome: 'unknown', reason: body.detail ?? body.code };
  return { outcome: 'refused', status, problem: body };
}
