/**
 * What Stripe's webhooks say about a payment. https://docs.stripe.com/api/events/types
 *
 * Objects that this system asked for carry our ids. What was done in Stripe's dashboard does not: then the intent is
 * looked up, which says whose payment it is and how much of it is captured.
 */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import type { ProviderEvent } from '../api.ts';
import type { Answer } from '../attempts.ts';
import type { DisputeNews, News } from '../news.ts';
import { notYet, RefusedError, succeeded, type Told, words } from './provider.ts';
import {
  charge,
  dispute,
  type Intent,
  intent,
  type Refund,
  refund,
  refundList,
  type StripeApi,
} from './stripe-api.ts';
import { minorUnits } from './stripe-money.ts';

type Read = (object: unknown, api: StripeApi, signal: AbortSignal) => Promise<Told | undefined>;

const ofIntent =
  (step: PaymentStep, answerOf: (about: Intent, why: string) => Answer): Read =>
  async (object) => {
    const { data } = intent.safeParse(object);
    const paymentId = data?.metadata?.payment_id;
    if (data === undefined || paymentId === undefined) return undefined;
    const why = data.last_payment_error?.decline_code ?? data.last_payment_error?.code ?? 'declined';
    const about = { step, refundId: null, key: null, methodNumber: methodOf(data) };
    return { paymentId, news: [{ ...about, answer: answerOf(data, why) }] };
  };

/** Which payment method it was tried by last; our first one is not numbered. */
export const methodOf = ({ metadata }: Intent): number => Number(metadata?.method ?? 1);

/** What of the intent is captured, where it says so; else all of it is. */
export function received({ id, status, amount_received: units, currency }: Intent): Answer {
  const isHeld = status === 'requires_capture';
  if (units === undefined || currency === undefined) return succeeded(id, undefined, isHeld);
  return succeeded(id, minorUnits(units, currency), isHeld);
}

const captureOf = (about: Intent): News => ({
  step: 'capture',
  refundId: null,
  key: null,
  answer: received(about),
});

/** Whose intent it is, and what of it is captured. Undefined where it is none of ours. */
async function paymentOf(intentId: string, api: StripeApi, signal: AbortSignal): Promise<Told | undefined> {
  try {
    const found = await api.get(`/v1/payment_intents/${encodeURIComponent(intentId)}`, intent, signal);
    const paymentId = found.metadata?.payment_id;
    const isCaptured = found.status === 'succeeded' || (found.amount_received ?? 0) > 0;
    return paymentId === undefined ? undefined : { paymentId, news: isCaptured ? [captureOf(found)] : [] };
  } catch (error) {
    if (error instanceof RefusedError && error.reason === 'resource_missing') return undefined;
    throw error;
  }
}

const ofRefund: Read = async (object, api, signal) => {
  const { data } = refund.safeParse(object);
  if (data === undefined) return undefined;
  const { payment_id: paymentId, refund_id: refundId } = data.metadata ?? {};
  const isOurs = paymentId !== undefined && refundId !== undefined;
  const theirs =
    data.payment_intent && !isOurs ? await paymentOf(data.payment_intent, api, signal) : undefined;
  const whose = isOurs ? { paymentId, news: [] } : theirs;
  const news = whose && refundNews(data);
  return news && { ...whose, news: [...whose.news, news] };
};

function refundNews({ id, status, failure_reason: why, ...about }: Refund): News | undefined {
  const { refund_id: refundId = null, key = null } = about.metadata ?? {};
  const answer = refundOutcome(id, status, why);
  if (answer === undefined) return undefined;
  const { amount, currency } = about;
  const known = amount !== undefined && currency !== undefined;
  const value = known ? { amount: minorUnits(amount, currency) } : {};
  return { step: 'refund', refundId, key, answer, ...value };
}

function refundOutcome(
  id: string,
  status: string | null,
  why: string | null | undefined,
): Answer | undefined {
  if (status === 'succeeded') return succeeded(id);
  return status === 'failed' || status === 'canceled' ? notYet('failed', why ?? status, id) : undefined;
}

/** A charge tells sums only: which refunds they are made of is looked up. */
const ofCharge: Read = async (object, api, signal) => {
  const { data } = charge.safeParse(object);
  if (!data?.payment_intent) return undefined;
  const whose = await paymentOf(data.payment_intent, api, signal);
  if (whose === undefined) return undefined;
  const query = new URLSearchParams({ payment_intent: data.payment_intent, limit: '100' });
  const refunds = await api.get(`/v1/refunds?${query}`, refundList, signal);
  const news = refunds.data.map(refundNews).filter((one) => one !== undefined);
  return { ...whose, news: [...whose.news, ...news] };
};

/** An inquiry ends without the money being taken, as a dispute does that is won. */
const disputeEnds: Record<string, DisputeNews['dispute']['status'] | undefined> = {
  lost: 'lost',
  won: 'won',
  warning_closed: 'won',
  prevented: 'won',
};
const ofDispute: Read = async (object, api, signal) => {
  const { data } = dispute.safeParse(object);
  if (!data?.payment_intent) return undefined;
  const whose = await paymentOf(data.payment_intent, api, signal);
  if (whose === undefined) return undefined;
  const status = (Object.hasOwn(disputeEnds, data.status) && disputeEnds[data.status]) || 'open';
  const amount = minorUnits(data.amount, data.currency);
  const told = { dispute: { id: data.id, amount, status, reason: words(data.reason ?? 'general') } };
  return { ...whose, news: [...whose.news, told] };
};

const readers: Record<string, Read | undefined> = {
  'payment_intent.amount_capturable_updated': ofIntent('authorize', ({ id }) => succeeded(id)),
  'payment_intent.payment_failed': ofIntent('authorize', ({ id }, why) => notYet('declined', why, id)),
  'payment_intent.succeeded': ofIntent('capture', received),
  'payment_intent.canceled': ofIntent('void', ({ id }) => succeeded(id)),
  'charge.captured': ofCharge,
  'charge.refunded': ofCharge,
  'charge.refund.updated': ofRefund,
  'refund.created': ofRefund,
  'refund.updated': ofRefund,
  'refund.failed': ofRefund,
  'charge.dispute.created': ofDispute,
  'charge.dispute.updated': ofDispute,
  'charge.dispute.closed': ofDispute,
};

export const readEvent =
  (api: StripeApi) =>
  async ({ type, data }: ProviderEvent, signal: AbortSignal): Promise<Told | undefined> =>
    Object.hasOwn(readers, type) ? await readers[type]?.(data.object, api, signal) : undefined;
