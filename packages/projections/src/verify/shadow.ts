/** A rebuild to compare with: a SQLite file of its own, which is brought to any position of the log. */
import type { EventLog, Logger, Place } from '@quickmart/streams';
import { reached } from '../apply/advance.ts';
import { ReadModelProjector } from '../apply/projector.ts';
import { connect } from '../connect.ts';
import { type Definition, define } from '../projection/definition.ts';
import { readDefinitions, servingTarget, writeLock } from '../projection/generation.ts';
import type { Projection } from '../projection/projection.ts';
import { replay } from '../rebuild/replay.ts';
import { serveEmpty } from '../rebuild/serve-empty.ts';
import { type Database, retrying, type Transaction } from '../table/database.ts';

export type Places = ReadonlyMap<string, ReadonlyMap<number, Place>>;
export type Shadow = {
  database: Database;
  definitions: readonly Definition[];
  advanceTo(places: Places): Promise<void>;
  close(): Promise<void>;
};

export type ShadowOptions = {
  log: EventLog;
  logger: Logger;
  /** Events in one transaction. */
  batch: number;
  signal?: AbortSignal | undefined;
  /** Called after every batch. */
  applied: (events: number) => void;
};

export async function shadowIn(
  file: string,
  projections: readonly Projection[],
  options: ShadowOptions,
): Promise<Shadow> {
  const { log, logger, batch, signal, applied } = options;
  const database = await connect(`file:${file}.sqlite`, logger);
  const definitions = projections.map((projection) => define(projection, database));
  await serveEmpty(database, definitions);
  const projector = new ReadModelProjector({ database, projections: definitions });
  const advanceTo = async (places: Places) => {
    for (const [category, upTo] of places)
      await replay({ log, projector, category, batch, upTo, signal, applied });
  };
  return { database, definitions, advanceTo, close: () => database.close() };
}

/** Up to where the rows that serve are applied now, by category and partition: the least of these projections. */
export const placesIn = (database: Database, projections: readonly Definition[]): Promise<Places> =>
  retrying(database, () => database.transaction(writeLock, (tx) => placesOf(tx, database, projections)));

/** The same in a transaction. */
export async function placesOf(
  tx: Transaction,
  database: Database,
  projections: readonly Definition[],
): Promise<Places> {
  const rows = await readDefinitions(tx);
  const places = new Map<string, ReadonlyMap<number, Place>>();
  for (const category of new Set(projections.flatMap(({ sources }) => [...sources.keys()]))) {
    const own = projections.filter(({ sources }) => sources.has(category));
    const targets = own.map((one) => servingTarget(rows, one));
    places.set(category, await reached({ tx, database, category }, targets));
  }
  return places;
}
