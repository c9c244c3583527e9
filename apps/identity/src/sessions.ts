/**
 * Sessions, each with a refresh token that is used once. Whoever uses an old one has it from somebody else, or somebody else
 * has it from them: nobody can tell, so the session ends for both.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { clock, orOutage, type RedisClient, RefusalError } from '@quickmart/streams';
import { keyOf } from './ephemeral.ts';
import { limits } from './limits.ts';

export type Session = { id: string; sub: string; kind: 'user' | 'guest'; startedAt: number };
export type Begun = { session: Session; refreshToken: string };

// KEYS 1 session (hash)   ARGV 1 digest of the token that was sent  2 digest of the next one  3 its life in ms
// Returns sub, kind and start of the session; a refused one is over
const refresh = `
local known = redis.call('HMGET', KEYS[1], 'digest', 'sub', 'kind', 'startedAt')
if not known[1] then return {} end
if known[1] ~= ARGV[1] then redis.call('DEL', KEYS[1]) return {} end
redis.call('HSET', KEYS[1], 'digest', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return { known[2], known[3], known[4] }`;

// KEYS 1 session (hash)   ARGV 1 digest of the token that was sent  2 digest of the next one, which nobody has
const giveBack = `
if redis.call('HGET', KEYS[1], 'digest') == ARGV[2] then redis.call('HSET', KEYS[1], 'digest', ARGV[1]) end`;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const newSecret = (): string => randomBytes(32).toString('base64url');
const tokenForm = /^([0-9a-f-]{36})\.([\w-]{43})$/;

export class Sessions {
  readonly #redis: RedisClient;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  async begin(kind: Session['kind'], sub: string): Promise<Begun> {
    const session: Session = { id: randomUUID(), sub, kind, startedAt: clock.now() };
    const secret = newSecret();
    const { id, startedAt } = session;
    const key = keyOf('session', id);
    const fields = { digest: digestOf(secret), sub, kind, startedAt };
    await orOutage(this.#redis.multi().hset(key, fields).pexpire(key, limits.sessionIdleMs).exec());
    return { session, refreshToken: `${id}.${secret}` };
  }

  /**
   * Does the work for a session that goes on with a new token. Undefined: the token that was sent is of no session, or was used
   * before. Where the work fails otherwise than by a refusal, that token can be used again: nobody has the new one.
   */
  async refresh<Result>(
    refreshToken: string,
    work: (begun: Begun) => Promise<Result>,
  ): Promise<Result | undefined> {
    const [, id, secret] = tokenForm.exec(refreshToken) ?? [];
    if (id === undefined || secret === undefined) return undefined;
    const next = newSecret();
    const [key, digest, nextDigest] = [keyOf('session', id), digestOf(secret), digestOf(next)];
    const answer = await orOutage(
      this.#redis.eval(refresh, 1, key, digest, nextDigest, limits.sessionIdleMs),
    );
    const [sub, kind, startedAt] = answer as [string?, Session['kind']?, string?];
    if (sub === undefined || kind === undefined) return undefined;
    const session = { id, sub, kind, startedAt: Number(startedAt) };
    if (clock.now() - session.startedAt > limits.sessionMs) {
      await this.end(id);
      return undefined;
    }
    try {
      return await work({ session, refreshToken: `${id}.${next}` });
    } catch (error) {
      // Beside the answer: where this fails, too, they have to log in again.
      if (!(error instanceof RefusalError))
        orOutage(this.#redis.eval(giveBack, 1, key, digest, nextDigest)).catch(() => undefined);
      throw error;
    }
  }

  async end(id: string): Promise<void> {
    await orOutage(this.#redis.del(keyOf('session', id)));
  }
}
