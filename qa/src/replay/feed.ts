/**
 * Writes a recording into another log as if it were appended there: each entry at its own place, in one transaction with the
 * head. So whoever reads there sees a log that grows. It refuses a log that does not end right before the first entry: nothing
 * is written into a system that has events of its own.
 */
import { keys, type LogEntry, nodeOf, type Place, readHead } from '@quickmart/streams';
import { Failure } from '../failure.ts';
import type { RecordedCategory } from '../record/format.ts';
import { addEntry, assertDone } from '../record/write.ts';
import type { Target } from '../target.ts';

type Redis = Target['redis'];

export class Feed {
  readonly #redis: Redis;
  readonly #recorded: ReadonlyMap<string, RecordedCategory>;
  /** Where each category of the log ends. */
  readonly #ends = new Map<string, Place>();
  /** Groups that get none of these events. */
  readonly #silent = new Map<string, readonly string[]>();
  /** Entries written. */
  readonly counts = new Map<string, number>();

  constructor(redis: Redis, recorded: readonly RecordedCategory[]) {
    this.#redis = redis;
    this.#recorded = new Map(recorded.map((one) => [one.category, one]));
  }

  /** Throws where the category cannot go on with this entry; writes nothing. */
  async check(category: string, first: LogEntry | undefined): Promise<void> {
    const head = await readHead(this.#redis, category);
    const { partitions } = this.#recorded.get(category)!;
    if (head && head.partitions !== partitions)
      throw new Failure(
        `${category} has ${head.partitions} partitions there, and ${partitions} in the recording`,
      );
    const end = head ?? { epoch: 0, pos: 0 };
    if (first && first.pos !== end.pos + 1)
      throw new Failure(
        `${category} ends at ${end.pos} there, and the replay begins with ${first.pos}: it takes a Redis of its own, ` +
          'empty, or with all that came before (`pnpm qa import`)',
      );
  }

  /** Creates a category before its first event, so that groups can begin to read it. */
  async create(category: string): Promise<void> {
    const { partitions, keyFormat } = this.#recorded.get(category)!;
    const head = await readHead(this.#redis, category);
    if (head === undefined)
      await this.#redis.hset(keys.head(category), { epoch: 1, pos: 0, partitions, format: keyFormat });
    this.#ends.set(category, { epoch: head?.epoch ?? 1, pos: head?.pos ?? 0 });
  }

  /** These groups get none of its events: each transaction that writes moves their place to the end. */
  async silence(category: string, groups: readonly string[]): Promise<void> {
    const { partitions } = this.#recorded.get(category)!;
    this.#silent.set(category, groups);
    for (const group of groups) {
      for (let partition = 0; partition < partitions; partition++) {
        const create = ['CREATE', keys.events(category, partition), group, '$', 'MKSTREAM'] as const;
        await this.#redis.xgroup(...create).catch((error: Error) => {
          if (!error.message.startsWith('BUSYGROUP')) throw error; // it is there already
        });
      }
    }
  }

  endOf(category: string): Place | undefined {
    return this.#ends.get(category);
  }

  async write(entries: readonly LogEntry[]): Promise<void> {
    for (const [category, own] of Map.groupBy(entries, (entry) => entry.category))
      await this.#append(category, own);
  }

  async #append(category: string, entries: readonly LogEntry[]): Promise<void> {
    const head = keys.head(category);
    const node = nodeOf(this.#redis, head);
    await node.watch(head);
    const [now, end] = [await readHead(node, category), this.#ends.get(category)!];
    const { epoch, pos } = entries.at(-1)!;
    const transaction = node.multi();
    for (const entry of entries) addEntry(transaction, entry);
    const lasts = new Map(entries.map(({ partition, entry: [id] }) => [partition, id]));
    for (const group of this.#silent.get(category) ?? []) {
      for (const [partition, id] of lasts)
        transaction.xgroup('SETID', keys.events(category, partition), group, id);
    }
    transaction.hset(head, { epoch, pos });
    const isOurs = now?.pos === end.pos && entries[0]!.pos === end.pos + 1;
    const answers = isOurs ? await transaction.exec() : null;
    if (answers === null)
      throw new Failure(
        `${category} cannot go on at ${entries[0]!.pos} after ${end.pos}: somebody else writes there`,
      );
    assertDone(answers);
    this.#ends.set(category, { epoch, pos });
    this.counts.set(category, (this.counts.get(category) ?? 0) + entries.length);
  }
}
