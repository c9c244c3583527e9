/** A projector on a real SQL table: one row per aggregate, and the checkpoints in the same transaction. */
import { DatabaseSync } from 'node:sqlite';
import type { Checkpoint, Projector, UnappliedEvent } from '../../src/consume/project.ts';
import { OutageError } from '../../src/log/errors.ts';
import { comparePositions, type StoredEvent } from '../../src/log/event.ts';

/** `inversions`: how often an event did not follow the one that was counted before it. */
export type Row = { aggregateId: string; events: number; sum: number; last: number; inversions: number };

const schema = `
  pragma journal_mode = wal; pragma synchronous = normal;
  create table if not exists rows (
    aggregateId text primary key, events integer, sum integer, last integer, inversions integer);
  create table if not exists checkpoints (partition integer primary key, epoch integer, pos integer, eventId text);
  create table if not exists notes (eventId text primary key, aggregateId text)`;

const upsert = `
  insert into rows values (:id, 1, :n, :version, :version <> 1) on conflict do update set
    events = events + 1, sum = sum + :n, last = :version, inversions = inversions + (last + 1 <> :version)`;

export class SqliteProjector implements Projector {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { timeout: 5000 });
    this.#db.exec(schema);
    this.#db.exec('pragma busy_timeout = 2'); // an outage shall not block the process
  }

  async checkpoint(_: string, partition: number): Promise<Checkpoint | undefined> {
    return this.#orOutage(() => this.#checkpoint(partition));
  }

  #checkpoint(partition: number): Checkpoint | undefined {
    const found = this.#db.prepare('select epoch, pos, eventId from checkpoints where partition = ?');
    return found.get(partition) as Checkpoint | undefined;
  }

  async apply(_: string, events: readonly StoredEvent[]): Promise<void> {
    this.#inTransaction(() => {
      const count = this.#db.prepare(upsert);
      for (const [partition, own] of Map.groupBy(events, (event) => event.partition)) {
        const checkpoint = this.#checkpoint(partition);
        for (const event of own) {
          if (checkpoint && comparePositions(event, checkpoint) <= 0) continue;
          const { n } = event.data as { n: number };
          count.run({ id: event.aggregateId, n, version: event.version });
        }
        this.#move(own.at(-1)!, checkpoint);
      }
    });
  }

  async park(event: UnappliedEvent): Promise<void> {
    this.#inTransaction(() => this.#move(event, this.#checkpoint(event.partition)));
  }

  #move(
    { partition, epoch, pos, eventId }: Omit<UnappliedEvent, 'aggregateId'>,
    before: Checkpoint | undefined,
  ): void {
    if (before && comparePositions({ epoch, pos }, before) <= 0) return;
    this.#db
      .prepare('insert or replace into checkpoints values (?, ?, ?, ?)')
      .run(partition, epoch, pos, eventId);
  }

  /** Without a checkpoint: what a handler might do, once per event. */
  note({ eventId, aggregateId }: StoredEvent): void {
    this.#inTransaction(() => this.#db.prepare('insert into notes values (?, ?)').run(eventId, aggregateId));
  }

  get noted(): number {
    return (this.#db.prepare('select count(*) as n from notes').get() as { n: number }).n;
  }

  rows(): Row[] {
    return this.#db.prepare('select * from rows').all() as Row[];
  }

  #inTransaction(work: () => void): void {
    this.#orOutage(() => {
      this.#db.exec('begin immediate');
      try {
        work();
        this.#db.exec('commit');
      } catch (error) {
        this.#db.exec('rollback');
        throw error;
      }
    });
  }

  #orOutage<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw cause;
      throw new OutageError('the database is locked', { cause });
    }
  }

  close(): void {
    this.#db.close();
  }
}

/** Takes the database away from everybody who writes, until it is given back. */
export function outage(file: string): () => void {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('begin immediate');
  return () => {
    db.exec('rollback');
    db.close();
  };
}
