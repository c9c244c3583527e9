/**
 * The check of rights, before anything of a request is read. Who asks is what a verified token says; whether they may is
 * what the declarations of the routes at this path say. A route that says nothing is closed.
 */
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { type Access, openAt, unsaid } from '../auth/access.ts';
import { actorOf, type Caller, everybody, may, nobody, unverified } from '../auth/caller.ts';
import { KeysUnavailableError } from '../auth/key-set.ts';
import { TokenRefusedError, type TokenVerifier } from '../auth/verifier.ts';
import { isCorrelationId, type ServiceContext, type ServiceEnv } from './context.ts';
import { refuse } from './problems.ts';

export type Rights = {
  /** `AUTH`. Off: whoever asks may do everything, and is who they say they are (`X-Actor`). */
  isOn: boolean;
  verifier: Pick<TokenVerifier, 'known' | 'verify'>;
};

export function authorize(
  api: OpenAPIHono<ServiceEnv>,
  { isOn, verifier }: Rights,
): MiddlewareHandler<ServiceEnv> {
  let accessOf: ((c: ServiceContext) => readonly Access[]) | undefined;
  return async (c, next) => {
    accessOf ??= accessIndex(api);
    const all = accessOf(c);
    // A route about the caller means nothing without one.
    if (isOn || all.some(({ kind }) => kind === 'signed-in')) {
      const caller = await callerIn(c, all, verifier);
      c.set('caller', caller);
      for (const access of all) demand(c, caller, access);
      if (caller.kind !== 'none') c.get('request').actor = actorOf(caller);
      await next();
      // One address, such as /api/me, shows each caller something else: a browser must not show the next one what it kept.
      if (!isOpen(all)) c.res.headers.append('Vary', 'Authorization');
    } else {
      c.set('caller', everybody);
      const actor = c.req.header('X-Actor');
      if (isCorrelationId(actor)) c.get('request').actor = actor;
      await next();
    }
  };
}

const isOpen = (all: readonly Access[]): boolean => all.every(({ kind }) => kind === 'open');

async function callerIn(
  c: ServiceContext,
  all: readonly Access[],
  verifier: Rights['verifier'],
): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (token === undefined) return nobody;
  try {
    return await verifier.verify(token);
  } catch (error) {
    // What is open stays open: also with an old token, and also while nobody can say what the token is worth.
    if (error instanceof TokenRefusedError) {
      if (isOpen(all)) return nobody;
      refuse('unauthenticated', error.message, { challenge: challenge('invalid_token') });
    }
    if (error instanceof KeysUnavailableError) {
      if (isOpen(all)) return unverified;
      refuse('unavailable', 'who signs tokens cannot be asked for its keys; try again');
    }
    throw error;
  }
}

/** What RFC 6750 wants in `WWW-Authenticate`. */
const challenge = (error: string, scope?: string): string =>
  `Bearer realm="quickmart", error="${error}"${scope === undefined ? '' : `, scope="${scope}"`}`;

function demand(c: ServiceContext, caller: Caller, access: Access): void {
  if (access.kind === 'open') return;
  if (caller.kind === 'none') refuse('unauthenticated', 'send an access token: `Authorization: Bearer …`');
  if (access.kind === 'signed-in' || may(caller, access.scope)) return;
  const isCustomer = caller.kind === 'user' || caller.kind === 'guest';
  if (access.kind === 'owner' && isCustomer) c.get('request').limitedTo = caller.id;
  else
    refuse('forbidden', `this needs the scope ${access.scope}`, {
      scope: access.scope,
      challenge: challenge('insufficient_scope', access.scope),
    });
}

/** What the routes say that match a request; several, where patterns overlap: then all of them count. */
function accessIndex(api: OpenAPIHono<ServiceEnv>): (c: ServiceContext) => readonly Access[] {
  const declared = new Map<string, Access>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path, access } = definition.route as RouteConfig & { access?: Access };
    const key = `${method.toUpperCase()} ${path.replaceAll(/\/\{(.+?)\}/g, '/:$1')}`;
    declared.set(key, access ?? accessBeside(method, path));
  }
  const accessAt = (key: string): Access => {
    const [method = '', path = ''] = key.split(' ');
    const access = declared.get(key) ?? accessBeside(method, path);
    declared.set(key, access);
    return access;
  };
  return (c) => {
    const keys = new Set<string>();
    for (const { method, path } of matchedRoutes(c)) if (method !== 'ALL') keys.add(`${method} ${path}`);
    return [...keys].map(accessAt);
  };
}

/** Of what no route declares. */
function accessBeside(method: string, path: string): Access {
  const why = method.toUpperCase() === 'GET' ? openAt(path) : undefined;
  return why === undefined ? unsaid : { kind: 'open', why };
}
