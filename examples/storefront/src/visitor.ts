/**
 * Who is here: nobody yet, a guest, or a customer who has logged in. What the session is, is kept in this browser: a refresh token
 * works once, so all tabs use the newest one.
 */
import { ok, ProblemError, type Session, type ShopClient, shopClient } from '@quickmart/client';

declare const GATEWAY: string;
/** `email` is null for a guest. */
export type Visitor = { email: string | null; session: Session };

const stored = <Value>(key: string): Value | null => JSON.parse(localStorage.getItem(key) ?? 'null');
const store = (key: string, value: unknown): void =>
  value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value));

let visitor = stored<Visitor>('visitor');
let client = clientOf(visitor);

function clientOf(of: Visitor | null): ShopClient {
  if (of === null) return shopClient({ baseUrl: GATEWAY });
  const onSession = (session: Session) => store('visitor', { ...of, session });
  return shopClient({ baseUrl: GATEWAY, session: { session: of.session, onSession } });
}

function become(next: Visitor | null): void {
  [visitor, client] = [next, clientOf(next)];
}

function enter(next: Visitor | null): void {
  store('visitor', next);
  become(next);
}

addEventListener('storage', ({ key }) => {
  if (key === 'visitor') become(stored('visitor'));
});

/** The shop, asked as whoever is here. */
export const shop = (): ShopClient => client;
export const customer = (): string | null => visitor?.email ?? null;
export const isSomeone = (): boolean => visitor !== null;

/** Who orders has a name for it: a guest gets one. */
export async function someone(): Promise<ShopClient> {
  if (visitor === null) enter({ email: null, session: await ok(client.POST('/api/guests')) });
  return client;
}

export async function logIn(email: string, password: string): Promise<void> {
  const before = visitor;
  enter({ email, session: await ok(client.POST('/api/sessions', { body: { email, password } })) });
  await takeOver(before);
}

/** A guest keeps the id, and so cart and orders; the code goes to the address. */
export async function signUp(email: string, password: string): Promise<void> {
  await someone();
  await ok(client.POST('/api/accounts', { body: { email, password } }));
}

export async function verify(email: string, code: string): Promise<void> {
  await ok(client.POST('/api/accounts/verify', { body: { email, code } }));
}

export async function logOut(): Promise<void> {
  const ended = client.DELETE('/api/sessions/current');
  enter(null);
  cartId(null);
  await ended;
}

/** What is said where something fails. A session that is over is forgotten: the next request is nobody's. */
export function said(error: unknown): string {
  if (!(error instanceof ProblemError))
    return 'The shop does not answer. Does it run, and does it know these pages (CORS_ORIGINS)?';
  // A wrong password ends no session: the guest who has typed it keeps cart and orders.
  const isLogin = error.problem.instance === '/api/sessions';
  if (error.status === 401 && !isLogin && visitor !== null) enter(null);
  const details = error.problem.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? [];
  return [error.message, ...details].join('\n');
}

/** The cart of this browser. */
export function cartId(set?: string | null): string | null {
  if (set !== undefined) store('cart', set);
  return stored<string>('cart');
}

/** The cart of a guest who logs in goes on as the customer's. */
async function takeOver(before: Visitor | null): Promise<void> {
  const from = cartId();
  if (from === null) return;
  const { id } = await ok(client.POST('/api/carts', { body: {} }));
  const guest = before?.email === null ? { guestToken: before.session.accessToken } : {};
  const merged = await client.POST('/api/carts/{id}/merge', {
    params: { path: { id } },
    body: { from, ...guest },
  });
  // A cart that has ended meanwhile has nothing to give.
  cartId(merged.data ? id : null);
}
