/** What the system made of it all, from the log, the rows, the journals of the workers and what was acknowledged. */
import { formatPosition } from '../../src/index.ts';
import { readJournal } from '../conformance/journal.ts';
import type { CopyEvents, NoteEvents, RingEvents } from '../conformance/ledger.ts';
import { faultsOfCopies, faultsOfLog, foldRows, type Logged, readLog } from '../conformance/oracle.ts';
import type { Row, SqliteProjector } from '../conformance/sqlite.ts';
import type { World } from '../conformance/world.ts';
import type { System } from './disturbances.ts';
import type { Acknowledged } from './load.ts';

type Note = Logged<NoteEvents['NotedEvent']>;

export type Verdict = {
  /** By their kind; all of them are empty where all is well. */
  faults: Record<string, readonly string[]>;
  numbers: Record<string, number>;
};

export async function judge(system: System, rings: string, rows: SqliteProjector): Promise<Verdict> {
  const { world, fleet, load, ward } = system;
  const { redis } = world.store.log;
  const [notes, copies, rang] = await Promise.all([
    readLog<NoteEvents['NotedEvent']>(redis, world.source),
    readLog<CopyEvents['CopiedEvent']>(redis, world.target),
    readLog<RingEvents['RangEvent']>(redis, rings),
  ]);
  const { inversions, overlaps, handled, repeats } = world.handling();
  const effects = faultsOfCopies(notes, copies);
  const waits = waitsOf(notes, copies);
  return {
    faults: {
      'the log has holes': [...faultsOfLog(notes), ...faultsOfLog(copies), ...faultsOfLog(rang)],
      'appends lost or doubled': faultsOfAppends(notes, load.acknowledged),
      'appends that failed': load.faults,
      'events never handled': notes
        .filter(({ aggregateId, version }) => !handled.get(aggregateId)?.has(version))
        .map(({ aggregateId, version }) => `${aggregateId} ${version}`),
      'handled out of order': inversions,
      'handled by two at once': overlaps,
      'effects lost': effects.lost,
      'effects doubled': [...effects.duplicated, ...effects.foreign],
      'effects out of order': effects.inverted,
      'rows that are not the fold of the log': faultsOfRows(foldRows(notes), rows.rows()),
      timers: load.alarms.faults(rang),
      'poison events': ward.faults,
      'dead letters that are left': await ward.left(),
      workers: [...fleet.faults],
    },
    numbers: {
      events: notes.length,
      'handled again': repeats,
      'timers set': load.alarms.count,
      'timers fired': rang.length,
      'dead letters redriven': ward.redriven,
      'workers started': world.workers.length,
      'median wait, ms': waits[Math.floor(waits.length / 2)] ?? 0,
      'longest wait, ms': waits.at(-1) ?? 0,
      'longest time without any handling, ms': Math.round(longestGap(world)),
    },
  };
}

/** What was acknowledged is in the log where it was said to be, once, and nothing else is. */
function faultsOfAppends(notes: readonly Note[], acknowledged: readonly Acknowledged[]): string[] {
  const open = new Map(acknowledged.map((one) => [`${one.aggregateId} ${one.n}`, one]));
  const faults: string[] = [];
  for (const note of notes) {
    const name = `${note.aggregateId} ${note.data.n}`;
    const told = open.get(name);
    if (told === undefined) faults.push(`${name} is in the log at version ${note.version}, unasked or again`);
    else if (told.version !== note.version || told.position !== formatPosition(note))
      faults.push(
        `${name} is ${note.version} at ${formatPosition(note)}, not ${told.version} at ${told.position}`,
      );
    open.delete(name);
  }
  return [...faults, ...[...open.keys()].map((name) => `${name} was acknowledged and is not in the log`)];
}

function faultsOfRows(expected: readonly Row[], rows: readonly Row[]): string[] {
  const text = ({ aggregateId, events, sum, last, inversions }: Row) =>
    JSON.stringify({ aggregateId, events, sum, last, inversions });
  const actual = new Map(rows.map((row) => [row.aggregateId, text(row)]));
  return expected
    .map(text)
    .filter((row, i) => actual.get(expected[i]!.aggregateId) !== row)
    .map((row) => `${actual.get(JSON.parse(row).aggregateId)} is not ${row}`);
}

/** From an append to its effect, ms, in order; of aggregates that were never parked. */
function waitsOf(notes: readonly Note[], copies: readonly Logged<CopyEvents['CopiedEvent']>[]): number[] {
  const copiedAt = new Map(copies.map(({ data, at }) => [data.eventId, at]));
  return notes
    .filter(({ aggregateId }) => !aggregateId.startsWith('patient'))
    .map(({ eventId, at }) => (copiedAt.get(eventId) ?? at) - at)
    .sort((a, b) => a - b);
}

function longestGap({ workers }: World): number {
  const times = workers
    .flatMap(({ journal }) => readJournal(journal).map(({ at }) => at))
    .sort((a, b) => a - b);
  return times.reduce((longest, at, i) => Math.max(longest, at - (times[i - 1] ?? at)), 0);
}
