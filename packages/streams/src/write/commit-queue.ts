/**
 * The commands of one category that wait for their append, and which of them go into the next one.
 *
 * Several appends may be under way: while Redis executes one, the next is decided. Invariants:
 * - No two of them have a conflict key in common (an aggregate, an idempotency key, a claimed value).
 * - Of commands that have a conflict key in common, the earlier one goes first. So each sees what those before it did.
 * - Whatever arrives while nothing may begin is folded into the next append (group commit).
 */
import { limits } from '../limits.ts';

/** What cannot be in two appends at a time. */
export type Conflicting = { readonly conflictKeys: readonly string[] };

export class CommitQueue<Command extends Conflicting> {
  #waiting: Command[] = [];
  #underWay = 0;
  readonly #busy = new Set<string>();

  add(command: Command): void {
    this.#waiting.push(command);
  }

  /** For commands that were taken and not used: they come first again. */
  putBack(commands: readonly Command[]): void {
    this.#waiting.unshift(...commands);
  }

  isWaiting(command: Command): boolean {
    return this.#waiting.includes(command);
  }

  /** The commands of the next append; none where it has to wait. To be given to {@link done} when it has ended. */
  take(): Command[] {
    if (this.#underWay === limits.commitsUnderWay) return [];
    const taken: Command[] = [];
    const left: Command[] = [];
    const passed = new Set<string>();
    const most = this.#share();
    let conflictKeys = 0;
    for (const [i, command] of this.#waiting.entries()) {
      if (taken.length === most || left.length === limits.commitCommands) {
        left.push(...this.#waiting.slice(i));
        break;
      }
      conflictKeys += command.conflictKeys.length;
      const isFull = taken.length > 0 && conflictKeys > limits.commitConflictKeys;
      if (isFull || command.conflictKeys.some((key) => this.#busy.has(key) || passed.has(key))) {
        for (const key of command.conflictKeys) passed.add(key);
        left.push(command);
      } else taken.push(command);
    }
    this.#waiting = left;
    if (taken.length > 0) this.#begin(taken);
    return taken;
  }

  #begin(commands: readonly Command[]): void {
    this.#underWay++;
    for (const { conflictKeys } of commands) for (const key of conflictKeys) this.#busy.add(key);
  }

  done(commands: readonly Command[]): void {
    this.#underWay--;
    for (const { conflictKeys } of commands) for (const key of conflictKeys) this.#busy.delete(key);
  }

  /** Many commands are divided among the appends that may begin now: so none waits for all the others. */
  #share(): number {
    const { length } = this.#waiting;
    const parts = length < limits.commitSplit ? 1 : limits.commitsUnderWay - this.#underWay;
    return Math.min(limits.commitCommands, Math.ceil(length / parts));
  }
}
