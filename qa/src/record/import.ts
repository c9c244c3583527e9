/**
 * `pnpm qa import`: a recording into an empty Redis. The whole file is checked before the first write. The heads are written
 * last, and nothing can be appended without a head: so an interrupted import cannot be mistaken for a complete one.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  comparePositions,
  type Entry,
  keys,
  type LogEntry,
  mastersOf,
  type Place,
  partitionOf,
} from '@quickmart/streams';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { placeOf } from '../look/groups.ts';
import { openProgress } from '../progress.ts';
import { print, type Target, type WriteOptions, withTarget, writeCommand } from '../target.ts';
import type { Header, Line, RecordedCategory } from './format.ts';
import { readHeader, readLines } from './read.ts';
import { addClaim, addEntry, addTimer, assertDone, assertWhole } from './write.ts';

type Options = WriteOptions & { timers: boolean; groups: boolean };

const help = `
Redis must be empty: start it without the services (\`redis-server --port 6390 --dir .data/redis --appendonly yes\` is that
of npm start), import, stop it, then start the services on empty databases: they build their read models from the log. Without
--yes the file is checked, and nothing is written.

Imported are events with their ids, positions and versions, unique values, and the places of the groups, so that no reaction
runs again. With --no-groups there are no groups, and every reaction runs from the first event on. With --timers the timers,
too: those that are due fire at once when the services start.
Not imported are snapshots (made again), idempotency keys (kept for 24 h), dead letters, leases and read models.

Examples
  pnpm qa import day.ndjson              # checks it, and says what would be written
  pnpm qa import day.ndjson --yes
  pnpm qa import day.ndjson --redis redis://127.0.0.1:6390 --timers --yes`;

export const importCommand = (): Command =>
  writeCommand('import', 'bring a recording into an empty system', help)
    .argument('<file>', 'a recording that begins with the first event')
    .option('--timers', 'the timers, too', false)
    .option('--no-groups', 'without the groups: every reaction runs again')
    .action((path: string, options: Options) =>
      withTarget(options, async (target) => {
        const header = await importRecording(path, options, target);
        const { count, claims, timers } = header;
        const done = { imported: options.yes, count, claims, timers: options.timers ? timers : 0 };
        const text = `${count} events, ${claims} unique values, ${done.timers} timers`;
        const said = options.yes ? `imported ${text}` : `sound: would import ${text}; --yes does it`;
        print(options, done, said);
      }),
    );

type How = Pick<Options, 'timers' | 'groups' | 'yes'>;

async function importRecording(path: string, how: How, { redis }: Target): Promise<Header> {
  const header = await readHeader(path);
  const counts = await Promise.all(mastersOf(redis).map((node) => node.dbsize()));
  const keyCount = counts.reduce((sum, count) => sum + count, 0);
  if (keyCount > 0)
    throw new Failure(`the Redis is not empty (${keyCount} keys): an import needs one of its own`);
  const progress = openProgress(process.stderr);
  try {
    progress.start('checking', header.count);
    await check(path, header, progress.tick);
    if (how.yes) {
      progress.start('importing', header.count);
      for await (const batch of readLines(path)) {
        await write(redis, batch, how.timers);
        progress.tick(batch.length);
      }
      if (how.groups) await writeGroups(redis, header);
      for (const category of header.categories) await writeHead(redis, category);
    }
  } finally {
    progress.stop();
  }
  return header;
}

/** Throws where the file was changed, or does not hold all that came before. */
async function check(path: string, header: Header, tick: (count: number) => void): Promise<void> {
  await assertWhole(path, header);
  const heads = new Map(header.categories.map((one) => [one.category, one]));
  const positions = new Map<string, Place>();
  using versions = new Versions();
  for await (const batch of readLines(path)) {
    for (const line of batch)
      if ('entry' in line) follow(line, heads.get(line.category), positions, versions);
    tick(batch.length);
  }
}

/** Aggregate → version, in a temporary SQLite file: there can be more of them than fit into memory. */
class Versions {
  readonly #db = new DatabaseSync('');
  readonly #count: StatementSync;

  constructor() {
    this.#db.exec('create table versions (aggregate text primary key, version integer) without rowid; begin');
    this.#count = this.#db.prepare(
      'insert into versions values (?, 1) on conflict do update set version = version + 1 returning version',
    );
  }

  /** The version that the next event of the aggregate must have. */
  next(aggregate: string): number {
    return this.#count.get(aggregate)?.version as number;
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }
}

function follow(
  { category, partition, epoch, pos, entry: [id, fields] }: LogEntry,
  recorded: RecordedCategory | undefined,
  positions: Map<string, Place>,
  versions: Versions,
): void {
  if (recorded === undefined) throw new Failure(`${category} is not in the header`);
  const before = positions.get(category);
  if (pos !== (before?.pos ?? 0) + 1)
    throw new Failure(
      `${category} goes on at ${id} after ${before?.pos ?? 'nothing'}: only a recording that begins with the first ` +
        'event, and has no hole, can be imported; others can be replayed',
    );
  positions.set(category, { epoch, pos });
  const [aggregateId, version] = [fields[7], Number(fields[9])];
  if (aggregateId === undefined || !(version > 0))
    throw new Failure(`${category} ${id} is no event: somebody has written past the append script`);
  const expected = versions.next(`${category} ${aggregateId}`);
  if (version !== expected)
    throw new Failure(`${category} ${id} is version ${version} of ${aggregateId} after ${expected - 1}`);
  if (partitionOf(aggregateId, recorded.partitions) !== partition)
    throw new Failure(`${category} ${id} is of another partition than ${partition}`);
}

type Redis = Target['redis'];

async function write(redis: Redis, batch: readonly Line[], withTimers: boolean): Promise<void> {
  // Categories may be on different masters.
  for (const own of Map.groupBy(batch, ({ category }) => category).values()) {
    const pipeline = redis.pipeline();
    for (const line of own) {
      if ('entry' in line) addEntry(pipeline, line);
      else if ('claim' in line) addClaim(pipeline, line);
      else if (withTimers) addTimer(pipeline, line);
    }
    assertDone(await pipeline.exec());
  }
}

/** A group goes on after what it had handled, or at the end of a partition that ends before that. */
async function writeGroups(redis: Redis, { groups }: Header): Promise<void> {
  for (const { category, group, done } of groups) {
    for (const [partition, place] of done.entries()) {
      const stream = keys.events(category, partition);
      const [last] = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1)) as Entry[];
      const [handled, end] = [place ?? '0-0', last?.[0] ?? '0-0'];
      const reached = comparePositions(placeOf(handled), placeOf(end)) <= 0 ? handled : end;
      await redis.xgroup('CREATE', stream, group, reached, 'MKSTREAM');
      if (place !== null) await redis.hset(keys.leases(category, group), `done:${partition}`, reached);
    }
  }
}

const writeHead = (redis: Redis, { category, partitions, keyFormat, last }: RecordedCategory) =>
  redis.hset(keys.head(category), {
    epoch: last?.epoch ?? 1,
    pos: last?.pos ?? 0,
    partitions,
    format: keyFormat,
  });
