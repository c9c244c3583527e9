/**
 * When a log may be read for an index: one at a time, and not while somebody searches without it. So nobody who searches waits
 * behind pages that nobody has asked for.
 */
export class Turn {
  #last: Promise<unknown> = Promise.resolve();
  #searches: Promise<void> | undefined;

  /** One after the other. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Whoever reads waits for this search. */
  before<Result>(search: Promise<Result>): Promise<Result> {
    this.#searches = Promise.allSettled([this.#searches, search]).then(() => undefined);
    return search;
  }

  /** Between two pages: resolves when nobody searches. */
  async free(): Promise<void> {
    for (let seen: unknown; seen !== this.#searches; ) {
      seen = this.#searches;
      await seen;
    }
  }
}
