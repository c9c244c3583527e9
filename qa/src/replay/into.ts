/**
 * The replay into a Redis of its own. Services that run there see the log grow, and their read models follow. Their reactions
 * get no events, because their groups stay at the end of the log; with `effects` they do.
 */
import { formatPosition, isOfReadModels, type LogEntry } from '@quickmart/streams';
import { groupsOf } from '../look/groups.ts';
import type { Claim, Timer } from '../record/format.ts';
import { readClaims, readTimers } from '../record/read.ts';
import { addClaim, addTimer, assertDone } from '../record/write.ts';
import { connect, type Target } from '../target.ts';
import { Feed } from './feed.ts';
import { type Pages, paced, type Recording } from './source.ts';

type Redis = Target['redis'];
type How = {
  timers: boolean;
  effects: boolean;
  speed?: number | undefined;
  yes: boolean;
  tick: (count: number) => void;
};
export type Stretch = { category: string; events: number; from?: string; to?: string };
export type IntoOutcome = { written: boolean; categories: Stretch[]; claims: number; timers: number };

/** Throws where the Redis has events of its own. Without `yes` nothing is written. */
export async function replayInto(url: string, recording: Recording, how: How): Promise<IntoOutcome> {
  const redis = await connect(url);
  try {
    const feed = new Feed(redis, recording.header.categories);
    const categories: Stretch[] = [];
    const aggregates = new Map<string, ReadonlySet<string>>();
    for (const { name, pages } of recording.categories) {
      const { first, last, events, ids } = await extent(pages());
      await feed.check(name, first);
      aggregates.set(name, ids);
      const [from, to] = [first, last].map((entry) => entry && formatPosition(entry));
      categories.push({ category: name, events, ...(from && to && { from, to }) });
    }
    if (!how.yes) return { written: false, categories, claims: 0, timers: 0 };
    for (const { name } of recording.categories) {
      await feed.create(name);
      if (!how.effects) await feed.silence(name, await reactionsTo(name, recording, redis));
    }
    const isIn = (category: string, id: string) => aggregates.get(category)?.has(id) ?? false;
    const claims = await writeClaims(redis, recording, isIn);
    for await (const page of paced(recording, how.speed)) {
      await feed.write(page);
      how.tick(page.length);
    }
    const timers = how.timers ? await writeTimers(redis, recording, isIn) : 0;
    return { written: true, categories, claims, timers };
  } finally {
    redis.disconnect();
  }
}

async function extent(pages: Pages) {
  let [first, last, events]: [LogEntry | undefined, LogEntry | undefined, number] = [undefined, undefined, 0];
  const ids = new Set<string>();
  for await (const page of pages) {
    first ??= page[0];
    last = page.at(-1) ?? last;
    events += page.length;
    for (const { entry } of page) ids.add(entry[1][7] ?? '');
  }
  return { first, last, events, ids };
}

/** The reacting groups of the recording, and of the services that run there. Read models go by their own checkpoints. */
export async function reactionsTo(category: string, { header }: Recording, redis: Redis): Promise<string[]> {
  const recorded = header.groups.filter((one) => one.category === category).map(({ group }) => group);
  const groups = new Set([...recorded, ...(await groupsOf(redis, category))]);
  return [...groups].filter((name) => !isOfReadModels(name));
}

/** Whether an aggregate is replayed: a unique value, or a timer, must not belong to one that is not there. */
type IsIn = (category: string, aggregateId: string) => boolean;

/** Returns how many. */
export async function writeClaims(redis: Redis, { path }: Recording, isIn: IsIn): Promise<number> {
  const isOwned = ({ category, owner }: Claim) => isIn(category, owner);
  return await writeMarks<Claim>(redis, readClaims(path), isOwned, addClaim);
}

export async function writeTimers(redis: Redis, { path }: Recording, isIn: IsIn): Promise<number> {
  const isOwned = ({ category, body }: Timer) => isIn(category, JSON.parse(body).aggregateId);
  return await writeMarks<Timer>(redis, readTimers(path), isOwned, addTimer);
}

async function writeMarks<Mark extends { category: string }>(
  redis: Redis,
  batches: AsyncGenerator<Mark[]>,
  isOwned: (mark: Mark) => boolean,
  add: (to: ReturnType<Redis['pipeline']>, mark: Mark) => void,
): Promise<number> {
  let count = 0;
  for await (const batch of batches) {
    // Categories may be on different masters.
    for (const marks of Map.groupBy(batch.filter(isOwned), (mark) => mark.category).values()) {
      const pipeline = redis.pipeline();
      for (const mark of marks) add(pipeline, mark);
      assertDone(await pipeline.exec());
      count += marks.length;
    }
  }
  return count;
}
