/**
 * A command over HTTP: one decision in, the new state out, with ETag, Event-Position and Location.
 * This is the only place that reads the clock for commands: it is that of Redis.
 *
 * @example
 * api.openapi(createProductRoute, (c) =>
 *   respond(c, 201, productView, (command) => store.decide(product, id, (s) => create(s, c.req.valid('json')), command)),
 * );
 */
import { id } from '@quickmart/contracts/shapes';
import { type Command, clock, type Decided } from '@quickmart/streams';
import type { TypedResponse } from 'hono';
import { metaOf, type ServiceContext } from './context.ts';
import { type Reply, replyResponse } from './idempotency.ts';
import { refuse } from './problems.ts';

/** A response whose body and status the route's declaration is checked against. */
export type Answer<Body, Status extends number> = Response &
  TypedResponse<Body, Status extends 200 | 201 | 202 ? Status : never, 'json'>;

export type View<State, Body> = (state: State, version: number) => Body;
export type RespondOptions<Body> = {
  /** The address of what was created; `<path>/<id of the body>` where it is not given. */
  location?: (body: Body) => string;
};

/** Runs a command and answers with what it led to. A repeat with the same Idempotency-Key gets the first answer. */
export async function respond<State, Body extends object, Status extends 200 | 201 | 202>(
  c: ServiceContext,
  status: Status,
  view: View<State, Body>,
  run: (command: Command<State>) => Promise<Decided<State>>,
  options: RespondOptions<Body> = {},
): Promise<Answer<Body, Status>> {
  const { idempotency } = c.get('request');
  const replyOf = ({ state, version }: { state: State; version: number }): Reply => {
    const body = view(state, version);
    return { status, headers: headersOf(c, status, version, body, options), body };
  };
  const decided = await run({
    ...commandOf(c),
    ...(idempotency && {
      idempotencyKey: idempotency.idempotencyKey,
      fingerprint: idempotency.fingerprint,
      reply: replyOf,
    }),
  });
  if (idempotency) idempotency.kept = true;
  const reply = decided.duplicate && decided.reply ? (decided.reply as Reply) : replyOf(decided);
  return replyResponse(c, reply, decided.position, decided.duplicate) as Answer<Body, Status>;
}

/** The command of a request that is answered in another way than by {@link respond}, e.g. one line of an import. */
export function commandOf(c: ServiceContext): Pick<Command, 'meta' | 'at' | 'expectedVersion'> {
  const expectedVersion = ifMatch(c);
  return {
    meta: metaOf(c.get('request')),
    at: clock.now(),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

const changes = new Set(['PATCH', 'PUT', 'DELETE']);
const isId = (text: unknown): boolean => id.safeParse(text).success;

/** PATCH, PUT and DELETE demand If-Match, a POST may send it. Refuses with version-required (428) or malformed-request (400). */
function ifMatch(c: ServiceContext): number | undefined {
  // A create has no version to be of.
  if (c.req.method === 'POST' && !Object.values(c.req.param()).some(isId)) return undefined;
  if (changes.has(c.req.method) && c.req.header('If-Match') === undefined)
    refuse('version-required', 'send the ETag of what you want to change as If-Match');
  return expectedVersionIn(c);
}

/** The version in If-Match: `"7"`; undefined for `*`, which is any, and where it is not sent. Refuses with malformed-request (400). */
export function expectedVersionIn(c: ServiceContext): number | undefined {
  const header = c.req.header('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  // A proxy that compresses an answer weakens its ETag; the version is the same.
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  if (version === undefined) refuse('malformed-request', 'If-Match is one ETag such as "7", or *');
  return Number(version);
}

export const etagOf = (version: number): string => `"${version}"`;

function headersOf<Body extends object>(
  c: ServiceContext,
  status: number,
  version: number,
  body: Body,
  { location }: RespondOptions<Body>,
): Record<string, string> {
  // A body that is a part of its aggregate has a version of its own.
  const { version: shown = version } = body as { version?: number };
  const headers: Record<string, string> = { ETag: etagOf(shown) };
  if (status !== 201) return headers;
  if (location === undefined && !('id' in body)) throw new Error(`${c.req.path}: a 201 needs a location`);
  headers.Location = location ? location(body) : `${c.req.path}/${(body as { id: unknown }).id}`;
  return headers;
}
