/** The payment service's part of the environment, checked at the start; secrets are in no message and no log. */
import { ConfigError, loadConfig, wholeNumber } from '@quickmart/service';
import type { Log, RedisClient } from '@quickmart/streams';
import { z } from 'zod';
import { limits } from './limits.ts';
import { guarded } from './providers/guarded.ts';
import type { Provider } from './providers/provider.ts';
import { simulatedProvider } from './providers/simulated.ts';
import { stripeProvider } from './providers/stripe.ts';

const port = 3004;
const secret = z
  .string()
  .regex(/^[\x21-\x7e]{8,255}$/, { error: 'must be 8 to 255 characters without spaces' });
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' });

const own = {
  paymentProvider: z.enum(['simulated', 'stripe']).default('simulated'),
  paymentTimeoutMs: wholeNumber(10, 60_000).default(10_000),
  paymentRetryBaseMs: wholeNumber(1, limits.retryCapMs).default(1_000),
  paymentAttemptsMax: wholeNumber(1, 20).default(8),
  stripeUrl: httpUrl.default('https://api.stripe.com'),
  stripeApiKey: secret.optional(),
  stripeWebhookSecret: secret.optional(),
  // No money is behind it, so it may be known; other processes of the service need the same one.
  simulatedWebhookSecret: secret.default('whsec_simulated'),
  simulatedWebhookUrl: httpUrl.optional(),
};
export type PaymentConfig = ReturnType<typeof readConfig>;

export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const config = loadConfig({ port, databaseUrl: 'file:.data/payment.sqlite' }, env, own);
  if (config.paymentProvider === 'simulated') return config;
  const missing = [
    ...(config.stripeApiKey === undefined ? ['STRIPE_API_KEY'] : []),
    ...(config.stripeWebhookSecret === undefined ? ['STRIPE_WEBHOOK_SECRET'] : []),
  ];
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${name} is missing`).join('; '));
  return config;
}

/** What the service needs beside its connections. */
export function partsOf(config: PaymentConfig, parts: { redis: RedisClient; log: Log }) {
  const { paymentProvider, paymentTimeoutMs, paymentAttemptsMax, paymentRetryBaseMs } = config;
  const { breakerFailures, breakerOpenMs, retryCapMs } = limits;
  const bare = paymentProvider === 'stripe' ? stripeOf(config) : simulatedOf(config, parts);
  const guard = { timeoutMs: paymentTimeoutMs, breakerFailures, breakerOpenMs, log: parts.log };
  const retry = { attemptsMax: paymentAttemptsMax, retryBaseMs: paymentRetryBaseMs, retryCapMs };
  return { provider: guarded(bare, guard), retry };
}

function stripeOf({ stripeUrl, stripeApiKey = '', stripeWebhookSecret = '' }: PaymentConfig): Provider {
  return stripeProvider({ url: stripeUrl, apiKey: stripeApiKey, webhookSecret: stripeWebhookSecret });
}

function simulatedOf(config: PaymentConfig, parts: { redis: RedisClient; log: Log }): Provider {
  const own = config.host.includes(':') ? `[${config.host}]` : config.host;
  const host = ['0.0.0.0', '[::]'].includes(own) ? '127.0.0.1' : own;
  const webhookUrl = config.simulatedWebhookUrl ?? `http://${host}:${config.port}/api/webhooks/simulated`;
  return simulatedProvider({ ...parts, webhookUrl, webhookSecret: config.simulatedWebhookSecret });
}
