/** Where access tokens come from: a machine client's secret, or a person's session. Each is asked for once at a time. */
import type { Send } from './held.ts';
import { ProblemError } from './problem.ts';

export type TokenSource = {
  /** One that still holds for a while. */
  current(): Promise<string | undefined>;
  /** Another than the one that was refused; undefined where there is none. */
  renewed(refused: string | undefined): Promise<string | undefined>;
};

export type Credentials = { clientId: string; clientSecret: string };
/** What `POST /api/sessions` answers. Keep it where a person's secrets are kept: who has it is that person. */
export type Session = { accessToken: string; refreshToken: string; expiresIn: number };

/** No token, no request: what the issuer says is why. */
const refusalOf = async (response: Response): Promise<ProblemError> =>
  new ProblemError(response.status, await response.json().catch(() => undefined));

type Held = { token: string; until: number };

/** A token is not used in its last seconds: it must not end on its way. */
const marginMs = 30_000;
const heldOf = (token: string, expiresIn: number): Held => ({
  token,
  until: Date.now() + expiresIn * 1000 - marginMs,
});

/** Of a machine client: RFC 6749, client credentials. */
export function ofClient(baseUrl: string, { clientId, clientSecret }: Credentials, fetch: Send): TokenSource {
  const ask = async (): Promise<Held> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const authorization = `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`;
    const headers = { Authorization: authorization };
    const response = await fetch(new Request(`${baseUrl}/oauth/token`, { method: 'POST', headers, body }));
    if (!response.ok) throw await refusalOf(response);
    const { access_token: token, expires_in: expiresIn } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    return heldOf(token, expiresIn);
  };
  return source(undefined, ask);
}

export type SessionOptions = {
  session: Session;
  /** Told of every new one: the refresh token before it works no longer. */
  onSession?: (session: Session) => void;
};

/**
 * Of a person: the refresh token gives the next access token, and the next refresh token. Where the session is over, every
 * request throws a {@link ProblemError} with status 401: log in again.
 */
export function ofSession(baseUrl: string, { session, onSession }: SessionOptions, fetch: Send): TokenSource {
  let { refreshToken } = session;
  const ask = async (): Promise<Held> => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ refreshToken });
    const request = new Request(`${baseUrl}/api/sessions/refresh`, { method: 'POST', headers, body });
    const response = await fetch(request);
    if (!response.ok) throw await refusalOf(response);
    const next = (await response.json()) as Session;
    refreshToken = next.refreshToken;
    onSession?.(next);
    return heldOf(next.accessToken, next.expiresIn);
  };
  return source(heldOf(session.accessToken, session.expiresIn), ask);
}

/** Whoever asks while one is under way gets the same: a refresh token that is used twice ends the session. */
function source(first: Held | undefined, ask: () => Promise<Held>): TokenSource {
  let held = first;
  let asking: Promise<Held> | undefined;
  const next = async (): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    held = await asking;
    return held.token;
  };
  return {
    current: async () => (held !== undefined && held.until > Date.now() ? held.token : await next()),
    renewed: async (refused) => (held !== undefined && held.token !== refused ? held.token : await next()),
  };
}
