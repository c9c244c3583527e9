/** Time, CPU time of this process and of Redis, and the most memory this process ever had. */
import { type RedisClient, redisClient } from '@quickmart/streams';

/** CPU times in µs. */
export type Reading = { seconds: number; clientCpuUs: number; redisCpuUs: number; peakMiB: number };

export class Meter {
  readonly #redis: RedisClient;
  #began = 0;
  #cpu = process.cpuUsage();
  #redisCpu = 0;

  constructor(url: string) {
    this.#redis = redisClient(url);
  }

  async start(): Promise<void> {
    this.#redisCpu = await this.#redisCpuUs();
    this.#cpu = process.cpuUsage();
    this.#began = performance.now();
  }

  async stop(): Promise<Reading> {
    const seconds = (performance.now() - this.#began) / 1000;
    const { user, system } = process.cpuUsage(this.#cpu);
    const redisCpuUs = (await this.#redisCpuUs()) - this.#redisCpu;
    this.#redis.disconnect();
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    return { seconds, clientCpuUs: user + system, redisCpuUs, peakMiB };
  }

  async #redisCpuUs(): Promise<number> {
    const info = await this.#redis.info('cpu');
    const of = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]) * 1e6;
    return of('used_cpu_user') + of('used_cpu_sys');
  }
}
