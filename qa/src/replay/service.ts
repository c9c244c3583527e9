/**
 * The replay to a service: its code of this checkout handles every event of the recording again, on a copy in a private
 * Redis. What it has appended itself is there from the beginning, so a reaction finds its effect, and does nothing. The events
 * of other services come at the pace that was asked for. What is appended now the service had not done: after a fix, what
 * the fix adds; without one, the work of a reaction that is not idempotent.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { clock, keys, type Logged, logged, readCategory } from '@quickmart/streams';
import { type Lab, startLab } from '../lab.ts';
import { jsonOf } from '../logged.ts';
import { isCaughtUp, statuses } from '../look/groups.ts';
import { services } from '../services.ts';
import { Feed } from './feed.ts';
import { writeClaims, writeTimers } from './into.ts';
import { type Pages, paced, type Recording } from './source.ts';

export type ServiceOutcome = {
  service: string;
  events: number;
  /** Events that its reactions got. */
  handled: number;
  dead: { group: string; category: string; count: number }[];
  /** Timers that are due and do not succeed. */
  timersLeft: number;
  appended: Appended[];
};
export type Appended = { position: string; eventType?: string; aggregateId?: string };
type How = { timers: boolean; speed?: number | undefined; tick: (count: number) => void };

export async function replayToService(
  service: string,
  recording: Recording,
  how: How,
): Promise<ServiceOutcome> {
  const own = ownCategories(service);
  const [done, coming] = [true, false].map((isOwn) =>
    recording.categories.filter(({ name }) => own.has(name) === isOwn),
  ) as [Recording['categories'], Recording['categories']];
  const lab = await startLab();
  try {
    const feed = new Feed(lab.redis, recording.header.categories);
    for (const { name } of recording.categories) await feed.create(name);
    await writeClaims(lab.redis, recording, () => true);
    await writeAll(feed, paced({ categories: done }, undefined), how.tick);
    await lab.consume([service]);
    await writeAll(feed, paced({ categories: coming }, how.speed), how.tick);
    if (how.timers) await writeTimers(lab.redis, recording, (category) => own.has(category));
    const timersLeft = await caughtUp(lab, own);
    return await outcomeOf({ service, lab, feed, own, timersLeft });
  } finally {
    await lab.stop();
  }
}

const ownCategories = (service: string): Set<string> =>
  new Set(services.find(({ name }) => name === service)!.aggregates.map(({ category }) => category));

async function writeAll(feed: Feed, pages: Pages, tick: (count: number) => void): Promise<void> {
  for await (const page of pages) {
    await feed.write(page);
    tick(page.length);
  }
}

const pollMs = 20;
/** A timer that fails is tried again for ever: after this time, that is the outcome. */
const timersMs = 30_000;

/** Resolves when everything is handled, with the number of timers that are due and have not fired. */
async function caughtUp(lab: Lab, categories: ReadonlySet<string>): Promise<number> {
  const due = async () => {
    const counts = [...categories].map((name) => lab.redis.zcount(keys.timers(name), '-inf', clock.now()));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  const deadline = performance.now() + timersMs;
  for (; ; await sleep(pollMs)) {
    if (!(await isCaughtUp(lab, await statuses(lab)))) continue;
    const left = await due();
    if (left === 0 || performance.now() > deadline) return left;
  }
}

type Result = { service: string; lab: Lab; feed: Feed; own: ReadonlySet<string>; timersLeft: number };

async function outcomeOf({ service, lab, feed, own, timersLeft }: Result): Promise<ServiceOutcome> {
  const groups = (await statuses(lab)).filter(({ group }) => group === service);
  const handled = groups.reduce((sum, { category }) => sum + (feed.counts.get(category) ?? 0), 0);
  const dead = groups
    .filter((one) => one.dead > 0)
    .map(({ group, category, dead }) => ({ group, category, count: dead }));
  const appended: Logged[] = [];
  for (const name of own) {
    for await (const page of readCategory(lab.redis, name, { after: feed.endOf(name) }))
      appended.push(...page.map(logged));
  }
  const events = [...feed.counts.values()].reduce((sum, count) => sum + count, 0);
  return { service, events, handled, dead, timersLeft, appended: appended.map(jsonOf) as Appended[] };
}
