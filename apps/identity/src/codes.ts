/**
 * One-time codes: six digits, used once, tried five times, for ten minutes. Every step is one script in Redis: tries that
 * come at the same time are counted one by one.
 */
import { randomInt } from 'node:crypto';
import type { Sealing } from '@quickmart/sealing';
import { orOutage, type RedisClient } from '@quickmart/streams';
import { keyOf } from './ephemeral.ts';
import { limits } from './limits.ts';

export const purposes = ['login', 'verify', 'reset'] as const;
/** `change`: sent to the address that an account wants to have. */
export type Purpose = (typeof purposes)[number] | 'change';

// KEYS 1 code (hash)   2 how many were sent   ARGV 1 digest  2 its life in ms  3 most to send  4 in which ms
const create = `
local sent = redis.call('INCR', KEYS[2])
if sent == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[4]) end
if sent > tonumber(ARGV[3]) then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'tries', 0)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

// KEYS 1 code (hash)   ARGV 1 digest  2 most tries   Returns 1 where it is the code, which is then used up
const take = `
local digest = redis.call('HGET', KEYS[1], 'digest')
if not digest then return 0 end
if redis.call('HINCRBY', KEYS[1], 'tries', 1) > tonumber(ARGV[2]) then redis.call('DEL', KEYS[1]) return 0 end
if digest ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
return 1`;

export class Codes {
  readonly #redis: RedisClient;
  readonly #sealing: Pick<Sealing, 'blind'>;

  constructor(redis: RedisClient, sealing: Pick<Sealing, 'blind'>) {
    this.#redis = redis;
    this.#sealing = sealing;
  }

  /**
   * A new code, in place of the one before. Undefined: enough were sent to this address for now. `forUser`: who wants to have
   * the address; the code is theirs only.
   */
  async create(purpose: Purpose, emailIndex: string, forUser?: string): Promise<string | undefined> {
    const code = String(randomInt(10 ** limits.codeDigits)).padStart(limits.codeDigits, '0');
    const { codeMs, codesSentMax, codesSentMs } = limits;
    const created = await orOutage(
      this.#redis.eval(
        create,
        2,
        keyOf('code', idOf(purpose, emailIndex, forUser)),
        keyOf('codes-sent', idOf(purpose, emailIndex)),
        this.#digest(idOf(purpose, emailIndex, forUser), code),
        codeMs,
        codesSentMax,
        codesSentMs,
      ),
    );
    return created === 1 ? code : undefined;
  }

  /** Whether it is the code; it is not a second time. */
  async take(purpose: Purpose, emailIndex: string, code: string, forUser?: string): Promise<boolean> {
    const id = idOf(purpose, emailIndex, forUser);
    const [key, digest] = [keyOf('code', id), this.#digest(id, code)];
    return (await orOutage(this.#redis.eval(take, 1, key, digest, limits.codeTriesMax))) === 1;
  }

  /** Whoever reads Redis does not know the codes: a digest without a key would be guessed in no time. */
  #digest = (id: string, code: string): string => this.#sealing.blind('code', `${id} ${code}`);
}

const idOf = (purpose: Purpose, emailIndex: string, forUser?: string): string =>
  [purpose, emailIndex, ...(forUser === undefined ? [] : [forUser])].join(':');
