/** The simulated provider, which answers at once, or not at all. */
import type { Call } from '../../../apps/payment/src/providers/provider.ts';
import type { Random } from '../../src/random.ts';
import { PlayedProvider } from '../played-provider.ts';

const fates = [
  ...(['answered', 'answered', 'answered', 'answered'] as const),
  ...(['request lost', 'answer lost', 'died before', 'died after'] as const),
];

export class HastyProvider extends PlayedProvider {
  isReliable = false;
  readonly #rng: Random;

  constructor(rng: Random) {
    super();
    this.#rng = rng;
  }

  protected async ask(call: Call) {
    return this.meet(call, this.isReliable ? 'answered' : this.#rng.pick(fates));
  }
}
