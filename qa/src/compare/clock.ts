/** The clock of the handlers: it stands at the time of the recording at which they run. */

export class Clock {
  readonly #real = Date.now;
  now = 0;

  /** Until it is given back, `Date.now()` is this one's. Timeouts and performance.now() go on as they do. */
  take(): void {
    Date.now = () => this.now;
  }

  giveBack(): void {
    Date.now = this.#real;
  }
}
