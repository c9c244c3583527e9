/**
 * Stripe, by its published HTTP API: a PaymentIntent with manual capture per payment.
 *
 * The intent is created under a key of its own and confirmed in a second call. Creating it moves no money, so it can
 * be created again to learn its id (the same key gives the same intent), and once it is cancelled, a confirmation
 * that is still on its way cannot take hold.
 *
 * Sources: https://docs.stripe.com/api/payment_intents, /refunds, /idempotent_requests, /errors
 */
import type { NextAction } from '@quickmart/contracts/payment/next-action';
import { z } from 'zod';
import type { Answer } from '../attempts.ts';
import {
  type Call,
  isLast,
  notYet,
  type Operation,
  type Provider,
  RefusedError,
  succeeded,
} from './provider.ts';
import {
  type Form,
  type Intent,
  intent,
  intentWithCharge,
  type Refund,
  refund,
  refundList,
  StripeApi,
  type StripeOptions,
} from './stripe-api.ts';
import { methodOf, readEvent, received } from './stripe-events.ts';
import { stripeAmount } from './stripe-money.ts';

/** `multicapture`: the account may capture an authorization in parts. */
type Options = StripeOptions & {
  webhookSecret: string;
  multicapture?: boolean;
  returnUrl?: string | undefined;
};

export function stripeProvider(options: Options): Provider {
  const api = new StripeApi(options);
  const create = (call: Call, signal: AbortSignal) =>
    api.post('/v1/payment_intents', intentForm(call, options), intentKey(call), intent, signal);
  const refOf = async (call: Call, signal: AbortSignal) =>
    call.providerRef ?? (await create(call, signal)).id;
  const current = async (call: Call, signal: AbortSignal) =>
    api.get(`/v1/payment_intents/${await refOf(call, signal)}`, intent, signal);
  const change = async (call: Call, verb: string, form: Form, signal: AbortSignal) => {
    const path = `/v1/payment_intents/${await refOf(call, signal)}/${verb}`;
    return await api.post(path, form, call.key, intent, signal);
  };

  const authorize: Operation = (call, signal) =>
    orElse('declined', async () => {
      if (call.methodNumber > 1) await changeMethod(call, signal);
      const confirmed = await change(call, 'confirm', confirmForm(options), signal);
      return authorization(confirmed) ?? notYet('pending', confirmed.status, confirmed.id);
    });

  /** Stripe forgets the decline of before then, so what it says from now on is of this payment method. */
  async function changeMethod(call: Call, signal: AbortSignal): Promise<void> {
    const path = `/v1/payment_intents/${await refOf(call, signal)}`;
    await api.post(path, methodForm(call), `${call.key}:method`, intent, signal);
  }

  /** Refused where it was done before, as in the dashboard: then it is done. */
  const orAsItIs = async (call: Call, signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return (await find(call, signal)) ?? notYet('failed', error.reason, call.providerRef);
    }
  };

  const capture: Operation = (call, signal) =>
    orElse('failed', () =>
      orAsItIs(call, signal, async () =>
        captured(await change(call, 'capture', await captureForm(call, signal), signal)),
      ),
    );

  /** A part, where more can be captured later; else all of it. */
  async function captureForm(call: Call, signal: AbortSignal): Promise<Form> {
    const isPart = options.multicapture === true && !isLast(call) && (await isSplittable(call, signal));
    const amount = isPart ? call.amount.amount : call.payable - call.captured;
    const form = { amount_to_capture: stripeAmount({ ...call.amount, amount }) };
    return isPart ? { ...form, final_capture: 'false' } : form;
  }

  /** Stripe says so for each card. */
  async function isSplittable(call: Call, signal: AbortSignal): Promise<boolean> {
    const path = `/v1/payment_intents/${await refOf(call, signal)}?expand[]=latest_charge`;
    const { latest_charge: charge } = await api.get(path, intentWithCharge, signal);
    return charge?.payment_method_details?.card?.multicapture?.status === 'available';
  }

  const cancel: Operation = (call, signal) =>
    orElse('failed', () =>
      orAsItIs(call, signal, async () => cancelled(await change(call, 'cancel', {}, signal))),
    );

  const giveBack: Operation = (call, signal) =>
    orElse('failed', async () =>
      refundAnswer(await api.post('/v1/refunds', await refundForm(call, signal), call.key, refund, signal)),
    );

  async function refundForm(call: Call, signal: AbortSignal): Promise<Form> {
    return {
      payment_intent: await refOf(call, signal),
      amount: stripeAmount(call.amount),
      'metadata[payment_id]': call.paymentId,
      'metadata[refund_id]': call.refundId ?? '',
      'metadata[key]': call.key,
    };
  }

  async function find(call: Call, signal: AbortSignal): Promise<Answer | undefined> {
    if (call.step === 'refund') {
      const query = new URLSearchParams({ payment_intent: await refOf(call, signal), limit: '100' });
      const { data } = await api.get(`/v1/refunds?${query}`, refundList, signal);
      const mine = data.find(
        ({ metadata, status }) => metadata?.refund_id === call.refundId && status !== 'failed',
      );
      return mine && refundAnswer(mine);
    }
    const now = await current(call, signal);
    if (call.step === 'authorize')
      return methodOf(now) === call.methodNumber ? authorization(now) : undefined;
    if (call.step === 'capture') return capturedSince(call, now);
    return now.status === 'canceled' || (call.captured > 0 && now.status === 'succeeded')
      ? succeeded(now.id)
      : undefined;
  }

  return {
    name: 'stripe',
    authorize,
    capture,
    void: cancel,
    refund: giveBack,
    find,
    webhooks: { header: 'Stripe-Signature', secret: options.webhookSecret, read: readEvent(api) },
    probe: (signal) => api.get('/v1/payment_intents?limit=1', z.unknown(), signal),
    trouble: () => null, // see guarded.ts
  };
}

/** A request that Stripe refuses for good is an answer. */
async function orElse(outcome: 'declined' | 'failed', ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RefusedError) return notYet(outcome, error.reason, error.providerRef);
    throw error;
  }
}

const multicapture = 'payment_method_options[card][request_multicapture]';

const intentForm = (call: Call, options: Options): Form => ({
  ...formOf(call),
  ...(options.multicapture === true && { [multicapture]: 'if_available' }),
});

/** Without an intent after a decline, it was refused: the next one is another one. */
const intentKey = ({ paymentId, methodNumber }: Call): string =>
  methodNumber === 1 ? `${paymentId}:intent` : `${paymentId}:intent:${methodNumber}`;

const methodForm = ({ paymentMethod, methodNumber }: Call): Form => ({
  ...(paymentMethod === null ? {} : { payment_method: paymentMethod }),
  'metadata[method]': String(methodNumber),
});

const formOf = ({ amount, paymentMethod, paymentId, orderId }: Call): Form => ({
  amount: stripeAmount(amount),
  currency: amount.currency.toLowerCase(),
  capture_method: 'manual',
  'payment_method_types[]': 'card',
  ...(paymentMethod === null ? {} : { payment_method: paymentMethod }),
  'metadata[payment_id]': paymentId,
  'metadata[order_id]': orderId,
});

/** With where a bank is to send the buyer back to; without it, the page of the shop asks them by Stripe's own script. */
const confirmForm = ({ returnUrl }: Options): Form =>
  returnUrl === undefined ? {} : { return_url: returnUrl };

function actionOf({ next_action: next, client_secret: clientSecret = null }: Intent): NextAction | undefined {
  const url = next?.redirect_to_url?.url ?? null;
  if (url !== null) return { type: 'redirect', url, clientSecret: null };
  return clientSecret === null ? undefined : { type: 'client-secret', url: null, clientSecret };
}

/** Undefined: not confirmed yet. */
function authorization(about: Intent): Answer | undefined {
  const { id, status, last_payment_error: error } = about;
  if (status === 'requires_capture' || status === 'succeeded') return succeeded(id);
  if (status === 'requires_action') return notYet('pending', status, id, actionOf(about));
  if (status === 'processing') return notYet('pending', status, id);
  if (status === 'canceled') return notYet('declined', 'canceled', id);
  if (status === 'requires_payment_method' && error)
    return notYet('declined', error.decline_code ?? error.code ?? 'declined', id);
  return undefined;
}

const isCaptured = ({ status, amount_received: received = 0 }: Intent): boolean =>
  status === 'succeeded' || (status === 'requires_capture' && received > 0);
const captured = (intent: Intent): Answer =>
  isCaptured(intent) ? received(intent) : notYet('pending', intent.status, intent.id);

/** Undefined: nothing was, since the call was made up. */
function capturedSince(call: Call, now: Intent): Answer | undefined {
  if (!isCaptured(now)) return undefined;
  const answer = received(now);
  const total = answer.outcome === 'succeeded' ? answer.amount : undefined;
  return now.status === 'succeeded' || (total ?? 0) > call.captured ? answer : undefined;
}

/** `succeeded`: the rest of it, after a part was captured. */
const cancelled = ({ id, status }: Intent): Answer =>
  status === 'canceled' || status === 'succeeded' ? succeeded(id) : notYet('pending', status, id);

function refundAnswer({ id, status, failure_reason: why }: Refund): Answer {
  if (status === 'succeeded') return succeeded(id);
  if (status === 'failed' || status === 'canceled') return notYet('failed', why ?? status, id);
  return notYet('pending', status ?? 'pending', id);
}
