/**
 * What carriers tell by themselves. Told twice, it has one effect, by the id of their message. What is told too early (409) or
 * cannot be written now (503) they are to tell again.
 */

import { shipmentEnd, trackingNews } from '@quickmart/contracts/delivery/events';
import { type Api, commandOf, createRoute, isWebhookSigned, json, jsonBody, open } from '@quickmart/service';
import { clock, type EventStore, type Logger } from '@quickmart/streams';
import { z } from 'zod';
import { type CarrierEvent, carrierEvent } from './api.ts';
import type { Carrier } from './carriers/carrier.ts';
import { errors, refuse } from './problems.ts';
import { shipment, tell } from './shipment.ts';

const signatureHeader = 'Carrier-Signature';

const received = z
  .object({ received: z.literal(true) })
  .meta({ id: 'CarrierEventReceived', example: { received: true } });

const route = createRoute({
  method: 'post',
  path: '/api/carriers/{carrier}/webhooks',
  operationId: 'receiveCarrierEvent',
  access: open('the carrier signs what it sends'),
  tags: ['Webhooks'],
  summary: 'For the carrier: where a shipment is, signed as `t=<unix seconds>,v1=<HMAC-SHA256 of t.body>`',
  description:
    'The bytes of the body are what is signed. `delivered`, `lost` and `returned` end the shipment, and the order notes it; ' +
    'what is told after that is acknowledged, and changes nothing.',
  parameters: [
    {
      in: 'header',
      name: signatureHeader,
      required: true,
      schema: { type: 'string' },
      description: 'The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>`',
    },
  ],
  request: { params: z.object({ carrier: z.string() }), body: jsonBody(carrierEvent) },
  responses: {
    200: json(received, 'Taken note of'),
    ...errors('signature-invalid', 'shipment-not-in-transit'),
  },
});

type WebhookParts = { store: EventStore; carrier: Carrier; logger: Logger };

export function webhooks(api: Api, { store, carrier, logger }: WebhookParts): void {
  const { name, webhookSecret } = carrier;
  api.openapi(route, async (c) => {
    if (c.req.valid('param').carrier !== name) refuse('not-found', 'this carrier is not in use');
    const { rawBody } = c.get('request');
    if (!isWebhookSigned(webhookSecret, c.req.header(signatureHeader), rawBody, clock.now()))
      refuse('signature-invalid', `${signatureHeader} is missing, too old, or not of this body`);
    const { id, shipmentId, what, ...rest } = c.req.valid('json');
    const told = toldBy({ what, ...rest });
    const decide = (state: Parameters<typeof tell>[0]) => {
      // A parcel of another carrier is none of its business.
      if (state !== null && state.carrier !== name) refuse('not-found', 'there is no such shipment');
      return tell(state, told);
    };
    await store.decide(shipment, shipmentId, decide, {
      ...commandOf(c),
      idempotencyKey: `carrier:${name}:${id}`,
    });
    logger.info({ carrier: name, carrierEvent: id, what, shipmentId }, 'carrier event taken');
    return c.json({ received: true as const }, 200);
  });
}

function toldBy({
  what,
  place,
  at,
}: Pick<CarrierEvent, 'what' | 'place' | 'at'>): Parameters<typeof tell>[1] {
  const status = shipmentEnd.safeParse(what).data;
  return status ? { status } : { news: trackingNews.parse(what), place, at };
}
