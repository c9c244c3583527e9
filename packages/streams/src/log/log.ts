/**
 * The log of every category: append, load, and the small look-ups beside them. No decisions, no cache.
 * Every method throws {@link OutageError} where Redis is not available.
 */
import { limits } from '../limits.ts';
import {
  type Append,
  type AppendAnswer,
  aggregateKeys,
  decodeAnswer,
  encodeAppend,
  parseRecord,
} from './append.ts';
import { Categories, eventStreams, type PartitionsOf } from './categories.ts';
import { decodeEvent, type Entry, parseId, rawEvent } from './entry.ts';
import { LogDamagedError, orOutage } from './errors.ts';
import { type EventCodec, formatPosition, type StoredEvent } from './event.ts';
import { onServerChange } from './failover.ts';
import { identified } from './identity.ts';
import { keys, partitionOf } from './keys.ts';
import { type HandedOut, type Replication, Replicator } from './replication.ts';
import { SameLog } from './same-log.ts';
import { type Argument, inOneWrite, type RedisClient, type Scripts, withScripts } from './scripts.ts';

/** The version of an aggregate, and its events after the version that was asked from. */
export type Loaded = {
  version: number;
  snapshot?: { version: number; state: unknown };
  events: StoredEvent[];
};
export type LoadRequest = { id: string; fromVersion: number; reducerHash?: string };

/**
 * What is stored with an idempotency key for at least 24 hours. `version`: that of the first aggregate of the command, after
 * it. `id`: of that aggregate, where it has new events.
 */
export type IdempotencyRecord = {
  fingerprint?: string;
  reply?: unknown;
  id?: string;
  version?: number;
};
export type FoundRecord = IdempotencyRecord & { position: string | undefined };

export class EventLog {
  readonly redis: RedisClient & Scripts;
  readonly codec: EventCodec;
  readonly #categories: Categories;
  readonly #same: SameLog;
  readonly #replicator: Replicator | undefined;
  /** For {@link handedOut}: on connections of its own, so that appends do not wait behind it. */
  readonly #handing: Replicator | undefined;
  readonly #invalidationListeners = new Set<() => void>();

  /** `check`: see {@link SameLog}. `replication`: see {@link Replicator}; without it an append waits for no replica. */
  constructor(
    redis: RedisClient,
    codec: EventCodec,
    partitions: PartitionsOf = () => limits.partitions,
    check?: (log: EventLog) => Promise<void>,
    replication?: Replication,
  ) {
    this.redis = withScripts(redis);
    this.#replicator = replication && new Replicator(redis, replication);
    this.#handing = replication && new Replicator(redis, replication);
    this.#same = new SameLog(check && (() => check(this)));
    onServerChange(redis, () => {
      this.#same.invalidate();
      for (const listener of this.#invalidationListeners) listener();
    });
    this.codec = codec;
    this.#categories = new Categories(this.redis, this.#same, partitions);
  }

  /** Calls back whenever what is known of the log may not be true any more (see failover.ts), until it is undone. */
  onInvalidation(listener: () => void): () => void {
    this.#invalidationListeners.add(listener);
    return () => this.#invalidationListeners.delete(listener);
  }

  /** The number of partitions of a category; creates the category where it does not exist. */
  async partitions(category: string): Promise<number> {
    return (await this.#categories.get(category)).partitions;
  }

  /** For readiness. @throws LogReplacedError where `check` says that it is another log */
  async assertSameLog(): Promise<void> {
    await this.#categories.check();
    await this.#same.assert();
  }

  /**
   * Repairs a log that has lost events (a failover, a restored backup), or that was written to past the append script.
   * Positions go on under a new epoch. So no new event gets the position of a lost one, and all new positions sort after
   * the old ones. Read models that have applied lost events have to be rebuilt. Resolves with the new epoch.
   * `seen`: an epoch that a read model has seen, and that the log may have forgotten.
   */
  async raiseEpoch(category: string, seen = 0): Promise<number> {
    const streams = eventStreams(category, await this.partitions(category));
    const raised = this.redis.quickmartRaiseEpoch(streams.length + 1, keys.head(category), ...streams, seen);
    return (await orOutage(raised)) as number;
  }

  /**
   * Appends all of it, or nothing and says why. Throws {@link AppendTooLargeError} above the limits. Personal data in clear
   * never get past here: an event with a field that is not sealed is refused, whatever way it has come.
   */
  async append(
    append: Append,
  ): Promise<Exclude<AppendAnswer, { kind: 'category' }> & { partitions: number }> {
    for (const { events } of append.aggregates) for (const event of events) this.codec.assertSealed?.(event);
    for (let attempt = 1; ; attempt++) {
      await this.#same.assert();
      const known = await this.#categories.get(append.category);
      const { partitions } = known;
      identified(this.redis, append);
      const { keys, args } = encodeAppend(append, known);
      const raw = await this.#write(append.category, keys, args);
      const answer = decodeAnswer(append, partitions, this.codec, raw);
      if (answer.kind !== 'category') return { ...answer, partitions };
      this.#categories.forget(append.category);
      if (attempt === 2) throw new Error(`category ${append.category} keeps disappearing`);
    }
  }

  #write(category: string, keys: readonly string[], args: readonly Argument[]): Promise<unknown> {
    if (this.#replicator) return this.#replicator.append(category, keys, args);
    inOneWrite(this.redis);
    return orOutage(this.redis.quickmartAppend(keys.length, ...keys, ...args));
  }

  /** For an event whose append was not answered: rejects where it does not stand there, or replicas do not have it. */
  async confirm({ category, partition, epoch, pos, eventId }: StoredEvent): Promise<void> {
    await this.#replicator?.assertStands({ category, partition, id: `${epoch}-${pos}`, eventId });
  }

  /**
   * Before entries that were read of a category are handled: rejects where replicas do not have them, or the log has them no
   * more. What nobody has handled may be lost with its master, and nobody notices.
   */
  async handedOut(category: string, entries: readonly HandedOut[]): Promise<void> {
    await this.#handing?.assertAllStand(category, entries);
  }

  /** Each aggregate's version, its snapshot where one of that reducer is newer, and all of its later events. */
  async load(category: string, requests: readonly LoadRequest[]): Promise<Loaded[]> {
    const loaded = await this.#loadOnce(category, requests, limits.loadEvents);
    for (const [i, row] of loaded.entries()) {
      const request = requests[i]!;
      for (let at = reached(request, row); at < row.version; at = reached(request, row)) {
        const [more] = await this.#loadOnce(
          category,
          [{ id: request.id, fromVersion: at }],
          limits.loadEvents,
        );
        if (more === undefined || more.events.length === 0) {
          throw new LogDamagedError(
            `CORRUPT ${category} ${request.id} has no event ${at + 1}, but is at version ${row.version}`,
          );
        }
        row.events.push(...more.events);
        row.version = Math.max(row.version, more.version);
      }
    }
    return loaded;
  }

  async #loadOnce(category: string, requests: readonly LoadRequest[], most: number): Promise<Loaded[]> {
    await this.#same.assert();
    const { partitions, mark } = await this.#categories.get(category);
    const own = requests.flatMap(({ id }) => aggregateKeys(category, id, partitions));
    const args = requests.flatMap(({ fromVersion, reducerHash = '' }) => [fromVersion, reducerHash]);
    const asked = this.redis.quickmartLoad(own.length + 1, keys.head(category), ...own, most, ...args);
    const [found, ...rows] = (await orOutage(asked)) as [string, ...unknown[]];
    if (found !== mark) {
      this.#categories.forget(category);
      return await this.#loadOnce(category, requests, most);
    }
    return (rows as [number, number | '', string, ...Entry[]][]).map((row, i) => {
      const [version, snapshotVersion, snapshot, ...entries] = row;
      const { id, fromVersion } = requests[i]!;
      const partition = partitionOf(id, partitions);
      const events = entries.map((entry) => decodeEvent(this.codec, rawEvent(category, partition, entry)));
      assertInOrder(events, id, snapshotVersion === '' ? fromVersion : snapshotVersion);
      if (snapshotVersion === '') return { version, events };
      return { version, snapshot: { version: snapshotVersion, state: JSON.parse(snapshot) }, events };
    });
  }

  /** At most `limit` events of an aggregate after `afterVersion`, in order. */
  async history(category: string, id: string, afterVersion: number, limit: number): Promise<StoredEvent[]> {
    const [loaded] = await this.#loadOnce(category, [{ id, fromVersion: afterVersion }], limit);
    return loaded?.events ?? [];
  }

  /**
   * Version and position of an aggregate's last event. Undefined: there is no such aggregate. Also checks that its first and
   * its last event are there, because it is asked when a read model lacks what they make.
   */
  async head(category: string, id: string): Promise<{ version: number; position: string } | undefined> {
    const partitions = await this.partitions(category);
    const index = keys.index(category, id);
    const { redis } = this;
    const [version, first, last] = await orOutage(
      Promise.all([redis.llen(index), redis.lindex(index, 0), redis.lindex(index, -1)]),
    );
    if (first === null || last === null) return undefined;
    const partition = partitionOf(id, partitions);
    const stream = keys.events(category, partition);
    const ends = [first, last].map(
      async (entry) => [entry, await redis.xrange(stream, entry, entry)] as const,
    );
    for (const [entry, found] of await orOutage(Promise.all(ends)))
      if (found.length === 0)
        throw new LogDamagedError(`CORRUPT ${stream} has no entry ${entry}, of ${index}`);
    return { version, position: formatPosition({ category, partition, ...parseId(last) }) };
  }

  /** The aggregate that owns a unique value. */
  async owner(category: string, claim: string, value: string): Promise<string | undefined> {
    return (await orOutage(this.redis.get(keys.claim(category, claim, value)))) ?? undefined;
  }

  /** What was stored with an idempotency key. */
  async findRecord(category: string, idempotencyKey: string): Promise<FoundRecord | undefined> {
    const key = keys.idempotency(category, idempotencyKey);
    let value = await orOutage(this.redis.get(key));
    // What was not acknowledged to the first one is not to the second one, either.
    if (value !== null && this.#replicator)
      value = (await this.#replicator.read(category, 'GET', key)) as string | null;
    return value === null ? undefined : this.found(category, parseRecord(value));
  }

  async found(category: string, kept: ReturnType<typeof parseRecord>): Promise<FoundRecord> {
    const record = kept.record as IdempotencyRecord;
    if (record.id === undefined) return { ...record, position: undefined };
    const partition = partitionOf(record.id, await this.partitions(category));
    return { ...record, position: formatPosition({ category, partition, epoch: kept.epoch, pos: kept.pos }) };
  }

  /** Stores an answer that wrote no events (a refusal) with its idempotency key. False: there is one, and it stays. */
  async storeRecord(category: string, idempotencyKey: string, record: IdempotencyRecord): Promise<boolean> {
    const value = `0-0 ${JSON.stringify(record)}`;
    const key = keys.idempotency(category, idempotencyKey);
    return (await orOutage(this.redis.set(key, value, 'PX', limits.idempotencyTtlMs, 'NX'))) === 'OK';
  }
}

/** Somebody may have changed the index: then it names events of other aggregates. */
function assertInOrder(events: readonly StoredEvent[], id: string, from: number): void {
  for (const [i, { aggregateId, version, category, pos }] of events.entries())
    if (aggregateId !== id || version !== from + i + 1)
      throw new LogDamagedError(
        `CORRUPT ${category} ${id}: at ${pos}, where its version ${from + i + 1} should be, is version ${version} of ${aggregateId}`,
      );
}

const reached = ({ fromVersion }: LoadRequest, { snapshot, events }: Loaded): number =>
  (snapshot?.version ?? fromVersion) + events.length;
