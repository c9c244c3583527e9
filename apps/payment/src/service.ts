/** The payment service, whole but for its process: `main.ts` runs it, and the tools in `qa/` use its parts. */
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import type { ReadModels } from '@quickmart/projections';
import { type ApiOptions, consumerGauges, createApi, logCheck, redisCheck } from '@quickmart/service';
import { consumerGroup, EventStore, NotReadyError } from '@quickmart/streams';
import type { RetryPolicy } from './attempts.ts';
import { limits } from './limits.ts';
import { payment } from './payment.ts';
import { problems } from './problems.ts';
import type { Provider } from './providers/provider.ts';
import { onOrder, onPayment, onTimer } from './reactions.ts';
import { paymentList } from './read-models.ts';
import { routes } from './routes.ts';
import { webhooks } from './webhooks.ts';

export type { Answer } from './attempts.ts';
export { partsOf, readConfig } from './config.ts';
export { problems } from './problems.ts';
export { type Call, type Provider, UnansweredError } from './providers/provider.ts';
export { sign } from './signature.ts';
export const name = 'payment';
/** Whose keys it works with in Redis. */
export const categories = ['payment', 'order'];
export const aggregates = [payment];
export const projections = [paymentList];
export const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

type Parts = Pick<ApiOptions, 'redis' | 'log'> & {
  readModels: ReadModels;
  provider: Provider;
  retry: RetryPolicy;
};

export function wire({ redis, log, readModels, provider, retry }: Parts) {
  const store = new EventStore({
    redis,
    codec: registry,
    sameLog: (log) => readModels.assertSameLog(log),
  });
  const consumers = consumerGroup(name, { store, log })
    .react('order', onOrder(store, provider.name))
    .react('payment', onPayment({ store, provider, retry }))
    .timers('payment', onTimer(store))
    .project('payment', readModels.projector);
  const api = createApi({
    problems,
    ...{ name, log, store, redis, category: 'payment' },
    title: 'QuickMart payments',
    description:
      'One payment per order: authorized, captured at dispatch, voided or refunded when the order ends.',
    tags: [
      { name: 'Payments', description: 'Follow, refund' },
      { name: 'Webhooks', description: 'What the payment provider tells by itself' },
    ],
    copies: readModels,
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: redisCheck(redis, categories),
      log: logCheck(store.log, 'payment'),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
      provider: providerCheck(provider),
    },
  });
  routes(api, { store, readModels });
  webhooks(api, { store, provider, retry, log });
  return { api, consumers };
}

/**
 * Not whether it answers: an outage is waited for. But what nobody can wait for, as a key that is refused. It is asked
 * for by the way, so that a wrong key is known before the first payment; readiness does not wait for the answer.
 */
function providerCheck(provider: Provider): () => void {
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
