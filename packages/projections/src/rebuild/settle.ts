/**
 * After a rebuild: gives up the dead letters of events that are applied now. A letter is one of those where the rows
 * that serve are at or past its event, and no projection of the service leaves its aggregate out.
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

type Settle = {
  database: Database;
  log: EventLog;
  group: string;
  all: readonly Definition[];
  categories: readonly string[];
};

/** A consumer that still queues events up behind letters needs a moment to see that they are gone. */
const patience = { attempts: 100, ms: 50 };

/** Returns how many letters it has given up. */
export async function settle({ categories, ...work }: Settle): Promise<number> {
  let settled = 0;
  for (const category of categories) {
    const letters = new DeadLetters(work.log, category, work.group);
    for (let attempt = 1; attempt <= patience.attempts; attempt++) {
      const { applied, coming } = await sorted(work, category, await lettersOf(letters));
      for (const { id } of applied) await letters.discard({ id }, { reason: 'applied by a rebuild' });
      settled += applied.length;
      // Behind those that have just gone, others may have queued up: so it is looked again.
      if (applied.length + coming.length === 0) break;
      if (coming.length > 0) await sleep(patience.ms);
    }
  }
  return settled;
}

async function lettersOf(letters: DeadLetters): Promise<DeadLetter[]> {
  const all: DeadLetter[] = [];
  for (;;) {
    const page = await letters.list({ limit: 1000, ...(all.length > 0 && { after: all.at(-1)!.id }) });
    all.push(...page);
    if (page.length < 1000) return all;
  }
}

/** `coming`: of aggregates that are not parked, after the checkpoint: they are about to be applied, or parked. */
async function sorted(
  { database, all }: Pick<Settle, 'database' | 'all'>,
  category: string,
  letters: DeadLetter[],
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
  const free = letters.filter(({ aggregateId }) => aggregateId !== undefined && !leftOut.has(aggregateId));
  const isApplied = ({ position }: DeadLetter) => {
    const place = parsePosition(position)!;
    return isCovered(place, places.get(place.partition));
  };
  return { applied: free.filter(isApplied), coming: free.filter((letter) => !isApplied(letter)) };
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
