/**
 * The replay to a service: its code of this checkout handles every event of the recording again, on a copy in a private
 * Redis. A reaction that has had its effect finds that, and does nothing; what is appended now is what the service had
 * not done, or would do differently: after a fix, what the fix brings; without one, a reaction that cannot be repeated.
 */
import { type Place, readCategory, readHead } from '@quickmart/streams';
import { type Lab, startLab } from '../lab.ts';
import { jsonOf, type Logged, logged } from '../logged.ts';
import { statuses } from '../look/groups.ts';
import { importRecording } from '../record/import.ts';
import { categories } from '../services.ts';

export type Outcome = {
  service: string;
  handled: number;
  dead: { group: string; category: string; count: number }[];
  appended: object[];
};

/** Timers of the recording are there, and fire, only where they are asked for. */
export async function replayTo(
  service: string,
  path: string,
  { timers }: { timers: boolean },
): Promise<Outcome> {
  const lab = await startLab();
  try {
    await importRecording(path, { timers, groups: false, yes: true }, lab);
    const ends = await headsOf(lab);
    await lab.consume([service]);
    await lab.settled(Number.POSITIVE_INFINITY);
    const groups = (await statuses(lab)).filter(({ group }) => group === service);
    const handled = groups.reduce((sum, { category }) => sum + (ends.get(category)?.pos ?? 0), 0);
    const dead = groups
      .filter((one) => one.dead > 0)
      .map(({ group, category, dead }) => ({ group, category, count: dead }));
    return { service, handled, dead, appended: (await newEvents(lab, ends)).map(jsonOf) };
  } finally {
    await lab.stop();
  }
}

async function headsOf({ redis }: Lab): Promise<Map<string, Place>> {
  const heads = new Map<string, Place>();
  for (const name of categories) {
    const head = await readHead(redis, name);
    if (head) heads.set(name, head);
  }
  return heads;
}

async function newEvents({ redis }: Lab, ends: ReadonlyMap<string, Place>): Promise<Logged[]> {
  const events: Logged[] = [];
  for (const name of categories) {
    for await (const page of readCategory(redis, name, { after: ends.get(name) }))
      events.push(...page.map(logged));
  }
  return events;
}
