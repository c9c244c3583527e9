/** Requests to Stripe: form encoding, idempotency keys, and what each kind of failure means. */
import { OutageError } from '@quickmart/streams';
import { z } from 'zod';
import { limits } from '../limits.ts';
import { KeyRefusedError, RefusedError, UnansweredError } from './provider.ts';

export type StripeOptions = { url: string; apiKey: string };
export type Form = Record<string, string>;

const id = z.string().min(1).max(limits.providerRefLength);
const metadata = z.record(z.string(), z.string()).optional();
/** The parts of Stripe's objects that are used. */
export const intent = z.looseObject({
  id,
  status: z.string(),
  currency: z.string().optional(),
  amount_received: z.int().optional(),
  client_secret: z.string().nullish(),
  next_action: z.looseObject({ redirect_to_url: z.looseObject({ url: z.string() }).nullish() }).nullish(),
  metadata,
  last_payment_error: z
    .looseObject({ code: z.string().nullish(), decline_code: z.string().nullish() })
    .nullish(),
});
export type Intent = z.infer<typeof intent>;
const multicapture = z.looseObject({ multicapture: z.looseObject({ status: z.string() }).nullish() });
const cardDetails = z.looseObject({ card: multicapture.nullish() });
export const intentWithCharge = intent.extend({
  latest_charge: z.looseObject({ payment_method_details: cardDetails.nullish() }).nullish(),
});
export const refund = z.looseObject({
  id,
  status: z.string().nullable(),
  amount: z.int().optional(),
  currency: z.string().optional(),
  payment_intent: z.string().nullish(),
  metadata: metadata.nullable(),
  failure_reason: z.string().nullish(),
});
export type Refund = z.infer<typeof refund>;
export const refundList = z.looseObject({ data: z.array(refund) });
export const charge = z.looseObject({
  id,
  amount_captured: z.int(),
  currency: z.string(),
  payment_intent: z.string().nullish(),
});
export const dispute = z.looseObject({
  id,
  amount: z.int(),
  currency: z.string(),
  status: z.string(),
  reason: z.string().nullish(),
  payment_intent: z.string().nullish(),
});
const failure = z.looseObject({
  error: z.looseObject({
    code: z.string().nullish(),
    decline_code: z.string().nullish(),
    type: z.string().nullish(),
    payment_intent: z.looseObject({ id: z.string() }).nullish(),
  }),
});

function refusal(status: number, body: unknown): RefusedError {
  const { error } = failure.safeParse(body).data ?? { error: undefined };
  const reason = error?.decline_code ?? error?.code ?? error?.type ?? `status ${status}`;
  return new RefusedError(reason, error?.payment_intent?.id ?? null);
}

const version = '2024-06-20';
/** The request has not reached Stripe. */
const unreachable = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
]);

export class StripeApi {
  readonly #options: StripeOptions;
  constructor(options: StripeOptions) {
    this.#options = options;
  }

  get<Shape extends z.ZodType>(path: string, shape: Shape, signal: AbortSignal): Promise<z.output<Shape>> {
    return this.#send(path, { method: 'GET', signal }, shape);
  }

  post<Shape extends z.ZodType>(
    path: string,
    form: Form,
    key: string,
    shape: Shape,
    signal: AbortSignal,
  ): Promise<z.output<Shape>> {
    const body = new URLSearchParams(form);
    return this.#send(path, { method: 'POST', body, headers: { 'Idempotency-Key': key }, signal }, shape);
  }

  async #send<Shape extends z.ZodType>(
    path: string,
    init: RequestInit,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    const { url, apiKey } = this.#options;
    const headers = { ...init.headers, Authorization: `Bearer ${apiKey}`, 'Stripe-Version': version };
    const { status, body } = await answerOf(fetch(new URL(path, url), { ...init, headers }));
    if (status === 401) throw new KeyRefusedError('Stripe refuses the API key (401): check STRIPE_API_KEY');
    if (status >= 500) throw new UnansweredError(`Stripe answered ${status}`);
    // 409: the same key is under way. 424, 429: not now, and nobody knows how far it came.
    if ([409, 424, 429].includes(status))
      throw new UnansweredError(`Stripe answered ${status}`, { isOutage: false });
    if (status >= 400) throw refusal(status, body);
    const { success, data } = shape.safeParse(body);
    if (!success)
      throw new UnansweredError('Stripe answered something else than it documents', { isOutage: false });
    return data;
  }
}

/** What is in front of Stripe, such as a proxy, answers in other forms: then the status is all that it says. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerOf(request: Promise<Response>): Promise<{ status: number; body: unknown }> {
  try {
    const response = await request;
    return { status: response.status, body: parsed(await response.text()) };
  } catch (cause) {
    const { code = '' } = ((cause as Error).cause ?? {}) as { code?: string };
    if (unreachable.has(code)) throw new OutageError(`Stripe cannot be reached (${code})`, { cause });
    throw new UnansweredError(`Stripe did not answer (${code || (cause as Error).name})`, { cause });
  }
}
