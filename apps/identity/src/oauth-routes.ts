/** OAuth 2: tokens for machine clients (RFC 6749, client credentials), and what whoever verifies tokens wants to know. */
import {
  type Api,
  createRoute,
  json,
  may,
  open,
  type ServiceContext,
  streamedRoute,
  tokenRules,
} from '@quickmart/service';
import { z } from 'zod';
import { keySet, scope } from './api.ts';
import { client, proves } from './client.ts';
import type { Parts } from './config.ts';
import { readForm } from './form.ts';
import { limits } from './limits.ts';
import { scopesOf } from './roles.ts';

const tags = ['Tokens'];
const fieldsOf = <Shape extends z.ZodType>(shape: Shape) => ({
  'application/x-www-form-urlencoded': { schema: shape },
});

const tokenForm = z
  .object({
    grant_type: z.literal('client_credentials'),
    scope: z
      .string()
      .optional()
      .meta({ description: 'Some of the scopes of the client; left out: all of them' }),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
  })
  .meta({
    id: 'TokenForm',
    example: { grant_type: 'client_credentials', client_id: '…', client_secret: '…' },
  });
const tokenAnswer = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  })
  .meta({
    id: 'TokenAnswer',
    example: { access_token: 'eyJ…', token_type: 'Bearer', expires_in: 600, scope: 'orders:read' },
  });
const tokenError = z.object({ error: z.string(), error_description: z.string() }).meta({
  id: 'TokenError',
  example: { error: 'invalid_client', error_description: 'unknown client, or not its secret' },
});

const tokenRoute = createRoute({
  method: 'post',
  path: '/oauth/token',
  operationId: 'issueToken',
  access: open('the secret of the client is the proof'),
  tags,
  summary: 'An access token for a machine client',
  description: 'The credentials come as HTTP Basic or in the form. Errors are those of RFC 6749.',
  request: { body: { required: true, content: fieldsOf(tokenForm) } },
  responses: {
    200: json(tokenAnswer, 'The token'),
    400: json(tokenError, 'Not a request that can be answered'),
    401: json(tokenError, 'Unknown client, or not its secret'),
  },
});

const keySetRoute = createRoute({
  method: 'get',
  path: '/.well-known/jwks.json',
  operationId: 'getKeySet',
  access: open('public keys are public'),
  tags,
  summary: 'The keys that access tokens are verified with',
  description: 'JSON Web Keys, RFC 7517. A new key stands here an hour before it signs.',
  responses: {
    200: json(keySet, 'RFC 7517'),
  },
});

const discoveryRoute = createRoute({
  method: 'get',
  path: '/.well-known/openid-configuration',
  operationId: 'getIssuer',
  access: open('public keys are public'),
  tags,
  summary: 'Where tokens and keys are: for verifiers that find them by themselves',
  description: 'OpenID Connect Discovery: other verifiers need no more than this address.',
  responses: {
    200: json(
      z
        .looseObject({ issuer: z.string() })
        .meta({ id: 'Issuer', example: { issuer: 'https://shop.example.com' } }),
      'OpenID Connect Discovery',
    ),
  },
});

class TokenError extends Error {
  readonly code: string;
  readonly status: 400 | 401;

  constructor(code: string, description: string, status: 400 | 401 = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

export function oauthRoutes(api: Api, parts: Parts): void {
  const { keyRing, settings } = parts;

  streamedRoute(api, tokenRoute, async (c) => {
    try {
      return c.json(await issue(parts, c), 200, { 'Cache-Control': 'no-store' });
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      const ask = error.status === 401 ? { 'WWW-Authenticate': 'Basic realm="quickmart"' } : {};
      const body = { error: error.code, error_description: error.message };
      return c.json(body, error.status, { 'Cache-Control': 'no-store', ...ask });
    }
  });

  api.openapi(keySetRoute, async (c) =>
    c.json(await keyRing.jwks(), 200, {
      'Cache-Control': 'public, max-age=300',
    }),
  );

  api.openapi(discoveryRoute, (c) =>
    c.json(discovery(settings.issuer), 200, { 'Cache-Control': 'public, max-age=300' }),
  );
}

async function issue({ store, keyRing }: Parts, c: ServiceContext): Promise<z.infer<typeof tokenAnswer>> {
  const form = await readForm(c);
  if (form === undefined)
    throw new TokenError('invalid_request', 'send application/x-www-form-urlencoded, each field once');
  if (form.get('grant_type') !== 'client_credentials')
    throw new TokenError(
      'unsupported_grant_type',
      'grant_type is client_credentials; people log in at /api/sessions',
    );
  const given = credentialsOf(c.req.header('Authorization'), form);
  const { state } = await store.read(client, given?.id ?? 'nobody');
  if (given === undefined || !proves(state, given.secret))
    throw new TokenError('invalid_client', 'unknown client, or not its secret', 401);
  const scopes = chosen(state.scopes, form.get('scope'));
  const granted = scopes.join(' ');
  const access_token = await keyRing.sign({ sub: given.id, kind: 'client', scope: granted });
  return { access_token, token_type: 'Bearer', expires_in: limits.accessTokenMs / 1000, scope: granted };
}

function chosen(own: readonly string[], asked: string | null): readonly string[] {
  if (asked === null || asked === '') return own;
  const wanted = [...new Set(asked.split(' '))];
  const has = (one: string) => scope.safeParse(one).success && may({ scopes: new Set(own) }, one);
  const missing = wanted.filter((one) => !has(one));
  if (missing.length > 0)
    throw new TokenError('invalid_scope', 'the client does not have all of these scopes');
  return wanted;
}

/** HTTP Basic, or the fields of the form; not both (RFC 6749, 2.3). */
function credentialsOf(
  authorization: string | undefined,
  form: URLSearchParams,
): { id: string; secret: string } | undefined {
  const basic = /^Basic +([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return pair(form.get('client_id'), form.get('client_secret'));
  if (form.has('client_secret'))
    throw new TokenError('invalid_request', 'send the secret once: as HTTP Basic, or in the form');
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
  return pair(decoded(id), decoded(secret.join(':')));
}

const pair = (id: string | null, secret: string | null) =>
  id && secret && /^[A-Za-z0-9._-]{1,64}$/.test(id) ? { id, secret } : undefined;

/** They are form-encoded before they become Basic (RFC 6749, 2.3.1). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const discovery = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  token_endpoint: `${issuer}/oauth/token`,
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  id_token_signing_alg_values_supported: [tokenRules.algorithm],
  response_types_supported: ['token'],
  subject_types_supported: ['public'],
  scopes_supported: scopesOf(['support', 'catalog', 'stock', 'orders', 'operator']),
});
