/** A process of its own for the suite: consumes, or appends, as it is told; it may be killed at any time. */
import { addAbortListener } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HandlerContext } from '../../src/consume/pipeline/attempt.ts';
import {
  commandOf,
  commandOfTimer,
  consumerGroup,
  EventStore,
  PermanentError,
  type StoredEvent,
} from '../../src/index.ts';
import type { Timer } from '../../src/log/append.ts';
import { type Address, connectTo } from '../servers/client.ts';
import { Journal, nowMs } from './journal.ts';
import { type CopyEvents, codec, command, copies, type NoteEvents, noted, notes, rings } from './ledger.ts';
import { SqliteProjector } from './sqlite.ts';

export type WorkerOptions = {
  address: Address;
  source: string;
  journal: string;
  group?: string;
  /** React: copy every note to this category. */
  target?: string;
  /** Project: into this SQLite file. Without a target that is all. */
  database?: string;
  /** Fire timers: into this category. */
  rings?: string;
  /** Folder with a file `<aggregateId>-<version>` for every poison event that is not poison any more. */
  cures?: string;
  /** Every 100th event takes 100 times as long. */
  handlerMs?: number;
  /** Append to these aggregates, as fast as it goes, and note what was acknowledged. */
  write?: string[];
};

const options = JSON.parse(process.argv[2] ?? '') as WorkerOptions;
const { address, source, target, database, cures = '', handlerMs = 0, group = 'readers' } = options;
const journal = new Journal(options.journal);
journal.watch();
const store = new EventStore({ redis: await connectTo(address), codec });
const effects = target === undefined ? undefined : copies(target);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const logger = process.env.DEBUG_LOG ? { debug: say, info: say, warn: say, error: say } : quiet;

/** On the clock of the journals; without what is said of every event. */
function say(fields: object, message: string): void {
  if (/^(event handled|batch projected|timer fired)$/.test(message)) return;
  const { err, ...rest } = fields as { err?: Error };
  console.error(Math.round(nowMs()), process.pid, message, JSON.stringify(rest), err?.message ?? '');
}

async function copy(
  event: StoredEvent<'NotedEvent', NoteEvents['NotedEvent']>,
  { signal, attempt }: HandlerContext,
): Promise<void> {
  journal.note('began', event, attempt);
  try {
    const { n, nature } = event.data;
    if (nature === 'fatal') process.kill(process.pid, 'SIGKILL');
    if (nature === 'poison' && !isCured(event)) throw new PermanentError('poison');
    if (handlerMs > 0) await sleep(n % 100 === 99 ? handlerMs * 100 : handlerMs, undefined, { signal });
    if (effects) {
      const { aggregateId } = event;
      await orAborted(
        signal,
        store.decide(effects, aggregateId, () => [copied(event)], commandOf(event)),
      );
    }
    journal.note('ended', event, attempt);
  } catch (error) {
    journal.note('failed', event, attempt);
    throw error;
  }
}

const copied = ({ eventId, version }: StoredEvent) => ({
  eventType: 'CopiedEvent' as const,
  schema: 1,
  data: { eventId, version } satisfies CopyEvents['CopiedEvent'],
});

const isCured = ({ aggregateId, version }: StoredEvent) =>
  existsSync(join(cures, `${aggregateId}-${version}`));

/** Ends with the signal, as a handler has to: what is under way takes effect once, whoever repeats it. */
async function orAborted(signal: AbortSignal, work: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const listener = addAbortListener(signal, () => reject(signal.reason));
  try {
    await Promise.race([work, promise]);
  } finally {
    listener[Symbol.dispose]();
  }
}

const ringIn = (category: string) => async (timer: Timer) => {
  const { id, dueAt, aggregateId } = timer;
  const rang = { eventType: 'RangEvent' as const, schema: 1, data: { timer: id, dueAt } };
  await store.decide(rings(category), aggregateId, () => [rang], commandOfTimer(timer));
};

async function write(id: string): Promise<void> {
  for (let n = 1; ; n++) {
    const { version } = await store.decide(notes(source), id, () => [noted(n)], command());
    journal.note('ended', { aggregateId: id, version });
  }
}

const consumers = consumerGroup(group, { store, logger });
if (options.write) void Promise.all(options.write.map(write));
else {
  if (database) consumers.project(source, new SqliteProjector(database));
  if (target || !database) consumers.react<NoteEvents>(source, { NotedEvent: copy });
  if (options.rings) consumers.timers(source, { ring: ringIn(options.rings) });
  consumers.start();
}
process.on('SIGTERM', () => void consumers.stop().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(1)); // whoever started it is gone
process.send?.('started');
