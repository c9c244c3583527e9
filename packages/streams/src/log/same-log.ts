/**
 * Is the log still the one that a service's read models come from? After a flush, a failover without its last events or a
 * restored backup it is another one: what would be decided on it would be wrong, and what would be appended to it would
 * take the places of events that others have seen. Asked before the first command, and again whenever the log may have been
 * replaced: after a reconnect, and where a category does not carry the mark that it was known by.
 */
export class SameLog {
  readonly #check: (() => Promise<void>) | undefined;
  #isSure = false;
  #invalidations = 0;
  #asking: Promise<void> | undefined;

  /** `check` rejects where it is another one. Without: nobody wants to know. */
  constructor(check: (() => Promise<void>) | undefined) {
    this.#check = check;
  }

  invalidate(): void {
    this.#isSure = false;
    this.#invalidations++;
  }

  /** Undefined where that is known. */
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
