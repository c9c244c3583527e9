/**
 * Who may use a route, said in one line of its declaration. It becomes the check (http/authorize.ts) and the security entry
 * of the document (document/security.ts).
 *
 * @example
 * createRoute({ …, access: needs('products:write') });
 * createRoute({ …, access: ownerOr('orders:read') }); // the handler asks `owned(c, order.customerId)`
 * createRoute({ …, access: open('the catalog is for everyone') });
 */

/** `orders:read`: what may be done with what. `operate`: what runs the system. */
export type Scope = `${string}:${string}` | 'operate';

export type Access =
  | { readonly kind: 'needs'; readonly scope: string }
  | { readonly kind: 'owner'; readonly scope: string }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'open'; readonly why: string };

/** For whoever has this scope. */
export const needs = (scope: Scope): Access => ({ kind: 'needs', scope });

/** For whoever has this scope, and for every customer, who reaches only what is theirs: see http/ownership.ts. */
export const ownerOr = (scope: Scope): Access => ({ kind: 'owner', scope });

/** For whoever has a token: the route is about the caller. It has no other subject, so it needs no scope. */
export const signedIn = (): Access => ({ kind: 'signed-in' });

/** For everyone, also without a token. Every one of them is listed in qa/test/public-operations.ts. */
export const open = (why: string): Access => ({ kind: 'open', why });

/** What no route declares: only for who may do everything. A route that says nothing does not compile. */
export const unsaid: Access = { kind: 'needs', scope: '*' };

/** What a service serves beside its routes: open, by name, each with its reason. `/*`: and whatever is below. */
const openPaths: Readonly<Record<string, string>> = {
  '/': 'leads to Swagger UI',
  '/livez': 'whoever watches over the process has no token, and it says nothing but that it lives',
  '/readyz': 'whoever watches over the process has no token, and it names no secrets',
  '/metrics': 'Prometheus has no token; the network keeps it inside',
  '/openapi.json': 'the documents are public, as the code is',
  '/asyncapi.json': 'the documents are public, as the code is',
  '/swagger/*': 'the documents are public, as the code is',
  '/docs/*': 'the documents are public, as the code is',
};

/** Why a path is open that no route declares; undefined where it is not. */
export const openAt = (path: string): string | undefined =>
  openPaths[path] ?? openPaths[`/${path.split('/')[1]}/*`];
