/**
 * Access tokens: JWTs that are signed with ES256 and nothing else, of one issuer, for this audience, and in their time. A
 * token that was verified is known until it expires, so a caller costs one verification in ten minutes.
 *
 * It is known for as long as its key is published, and no longer: whoever has stolen a key makes tokens that never expire.
 */
import { type CryptoKey, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Caller, callerOf } from './caller.ts';
import type { KeySet } from './key-set.ts';

export const tokenRules = {
  audience: 'quickmart',
  /** The `typ` of RFC 9068: a token that was made for something else is none. */
  type: 'at+jwt',
  algorithm: 'ES256',
  /** Clocks of two machines differ. */
  toleranceSeconds: 5,
  length: 4_096,
  /** Verified ones that are known at a time. */
  known: 10_000,
} as const;

/** The token is none that counts here. The message is for the caller. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
}

const claims = z.object({
  sub: z.string().min(1).max(64),
  kind: z.enum(['user', 'guest', 'client']),
  scope: z.string().default(''),
  sid: z.string().optional(),
});

type Known = { caller: Caller; expiresAt: number; kid: string; key: CryptoKey };

export class TokenVerifier {
  readonly #keys: Pick<KeySet, 'find' | 'known'>;
  readonly #issuer: string;
  readonly #known = new LRUCache<string, Known>({ max: tokenRules.known });

  constructor({ keys, issuer }: { keys: Pick<KeySet, 'find' | 'known'>; issuer: string }) {
    this.#keys = keys;
    this.#issuer = issuer;
  }

  /** Who asks, where the token was verified before and still counts. */
  known(token: string): Caller | undefined {
    const known = this.#known.get(token);
    if (known === undefined || known.expiresAt <= Date.now()) return undefined;
    return this.#keys.known(known.kid) === known.key ? known.caller : undefined;
  }

  /** @throws TokenRefusedError, KeysUnavailableError */
  async verify(token: string): Promise<Caller> {
    const known = this.known(token);
    if (known !== undefined) return known;
    if (token.length > tokenRules.length) throw new TokenRefusedError('the access token is too long');
    const { payload, kid, key } = await this.#verified(token);
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw new TokenRefusedError('the access token has not the claims that it needs');
    const { sub, kind, scope, sid } = parsed.data;
    const expiresAt = payload.exp! * 1000;
    const caller = callerOf(kind, sub, scope.split(' ').filter(Boolean), { sessionId: sid, expiresAt });
    this.#known.set(token, { caller, expiresAt, kid, key });
    return caller;
  }

  async #verified(token: string): Promise<{ payload: JWTPayload; kid: string; key: CryptoKey }> {
    try {
      const { payload, protectedHeader, key } = await jwtVerify(token, ({ kid }) => this.#key(kid), {
        algorithms: [tokenRules.algorithm],
        issuer: this.#issuer,
        audience: tokenRules.audience,
        typ: tokenRules.type,
        clockTolerance: tokenRules.toleranceSeconds,
        requiredClaims: ['sub', 'exp', 'iat', 'jti'],
      });
      return { payload, kid: protectedHeader.kid!, key };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new TokenRefusedError('the access token has expired');
      if (error instanceof errors.JOSEError) throw new TokenRefusedError('the access token is not valid');
      throw error;
    }
  }

  async #key(kid: string | undefined) {
    const key = kid === undefined ? undefined : await this.#keys.find(kid);
    if (key === undefined) throw new TokenRefusedError('the access token is not valid');
    return key;
  }
}
