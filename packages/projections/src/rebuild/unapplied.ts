/** Events that a build of tables cannot apply: the reasons, for its report, and the dead letters, for operators. */
import { DeadLetters, type EventLog, eventIdOf, formatPosition, type LogEntry } from '@quickmart/streams';
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
    this.reasons.set(eventIdOf(logged.entry) || formatPosition(logged), reasonOf(error));
    if (this.reasons.size > limits.buildDeadLetters) return;
    await new DeadLetters(this.#log, logged.category, this.#group).add(logged, error);
  }
}
