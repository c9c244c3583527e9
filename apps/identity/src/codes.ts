/**
 * One-time codes: six digits, used once, tried five times, for ten minutes. Every step is one script in Redis: tries that
 * come at the same time are counted one by one.
 */
import { randomInt } from 'node:crypto';
import type { Sealing } from '@quickmart/sealing';
import { orOutage, type RedisClient, RefusalError } from '@quickmart/streams';
import { keyOf } from './ephemeral.ts';
import { limits } from './limits.ts';

export const purposes = ['login', 'verify', 'reset'] as const;
/** `change`: sent to the address that an account wants to have. */
export type Purpose = (typeof purposes)[number] | 'change';
/** `forUser`: who wants to have the address; the code is theirs only. */
type UsedCode = { purpose: Purpose; emailIndex: string; code: string; forUser?: string };

// KEYS 1 code (hash)   2 how many were sent   ARGV 1 digest  2 its life in ms  3 most to send  4 in which ms
const create = `
local sent = redis.call('INCR', KEYS[2])
if sent == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[4]) end
if sent > tonumber(ARGV[3]) then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'tries', 0)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

// KEYS 1 code (hash)   ARGV 1 digest  2 most tries   Returns 1 where it is the code, which is then used up: only its tries are left
const take = `
local digest = redis.call('HGET', KEYS[1], 'digest')
if not digest then return 0 end
if redis.call('HINCRBY', KEYS[1], 'tries', 1) > tonumber(ARGV[2]) then redis.call('DEL', KEYS[1]) return 0 end
if digest ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[1], 'digest')
return 1`;

// KEYS 1 code (hash)   ARGV 1 digest   One that has expired stays so, and a newer one stays.
const giveBack = `
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSETNX', KEYS[1], 'digest', ARGV[1]) end`;

export class Codes {
  readonly #redis: RedisClient;
  readonly #sealing: Pick<Sealing, 'blind'>;

  constructor(redis: RedisClient, sealing: Pick<Sealing, 'blind'>) {
    this.#redis = redis;
    this.#sealing = sealing;
  }

  /**
   * A new code, in place of the one before. Undefined: enough were sent to this address for now. `forUser`: as above.
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

  /**
   * Does the work where it is the code; undefined where it is not. The code is used up first, so of several that come at the same
   * time one counts. Where the work fails otherwise than by a refusal, the code can be tried again.
   */
  async use<Result>(
    { purpose, emailIndex, code, forUser }: UsedCode,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    const id = idOf(purpose, emailIndex, forUser);
    const [key, digest] = [keyOf('code', id), this.#digest(id, code)];
    if ((await orOutage(this.#redis.eval(take, 1, key, digest, limits.codeTriesMax))) !== 1) return undefined;
    try {
      return await work();
    } catch (error) {
      // Beside the answer: where this fails, too, another code has to be sent.
      if (!(error instanceof RefusalError))
        orOutage(this.#redis.eval(giveBack, 1, key, digest)).catch(() => undefined);
      throw error;
    }
  }

  /** Whoever reads Redis does not know the codes: a digest without a key would be guessed in no time. */
  #digest = (id: string, code: string): string => this.#sealing.blind('code', `${id} ${code}`);
}

const idOf = (purpose: Purpose, emailIndex: string, forUser?: string): string =>
  [purpose, emailIndex, ...(forUser === undefined ? [] : [forUser])].join(':');
