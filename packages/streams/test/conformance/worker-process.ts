import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Absence, nowMs } from './journal.ts';

/** A process that may be killed or stopped, and that knows when it was. */
export class Worker {
  readonly journal: string;
  readonly absent: Absence[] = [];
  readonly started: Promise<unknown>;
  /** With its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly #process: ChildProcess;

  constructor(process: ChildProcess, journal: string) {
    this.#process = process;
    this.journal = journal;
    this.ended = once(process, 'exit').then(([code, signal]) => {
      this.absent.push({ from: nowMs(), to: Infinity });
      return code ?? signal;
    });
    this.started = Promise.race([once(process, 'message'), this.ended]);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  kill(): void {
    this.absent.push({ from: nowMs(), to: Infinity });
    this.#process.kill('SIGKILL');
  }

  /** Until what it gives back is called. */
  pause(): () => void {
    const absence = { from: nowMs(), to: Infinity };
    this.absent.push(absence);
    this.#process.kill('SIGSTOP');
    return () => {
      this.#process.kill('SIGCONT');
      absence.to = nowMs();
    };
  }

  /** By SIGTERM; it must end well. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    const how = await this.ended;
    if (how !== 0) throw new Error(`worker ${this.pid} ended with ${how}`);
  }
}
