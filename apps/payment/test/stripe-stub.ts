/**
 * A server with the shape of Stripe's API, as far as it is used: form encoding, idempotency keys that give the first
 * answer again, PaymentIntents with manual capture, refunds, errors. What is unknown to it is refused, as Stripe does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Intent = {
  id: string;
  object: 'payment_intent';
  status: string;
  amount: number;
  amount_received: number;
  currency: string;
  capture_method: string;
  payment_method: string | null;
  metadata: Record<string, string>;
  last_payment_error: object | null;
  client_secret: string;
  next_action: object | null;
};
type Refund = {
  id: string;
  object: 'refund';
  status: string;
  amount: number;
  currency: string;
  payment_intent: string;
  metadata: Record<string, string>;
};
type Answer = { status: number; body: unknown };
export type Seen = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  form: Record<string, string>;
};
/**
 * `hang`: it does what was asked, and never answers. `lost`: it does nothing, and never answers. `page`: something in front
 * of it answers, as a proxy does, and not in JSON.
 */
type Trouble = 'hang' | 'lost' | 'reset' | 500 | 429 | 400 | 403 | { page: number };

export const apiKey = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';
export const cards = {
  approve: 'pm_card_visa',
  decline: 'pm_card_visa_chargeDeclined',
  slow: 'pm_processing',
  action: 'pm_card_threeDSecure2Required',
  /** More can be captured after a part was. */
  splittable: 'pm_card_multicapture',
};

export class StripeStub {
  readonly intents = new Map<string, Intent>();
  readonly refunds: Refund[] = [];
  readonly seen: Seen[] = [];
  /** Money that was authorized, once per time it was. */
  readonly authorizations: string[] = [];
  readonly #answers = new Map<string, Answer & { fingerprint: string }>();
  readonly #troubles: { path: RegExp; trouble: Trouble }[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next request whose path matches has this trouble. */
  trouble(path: RegExp, trouble: Trouble): void {
    this.#troubles.push({ path, trouble });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '', 'http://stripe');
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const seen = { method, path: url.pathname, headers, form };
    this.seen.push(seen);
    const at = this.#troubles.findIndex(({ path }) => path.test(url.pathname));
    const [{ trouble } = { trouble: undefined }] = at < 0 ? [] : this.#troubles.splice(at, 1);
    if (trouble === 'lost') return;
    if (trouble === 'reset') return void request.socket.resetAndDestroy();
    if (typeof trouble === 'number') return send(response, failure(trouble, 'api_error', 'trouble'));
    if (typeof trouble === 'object')
      return void response.writeHead(trouble.page).end('<h1>Something else</h1>');
    const answer = this.#keyed(seen, url.searchParams);
    if (trouble !== 'hang') send(response, answer);
  }

  #keyed(seen: Seen, query: URLSearchParams): Answer {
    const { method, path, headers, form } = seen;
    if (headers.authorization !== `Bearer ${apiKey}`) return failure(401, 'invalid_request_error', 'no_key');
    const key = headers['idempotency-key'] as string | undefined;
    if (method === 'GET' || key === undefined) return this.#act(seen, query);
    const fingerprint = JSON.stringify([path, form]);
    const first = this.#answers.get(key);
    if (first && first.fingerprint !== fingerprint) return failure(400, 'idempotency_error', null);
    const answer = first ?? { ...structuredClone(this.#act(seen, query)), fingerprint };
    this.#answers.set(key, answer);
    return answer;
  }

  #act({ method, path, form }: Seen, query: URLSearchParams): Answer {
    const [, , resource, id, verb] = path.split('/');
    if (resource === 'refunds') return method === 'GET' ? this.#listRefunds(query) : this.#refund(form);
    if (resource !== 'payment_intents') return failure(404, 'invalid_request_error', 'unknown_url');
    if (id === undefined && method === 'GET') return { status: 200, body: { object: 'list', data: [] } };
    if (id === undefined) return this.#create(form);
    const intent = this.intents.get(id);
    if (intent === undefined) return failure(404, 'invalid_request_error', 'resource_missing');
    if (method === 'GET') return { status: 200, body: { ...intent, latest_charge: chargeOf(intent) } };
    if (verb === undefined) return update(intent, form);
    if (verb === 'confirm') return this.#confirm(intent, form.return_url);
    if (verb === 'capture') return this.#capture(intent, form);
    if (verb === 'cancel')
      return change(
        intent,
        [
          'requires_payment_method',
          'requires_confirmation',
          'requires_action',
          'requires_capture',
          'processing',
        ],
        // What is captured of it stays.
        intent.amount_received > 0 ? 'succeeded' : 'canceled',
      );
    return failure(404, 'invalid_request_error', 'unknown_url');
  }

  #create(form: Record<string, string>): Answer {
    const { amount, currency, capture_method, payment_method = null } = form;
    if (!amount || !currency) return failure(400, 'invalid_request_error', 'parameter_missing');
    if (Number(amount) < 1) return failure(400, 'invalid_request_error', 'amount_too_small');
    const intent: Intent = {
      id: `pi_${this.intents.size + 1}`,
      object: 'payment_intent',
      amount: Number(amount),
      currency,
      amount_received: 0,
      capture_method: capture_method ?? 'automatic',
      payment_method,
      last_payment_error: null,
      client_secret: `pi_${this.intents.size + 1}_secret`,
      next_action: null,
      status: payment_method === null ? 'requires_payment_method' : 'requires_confirmation',
      metadata: metadataOf(form),
    };
    this.intents.set(intent.id, intent);
    return { status: 200, body: intent };
  }

  /** A part, if more is to follow; else the rest is released. */
  #capture(
    intent: Intent,
    { amount_to_capture: amount, final_capture: final }: Record<string, string>,
  ): Answer {
    const total = intent.amount_received + Number(amount ?? intent.amount - intent.amount_received);
    if (total > intent.amount) return failure(400, 'invalid_request_error', 'amount_too_large', intent);
    if (final !== 'false') return this.capture(intent, total);
    if (intent.payment_method !== cards.splittable || intent.status !== 'requires_capture')
      return failure(400, 'invalid_request_error', 'multicapture_unavailable', intent);
    intent.amount_received = total;
    return { status: 200, body: intent };
  }

  /** What the buyer does, asked by their bank. */
  act(intent: Intent, isDone: boolean): void {
    const last_payment_error = isDone ? null : { code: 'payment_intent_authentication_failure' };
    const status = isDone ? 'requires_capture' : 'requires_payment_method';
    Object.assign(intent, { status, last_payment_error, next_action: null });
    if (isDone) this.authorizations.push(intent.id);
  }

  /** Also what somebody does in the dashboard. */
  capture(intent: Intent, amount: number): Answer {
    const answer = change(intent, ['requires_capture'], 'succeeded');
    if (answer.status === 200) intent.amount_received = amount;
    return answer;
  }

  /** What somebody gives back in the dashboard: without our ids. */
  refundByHand(intent: Intent, amount: number): Refund {
    const { body } = this.#refund({ payment_intent: intent.id, amount: String(amount) });
    return body as Refund;
  }

  #confirm(intent: Intent, returnUrl: string | undefined): Answer {
    if (intent.status !== 'requires_confirmation')
      return failure(400, 'invalid_request_error', 'payment_intent_unexpected_state', intent);
    if (intent.payment_method === cards.decline) {
      const last_payment_error = { code: 'card_declined', decline_code: 'generic_decline' };
      Object.assign(intent, { status: 'requires_payment_method', last_payment_error });
      return failure(402, 'card_error', 'card_declined', intent, 'generic_decline');
    }
    if (intent.payment_method === cards.action) {
      const redirect_to_url = { url: 'https://hooks.stripe.com/3d_secure_2', return_url: returnUrl };
      const next_action = returnUrl
        ? { type: 'redirect_to_url', redirect_to_url }
        : { type: 'use_stripe_sdk', use_stripe_sdk: {} };
      Object.assign(intent, { status: 'requires_action', next_action });
      return { status: 200, body: intent };
    }
    const slow = intent.payment_method === cards.slow;
    if (!slow) this.authorizations.push(intent.id);
    intent.status = slow
      ? 'processing'
      : intent.capture_method === 'manual'
        ? 'requires_capture'
        : 'succeeded';
    return { status: 200, body: intent };
  }

  #refund(form: Record<string, string>): Answer {
    const intent = this.intents.get(form.payment_intent ?? '');
    const amount = Number(form.amount);
    const before = this.refunds.filter((r) => r.payment_intent === intent?.id && r.status !== 'failed');
    const left = (intent?.amount_received ?? 0) - before.reduce((sum, r) => sum + r.amount, 0);
    if (intent?.status !== 'succeeded' || amount > left)
      return failure(400, 'invalid_request_error', 'charge_already_refunded');
    const body: Refund = {
      id: `re_${this.refunds.length + 1}`,
      object: 'refund',
      status: 'succeeded',
      amount,
      payment_intent: intent.id,
      currency: intent.currency,
      metadata: metadataOf(form),
    };
    this.refunds.push(body);
    return { status: 200, body };
  }

  #listRefunds(query: URLSearchParams): Answer {
    const data = this.refunds.filter((r) => r.payment_intent === query.get('payment_intent'));
    return { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: false, data } };
  }
}

function change(intent: Intent, from: string[], to: string): Answer {
  if (!from.includes(intent.status))
    return failure(400, 'invalid_request_error', 'payment_intent_unexpected_state', intent);
  intent.status = to;
  return { status: 200, body: intent };
}

/** Another payment method, after a decline. What went wrong before is forgotten, as by every update. */
function update(intent: Intent, form: Record<string, string>): Answer {
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status))
    return failure(400, 'invalid_request_error', 'payment_intent_unexpected_state', intent);
  const payment_method = form.payment_method ?? intent.payment_method;
  const status = payment_method === null ? 'requires_payment_method' : 'requires_confirmation';
  const metadata = { ...intent.metadata, ...metadataOf(form) };
  Object.assign(intent, { payment_method, status, metadata, last_payment_error: null });
  return { status: 200, body: intent };
}

const chargeOf = ({ payment_method }: Intent) => ({
  payment_method_details: {
    card: { multicapture: { status: payment_method === cards.splittable ? 'available' : 'unavailable' } },
  },
});

const metadataOf = (form: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key ? [[key, value]] : [];
    }),
  );

const failure = (
  status: number,
  type: string,
  code: string | null,
  intent?: Intent,
  decline_code?: string,
): Answer => ({
  status,
  body: {
    error: {
      type,
      code,
      message: 'in words',
      ...(decline_code && { decline_code }),
      ...(intent && { payment_intent: { ...intent } }),
    },
  },
});

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
