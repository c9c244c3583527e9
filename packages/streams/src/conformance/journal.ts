/**
 * What handlers did, and when, on files that outlive a kill -9. Times are those of the machine's monotonic clock, so
 * the journals of several processes can be laid on top of each other.
 */
import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';

export type Step = 'began' | 'ended' | 'failed';
/** `at` in ms. */
export type Line = { at: number; step: Step; aggregateId: string; version: number; attempt: number };

export const nowMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

export class Journal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  note(step: Step, { aggregateId, version }: { aggregateId: string; version: number }, attempt = 1): void {
    writeSync(this.#file, `${nowMs()} ${step} ${aggregateId} ${version} ${attempt}\n`);
  }
}

export function readJournal(path: string): Line[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => {
    const [at, step, aggregateId = '', version, attempt] = line.split(' ');
    return {
      at: Number(at),
      step: step as Step,
      aggregateId,
      version: Number(version),
      attempt: Number(attempt),
    };
  });
}
