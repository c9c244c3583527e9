/**
 * Who may use an operation, as the document says it: the schemes that a token comes by, the scopes, and the answers to those
 * who may not. `x-access` says the same in the words of the declaration, for tools and tests.
 */
import type { KernelCode } from '../http/problems.ts';
import type { Document, Operation } from './types.ts';

const operationsOf = (document: Document): Operation[] =>
  Object.values(document.paths).flatMap((item) => Object.values(item));

/** Turns what the declarations say into what OpenAPI has for it. `tokenUrl`: where machine clients get theirs. */
export function secure(document: Document, tokenUrl: string): void {
  const scopes = new Set<string>();
  for (const operation of operationsOf(document)) {
    const { access } = operation;
    delete operation.access;
    if (access === undefined) continue;
    operation['x-access'] = access;
    if ('scope' in access) scopes.add(access.scope);
    const needed = access.kind === 'needs' ? [access.scope] : [];
    operation.security = access.kind === 'open' ? [] : [{ bearer: [] }, { client: needed }];
  }
  document.components = { ...document.components, securitySchemes: schemes(tokenUrl, [...scopes].sort()) };
}

/** `scopes`: those that the operations name; Swagger UI lets one choose. */
function schemes(tokenUrl: string, scopes: readonly string[]) {
  const bearer = {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token: `accessToken` of `POST /api/sessions`, or `access_token` of `POST /oauth/token`',
  };
  const client = {
    type: 'oauth2',
    description:
      'For machine clients: the credentials that `npm start` prints, or that `POST /api/clients` gave',
    flows: {
      clientCredentials: {
        tokenUrl,
        scopes: Object.fromEntries(scopes.map((scope) => [scope, `May ${scope.replace(':', ': ')}`])),
      },
    },
  };
  return { bearer, client };
}

/** The problems that the check answers with. */
export function problemsOf({ 'x-access': access }: Operation): KernelCode[] {
  if (access === undefined || access.kind === 'open') return [];
  // What a route about the caller is about, not every caller has: a machine client has no account.
  return ['unauthenticated', access.kind === 'signed-in' ? 'not-found' : 'forbidden'];
}
