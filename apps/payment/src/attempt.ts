/** The calls of a payment to its provider: what each of their events makes of the payment. */
import type { PaymentEvents, PaymentStep } from '@quickmart/contracts/payment/events';
import { settled } from './refunds.ts';
import { type Attempt, nothing, type Payment } from './state.ts';

/** Asked for again after it was given up: all attempts again. What is not known of the last one stays unknown. */
export const afresh = ({ attempt }: Payment): Attempt | null =>
  attempt?.over ? { ...attempt, tries: 0 } : attempt;

/** A refund at the provider has told that a capture of which nobody knew did happen, but not of how much. */
export const askedAgain = (s: Payment, captured: number): Attempt | null =>
  s.attempt?.step === 'capture' && captured < s.amount.amount
    ? { ...s.attempt, tries: 0, over: false }
    : s.attempt;

type Started = PaymentEvents['PaymentAttemptStartedEvent'];
export function begun(s: Payment, { number, step, refundId, key, amount }: Started, at: number): Payment {
  const { attempt: last } = s;
  const again = last !== null && isSame(last, { step, refundId });
  const keyUsed = last?.key === key || s.refunds.some((refund) => refund.key === key);
  const tries = again ? last.tries + (isCounted(last) ? 1 : 0) : 1;
  const attempt: Attempt = {
    number,
    step,
    refundId,
    key,
    amount: amount.amount,
    before: s.captured,
    keyUsed,
    tries,
    status: 'open',
    outage: false,
    retryAt: null,
    over: false,
  };
  const refunds = s.refunds.map((refund) =>
    refund.refundId === refundId ? { ...refund, key, amount: amount.amount } : refund,
  );
  return { ...s, attempt, refunds, hold: step === 'authorize' ? 'unknown' : s.hold, updatedAt: at };
}

/** An authorization ends with its deadline, not with its tries: they only make the next wait longer. */
const isCounted = ({ step, outage }: Attempt): boolean => !outage || step === 'authorize';

type Ended = PaymentEvents['PaymentAttemptEndedEvent'];
export function answered(s: Payment, ended: Ended, at: number): Payment {
  const { step, outcome, providerRef, retryAt, outage = false } = ended;
  const ofTry = { retryAt: retryAt === null ? null : Date.parse(retryAt), over: retryAt === null };
  const attempt = s.attempt && { ...s.attempt, status: outcome, outage, ...ofTry };
  const next = { ...s, attempt, providerRef: s.providerRef ?? providerRef, updatedAt: at };
  if (step === 'refund') return { ...s, attempt, refunds: settled(s.refunds, ended), updatedAt: at };
  if (step === 'authorize' && outcome === 'succeeded') return { ...next, hold: 'held' };
  if (step === 'authorize' && outcome === 'declined') return { ...next, hold: 'gone' };
  if (step === 'void' && outcome === 'succeeded') return { ...next, hold: 'gone', wants: nothing };
  return next;
}

/** What is captured when this call is done. */
export const upTo = ({ before, amount }: Attempt): number => before + amount;

export const isSame = (
  one: { step: PaymentStep; refundId: string | null },
  other: { step: PaymentStep; refundId: string | null },
): boolean => one.step === other.step && one.refundId === other.refundId;
