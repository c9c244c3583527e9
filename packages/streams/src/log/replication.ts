/**
 * For `DURABILITY=replicated`: what is written counts when replicas have it, too (WAIT). Where they do not have it in time, a
 * {@link NotReplicatedError} says so: it is written, and lost only if the master is lost before they get it.
 *
 * WAIT is about what its own connection has written before. So the command, a small write behind it and the WAIT go out in one
 * write on one connection: the answer is then about the same server, and covers what others have written before, such as the
 * first append of a repeated idempotency key. The connection is one of its own, because Redis answers nothing else on it
 * meanwhile.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { limits } from '../limits.ts';
import { isOver, isRedirection } from './connect/blocking.ts';
import { nodeOf, textOfNode } from './connect/nodes.ts';
import { type Entry, eventIdOf, parseId } from './entry.ts';
import { NotReplicatedError, OutageError, orOutage } from './errors.ts';
import { comparePositions } from './event.ts';
import { keys } from './keys.ts';
import { type Argument, appendScript, type RedisClient } from './scripts.ts';

/** How many replicas must have it, and how long a write waits for them. */
export type Replication = { replicas: number; timeoutMs: number };
type Words = [command: string, ...Argument[]];
/** An entry that was read of a partition. */
export type HandedOut = { partition: number; id: string; entry: Entry };
/** Where an event is said to stand. */
export type Place = { category: string; partition: number; id: string; eventId: string };

export class Replicator {
  readonly #redis: RedisClient;
  readonly #replication: Replication;
  readonly #connections = new Map<string, Redis>();

  constructor(redis: RedisClient, replication: Replication) {
    this.#redis = redis;
    this.#replication = replication;
    redis.on('end', () => {
      for (const connection of this.#connections.values()) connection.disconnect();
    });
  }

  /** Runs the append script. @throws NotReplicatedError */
  async append(category: string, keys: readonly string[], args: readonly Argument[]): Promise<unknown> {
    const { sha, lua } = appendScript;
    const words = [keys.length, ...keys, ...args];
    return await this.#run(category, ['EVALSHA', sha, ...words]).catch((error: Error) => {
      if (error.message.startsWith('NOSCRIPT')) return this.#run(category, ['EVAL', lua, ...words]);
      throw error;
    });
  }

  /** Reads something of a category: what it finds is on the replicas, too. @throws NotReplicatedError */
  async read(category: string, ...words: Words): Promise<unknown> {
    return await this.#run(category, words);
  }

  /** Rejects where the event does not stand there, or replicas do not have it. */
  async assertStands({ category, partition, id, eventId }: Place): Promise<void> {
    const stream = keys.events(category, partition);
    const [found] = (await this.read(category, 'XRANGE', stream, id, id)) as Entry[];
    if (found === undefined || eventIdOf(found) !== eventId) throw new OutageError('Redis is not available');
  }

  /** The same for entries that were read. Replicas get a log from its beginning on: so the last one speaks for those before it. */
  async assertAllStand(category: string, entries: readonly HandedOut[]): Promise<void> {
    // One that was deleted has no fields.
    const there = entries.filter(({ entry: [, fields] }) => fields.length > 0);
    const [last] = there.sort((a, b) => comparePositions(parseId(b.id), parseId(a.id)));
    if (last === undefined) return;
    const { partition, id, entry } = last;
    await this.assertStands({ category, partition, id, eventId: eventIdOf(entry) });
  }

  async #run(category: string, words: Words): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await orOutage(this.#send(category, words));
      } catch (error) {
        // It was not done: the slot has moved, or is about to.
        const isElsewhere = isRedirection(error) || isRedirection((error as Error).cause);
        if (!isElsewhere || attempt === limits.redirections) throw error;
        await this.#redis.exists(keys.head(category)).catch(() => undefined); // the client learns where it is
        await sleep(limits.redirectionPauseMs);
      }
    }
  }

  async #send(category: string, words: Words): Promise<unknown> {
    const { replicas, timeoutMs } = this.#replication;
    const connection = this.#connectionTo(nodeOf(this.#redis, keys.head(category)));
    const marker = keys.replicated(category);
    const [done, marked, waited] = ((await connection
      .pipeline()
      .call(...words)
      .call('SET', marker, '')
      .call('WAIT', replicas, timeoutMs)
      .exec()) ?? []) as [Error | null, unknown][];
    for (const step of [done, marked, waited]) {
      if (step === undefined) throw new OutageError('Redis is not available');
      if (step[0]) {
        if (isOver(connection, step[0])) this.#forget(connection);
        throw step[0];
      }
    }
    const count = Number(waited![1]);
    if (count < replicas) throw new NotReplicatedError(replicas, timeoutMs);
    return done![1];
  }

  #connectionTo(node: Redis): Redis {
    const name = textOfNode(node);
    const known = this.#connections.get(name);
    if (known !== undefined && known.status !== 'end') return known;
    const connection = node.duplicate({ lazyConnect: false });
    connection.on('error', () => {}); // every command that fails says so to its caller
    this.#connections.set(name, connection);
    return connection;
  }

  #forget(connection: Redis): void {
    connection.disconnect();
    for (const [name, one] of this.#connections) if (one === connection) this.#connections.delete(name);
  }
}
