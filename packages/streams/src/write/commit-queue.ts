/**
 * The commands of one category that wait for their append, and which of them go into the next one.
 *
 * Several appends may be under way: while Redis executes one, the next is decided. Invariants:
 * - No two of them have a mark in common (an aggregate, an append id, a claimed value).
 * - Of commands that have a mark in common, the earlier one goes first. So each sees what those before it did.
 * - Whatever arrives while nothing may begin is folded into the next append (group commit).
 */
import { limits } from '../limits.ts';

/** What cannot be in two appends at a time. */
export type Marked = { readonly marks: readonly string[] };

export class CommitQueue<Command extends Marked> {
  #waiting: Command[] = [];
  #underWay = 0;
  readonly #busy = new Set<string>();

  add(command: Command): void {
    this.#waiting.push(command);
  }

  /** Taken, and left out after all: first again. */
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
    let marks = 0;
    for (const [i, command] of this.#waiting.entries()) {
      if (taken.length === most || left.length === limits.commitCommands) {
        left.push(...this.#waiting.slice(i));
        break;
      }
      marks += command.marks.length;
      const isFull = taken.length > 0 && marks > limits.commitMarks;
      if (isFull || command.marks.some((mark) => this.#busy.has(mark) || passed.has(mark))) {
        for (const mark of command.marks) passed.add(mark);
        left.push(command);
      } else taken.push(command);
    }
    this.#waiting = left;
    if (taken.length > 0) this.#begin(taken);
    return taken;
  }

  #begin(commands: readonly Command[]): void {
    this.#underWay++;
    for (const { marks } of commands) for (const mark of marks) this.#busy.add(mark);
  }

  done(commands: readonly Command[]): void {
    this.#underWay--;
    for (const { marks } of commands) for (const mark of marks) this.#busy.delete(mark);
  }

  /** Of many commands, each append that may begin now takes its part: none waits until all of them are executed. */
  #share(): number {
    const { length } = this.#waiting;
    const parts = length < limits.commitSplit ? 1 : limits.commitsUnderWay - this.#underWay;
    return Math.min(limits.commitCommands, Math.ceil(length / parts));
  }
}
