/** The providers as their tests make them. */
import type { RedisClient } from '@quickmart/streams';
import { simulatedProvider } from '../src/providers/simulated.ts';
import { stripeProvider } from '../src/providers/stripe.ts';
import { apiKey } from './stripe-stub.ts';

const silent = () => {};
export const logger = { debug: silent, info: silent, warn: silent, error: silent };
const webhookSecret = 'whsec_test_secret';

export const stripeAt = (url: string, key = apiKey, more: { returnUrl?: string } = {}) =>
  stripeProvider({ url, apiKey: key, webhookSecret, multicapture: true, ...more });
export const simulatorOn = (redis: RedisClient) =>
  simulatedProvider({ redis, logger, webhookUrl: 'http://127.0.0.1:1/', webhookSecret });
