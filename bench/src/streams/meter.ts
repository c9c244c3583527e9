/** Time, CPU time of this process and of Redis, and the most memory this process ever had. */
import { type RedisClient, redisClient } from '@quickmart/streams';
import { redisCpuMs } from '../redis-cpu.ts';

/** CPU times in µs. */
export type Reading = { seconds: number; clientCpuUs: number; redisCpuUs: number; peakMiB: number };

export class Meter {
  readonly #redis: RedisClient;
  #began = 0;
  #cpu = process.cpuUsage();
  #redisCpuMs = 0;

  constructor(url: string) {
    this.#redis = redisClient(url);
  }

  async start(): Promise<void> {
    this.#redisCpuMs = await redisCpuMs(this.#redis);
    this.#cpu = process.cpuUsage();
    this.#began = performance.now();
  }

  async stop(): Promise<Reading> {
    const seconds = (performance.now() - this.#began) / 1000;
    const { user, system } = process.cpuUsage(this.#cpu);
    const redisCpuUs = ((await redisCpuMs(this.#redis)) - this.#redisCpuMs) * 1000;
    this.#redis.disconnect();
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    return { seconds, clientCpuUs: user + system, redisCpuUs, peakMiB };
  }
}
