/** Every event exactly once; where the system knows aggregates, in order per aggregate. */
import type { Seen } from './system.ts';

export class Oracle {
  readonly #times: Uint8Array;
  readonly #versions = new Map<string, number>();
  readonly #wanted: number;
  #first = 0;
  #outOfOrder = 0;
  readonly #complete = Promise.withResolvers<void>();

  constructor(wanted: number) {
    this.#wanted = wanted;
    this.#times = new Uint8Array(wanted);
  }

  /** Resolves when every event was seen at least once. */
  get complete(): Promise<void> {
    return this.#complete.promise;
  }

  see({ n, aggregateId, version }: Seen): void {
    if (aggregateId !== undefined && version !== undefined) {
      if (version !== (this.#versions.get(aggregateId) ?? 0) + 1) this.#outOfOrder++;
      this.#versions.set(aggregateId, version);
    }
    this.#times[n]!++;
    if (this.#times[n] === 1 && ++this.#first === this.#wanted) this.#complete.resolve();
  }

  /** Throws where anything was missed, repeated or out of order. */
  check(): void {
    const wrong = this.#times.reduce((sum, times) => sum + (times === 1 ? 0 : 1), 0);
    must(wrong === 0, `${wrong} of ${this.#wanted} events were not handled exactly once`);
    must(this.#outOfOrder === 0, `${this.#outOfOrder} events were out of order`);
  }
}

export function must(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(`oracle: ${complaint}`);
}
