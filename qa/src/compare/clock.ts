/** The clock of the handlers: it stands at the time of the recording at which they run. */
import { clock } from '@quickmart/streams';

export class Clock {
  readonly #real = Date.now;
  now = 0;

  /** Until it is given back, `Date.now()`, and the clock of the system, are this one's. Timeouts and performance.now() go on as they do. */
  take(): void {
    Date.now = () => this.now;
    clock.pin(() => this.now);
  }

  giveBack(): void {
    Date.now = this.#real;
    clock.pin();
  }
}
