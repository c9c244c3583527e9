/**
 * What providers tell by themselves. Everything that is signed is acknowledged, also what is of no interest: else
 * the provider would send it again for days. Told twice, it has one effect, by the id of the provider's event.
 */
import { id } from '@quickmart/contracts/shapes';
import { type Api, commandOf, createRoute, isWebhookSigned, json, jsonBody, open } from '@quickmart/service';
import { clock, type EventStore, type Logger, OutageError } from '@quickmart/streams';
import { z } from 'zod';
import { type ProviderEvent, providerEvent } from './api.ts';
import type { RetryPolicy } from './attempts.ts';
import { onProviderEvent } from './news.ts';
import { payment } from './payment.ts';
import { errors, refuse } from './problems.ts';
import { type Provider, RefusedError, type Told, UnansweredError } from './providers/provider.ts';

const received = z
  .object({ received: z.literal(true) })
  .meta({ id: 'WebhookReceived', example: { received: true } });

/** `header`: where the provider in use puts its signature. */
const webhookRoute = (header: string) =>
  createRoute({
    method: 'post',
    path: '/api/webhooks/{provider}',
    operationId: 'receiveWebhook',
    access: open('the provider signs what it sends'),
    tags: ['Webhooks'],
    summary: 'For the payment provider: an event, signed as `t=<unix seconds>,v1=<HMAC-SHA256 of t.body>`',
    description:
      'The bytes of the body are what is signed. Whatever is signed is acknowledged, also what is of no interest here; ' +
      'told twice, by the `id` of the event, it has one effect.',
    parameters: [
      {
        in: 'header',
        name: header,
        required: true,
        schema: { type: 'string' },
        description: 'The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>`',
      },
    ],
    request: { params: z.object({ provider: z.string() }), body: jsonBody(providerEvent) },
    responses: { 200: json(received, 'Taken note of'), ...errors('signature-invalid') },
  });

export type WebhookOptions = { store: EventStore; provider: Provider; retry: RetryPolicy; logger: Logger };

export function webhooks(api: Api, options: WebhookOptions): void {
  const { name, webhooks } = options.provider;
  api.openapi(webhookRoute(webhooks.header), async (c) => {
    if (c.req.valid('param').provider !== name) refuse('not-found', 'this provider is not in use');
    const { rawBody } = c.get('request');
    if (!isWebhookSigned(webhooks.secret, c.req.header(webhooks.header), rawBody, clock.now()))
      refuse('signature-invalid', `${webhooks.header} is missing, too old, or not of this body`);
    const event = c.req.valid('json');
    await take(options, event, await read(options.provider, event, c.req.raw.signal), commandOf(c));
    return c.json({ received: true as const }, 200);
  });
}

/**
 * What it does not say the provider is asked for. Where that has no answer now, or is refused, as to a key that may not
 * read, the provider is to send it again: 503.
 */
async function read(
  provider: Provider,
  event: ProviderEvent,
  signal: AbortSignal,
): Promise<Told | undefined> {
  try {
    return await provider.webhooks.read(event, signal);
  } catch (cause) {
    if (cause instanceof UnansweredError || cause instanceof RefusedError)
      throw new OutageError(`${event.type}: what else there is to know: ${cause.message}`, { cause });
    throw cause;
  }
}

async function take(
  { store, provider, retry, logger }: WebhookOptions,
  event: ProviderEvent,
  told: Told | undefined,
  command: ReturnType<typeof commandOf>,
): Promise<void> {
  const paymentId = id.safeParse(told?.paymentId).data;
  const fields = { provider: provider.name, providerEvent: event.id, type: event.type, paymentId };
  if (told === undefined || paymentId === undefined) return logger.info(fields, 'webhook of no interest');
  for (const [n, news] of told.news.entries()) {
    const idempotencyKey = `webhook:${provider.name}:${event.id}${n === 0 ? '' : `:${n}`}`;
    await store.decide(
      payment,
      paymentId,
      (state) => (state?.provider === provider.name ? onProviderEvent(state, news, retry, clock.now()) : []),
      { ...command, idempotencyKey },
    );
  }
  logger.info(fields, 'webhook taken');
}
