/**
 * Who has logged in. The access token is in memory only; the refresh token is this tab's alone, because it works once: two tabs
 * that share one would end each other's session. Closing the tab logs out.
 */
import {
  ok,
  ProblemError,
  persistent,
  type Send,
  type Session,
  type ShopClient,
  shopClient,
  type TokenSource,
  tokensOf,
} from '@quickmart/client';
import { useSyncExternalStore } from 'react';

type LoggedIn = {
  email: string;
  scopes: ReadonlySet<string>;
  shop: ShopClient;
  /** Sends everything once, however long it takes. */
  importer: ShopClient;
  tokens: TokenSource;
};

const key = 'quickmart.console';
const baseUrl = location.origin;
/** So long after a change its reader waits for it. */
const ownMs = 5_000;
/** So long a question is repeated: who looks at a page during an outage soon sees what is away, and all the rest. */
const patienceMs = 2_000;
const listeners = new Set<() => void>();
let current: LoggedIn | undefined;
/** Why the session of this tab did not go on, though it can: the shop did not answer. */
let interrupted: unknown;
export const interruption = (): unknown => interrupted;

function begin(email: string, first: Session): void {
  const keep = ({ refreshToken }: Session) =>
    sessionStorage.setItem(key, JSON.stringify({ email, refreshToken }));
  keep(first);
  interrupted = undefined;
  const tokens = tokensOf({ baseUrl, session: { session: first, onSession: keep } })!;
  become({
    email,
    scopes: scopesIn(first.accessToken),
    shop: seeingOwn(shopClient({ baseUrl, tokens, retry: false, fetch: send })),
    importer: shopClient({ baseUrl, tokens, retry: false }),
    tokens,
  });
}

const ask = persistent(fetch, { budgetMs: patienceMs });
const act = persistent(fetch);
const send: Send = (request) => (request.method === 'GET' ? ask(request) : act(request));

/** What was written a moment ago is waited for by what is read next of the same collection: `/api/products`. */
function seeingOwn(shop: ShopClient): ShopClient {
  const written = new Map<string, { position: string; until: number }>();
  shop.use({
    onRequest: ({ request }) => {
      const last = written.get(collectionOf(request.url));
      if (request.method === 'GET' && last && Date.now() < last.until)
        request.headers.set('Event-Position', last.position);
    },
    onResponse: ({ request, response }) => {
      const position = response.headers.get('Event-Position');
      if (request.method === 'GET' || position === null) return;
      // What is made under something else, such as a shipment of an order, says where it stands.
      const collection = collectionOf(response.headers.get('Location') ?? request.url);
      written.set(collection, { position, until: Date.now() + ownMs });
    },
  });
  return shop;
}

const collectionOf = (address: string): string => new URL(address, baseUrl).pathname.split('/')[2] ?? '';

function become(next: LoggedIn | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}

/** What the token says; the services check it, this only decides what is shown. */
function scopesIn(token: string): ReadonlySet<string> {
  const part = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  const { scope = '' } = JSON.parse(atob(part)) as { scope?: string };
  return new Set(scope.split(' ').filter(Boolean));
}

export const isRefusal = (error: unknown): boolean => error instanceof ProblemError && error.status < 500;

const anyone = () => shopClient({ baseUrl });

export async function logIn(email: string, password: string): Promise<void> {
  begin(email, (await ok(anyone().POST('/api/sessions', { body: { email, password } }))) as Session);
}

/** After a reload of the page. */
export async function resume(): Promise<void> {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return;
  const { email, refreshToken } = JSON.parse(kept) as { email: string; refreshToken: string };
  const soon = shopClient({ baseUrl, retry: false, fetch: ask });
  try {
    begin(email, (await ok(soon.POST('/api/sessions/refresh', { body: { refreshToken } }))) as Session);
  } catch (error) {
    if (isRefusal(error)) sessionStorage.removeItem(key);
    else interrupted = error;
  }
}

export async function logOut(): Promise<void> {
  const { shop } = current!;
  sessionStorage.removeItem(key);
  become(undefined);
  await shop.DELETE('/api/sessions/current').catch(() => undefined);
}

/** The session is over: what is shown goes, too. */
export function ended(): void {
  sessionStorage.removeItem(key);
  become(undefined);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSession = (): LoggedIn | undefined => useSyncExternalStore(subscribe, () => current);

/** Of pages that are shown only to who has logged in. */
export const shop = (): ShopClient => current!.shop;
export const importer = (): ShopClient => current!.importer;
export const may = (scope: string): boolean => {
  const { scopes } = current!;
  return scopes.has('*') || scopes.has(scope) || scopes.has(scope.replace(/:.*$/, ':*'));
};
