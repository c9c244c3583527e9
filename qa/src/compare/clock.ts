/** The clock of the handlers: it shows the time of the recording at which they run. */
import { clock } from '@quickmart/streams';

export class Clock {
  readonly #real = Date.now;
  now = 0;

  /** From now on `Date.now()` and the clock of the system show this time. Timeouts and performance.now() do not change. */
  take(): void {
    Date.now = () => this.now;
    clock.pin(() => this.now);
  }

  giveBack(): void {
    Date.now = this.#real;
    clock.pin();
  }
}
