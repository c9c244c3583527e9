/**
 * The what-if: the handlers of this checkout decide a recorded day again (rerun.ts), and the result is compared with the
 * recording, aggregate by aggregate and row by row. Neither log is that of a running system.
 */

import { registry } from '@quickmart/contracts/registry';
import type { Env } from '@quickmart/service';
import { EventStore } from '@quickmart/streams';
import type { Lab } from '../lab.ts';
import { Feed } from '../replay/feed.ts';
import { paced, type Recording } from '../replay/source.ts';
import { services } from '../services.ts';
import { connect } from '../target.ts';
import { type AggregateDifference, eventDifferences } from './events.ts';
import type { Failed } from './queues.ts';
import { Story } from './recorded.ts';
import { Rerun } from './rerun.ts';
import { type RowDifference, rowDifferences } from './rows.ts';

export type Compared = {
  services: string[];
  events: number;
  /** Entries of the recording that are no events: they are left out on both sides. */
  strangers: number;
  aggregates: AggregateDifference[];
  rows: RowDifference[];
  failed: Failed[];
  /** Calls to the payment provider that the recording does not have. */
  unknownCalls: number;
};

/** `service`: only this one decides again; without it, all services do. */
export async function compare(
  recording: Recording,
  { service, env }: { service?: string | undefined; env: Env },
  tick: () => void,
): Promise<Compared> {
  const story = await Story.of(recording);
  const names = service === undefined ? services.map(({ name }) => name) : [service];
  const rerun = new Rerun(story, names);
  const lab = await rerun.run(env, tick);
  try {
    return {
      services: names,
      events: story.events.length,
      strangers: story.strangers,
      aggregates: await eventDifferences(story, lab.redis, rerun.categories),
      rows: await rowsOfBoth(recording, lab),
      failed: rerun.failed,
      unknownCalls: rerun.provider.unknown,
    };
  } finally {
    await lab.stop();
  }
}

/** The recording stands beside today's log, in another database of the same Redis. */
async function rowsOfBoth(recording: Recording, lab: Lab): Promise<RowDifference[]> {
  const redis = await connect(`${lab.url}/1`);
  try {
    const feed = new Feed(redis, recording.header.categories);
    for (const { name } of recording.categories) await feed.create(name);
    for await (const page of paced(recording, undefined)) await feed.write(page);
    const recorded = new EventStore({ redis, codec: registry });
    return await rowDifferences({ recorded, today: lab.store, folder: lab.data });
  } finally {
    redis.disconnect();
  }
}
