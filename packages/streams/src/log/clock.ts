/**
 * The time of the system is that of Redis, whatever the clock of this machine says. All deadlines are made with it and
 * judged by it, here and in the scripts. So services on machines whose clocks differ agree on what is late.
 *
 * Redis is asked now and then. In between, the steady clock of the process goes on. There is one clock per process, as
 * there is one Redis. Until Redis has answered for the first time, it is the clock of the machine.
 */
import { limits } from '../limits.ts';
import { nodeOf } from './connect/nodes.ts';
import type { RedisClient } from './scripts.ts';

export class Clock {
  /** Of Redis, where `performance.now()` is 0. */
  #zeroMs: number | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #skewSeenMs = 0;
  #asking: Promise<void> | undefined;
  #pinned: (() => number) | undefined;

  /** UTC ms. */
  now(): number {
    if (this.#pinned) return this.#pinned();
    return this.#zeroMs === undefined ? Date.now() : Math.round(this.#zeroMs + performance.now());
  }

  /** How far the clock of this machine is ahead of Redis', ms; negative: behind. */
  get skewMs(): number {
    return this.#zeroMs === undefined ? 0 : Math.round(Date.now() - performance.now() - this.#zeroMs);
  }

  /** What is wrong with the clock of this machine, in words; undefined: nothing. */
  get warning(): string | undefined {
    const { skewMs } = this;
    if (Math.abs(skewMs) <= limits.clockSkewMs) return undefined;
    const side = skewMs > 0 ? 'ahead of' : 'behind';
    const seconds = Math.round(Math.abs(skewMs) / 100) / 10;
    return `the clock of this machine is ${seconds} s ${side} that of Redis, by which all deadlines go: set it by NTP`;
  }

  /** Asks Redis where the last time was long ago. Waits only for the first answer. Never throws. */
  async follow(redis: RedisClient): Promise<void> {
    const isDue = performance.now() - this.#askedAt >= limits.clockPollMs || this.#hasJumped;
    if (isDue) this.#asking = this.ask(redis).catch(() => undefined); // the next command of Redis reports what is wrong
    if (this.#zeroMs === undefined) await this.#asking;
  }

  /** The clock of this machine was set, or the machine slept: then the steady clock has stood still, too. */
  get #hasJumped(): boolean {
    return Math.abs(this.skewMs - this.#skewSeenMs) > limits.clockSkewMs;
  }

  async ask(redis: RedisClient): Promise<void> {
    const asked = performance.now();
    this.#askedAt = asked;
    this.#skewSeenMs = this.skewMs;
    // Of several masters always the same one: the clocks of others may differ by a little.
    const [seconds, micros] = await nodeOf(redis, 'clock').time();
    const redisMs = Number(seconds) * 1000 + Number(micros) / 1000;
    // Redis read its clock somewhere between question and answer. A slow answer only narrows the range.
    const [least, most] = [redisMs - performance.now(), redisMs - asked];
    this.#zeroMs = Math.min(Math.max(this.#zeroMs ?? (least + most) / 2, least), most);
    this.#skewSeenMs = this.skewMs;
  }

  /** For tools that run something at another time: until it is called without one. */
  pin(now?: () => number): void {
    this.#pinned = now;
  }
}

export const clock = new Clock();
