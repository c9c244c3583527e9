/** Events that a build of tables cannot apply: the reasons, for its report, and the dead letters, for operators. */
import { DeadLetters, type EventLog, formatPosition, type LogEntry } from '@quickmart/streams';
import { limits } from '../limits.ts';
import { reasonOf } from '../table/database.ts';

export class Unapplied {
  readonly reasons = new Map<string, string>();
  readonly #log: EventLog;
  readonly #group: string;

  constructor({ log, group }: { log: EventLog; group: string }) {
    this.#log = log;
    this.#group = group;
  }

  async add(logged: LogEntry, error: unknown): Promise<void> {
    const [, fields] = logged.entry;
    const eventId = fields[0] === 'eventId' ? fields[1] : undefined;
    this.reasons.set(eventId ?? formatPosition(logged), reasonOf(error));
    if (this.reasons.size > limits.buildDeadLetters) return;
    await new DeadLetters(this.#log, logged.category, this.#group).add(logged, error);
  }
}
