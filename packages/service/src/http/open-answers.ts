/**
 * Personal data, opened at the edge: every sealed text of an answer, just before it is sent. Routes, states, rows, kept
 * replies and logs have the sealed texts only. The text of a person who was erased becomes null.
 *
 * What a route streams is not looked at: no stream holds personal data.
 */
import type { Context, MiddlewareHandler } from 'hono';
import type { ServiceEnv } from './context.ts';

/** Opens every sealed text in a JSON text. */
export type Opener = { openJson(json: string): Promise<string> };

/** Stands outside of whatever keeps answers. */
export const openAnswers =
  (opener: Opener): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    const newest = watchBodies(c);
    await next();
    const body = newest();
    if (body === undefined) return;
    const { status, headers } = c.res;
    c.res = undefined; // else its headers would be there twice
    c.res = new Response(await opener.openJson(body), { status, headers });
  };

/** The newest body, where it holds sealed texts. It costs a search in a text that is there anyway. */
function watchBodies(c: Context<ServiceEnv>): () => string | undefined {
  let newest: string | undefined;
  const { body } = c;
  c.body = ((data: unknown, ...rest: []) => {
    newest = typeof data === 'string' && data.includes('"sealed.1.') ? data : undefined;
    return body(data as string, ...rest);
  }) as typeof c.body;
  c.json = ((object: unknown, status: 200, headers: Record<string, string> = {}) =>
    c.body(JSON.stringify(object), status, {
      'Content-Type': 'application/json',
      ...headers,
    })) as unknown as typeof c.json;
  return () => newest;
}
