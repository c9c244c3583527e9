/** Which call to the provider a payment wants next. Pure. */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import { left, mayCapture } from './payment.ts';
import type { Refund } from './refunds.ts';
import type { Attempt, Payment } from './state.ts';

type Task = { step: PaymentStep; refundId: string | null; amount: number; key: string | null };

/** Nobody knows yet what became of it. */
export const isUnclear = ({ status }: Attempt): boolean =>
  status === 'open' || status === 'pending' || status === 'unanswered';

/** The step that is wanted most, also while it waits for its retry, with the key of a call that may have done it; null where nothing is left to do. */
export function wanted(s: Payment): Task | null {
  const { status, hold, wants, attempt } = s;
  const whole = (step: PaymentStep, amount = s.amount.amount) => {
    const known = attempt?.step === step && isUnclear(attempt) ? attempt : null;
    return { step, refundId: null, amount: known?.amount ?? amount, key: known?.key ?? null };
  };
  // Whether money was captured, and how much, has to be known before anything is given back. What is known may come
  // from a refund at the provider, which says less than all.
  const isAsked = attempt?.step === 'capture' && isUnclear(attempt) && !attempt.over;
  const isPart = status === 'captured' && s.captured < s.amount.amount;
  if (isAsked && (status === 'authorized' || isPart)) return whole('capture');
  if (wants.void && (hold === 'unknown' || hold === 'held')) return whole('void');
  if (status === 'pending' && !s.cancelled && hold !== 'gone') return whole('authorize');
  if (wants.capture && mayCapture(s) && s.due > s.captured) return whole('capture', s.due - s.captured);
  const refund = s.refunds.find((each) => each.status === 'pending');
  return refund ? refundTask(s, refund) : null;
}

/** Others may have taken some of it meanwhile, also at the provider: then it is what is left. A call that may have moved money is the same again. */
function refundTask(s: Payment, refund: Refund): Task {
  const { refundId, key } = refund;
  const amount = key === null ? Math.min(refund.amount, left(s, s.captured, refund)) : refund.amount;
  return { step: 'refund', refundId, amount, key };
}
