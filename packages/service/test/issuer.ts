/** Signs access tokens as apps/identity does, and serves the keys over HTTP: for tests, and for systems inside one process. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { tokenRules } from '../src/auth/verifier.ts';

export type TokenOf = {
  kind?: 'user' | 'guest' | 'client';
  sub?: string;
  scope?: string;
  /** Other claims, or other values for those that every token has. */
  claims?: Record<string, unknown>;
  header?: Partial<JWTHeaderParameters>;
  key?: CryptoKey | Uint8Array;
};

export type Signer = {
  /** What it publishes: tests may change it. */
  keys: object[];
  publicKey: CryptoKey;
  token(of?: TokenOf): Promise<string>;
  /** As headers of a request. */
  as(of?: TokenOf): Promise<{ Authorization: string }>;
};

export type TestIssuer = Signer & {
  /** For the environment of a service: rights are checked, by the keys of this issuer. */
  env: { AUTH: 'on'; ISSUER: string; JWKS_URL: string };
  /** How often its keys were asked for. */
  fetches: number;
  stop(): Promise<void>;
};

const kid = 'test-key';

/** `issuer`: what stands in its tokens. */
export async function createSigner(issuer: string): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const token: Signer['token'] = (of = {}) => signed(issuer, privateKey, of);
  return {
    keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }],
    publicKey,
    token,
    as: async (of) => ({ Authorization: `Bearer ${await token(of)}` }),
  };
}

export async function startIssuer(): Promise<TestIssuer> {
  const server = createServer((_, response) => {
    issuer.fetches++;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: issuer.keys }));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: TestIssuer = {
    ...(await createSigner(url)),
    env: { AUTH: 'on', ISSUER: url, JWKS_URL: `${url}/.well-known/jwks.json` },
    fetches: 0,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return issuer;
}

async function signed(
  iss: string,
  privateKey: CryptoKey,
  { kind = 'user', sub = 'somebody', scope = '', claims = {}, header = {}, key = privateKey }: TokenOf,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss, aud: tokenRules.audience, sub, kind, scope, iat: now, exp: now + 600 };
  return await new SignJWT({ ...usual, jti: crypto.randomUUID(), ...claims })
    .setProtectedHeader({ alg: tokenRules.algorithm, typ: tokenRules.type, kid, ...header })
    .sign(key);
}
