/** Builds read models anew while the old rows serve (see build.ts), and discards the dead letters that are applied then. */
import { randomUUID } from 'node:crypto';
import type { Definition } from '../projection/definition.ts';
import type { ParkedRow } from '../projection/generation.ts';
import { chosen } from '../projection/projection.ts';
import type { Database } from '../table/database.ts';
import { type BuildOptions, build, categoriesOf, type Work } from './build.ts';
import { discardApplied, parkedIn } from './discard-applied.ts';

export type RebuildOptions = BuildOptions & {
  /** By name. Without: all. */
  projections?: readonly string[] | undefined;
};

export type Rebuilt = {
  projections: string[];
  events: number;
  /** Aggregates that still cannot be applied, with the reason where this run has met it. */
  parked: (ParkedRow & { reason?: string })[];
  /** Dead letters that were discarded, because their events are applied now. */
  settled: number;
};

/** Throws an Error where a projection is unknown, and SupersededError where another rebuild of it has begun since. */
export async function rebuild(
  database: Database,
  all: readonly Definition[],
  options: RebuildOptions,
): Promise<Rebuilt> {
  const mine = chosen(all, options.projections);
  const work: Work = { ...options, database, all, chosen: mine, builder: randomUUID(), takesViews: false };
  const { events, reasons } = await build(work);
  const left = await Promise.all(
    mine.map(async (one) =>
      (await parkedIn(database, [one])).map((row) => ({ ...row, projection: one.name })),
    ),
  );
  const parked = left.flat().map((row) => {
    const reason = reasons.get(row.eventId);
    return reason === undefined ? row : { ...row, reason };
  });
  const { log, group } = options;
  const settled = await discardApplied({ database, log, group, all, categories: categoriesOf(mine) });
  return { projections: mine.map(({ name }) => name), events, parked, settled };
}
