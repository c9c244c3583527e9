/**
 * Carts in Redis: one hash each, with its version, the cart, and what the buyer has seen last. A change is written where
 * nobody else has changed the cart since it was read. A cart that is used goes on for 30 days.
 */
import { orOutage, type RedisClient } from '@quickmart/streams';
import type { Cart, Seen } from './cart.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';

export type Kept = { version: number; cart: Cart; seen: Seen };

export const noCart = 'there is no such cart';
const keyOf = (id: string): string => `{cart}:ephemeral:cart:${id}`;

// KEYS 1 cart   ARGV 1 its life in ms   Returns version, cart, seen
const read = `
local found = redis.call('HMGET', KEYS[1], 'version', 'cart', 'seen')
if not found[1] then return nil end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return found`;

// KEYS 1 cart   ARGV 1 the version that was read ('0': it is new)  2 the cart  3 its life in ms   Returns 1 where it is written
const write = `
local version = redis.call('HGET', KEYS[1], 'version') or '0'
if version ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1] + 1, 'cart', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

// KEYS 1 cart   ARGV 1 the version that was read   Returns 1 where it is removed
const remove = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
return 1`;

// KEYS 1 cart   ARGV 1 what the buyer has seen   A cart that is gone stays so
const see = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'seen', ARGV[1])
return 1`;

export class Carts {
  readonly #redis: RedisClient;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  /** Undefined where there is none, or none any more. @throws OutageError */
  async read(id: string): Promise<Kept | undefined> {
    const found = await orOutage(this.#redis.eval(read, 1, keyOf(id), limits.idleMs));
    if (found === null) return undefined;
    const [version, cart, seen] = found as [string, string, string | null];
    return {
      version: Number(version),
      cart: JSON.parse(cart) as Cart,
      seen: seen === null ? {} : (JSON.parse(seen) as Seen),
    };
  }

  /** A new one. */
  async create(id: string, cart: Cart): Promise<Kept> {
    await this.#write(id, 0, cart);
    return { version: 1, cart, seen: {} };
  }

  /**
   * Applies a change to the newest state, also where others change it at the same time. `expected`: only where the cart is at
   * this version. A change that gives back what it was given writes nothing. Refuses with not-found or version-stale.
   */
  async change(id: string, change: (cart: Cart, version: number) => Cart | Promise<Cart>, expected?: number) {
    for (let attempt = 1; attempt <= limits.changeAttempts; attempt++) {
      const kept = (await this.read(id)) ?? refuse('not-found', noCart);
      const { version } = kept;
      const cart = await change(kept.cart, version);
      if (expected !== undefined && version !== expected)
        refuse('version-stale', `expected version ${expected}, the cart is at ${version}`);
      if (cart === kept.cart) return kept;
      if (await this.#write(id, version, cart)) return { ...kept, version: version + 1, cart };
    }
    return tooManyChanges();
  }

  /** Removes it where `mayGo` says so of its newest state: a checkout may have begun. False: there is none, or it stays. */
  async remove(id: string, mayGo: (kept: Kept) => boolean): Promise<boolean> {
    for (let attempt = 1; attempt <= limits.changeAttempts; attempt++) {
      const kept = await this.read(id);
      if (kept === undefined || !mayGo(kept)) return false;
      if ((await orOutage(this.#redis.eval(remove, 1, keyOf(id), kept.version))) === 1) return true;
    }
    return tooManyChanges();
  }

  /** False: it is not at this version any more. Version 0 is that of a cart that is not there yet. */
  async #write(id: string, version: number, cart: Cart): Promise<boolean> {
    const text = JSON.stringify(cart);
    return (await orOutage(this.#redis.eval(write, 1, keyOf(id), version, text, limits.idleMs))) === 1;
  }

  async see(id: string, seen: Seen): Promise<void> {
    await orOutage(this.#redis.eval(see, 1, keyOf(id), JSON.stringify(seen)));
  }
}

const tooManyChanges = (): never =>
  refuse('unavailable', 'too many changes at once; nothing was written', { retryAfterSeconds: 1 });
