/** The delivery service's part of the environment, checked at the start; secrets are in no message and no log. */
import { type Base, ConfigError, httpUrl, Neighbour, portOf, secret } from '@quickmart/service';
import { z } from 'zod';
import type { Carrier } from './carriers/carrier.ts';
import { httpCarrier } from './carriers/http.ts';
import { simulatedCarrier } from './carriers/simulated.ts';
import { limits } from './limits.ts';

export const settings = {
  orderUrl: httpUrl.default(`http://127.0.0.1:${portOf('order')}`),
  /** `simulated`, or the name of the one at `CARRIER_URL`. */
  carrier: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, { error: 'must be small letters, digits and dashes' })
    .default('simulated'),
  carrierUrl: httpUrl.optional(),
  carrierApiKey: secret.optional(),
  // No parcel is behind the simulated one, so it may be known.
  carrierWebhookSecret: secret.default('whsec_simulated'),
};
type DeliveryBase = Base<typeof settings>;
type Settings = DeliveryBase['settings'];

/** A real carrier needs its address and its secrets. */
export function checkSettings({ carrier, carrierUrl, carrierApiKey, carrierWebhookSecret }: Settings): void {
  if (carrier === 'simulated') return;
  const missing = [
    ...(carrierUrl === undefined ? ['CARRIER_URL'] : []),
    ...(carrierApiKey === undefined ? ['CARRIER_API_KEY'] : []),
    ...(carrierWebhookSecret === 'whsec_simulated' ? ['CARRIER_WEBHOOK_SECRET'] : []),
  ];
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${name} is missing`).join('; '));
}

export const partsOf = ({ settings, neighbours }: DeliveryBase) => ({
  carrier: carrierOf(settings),
  orders: new Neighbour({ name: 'order', url: settings.orderUrl, neighbours, timeoutMs: limits.askMs }),
});

function carrierOf({
  carrier: name,
  carrierUrl: url = '',
  carrierApiKey: apiKey = '',
  carrierWebhookSecret: webhookSecret,
}: Settings): Carrier {
  return name === 'simulated'
    ? simulatedCarrier(webhookSecret)
    : httpCarrier({ name, url, apiKey, webhookSecret });
}
