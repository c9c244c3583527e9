/** The simulated provider, answering when it is told to, and not always so that it is heard. */
import type { Answer } from '../../../apps/payment/src/attempts.ts';
import type { Call } from '../../../apps/payment/src/providers/provider.ts';
import { type Fate, PlayedProvider } from '../played-provider.ts';

type Waiting = { call: Call; resolve: (answer: Answer) => void; reject: (error: unknown) => void };

export class SlowProvider extends PlayedProvider {
  readonly #waiting: Waiting[] = [];
  #asked = Promise.withResolvers<void>();

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves with the next call. */
  asked(): Promise<void> {
    return this.#asked.promise;
  }

  /** Lets one call have its fate. */
  release(which: number, fate: Fate): Call {
    const [{ call, resolve, reject }] = this.#waiting.splice(which, 1) as [Waiting];
    try {
      resolve(this.meet(call, fate));
    } catch (error) {
      reject(error);
    }
    return call;
  }

  protected ask(call: Call): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.push({ call, resolve, reject });
    this.#asked.resolve();
    this.#asked = Promise.withResolvers();
    return promise;
  }
}
