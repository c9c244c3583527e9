/**
 * The read models of a service against the log: each checkpoint names an event that stands there, and every row is what
 * the events say. Nothing is written: where migrations are missing, there is nothing to compare with, and that is said.
 */
import { existsSync } from 'node:fs';
import { openReadModels, type ReadModels } from '@quickmart/projections';
import { type Entry, keys, readHead } from '@quickmart/streams';
import { Failure } from '../failure.ts';
import type { Service } from '../services.ts';
import { databaseUrlOf, silentLog, type Target } from '../target.ts';
import type { Findings } from './finding.ts';

/** `rows`: compared; undefined: there is no database. */
export type ReadModelSummary = { service: string; database: string; rows: number | undefined };

export async function verifyReadModels(
  service: Service,
  target: Target,
  findings: Findings,
  tick: (count: number) => void,
): Promise<ReadModelSummary> {
  const url = databaseUrlOf(service.name, target.data);
  const summary = { service: service.name, database: url.replace(/\/\/.*@/, '//') };
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length)))
    return { ...summary, rows: undefined };
  const { projections, migrations } = service;
  const readModels = await openReadModels({
    ...{ url, projections, migrations, log: silentLog, readOnly: true },
  }).catch((cause: Error) => {
    throw new Failure(`the read models of ${service.name} cannot be verified: ${cause.message}`);
  });
  try {
    await verifyCheckpoints(service, readModels, target, findings);
    return { ...summary, rows: await verifyRows(service, readModels, target, findings, tick) };
  } finally {
    await readModels.close();
  }
}

async function verifyCheckpoints(
  { name: service, projections }: Service,
  readModels: ReadModels,
  { redis }: Target,
  findings: Findings,
): Promise<void> {
  for (const { projection, category, partition, epoch, pos, eventId } of await readModels.checkpoints()) {
    const where = `${service} ${projection} ${category}.${partition}@${epoch}-${pos}`;
    const isKnown = projections.some(({ name }) => projection === name || projection === `${name}_2`);
    const partitions = (await readHead(redis, category))?.partitions ?? 0;
    if (!isKnown) findings.add('checkpoint', where, 'is of no projection of this service');
    else if (partition >= partitions)
      findings.add('checkpoint', where, `${category} has ${partitions} partitions`);
    const id = `${epoch}-${pos}`;
    const [entry] = (await redis.xrange(keys.events(category, partition), id, id)) as Entry[];
    if (entry?.[1][1] === eventId) continue;
    const stands = entry === undefined ? 'nothing stands' : `event ${entry[1][1]} stands`;
    findings.add('checkpoint', where, `says event ${eventId}; ${stands} there`);
  }
}

async function verifyRows(
  { name }: Service,
  readModels: ReadModels,
  { store }: Target,
  findings: Findings,
  tick: (count: number) => void,
): Promise<number> {
  const onProgress = ({ events }: { events: number }) => tick(events);
  const { tables, differences } = await readModels.verify({ log: store.log, onProgress });
  for (const { table, key, column, live, first, second } of differences) {
    const where = `${name} ${table} ${key}`;
    const [is, one, two] = [live, first, second].map((value) => JSON.stringify(value) ?? 'no row');
    const said = one === two ? `the events say ${one}` : `it is not pure: two replays say ${one} and ${two}`;
    findings.add('row', where, `${column} is ${is}, ${said}`);
  }
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
