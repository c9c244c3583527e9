/**
 * What handlers did, and when, on files that outlive a kill -9. Times are those of the machine's monotonic clock, so
 * the journals of several processes can be laid on top of each other.
 */
import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';

export type Step = 'began' | 'ended' | 'failed';
/** `at` in ms. */
export type Line = { at: number; step: Step; aggregateId: string; version: number; attempt: number };

const stalled = 'stalled';

export const nowMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

/** When a process could not know that it had lost its partitions: stopped, or dead. */
export type Absence = { from: number; to: number };

const pulseMs = 20;
const stallMs = 100;

export class Journal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  /** Notes from now on when the machine did not let this process run. */
  watch(): void {
    let last = nowMs();
    const pulse = () => {
      const now = nowMs();
      if (now - last > stallMs) writeSync(this.#file, `${now} ${stalled} ${last}\n`);
      last = now;
    };
    setInterval(pulse, pulseMs).unref();
  }

  note(step: Step, { aggregateId, version }: { aggregateId: string; version: number }, attempt = 1): void {
    writeSync(this.#file, `${nowMs()} ${step} ${aggregateId} ${version} ${attempt}\n`);
  }
}

export function readJournal(path: string): Line[] {
  return linesOf(path)
    .filter(([, step]) => step !== stalled)
    .map(([at, step, aggregateId = '', version, attempt]) => ({
      at: Number(at),
      step: step as Step,
      aggregateId,
      version: Number(version),
      attempt: Number(attempt),
    }));
}

export const readStalls = (path: string): Absence[] =>
  linesOf(path)
    .filter(([, step]) => step === stalled)
    .map(([to, , from]) => ({ from: Number(from), to: Number(to) }));

/** A line that a kill has cut off is no line. */
function linesOf(path: string): string[][] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => line.split(' '));
}
