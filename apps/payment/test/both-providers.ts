/** Both providers, for a file of tests: the simulated one on a Redis of its own, and Stripe's before a stub of it, anew for each test. */
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Provider } from '../src/providers/provider.ts';
import { simulatorOn, stripeAt } from './providers.ts';
import { StripeStub } from './stripe-stub.ts';

export type Both = { redis: TestRedis; simulator: Provider; stub: StripeStub; stripe: Provider };

/** Filled when the first test begins. */
export function bothProviders(): Both {
  const both = {} as Both;
  beforeAll(async () => {
    both.redis = await startRedis();
    both.simulator = simulatorOn(both.redis.connect());
  });
  afterAll(() => both.redis.stop());
  beforeEach(async () => {
    both.stub = await new StripeStub().start();
    both.stripe = stripeAt(both.stub.url);
    return () => both.stub.stop();
  });
  return both;
}
