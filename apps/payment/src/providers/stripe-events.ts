/** What Stripe's webhooks say about a payment. https://docs.stripe.com/api/events/types */
import type { PaymentStep, ProviderEvent } from '@quickmart/contracts/payment';
import type { Answer, News } from '../attempts.ts';
import { notYet, succeeded } from './provider.ts';
import { intent, refund } from './stripe-api.ts';

type Read = (object: unknown) => { paymentId: string; news: News } | undefined;

const ofIntent =
  (step: PaymentStep, answerOf: (id: string, why: string) => Answer): Read =>
  (object) => {
    const { data } = intent.safeParse(object);
    const paymentId = data?.metadata?.payment_id;
    if (data === undefined || paymentId === undefined) return undefined;
    const why = data.last_payment_error?.decline_code ?? data.last_payment_error?.code ?? 'declined';
    return { paymentId, news: { step, refundId: null, key: null, answer: answerOf(data.id, why) } };
  };

const ofRefund: Read = (object) => {
  const { data } = refund.safeParse(object);
  const { payment_id: paymentId, refund_id: refundId, key = null } = data?.metadata ?? {};
  if (data === undefined || paymentId === undefined || refundId === undefined) return undefined;
  const answer = refundOutcome(data.id, data.status, data.failure_reason);
  return answer && { paymentId, news: { step: 'refund', refundId, key, answer } };
};

function refundOutcome(
  id: string,
  status: string | null,
  why: string | null | undefined,
): Answer | undefined {
  if (status === 'succeeded') return succeeded(id);
  return status === 'failed' || status === 'canceled' ? notYet('failed', why ?? status, id) : undefined;
}

const readers: Record<string, Read | undefined> = {
  'payment_intent.amount_capturable_updated': ofIntent('authorize', succeeded),
  'payment_intent.payment_failed': ofIntent('authorize', (id, why) => notYet('declined', why, id)),
  'payment_intent.succeeded': ofIntent('capture', succeeded),
  'payment_intent.canceled': ofIntent('void', succeeded),
  'refund.created': ofRefund,
  'refund.updated': ofRefund,
  'refund.failed': ofRefund,
};

export const readEvent = ({ type, data }: ProviderEvent) =>
  Object.hasOwn(readers, type) ? readers[type]?.(data.object) : undefined;
