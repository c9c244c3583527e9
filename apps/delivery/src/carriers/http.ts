/**
 * A carrier over HTTP. Asked: `POST {url}/parcels` with `Authorization: Bearer {key}` and the id of the shipment as
 * Idempotency-Key; answered: `{ "tracking": "…" }`. 4xx is a no, except for 429 (too many requests); everything else is no answer.
 */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { type Carrier, CarrierRefusedError, CarrierSilentError } from './carrier.ts';

const booked = z.object({ tracking: z.string().trim().min(1).max(limits.trackingLength) });
const problem = z.object({ detail: z.string() });

type Options = { name: string; url: string; apiKey: string; webhookSecret: string };

export const httpCarrier = ({ name, url, apiKey, webhookSecret }: Options): Carrier => ({
  name,
  webhookSecret,
  async book({ shipmentId, lines, to }, signal) {
    const items = lines.map(({ sku, quantity }) => ({ sku, quantity }));
    const headers = {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': shipmentId,
    };
    const body = JSON.stringify({ reference: shipmentId, to, items });
    const answer = await fetch(`${url}/parcels`, { method: 'POST', headers, body, signal }).catch(
      (cause: Error) => silent(`${name} does not answer`, cause),
    );
    const said: unknown = await answer.json().catch(() => undefined);
    if (answer.ok)
      return booked.safeParse(said).data?.tracking ?? silent(`${name} has answered without a number`);
    if (answer.status >= 500 || answer.status === 429) silent(`${name} answers ${answer.status}`);
    throw new CarrierRefusedError(problem.safeParse(said).data?.detail ?? `${name} answers ${answer.status}`);
  },
});

const silent = (words: string, cause?: Error): never => {
  throw new CarrierSilentError(words, { cause });
};
