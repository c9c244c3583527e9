/** What is true in the end: the log, compared with what came of it. */

import { limits } from '../../src/limits.ts';
import { type Entry, rawEvent } from '../../src/log/entry.ts';
import type { StoredEvent } from '../../src/log/event.ts';
import { keys } from '../../src/log/keys.ts';
import type { RedisClient } from '../../src/log/scripts.ts';
import type { Absence, Line } from './journal.ts';
import type { CopyEvents, NoteEvents } from './ledger.ts';
import type { Row } from './sqlite.ts';

export type Logged<Data> = Omit<StoredEvent<string, Data>, 'meta'>;

/** Every event of a category, in the order of the log. */
export async function readLog<Data>(redis: RedisClient, category: string): Promise<Logged<Data>[]> {
  const events: Logged<Data>[] = [];
  for (let partition = 0; partition < limits.partitions; partition++) {
    const stream = keys.events(category, partition);
    for (let from = '-'; ; ) {
      const page = (await redis.xrange(stream, from, '+', 'COUNT', 5000)) as Entry[];
      for (const entry of page) {
        const raw = rawEvent(category, partition, entry);
        events.push({ ...raw, data: JSON.parse(raw.data) as Data });
      }
      if (page.length < 5000) break;
      from = `(${page.at(-1)![0]}`;
    }
  }
  return events.sort((a, b) => a.epoch - b.epoch || a.pos - b.pos);
}

/** Faults in the log itself: positions are dense, versions are 1, 2, 3… per aggregate. */
export function faultsOfLog(events: readonly Logged<unknown>[]): string[] {
  const faults: string[] = [];
  const versions = new Map<string, number>();
  for (const [i, { pos, aggregateId, version }] of events.entries()) {
    if (pos !== i + 1) faults.push(`position ${pos} is the ${i + 1}th`);
    const expected = (versions.get(aggregateId) ?? 0) + 1;
    if (version !== expected) faults.push(`${aggregateId} has version ${version} where ${expected} was due`);
    versions.set(aggregateId, version);
  }
  return faults;
}

export type EffectFaults = { lost: string[]; duplicated: string[]; inverted: string[]; foreign: string[] };

/** Every note has one copy, those of an aggregate in its order, and nothing else was copied. */
export function faultsOfCopies(
  sources: readonly Logged<unknown>[],
  effects: readonly Logged<CopyEvents['CopiedEvent']>[],
): EffectFaults {
  const faults: EffectFaults = { lost: [], duplicated: [], inverted: [], foreign: [] };
  const open = new Map(
    sources.map(({ eventId, aggregateId, version }) => [eventId, `${aggregateId} ${version}`]),
  );
  const known = new Map(open);
  const last = new Map<string, number>();
  for (const { aggregateId, data } of effects) {
    const name = known.get(data.eventId);
    if (name === undefined) faults.foreign.push(`${aggregateId} ${data.version}`);
    else if (!open.delete(data.eventId)) faults.duplicated.push(name);
    if (data.version !== (last.get(aggregateId) ?? 0) + 1)
      faults.inverted.push(`${aggregateId} ${data.version}`);
    last.set(aggregateId, data.version);
  }
  faults.lost.push(...open.values());
  return faults;
}

export const noFaults: EffectFaults = { lost: [], duplicated: [], inverted: [], foreign: [] };

/** What the rows of a read model have to be, by aggregate. */
export const foldRows = (events: readonly Logged<NoteEvents['NotedEvent']>[]): Row[] =>
  [...Map.groupBy(events, ({ aggregateId }) => aggregateId)].map(([aggregateId, own]) => ({
    aggregateId,
    events: own.length,
    sum: own.reduce((sum, { data }) => sum + data.n, 0),
    last: own.length,
    inversions: 0,
  }));

/** How exactly it is known when a process began to be absent, and when it came back. */
const slackMs = 50;

/**
 * What the handlers of several processes did, laid on top of each other.
 * `inversions`: an event began before the one before it had ended once.
 * `overlaps`: two were at work on one aggregate, in one process, or in two of which none was absent when the second began.
 */
export function faultsOfHandling(
  workers: readonly { lines: readonly Line[]; absent: readonly Absence[] }[],
): {
  inversions: string[];
  overlaps: string[];
  repeats: number;
  handled: Map<string, Set<number>>;
} {
  const all = workers.flatMap(({ lines }, worker) => lines.map((line) => ({ ...line, worker })));
  all.sort((a, b) => a.at - b.at);
  const handled = new Map<string, Set<number>>();
  const atWork = new Map<string, Map<number, number>>();
  const faults = { inversions: [] as string[], overlaps: [] as string[], repeats: 0, handled };
  const isAbsent = (worker: number, at: number) =>
    workers[worker]!.absent.some(({ from, to }) => from - slackMs <= at && at <= to + slackMs);
  for (const { at, step, aggregateId, version, worker } of all) {
    const ended = handled.get(aggregateId) ?? new Set<number>();
    handled.set(aggregateId, ended);
    const others = atWork.get(aggregateId) ?? new Map<number, number>();
    atWork.set(aggregateId, others);
    if (step !== 'began') {
      others.delete(worker);
      if (step === 'ended' && ended.has(version)) faults.repeats++;
      if (step === 'ended') ended.add(version);
      continue;
    }
    if (version > 1 && !ended.has(version - 1)) faults.inversions.push(`${aggregateId} ${version}`);
    for (const [other, since] of others) {
      if (other !== worker && (isAbsent(other, at) || isAbsent(worker, at))) continue;
      faults.overlaps.push(
        `${aggregateId} ${version} at ${at}: worker ${worker} and ${other} since ${since}`,
      );
    }
    others.set(worker, at);
  }
  return faults;
}
