/** Puts the pieces together: a key on every POST, a token on every request, repeats where they help. */
import createFetch, { type Client } from 'openapi-fetch';
import { held, type Send } from './held.ts';
import type { paths } from './openapi.ts';
import { persistent, type RetryOptions } from './retries.ts';
import { type Credentials, ofClient, ofSession, type SessionOptions, type TokenSource } from './tokens.ts';

export type ShopClient = Client<paths>;

export type ClientOptions = {
  /** Of the gateway: `https://shop.example`. */
  baseUrl: string;
  /** Of a machine client. Not for a browser: whoever reads the page has them. */
  credentials?: Credentials | undefined;
  /** Of a person. */
  session?: SessionOptions | undefined;
  /** Shared with other clients: see {@link tokensOf}. */
  tokens?: TokenSource | undefined;
  /** `false`: every request is sent once. */
  retry?: RetryOptions | false;
  fetch?: Send;
};

export function shopClient({
  baseUrl,
  credentials,
  session,
  tokens: shared,
  retry,
  fetch = send,
}: ClientOptions): ShopClient {
  const patient = retry === false ? fetch : persistent(fetch, retry);
  const tokens = shared ?? tokensOf({ baseUrl, credentials, session, fetch: patient });
  return createFetch<paths>({
    baseUrl,
    fetch: held(keyed(tokens ? authorized(patient, tokens) : patient)),
    // `id=a,b`: a list is one parameter.
    querySerializer: { array: { style: 'form', explode: false } },
  });
}

/** For several clients of one session: its refresh token works once. Undefined: requests carry no token. */
export const tokensOf = ({
  baseUrl,
  credentials,
  session,
  fetch = persistent(send),
}: Omit<ClientOptions, 'retry' | 'tokens'>): TokenSource | undefined =>
  credentials ? ofClient(baseUrl, credentials, fetch) : session && ofSession(baseUrl, session, fetch);

export const send: Send = (request) => globalThis.fetch(request);

/** The same request, however often it is sent, has one effect. */
const keyed =
  (next: Send): Send =>
  (request) => {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key'))
      request.headers.set('Idempotency-Key', newKey());
    return next(request);
  };

/** `crypto.randomUUID` is not there on a page without TLS. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** A token that is refused is replaced once: it may have been withdrawn, or the clock here is wrong. */
export function authorized(send: Send, tokens: TokenSource): Send {
  const next = held(send);
  return held(async (request) => {
    if (request.headers.has('Authorization')) return await next(request);
    const again = request.clone();
    const token = await tokens.current();
    const answer = await next(bearing(request, token));
    return answer.status === 401 ? await next(bearing(again, await tokens.renewed(token))) : answer;
  });
}

function bearing(request: Request, token: string | undefined): Request {
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}
