/**
 * The read models of a service against the log: the database is there and is the one that the service writes, each
 * checkpoint names an event of the log, and every row is what the events say. Nothing is written. What is missing or cannot
 * be read is a finding, and the rest is checked.
 */
import { existsSync } from 'node:fs';
import type { ReadModels } from '@quickmart/projections';
import { openTables } from '@quickmart/service';
import { type Entry, keys, readHead } from '@quickmart/streams';
import type { Service } from '../services.ts';
import { databaseOf, fileOf, silentLog, type Target } from '../target.ts';
import { type Findings, reasonOf } from './finding.ts';
import { verifyProgress } from './progress.ts';
import { verifyRows } from './rows.ts';

/** `rows`: compared; undefined: they could not be. */
export type ReadModelSummary = { service: string; database: string; rows: number | undefined };

export async function verifyReadModels(
  service: Service,
  target: Target,
  findings: Findings,
  tick: (count: number) => void,
): Promise<ReadModelSummary> {
  const url = databaseOf(service.name, target.data);
  const summary = { service: service.name, database: withoutPassword(url) };
  const readModels = await opened(service, url, target, findings);
  if (readModels === undefined) return { ...summary, rows: undefined };
  const part = <Result>(what: string, check: () => Promise<Result>) =>
    findings.part(`${what} of ${service.name}`, target.redis, check);
  try {
    await part('checkpoints', () => verifyCheckpoints(service, readModels, target, findings));
    await part('progress', () => verifyProgress(service, readModels, target, findings));
    const rows = await verifyRows(service, readModels, { target, findings, tick });
    return { ...summary, rows };
  } finally {
    await readModels.close();
  }
}

const withoutPassword = (url: string): string => url.replace(/\/\/.*@/, '//');

/** Undefined where there is no database; that is a finding if the log has events for it. */
async function opened(
  service: Service,
  url: string,
  { redis }: Target,
  findings: Findings,
): Promise<ReadModels | undefined> {
  const where = `${service.name} ${withoutPassword(url)}`;
  const file = fileOf(url);
  if (file !== undefined && !existsSync(file)) {
    const sources = new Set(service.readModels.flatMap(({ sources }) => [...sources.keys()]));
    const heads = await Promise.all([...sources].map((category) => readHead(redis, category)));
    const events = heads.reduce((sum, head) => sum + (head?.pos ?? 0), 0);
    if (events > 0) findings.add('database', where, `is not there; the log has ${events} events for it`);
    return undefined;
  }
  try {
    return await openTables(service, { url, logger: silentLog, readOnly: true });
  } catch (error) {
    findings.add('database', where, `cannot be read: ${reasonOf(error)}`);
    return undefined;
  }
}

async function verifyCheckpoints(
  { name: service, readModels: projections }: Service,
  readModels: ReadModels,
  { redis }: Target,
  findings: Findings,
): Promise<void> {
  const isKnown = (projection: string) => projections.some(({ name }) => projection === name);
  // Checkpoints of rows that do not serve are ignored: they are older than the last rebuild.
  const serving = await readModels.servingCheckpoints();
  const unknown = await readModels.strayCheckpoints();
  for (const { projection, category, partition, epoch, pos, eventId } of [...serving, ...unknown]) {
    const where = `${service} ${projection} ${category}.${partition}@${epoch}-${pos}`;
    const partitions = (await readHead(redis, category))?.partitions ?? 0;
    if (!isKnown(projection)) findings.add('checkpoint', where, 'is of no projection of this service');
    else if (partition >= partitions)
      findings.add('checkpoint', where, `${category} has ${partitions} partitions`);
    const id = `${epoch}-${pos}`;
    const [entry] = (await redis.xrange(keys.events(category, partition), id, id)) as Entry[];
    if (entry?.[1][1] === eventId) continue;
    const stands = entry === undefined ? 'nothing stands' : `event ${entry[1][1]} stands`;
    findings.add('checkpoint', where, `says event ${eventId}; ${stands} there`);
  }
}
