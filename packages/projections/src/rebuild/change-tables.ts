/**
 * Changes tables and views under the lock that all writers of read models take.
 *
 * A table or a view cannot change while another session reads it, such as a report. The database gives up after a short
 * time, because all writers wait with it. They go on while this pauses, and then it tries again: a report may take as long
 * as it likes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '@quickmart/streams';
import { limits } from '../limits.ts';
import { writeLock } from '../projection/generation.ts';
import { type Database, isLocked, retrying } from '../table/database.ts';
import type { Change } from './ddl.ts';

export type Changing = {
  database: Database;
  signal?: AbortSignal | undefined;
  /** Called each time that another session is waited for. */
  onLocked?: (() => void) | undefined;
};

/** Repeats the change until no other session reads what it changes. */
export async function changeTables<Result>(
  changing: Changing,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await changeOnce(changing, work);
    } catch (error) {
      await pauseForReaders(changing, error);
    }
  }
}

/** Throws at once where another session reads what is changed. */
export const changeOnce = <Result>(
  { database }: Changing,
  work: (change: Change) => Promise<Result>,
): Promise<Result> =>
  retrying(database, async () => {
    try {
      return await database.change(writeLock, (tx) => work({ tx, database }));
    } catch (error) {
      throw isLocked(error) ? new OutageError('another session reads the tables', { cause: error }) : error;
    }
  });

/** Throws the error where it has another reason. */
export async function pauseForReaders({ signal, onLocked }: Changing, error: unknown): Promise<void> {
  if (!isLocked(error)) throw error;
  onLocked?.();
  await sleep(limits.readersPauseMs, undefined, { signal });
}
