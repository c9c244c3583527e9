/**
 * The last of what has happened at the edge of a service, such as webhooks, for all processes of it: a list in Redis that has an
 * end. What cannot be written there is given up: nobody's request waits for it or fails because of it.
 */
import { inOne, orOutage, type RedisClient } from '@quickmart/streams';

export class Journal<Entry extends { at: number }> {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #most: number;

  /** `category`: of the service, whose keys it may write. */
  constructor(redis: RedisClient, category: string, name: string, most: number) {
    this.#redis = redis;
    this.#key = `{${category}}:seen:${name}`;
    this.#most = most;
  }

  add(entry: Entry): void {
    this.#write(JSON.stringify(entry)).catch(() => undefined);
  }

  async #write(text: string): Promise<void> {
    const both = inOne(this.#redis, this.#key)
      .lpush(this.#key, text)
      .ltrim(this.#key, 0, this.#most - 1);
    await both.exec();
  }

  /** The newest first. */
  async list(): Promise<Entry[]> {
    const texts = await orOutage(this.#redis.lrange(this.#key, 0, this.#most - 1));
    return texts.map((text) => JSON.parse(text) as Entry);
  }
}
