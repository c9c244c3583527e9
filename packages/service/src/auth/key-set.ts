/**
 * The public keys that tokens are verified with, by their id. They are fetched when a token first needs one, and again
 * in the background when they are old: a key that is known serves on while whoever publishes them is down.
 *
 * There is one fetch at a time, and none within the cooldown: tokens with made-up key ids cause no requests. A new key is
 * published before it signs (apps/identity), so a service knows it before it sees it.
 */
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';

export type KeySetLimits = { cooldownMs: number; retryMs: number; maxAgeMs: number; timeoutMs: number };
const keySetLimits: KeySetLimits = {
  /** Between two fetches for the sake of an unknown key. */
  cooldownMs: 30_000,
  /** After a fetch that failed. */
  retryMs: 1_000,
  /** Keys that are older are fetched again, beside the request that saw them. */
  maxAgeMs: 600_000,
  timeoutMs: 3_000,
};

/** The keys could not be fetched, so nothing is known about this one. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/** Private parts have no place in a key set: they are not read. */
const publicKey = z.object({
  kid: z.string().min(1).max(200),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
});
const document = z.object({ keys: z.array(z.unknown()).max(100) });

export type FetchKeys = (signal: AbortSignal) => Promise<unknown>;

/** Over HTTP, from what `JWKS_URL` names. */
export const keysAt =
  (url: string): FetchKeys =>
  async (signal) => {
    const answer = await fetch(url, { signal, redirect: 'error', headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return await answer.json();
  };

export class KeySet {
  readonly #fetchKeys: FetchKeys;
  readonly #limits: KeySetLimits;
  #keys: ReadonlyMap<string, CryptoKey> = new Map();
  #fetching: Promise<void> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #failure: unknown;

  constructor(fetchKeys: FetchKeys, limits: KeySetLimits = keySetLimits) {
    this.#fetchKeys = fetchKeys;
    this.#limits = limits;
  }

  /** Undefined where there is no such key. @throws KeysUnavailableError where nobody could say. */
  async find(kid: string): Promise<CryptoKey | undefined> {
    const known = this.known(kid);
    if (known !== undefined) return known;
    await this.#refresh();
    const found = this.#keys.get(kid);
    if (found === undefined && this.#failure !== undefined)
      throw new KeysUnavailableError('the keys of tokens cannot be fetched', { cause: this.#failure });
    return found;
  }

  /** Undefined where only {@link find} can say. */
  known(kid: string): CryptoKey | undefined {
    const known = this.#keys.get(kid);
    const { maxAgeMs, retryMs } = this.#limits;
    if (known !== undefined && this.#age() > (this.#failure === undefined ? maxAgeMs : retryMs))
      void this.#refresh();
    return known;
  }

  #age = (): number => performance.now() - this.#triedAt;

  /** Nothing, where it has just been tried. Never rejects. */
  #refresh(): Promise<void> {
    if (this.#fetching !== undefined) return this.#fetching;
    const { cooldownMs, retryMs } = this.#limits;
    if (this.#age() < (this.#failure === undefined ? cooldownMs : retryMs)) return Promise.resolve();
    this.#triedAt = performance.now();
    this.#fetching = this.#load().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #load(): Promise<void> {
    try {
      const { keys } = document.parse(await this.#fetchKeys(AbortSignal.timeout(this.#limits.timeoutMs)));
      const usable = keys.flatMap((key) => publicKey.safeParse(key).data ?? []);
      const imported = usable.map(async (key) => [key.kid, await keyOf(key)] as const);
      this.#keys = new Map(await Promise.all(imported));
      this.#failure = undefined;
    } catch (error) {
      this.#failure = error;
    }
  }
}

const keyOf = async ({ kty, crv, x, y }: JWK): Promise<CryptoKey> =>
  (await importJWK({ kty: kty!, crv: crv!, x: x!, y: y! }, 'ES256')) as CryptoKey;
