/** The payment service's part of the environment, checked at the start; secrets are in no message and no log. */
import { type Base, ConfigError, httpUrl, secret, wholeNumber } from '@quickmart/service';
import { z } from 'zod';
import { calledWith } from './called.ts';
import { limits } from './limits.ts';
import { guarded } from './providers/guarded.ts';
import type { Provider } from './providers/provider.ts';
import { simulatedProvider } from './providers/simulated.ts';
import { stripeProvider } from './providers/stripe.ts';

export const settings = {
  paymentProvider: z.enum(['simulated', 'stripe']).default('simulated'),
  paymentTimeoutMs: wholeNumber(10, 60_000).default(10_000),
  paymentRetryBaseMs: wholeNumber(1, limits.retryCapMs).default(1_000),
  paymentAttemptsMax: wholeNumber(1, 20).default(8),
  stripeUrl: httpUrl.default('https://api.stripe.com'),
  stripeApiKey: secret.optional(),
  stripeWebhookSecret: secret.optional(),
  stripeReturnUrl: httpUrl.optional(),
  // Stripe allows it to some accounts only.
  stripeMulticapture: z.stringbool().default(false),
  // No money is behind it, so it may be known; other processes of the service need the same one.
  simulatedWebhookSecret: secret.default('whsec_simulated'),
  simulatedWebhookUrl: httpUrl.optional(),
};
type PaymentBase = Base<typeof settings>;
type Settings = PaymentBase['settings'];

/** Stripe needs its two secrets. */
export function checkSettings({ paymentProvider, stripeApiKey, stripeWebhookSecret }: Settings): void {
  if (paymentProvider === 'simulated') return;
  const missing = [
    ...(stripeApiKey === undefined ? ['STRIPE_API_KEY'] : []),
    ...(stripeWebhookSecret === undefined ? ['STRIPE_WEBHOOK_SECRET'] : []),
  ];
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${name} is missing`).join('; '));
}

/** The provider, and how often it is asked again. */
export function partsOf({ settings, redis, logger, metrics }: Omit<PaymentBase, 'store' | 'readModels'>) {
  const { paymentProvider, paymentTimeoutMs, paymentAttemptsMax, paymentRetryBaseMs } = settings;
  const { breakerFailures, breakerOpenMs, retryCapMs } = limits;
  const bare = paymentProvider === 'stripe' ? stripeOf(settings) : simulatedOf(settings, { redis, logger });
  const guard = { timeoutMs: paymentTimeoutMs, breakerFailures, breakerOpenMs, logger };
  const retry = { attemptsMax: paymentAttemptsMax, retryBaseMs: paymentRetryBaseMs, retryCapMs };
  return { provider: guarded(bare, guard), retry, called: calledWith(metrics) };
}

function stripeOf({ stripeUrl, stripeApiKey = '', stripeWebhookSecret = '', ...more }: Settings): Provider {
  const { stripeMulticapture: multicapture, stripeReturnUrl: returnUrl } = more;
  const [url, apiKey, webhookSecret] = [stripeUrl, stripeApiKey, stripeWebhookSecret];
  return stripeProvider({ url, apiKey, webhookSecret, multicapture, returnUrl });
}

function simulatedOf(config: Settings, parts: Pick<PaymentBase, 'redis' | 'logger'>): Provider {
  const own = config.host.includes(':') ? `[${config.host}]` : config.host;
  const host = ['0.0.0.0', '[::]'].includes(own) ? '127.0.0.1' : own;
  const webhookUrl = config.simulatedWebhookUrl ?? `http://${host}:${config.port}/api/webhooks/simulated`;
  return simulatedProvider({ ...parts, webhookUrl, webhookSecret: config.simulatedWebhookSecret });
}
