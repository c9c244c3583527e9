/**
 * After a build: discards the dead letters of events that are applied now. A dead letter is one of these where the rows that
 * serve are at or past its event, and no projection of the service leaves its aggregate out.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeadLetter, DeadLetters, type EventLog, parsePosition } from '@quickmart/streams';
import { reached } from '../apply/advance.ts';
import { isCovered } from '../apply/checkpoint.ts';
import type { Definition } from '../projection/definition.ts';
import {
  nameIn,
  type ParkedRow,
  parkedAggregates,
  readDefinitions,
  servingOf,
  servingTarget,
  writeLock,
} from '../projection/generation.ts';
import { type Database, retrying, type Transaction } from '../table/database.ts';

type Work = {
  database: Database;
  log: EventLog;
  group: string;
  all: readonly Definition[];
  categories: readonly string[];
};

/** A consumer that still queues events up behind dead letters needs a moment to see that these are gone. */
const patience = { attempts: 100, ms: 50 };

/** Returns how many dead letters it has discarded. */
export async function discardApplied({ categories, ...work }: Work): Promise<number> {
  let discarded = 0;
  for (const category of categories) {
    const deadLetters = new DeadLetters(work.log, category, work.group);
    for (let attempt = 1; attempt <= patience.attempts; attempt++) {
      const { applied, coming } = await split(work, category, await allOf(deadLetters));
      for (const { id } of applied) await deadLetters.discard({ id }, { reason: 'applied by a rebuild' });
      discarded += applied.length;
      // Others may have queued up behind those that have just gone.
      if (applied.length + coming.length === 0) break;
      if (coming.length > 0) await sleep(patience.ms);
    }
  }
  return discarded;
}

async function allOf(deadLetters: DeadLetters): Promise<DeadLetter[]> {
  const all: DeadLetter[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await deadLetters.list({ limit: 1000, ...(after !== undefined && { after }) });
    all.push(...page);
    if (page.length < 1000) return all;
  }
}

/** `coming`: dead letters after the checkpoint, of aggregates that are not parked. They are about to be applied, or parked. */
async function split(
  { database, all }: Pick<Work, 'database' | 'all'>,
  category: string,
  deadLetters: DeadLetter[],
) {
  const projections = all.filter(({ sources }) => sources.has(category));
  const { parked, places } = await retrying(database, () =>
    database.transaction(writeLock, async (tx) => {
      const rows = await readDefinitions(tx);
      const targets = projections.map((one) => servingTarget(rows, one));
      return {
        parked: await parkedIn(tx, projections),
        places: await reached({ tx, database, category }, targets),
      };
    }),
  );
  const leftOut = new Set(parked.filter((row) => row.category === category).map((row) => row.aggregateId));
  const free = deadLetters.filter(
    ({ aggregateId }) => aggregateId !== undefined && !leftOut.has(aggregateId),
  );
  const isApplied = ({ position }: DeadLetter) => {
    const place = parsePosition(position)!;
    return isCovered(place, places.get(place.partition));
  };
  return { applied: free.filter(isApplied), coming: free.filter((deadLetter) => !isApplied(deadLetter)) };
}

/** What these projections leave out, in the generations that serve. */
export async function parkedIn(
  database: Pick<Transaction, 'select'>,
  projections: readonly Definition[],
): Promise<ParkedRow[]> {
  const rows = await readDefinitions(database);
  const names = new Set(
    projections.flatMap((one) => {
      const generation = servingOf(rows, one);
      return generation === undefined ? [] : [nameIn(one, generation)];
    }),
  );
  const parked = (await database.select({ table: parkedAggregates })) as ParkedRow[];
  return parked.filter(({ projection }) => names.has(projection));
}
