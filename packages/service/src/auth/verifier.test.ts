import { type CryptoKey, exportSPKI, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startIssuer, type TestIssuer, type TokenOf } from '../../test/issuer.ts';
import { may } from './caller.ts';
import { KeySet, keysAt } from './key-set.ts';
import { TokenRefusedError, TokenVerifier, tokenRules } from './verifier.ts';

let issuer: TestIssuer;
let verifier: TokenVerifier;
beforeAll(async () => {
  issuer = await startIssuer();
  verifier = new TokenVerifier({ issuer: issuer.env.ISSUER, keys: new KeySet(keysAt(issuer.env.JWKS_URL)) });
});
afterAll(() => issuer.stop());

const verified = async (of: TokenOf) => await verifier.verify(await issuer.token(of));
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

test('a token says who asks, and what they may do', async () => {
  const caller = await verified({
    kind: 'user',
    sub: 'anna',
    scope: 'orders:* products:write',
    claims: { sid: 's1' },
  });
  expect(caller).toMatchObject({ kind: 'user', id: 'anna', sessionId: 's1' });
  expect(['orders:read', 'orders:write', 'products:write'].every((scope) => may(caller, scope))).toBe(true);
  expect(['products:read', 'operate', 'orders', '*'].some((scope) => may(caller, scope))).toBe(false);
  expect([caller.owns('anna'), caller.owns('bert'), caller.owns(null)]).toEqual([true, false, false]);
  const admin = await verified({ scope: '*' });
  expect(['orders:read', 'operate', '*'].every((scope) => may(admin, scope))).toBe(true);
});

test.each<[string, TokenOf]>([
  ['of another audience', { claims: { aud: 'another' } }],
  ['of another issuer', { claims: { iss: 'https://example.com' } }],
  ['that has expired', { claims: { exp: seconds(-tokenRules.toleranceSeconds - 1) } }],
  ['that is not valid yet', { claims: { nbf: seconds(60) } }],
  ['without an end', { claims: { exp: undefined } }],
  ['without an id', { claims: { jti: undefined } }],
  ['without a subject', { claims: { sub: undefined } }],
  ['of a kind that there is not', { claims: { kind: 'god' } }],
  ['that was made for something else', { header: { typ: 'JWT' } }],
  ['with a key that nobody has', { header: { kid: 'unknown' } }],
  ['without a key id', { header: { kid: undefined as never } }],
])('a token %s is refused', async (_, of) => {
  await expect(verified(of)).rejects.toThrow(TokenRefusedError);
});

test('a token of another key under a known key id is refused', async () => {
  const { privateKey } = await generateKeyPair('ES256');
  await expect(verified({ key: privateKey })).rejects.toThrow(TokenRefusedError);
});

test('a token without a signature, and one that is signed with the public key as a secret, are refused', async () => {
  const [, payload] = (await issuer.token({ scope: '*' })).split('.');
  const head = Buffer.from(JSON.stringify({ alg: 'none', typ: tokenRules.type, kid: 'test-key' })).toString(
    'base64url',
  );
  await expect(verifier.verify(`${head}.${payload}.`)).rejects.toThrow(TokenRefusedError);
  const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
  const forged = { header: { alg: 'HS256' }, key: secret };
  await expect(verified(forged)).rejects.toThrow(TokenRefusedError);
});

test('a changed token is refused, also after the true one was accepted', async () => {
  const token = await issuer.token({ sub: 'anna' });
  await verifier.verify(token);
  const [head, , signature] = token.split('.');
  const [, other] = (await issuer.token({ sub: 'bert', scope: '*' })).split('.');
  await expect(verifier.verify(`${head}.${other}.${signature}`)).rejects.toThrow(TokenRefusedError);
  await expect(verifier.verify('x'.repeat(5_000))).rejects.toThrow('too long');
  await expect(verifier.verify('no.token.at-all')).rejects.toThrow(TokenRefusedError);
});

test('a token is verified once, and no longer known when it has expired', async () => {
  const checks = vi.spyOn(crypto.subtle, 'verify');
  onTestFinished(() => checks.mockRestore());
  const token = await issuer.token();
  await verifier.verify(token);
  await verifier.verify(token);
  expect(checks).toHaveBeenCalledTimes(1);
  const late = await issuer.token({ claims: { exp: seconds(-1) } }); // within the tolerance
  await verifier.verify(late);
  await verifier.verify(late);
  expect(checks).toHaveBeenCalledTimes(3);
});

test('whoever had a key that is no longer published has nothing any more, however long their token is valid', async () => {
  let published: CryptoKey | undefined = issuer.publicKey;
  const keys = { known: () => published, find: async () => published };
  const watched = new TokenVerifier({ issuer: issuer.env.ISSUER, keys });
  const forged = await issuer.token({ scope: '*', claims: { exp: seconds(315_360_000) } });
  await watched.verify(forged);
  published = undefined;
  await expect(watched.verify(forged)).rejects.toThrow(TokenRefusedError);
  published = (await generateKeyPair('ES256')).publicKey;
  await expect(watched.verify(forged)).rejects.toThrow(TokenRefusedError);
});

test('made-up key ids are not asked for again and again', async () => {
  const before = issuer.fetches;
  for (let n = 0; n < 20; n++)
    await expect(verified({ header: { kid: `made-up-${n}` } })).rejects.toThrow(TokenRefusedError);
  expect(issuer.fetches).toBe(before);
});
