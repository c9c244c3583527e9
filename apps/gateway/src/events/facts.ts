/** Whose an aggregate is, and of which order: its first event says so, later ones often do not. */
import { isSealed } from '@quickmart/contracts/personal';
import {
  type Entry,
  keys,
  orOutage,
  partitionOf,
  type RedisClient,
  type StoredEvent,
} from '@quickmart/streams';
import { LRUCache } from 'lru-cache';
import { limits } from '../limits.ts';
import { eventOf } from './event.ts';

export type Facts = { customerId?: string; orderId?: string };

export class FactsOfAggregates {
  readonly #redis: RedisClient;
  readonly #known = new LRUCache<string, Facts>({ max: limits.eventAggregates });

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  async of(event: StoredEvent, partitions: number): Promise<Facts> {
    const { category, aggregateId, version } = event;
    const key = `${category}/${aggregateId}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const first = version === 1 ? event : await this.#first(category, aggregateId, partitions);
    const facts = first === undefined ? {} : factsOf(first.data);
    this.#known.set(key, facts);
    return facts;
  }

  async #first(category: string, id: string, partitions: number): Promise<StoredEvent | undefined> {
    const partition = partitionOf(id, partitions);
    const at = await orOutage(this.#redis.lindex(keys.index(category, id), 0));
    if (at === null) return undefined;
    const [entry] = (await orOutage(this.#redis.xrange(keys.events(category, partition), at, at))) as Entry[];
    return entry && eventOf({ category, partition, epoch: 0, pos: 0, entry });
  }
}

function factsOf(data: unknown): Facts {
  const { customerId, orderId } = (data ?? {}) as Record<string, unknown>;
  const facts: Facts = {};
  // A customer who is named by a text of their own has no token.
  if (typeof customerId === 'string' && !isSealed(customerId)) facts.customerId = customerId;
  if (typeof orderId === 'string') facts.orderId = orderId;
  return facts;
}
