/** A process of its own for the suite: consumes, or appends, as it is told; it may be killed at any time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, consumerGroup, EventStore, PermanentError, type StoredEvent } from '../index.ts';
import type { HandlerContext } from '../react.ts';
import { type Address, connectTo } from '../testing/client.ts';
import { Journal } from './journal.ts';
import { type CopyEvents, codec, command, copies, type NoteEvents, noted, notes } from './ledger.ts';
import { SqliteProjector } from './sqlite.ts';

export type WorkerOptions = {
  address: Address;
  source: string;
  journal: string;
  group?: string;
  /** React: copy every note to this category. */
  target?: string;
  /** Project: into this SQLite file. */
  database?: string;
  /** Every 100th event takes 100 times as long. */
  handlerMs?: number;
  /** Append to these aggregates, as fast as it goes, and note what was acknowledged. */
  write?: string[];
};

const options = JSON.parse(process.argv[2] ?? '') as WorkerOptions;
const { address, source, target, database, handlerMs = 0, group = 'readers' } = options;
const journal = new Journal(options.journal);
const store = new EventStore({ redis: await connectTo(address), codec });
const log = { debug: () => {}, info: () => {}, warn: report, error: report };

function report(fields: object, message: string): void {
  const { err, ...rest } = fields as { err?: Error };
  if (process.env.DEBUG_LOG) console.error(process.pid, message, JSON.stringify(rest), err?.message ?? '');
}

async function copy(
  event: StoredEvent<'NotedEvent', NoteEvents['NotedEvent']>,
  { signal, attempt }: HandlerContext,
): Promise<void> {
  journal.note('began', event, attempt);
  try {
    const { n, nature } = event.data;
    if (nature === 'fatal') process.kill(process.pid, 'SIGKILL');
    if (nature === 'poison') throw new PermanentError('poison');
    if (handlerMs > 0) await sleep(n % 100 === 99 ? handlerMs * 100 : handlerMs, undefined, { signal });
    if (target)
      await store.decide(copies(target), event.aggregateId, () => [copied(event)], commandOf(event));
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

async function write(id: string): Promise<void> {
  for (let n = 1; ; n++) {
    const { version } = await store.decide(notes(source), id, () => [noted(n)], command());
    journal.note('ended', { aggregateId: id, version });
  }
}

const consumers = consumerGroup(group, { store, log });
if (options.write) void Promise.all(options.write.map(write));
else {
  if (database) consumers.project(source, new SqliteProjector(database));
  else consumers.react<NoteEvents>(source, { NotedEvent: copy });
  consumers.start();
}
process.on('SIGTERM', () => void consumers.stop().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(1)); // whoever started it is gone
process.send?.('started');
