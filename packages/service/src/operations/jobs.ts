/**
 * Work on read models that takes a while: one at a time in a process, and what became of the last one of each. It is known
 * to the process that does it; a start of the service forgets it, and a rebuild that was interrupted goes on with the next.
 */
import { reasonOf } from '../process/reason.ts';

export type Job = {
  kind: 'rebuild' | 'verify';
  state: 'running' | 'done' | 'failed';
  startedAt: number;
  endedAt: number | null;
  /** Events that were read so far. */
  events: number;
  /** Of a verify: rows that are not what the log says; of a rebuild: aggregates whose events cannot be applied. */
  findings: number | null;
  /** The first of them, or why it failed, in words. */
  details: string[];
};
export type Outcome = Pick<Job, 'findings' | 'details'>;
type Work = (onEvents: (count: number) => void) => Promise<Outcome>;

export class Jobs {
  readonly #last = new Map<string, Job>();
  #running: string | undefined;

  last = (readModel: string): Job | undefined => this.#last.get(readModel);

  /** What runs now; undefined: nothing. */
  get running(): string | undefined {
    return this.#running;
  }

  /** Begins it, where nothing runs. */
  begin(readModel: string, kind: Job['kind'], work: Work): void {
    const startedAt = Date.now();
    const job: Job = {
      kind,
      state: 'running',
      startedAt,
      endedAt: null,
      events: 0,
      findings: null,
      details: [],
    };
    this.#last.set(readModel, job);
    this.#running = readModel;
    const end = (outcome: Partial<Job>) => {
      Object.assign(job, outcome, { endedAt: Date.now() });
      this.#running = undefined;
    };
    work((count) => {
      job.events = count;
    }).then(
      (outcome) => end({ state: 'done', ...outcome }),
      (error: unknown) => end({ state: 'failed', details: [reasonOf(error)] }),
    );
  }
}
