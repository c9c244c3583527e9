/** Signs access tokens, publishes the keys for it, and makes new ones. The private parts are kept by packages/sealing. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Sealing } from '@quickmart/sealing';
import { tokenRules } from '@quickmart/service';
import { type Command, clock, type EventStore } from '@quickmart/streams';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { KeySet } from './api.ts';
import { limits } from './limits.ts';
import { bySystem } from './said.ts';
import {
  activeKey,
  type KeysState,
  keysId,
  type NewKey,
  publishedKeys,
  replace,
  rotate,
  signingKeys,
} from './signing-key.ts';

export type Claims = {
  sub: string;
  kind: 'user' | 'guest' | 'client';
  scope: string;
  sid?: string | undefined;
};

export class KeyRing {
  readonly #store: EventStore;
  readonly #sealing: Pick<Sealing, 'keep' | 'kept'>;
  readonly #issuer: string;
  readonly #privateKeys = new Map<string, CryptoKey>();

  constructor({
    store,
    sealing,
    settings,
  }: {
    store: EventStore;
    sealing: Pick<Sealing, 'keep' | 'kept'>;
    settings: { issuer: string };
  }) {
    this.#store = store;
    this.#sealing = sealing;
    this.#issuer = settings.issuer;
  }

  async jwks(): Promise<KeySet> {
    const now = clock.now();
    const keys = publishedKeys(await this.#known(), now).map(({ kid, publicKey: { x, y } }) => ({
      kty: 'EC' as const,
      crv: 'P-256' as const,
      x,
      y,
      kid,
      alg: tokenRules.algorithm,
      use: 'sig' as const,
    }));
    return { keys };
  }

  async sign({ sub, ...claims }: Claims): Promise<string> {
    const now = clock.now();
    const { kid } = activeKey(await this.#known(), now)!;
    const issuedAt = Math.floor(now / 1000);
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: tokenRules.algorithm, typ: tokenRules.type, kid })
      .setIssuer(this.#issuer)
      .setAudience(tokenRules.audience)
      .setSubject(sub)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + limits.accessTokenMs / 1000)
      .setJti(randomUUID())
      .sign(await this.#privateKey(kid));
  }

  /** `known`: the newest key, that a newer one is made for. */
  async rotate(known: string | undefined, command: Command<KeysState> = bySystem()): Promise<KeysState> {
    const key = await this.#make();
    const decide = (state: KeysState) => rotate(state, known, key, command.at);
    return (await this.#store.decide(signingKeys, keysId, decide, command)).state;
  }

  /** All keys so far are worthless from now on. */
  async replace(command: Command<KeysState>): Promise<void> {
    const key = await this.#make();
    await this.#store.decide(signingKeys, keysId, (state) => replace(state, key, command.at), command);
  }

  /** With the first key, where there is none yet. */
  async #known(): Promise<KeysState> {
    const { state } = await this.#store.read(signingKeys, keysId);
    return state.keys.length > 0 ? state : await this.rotate(undefined);
  }

  /** Kept before it is published: a key that is in the log can be signed with. */
  async #make(): Promise<NewKey> {
    const { publicKey, privateKey } = await generateKeyPair(tokenRules.algorithm, { extractable: true });
    const kid = `k${randomBytes(10).toString('hex')}`;
    const { x = '', y = '' } = await exportJWK(publicKey);
    await this.#sealing.keep(nameOf(kid), JSON.stringify(await exportJWK(privateKey)));
    return { kid, publicKey: { x, y } };
  }

  async #privateKey(kid: string): Promise<CryptoKey> {
    const known = this.#privateKeys.get(kid);
    if (known !== undefined) return known;
    const kept = await this.#sealing.kept(nameOf(kid));
    if (kept === undefined)
      throw new Error(
        `the private part of the signing key ${kid} is not among the keys: is KEYS_URL the right one?`,
      );
    const key = (await importJWK(JSON.parse(kept) as JWK, tokenRules.algorithm)) as CryptoKey;
    this.#privateKeys.set(kid, key);
    return key;
  }
}

const nameOf = (kid: string): string => `signing-key-${kid}`;
