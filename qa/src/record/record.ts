/** `pnpm qa record`: a stretch of the log into a file, for an import or a replay. Nothing of the system is changed. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { keys, keysWith, type Place, readHead } from '@quickmart/streams';
import type { Command } from 'commander';
import { type BoundOptions, boundOptions, readBounded } from '../bounds.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { deliveredTo, groupsOf, placeOf } from '../look/groups.ts';
import { openProgress, type Progress } from '../progress.ts';
import { categories } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';
import {
  type Claim,
  formatVersion,
  type Header,
  headerBytes,
  lineOfEntry,
  type RecordedCategory,
  type RecordedGroup,
  type Timer,
} from './format.ts';

type Options = SystemOptions & BoundOptions & { force: boolean };

const help = `
It contains every entry of the stretch, to the byte, with its position; the unique values (SKUs) that its aggregates own
now; its timers that have not fired; and the place up to which each group has handled everything. It does not contain
snapshots, idempotency keys, dead letters, leases or read models. If services write meanwhile, each category is complete in
itself, but they may end at different moments.

Examples
  pnpm qa record day.ndjson                                   # everything
  pnpm qa record morning.ndjson --to 2026-11-21T12:00:00Z     # from the first event on: can be imported
  pnpm qa record last.ndjson --from 15m                       # the last quarter of an hour: can be replayed
  pnpm qa record one.ndjson --category order --from order.3@1-40 --to order.1@1-90`;

export const recordCommand = (): Command =>
  boundOptions(systemCommand('record', 'write a stretch of the log to a file', help))
    .argument('<file>', 'where to; NDJSON')
    .option('--force', 'overwrite the file', false)
    .action((path: string, options: Options) =>
      withTarget(options, async (target) => {
        const header = await record(path, options, target);
        print(options, header, textOf(path, header));
      }),
    );

export async function record(path: string, options: BoundOptions & { force?: boolean }, target: Target) {
  const file = await open(path, options.force ? 'w' : 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new UsageFailure(
      error.code === 'EEXIST' ? `${path} is there already: --force overwrites it` : error.message,
    );
  });
  const progress = openProgress(process.stderr);
  try {
    return await new Recording(file, options, target, progress).write();
  } finally {
    progress.stop();
    await file.close();
  }
}

class Recording {
  readonly #file: FileHandle;
  readonly #options: BoundOptions;
  readonly #target: Target;
  readonly #progress: Progress;
  readonly #hash = createHash('sha256');
  readonly #owners = new Set<string>();
  #at = headerBytes;

  constructor(file: FileHandle, options: BoundOptions, target: Target, progress: Progress) {
    this.#file = file;
    this.#options = options;
    this.#target = target;
    this.#progress = progress;
  }

  async write(): Promise<Header> {
    const names = this.#options.category ?? categories;
    const recorded: RecordedCategory[] = [];
    const groups: RecordedGroup[] = [];
    const marks = { claims: 0, timers: 0 };
    for (const name of names) {
      const head = await readHead(this.#target.redis, name);
      if (head === undefined) continue;
      groups.push(...(await groupsAt(this.#target.redis, name, head.partitions)));
      recorded.push(await this.#entries(name, head.partitions));
      marks.claims += await this.#lines(await claimsOf(this.#target.redis, name, this.#owners));
      marks.timers += await this.#lines(await timersOf(this.#target.redis, name, this.#owners));
      this.#owners.clear();
    }
    const count = recorded.reduce((sum, one) => sum + one.count, 0);
    const what = {
      format: 'quickmart-recording',
      version: formatVersion,
      recordedAt: new Date().toISOString(),
    };
    const digest = `sha256:${this.#hash.digest('hex')}`;
    const header = { ...what, categories: recorded, groups, count, ...marks, digest } as Header;
    const text = JSON.stringify(header);
    if (Buffer.byteLength(text) >= headerBytes)
      throw new Failure('the header is too long: record fewer categories');
    await this.#file.write(`${text.padEnd(headerBytes - 1 - Buffer.byteLength(text) + text.length)}\n`, 0);
    return header;
  }

  async #entries(category: string, partitions: number): Promise<RecordedCategory> {
    const { redis } = this.#target;
    let [count, first, last]: [number, Place | null, Place | null] = [0, null, null];
    this.#progress.start(`recording ${category}`, 0);
    for await (const page of readBounded(redis, category, this.#options)) {
      if (page.length === 0) continue;
      count += await this.#lines(page.map(lineOfEntry));
      first ??= placeOf(page[0]!.entry[0]);
      last = placeOf(page.at(-1)!.entry[0]);
      for (const { entry } of page) this.#owners.add(entry[1][7] ?? '');
      this.#progress.tick(page.length);
    }
    const keyFormat = Number(await redis.hget(keys.head(category), 'format'));
    return { category, partitions, keyFormat, count, first, last };
  }

  async #lines(lines: readonly string[]): Promise<number> {
    if (lines.length === 0) return 0;
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    this.#hash.update(bytes);
    await this.#file.write(bytes, 0, bytes.length, this.#at);
    this.#at += bytes.length;
    return lines.length;
  }
}

type Redis = Target['redis'];

/** Only those of recorded aggregates: a value must not belong to an aggregate that is not there. */
async function claimsOf(redis: Redis, category: string, owners: ReadonlySet<string>): Promise<string[]> {
  const prefix = keys.claim(category, '', '').slice(0, -1);
  const lines = new Set<string>();
  for await (const found of keysWith(redis, prefix)) {
    const values = found.length > 0 ? await redis.mget(found) : [];
    for (const [i, key] of found.entries()) {
      const claim: Claim = { claim: key.slice(prefix.length), category, owner: values[i] ?? '' };
      if (owners.has(claim.owner)) lines.add(JSON.stringify(claim));
    }
  }
  return [...lines].sort();
}

async function timersOf(redis: Redis, category: string, owners: ReadonlySet<string>): Promise<string[]> {
  const due = await redis.zrange(keys.timers(category), '0', '-1', 'WITHSCORES');
  const lines: string[] = [];
  for (let i = 0; i < due.length; i += 2) {
    const body = (await redis.hget(keys.timerBodies(category), due[i]!)) ?? '';
    const timer: Timer = { timer: due[i]!, category, dueAt: Number(due[i + 1]), body };
    if (body !== '' && owners.has(JSON.parse(body).aggregateId)) lines.push(JSON.stringify(timer));
  }
  return lines;
}

async function groupsAt(redis: Redis, category: string, partitions: number): Promise<RecordedGroup[]> {
  const names = await groupsOf(redis, category);
  const each = Array.from({ length: partitions }, (_, partition) => keys.events(category, partition));
  return Promise.all(
    names.map(async (group) => ({
      category,
      group,
      done: await Promise.all(each.map((stream) => doneUpTo(redis, stream, group))),
    })),
  );
}

/** What was delivered and is not pending is handled. This is exact; the place that the group itself keeps may be earlier. */
async function doneUpTo(redis: Redis, stream: string, group: string): Promise<string | null> {
  const delivered = await deliveredTo(redis, stream, group);
  if (delivered.pos === 0) return null;
  const [, first] = (await redis.xpending(stream, group)) as [count: number, first: string | null];
  const { epoch, pos } = first === null ? delivered : placeOf(first);
  return `${epoch}-${first === null ? pos : pos - 1}`;
}

function textOf(path: string, { categories, count, claims, timers, digest }: Header): string {
  const lines = categories.map(
    ({ category, count, first, last }) =>
      `  ${category}: ${count} events${first && last ? `, ${first.epoch}-${first.pos} to ${last.epoch}-${last.pos}` : ''}`,
  );
  return [`${path}: ${count} events, ${claims} unique values, ${timers} timers, ${digest}`, ...lines].join(
    '\n',
  );
}
