/**
 * The access tokens of our tools: of the machine client of the system that an address belongs to. That is a system of this
 * process, or the one of `npm start`; for any other address, the client of CLIENT_ID and CLIENT_SECRET (or their files) at
 * ISSUER.
 */
import { env } from 'node:process';
import { type Credentials, ofClient, persistent, type TokenSource } from '@quickmart/client';
import { portOf, settingIn } from '@quickmart/service';
import { UnreachableFailure } from './failure.ts';
import { dataDefault, running } from './run.ts';

/** Whose tokens are sent to an origin; undefined: none are. */
const sources = new Map<string, TokenSource | undefined>();

/** The service at `url` gets tokens of this source. */
export const sendTokens = (url: string, source: TokenSource): void => void sources.set(originOf(url), source);

export function tokensOf(
  issuer: string,
  credentials: Credentials,
  retry: { budgetMs?: number } = {},
): TokenSource {
  const send = persistent(fetch, retry);
  return ofClient(issuer, credentials, (request) =>
    send(request).catch(({ message, cause }: Error) => {
      const why = cause instanceof Error ? cause.message : message;
      throw new UnreachableFailure(`no access token: ${issuer} does not answer (${why})`);
    }),
  );
}

export function tokensFor(url: string): TokenSource | undefined {
  const origin = originOf(url);
  if (!sources.has(origin)) sources.set(origin, ofThisRun(origin) ?? ofEnvironment());
  return sources.get(origin);
}

function ofThisRun(origin: string): TokenSource | undefined {
  const { services = {}, credentials } = running(dataDefault) ?? {};
  const urls = Object.values(services);
  if (credentials === undefined || !services.identity) return undefined;
  if (!urls.some((url) => originOf(url) === origin)) return undefined;
  const source = tokensOf(services.identity, credentials);
  for (const url of urls) sendTokens(url, source);
  return source;
}

function ofEnvironment(): TokenSource | undefined {
  const [clientId, clientSecret] = [settingIn('CLIENT_ID', env), settingIn('CLIENT_SECRET', env)];
  if (clientId === undefined || clientSecret === undefined) return undefined;
  const issuer = settingIn('ISSUER', env) ?? `http://127.0.0.1:${portOf('identity')}`;
  return tokensOf(issuer, { clientId, clientSecret });
}

const originOf = (url: string): string => new URL(url).origin.replace('//localhost', '//127.0.0.1');
