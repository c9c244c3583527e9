/**
 * Is the log still the one that a service's read models come from? After a flush, a failover without its last events or a
 * restored backup it is another one. Decisions on it would be wrong, and new events would take the places of events that
 * others have seen.
 *
 * It is asked before the first command, and again whenever the log may have been replaced: after a reconnect, and where a
 * category has another mark than before.
 */
export class SameLog {
  readonly #check: (() => Promise<void>) | undefined;
  #isSure = false;
  #invalidations = 0;
  #asking: Promise<void> | undefined;

  /** `check` rejects where it is another one. Without it, nothing is checked. */
  constructor(check: (() => Promise<void>) | undefined) {
    this.#check = check;
  }

  invalidate(): void {
    this.#isSure = false;
    this.#invalidations++;
  }

  /** Undefined: it is known to be the same. */
  assert(): Promise<void> | undefined {
    if (this.#check === undefined || this.#isSure) return undefined;
    this.#asking ??= this.#ask(this.#check).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(check: () => Promise<void>): Promise<void> {
    // What was found before an invalidation says nothing.
    let invalidations: number;
    do {
      invalidations = this.#invalidations;
      await check();
    } while (invalidations !== this.#invalidations);
    this.#isSure = true;
  }
}
