/**
 * Readiness of the provider: not whether it answers, an outage is waited for; but what nobody can wait for, as a key that
 * is refused. It is asked for by the way, so that a wrong key is known before the first payment; readiness does not wait
 * for the answer.
 */
import { NotReadyError } from '@quickmart/streams';
import { limits } from './limits.ts';
import type { Provider } from './providers/provider.ts';

export function providerCheck(provider: Provider): () => void {
  let probedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - probedAt > limits.probeMs) {
      probedAt = performance.now();
      provider.probe(AbortSignal.timeout(limits.probeMs)).catch(() => {}); // what matters is in trouble()
    }
    const trouble = provider.trouble();
    if (trouble !== null) throw new NotReadyError(trouble);
  };
}
