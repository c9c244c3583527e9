/**
 * The simulated provider's side of one payment, as a pure function. How it behaves is told by the payment method:
 * see `simulated` in the contracts.
 */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import { simulated } from '../api.ts';
import type { Answer } from '../attempts.ts';
import { limits } from '../limits.ts';
import { type Call, isLast, notYet, succeeded } from './provider.ts';

export type Account = {
  status: 'none' | 'pending' | 'authorized' | 'captured' | 'voided' | 'declined';
  /** When a late answer is there. */
  readyAt: number;
  /** The payment method that was tried last; of older accounts it is undefined: the first. */
  methodNumber?: number;
  /** The bank has asked the buyer, and waits. */
  awaitsBuyer?: boolean;
  captured: number;
  /** Something is captured, and more can be; of older accounts it is undefined. */
  isHeld?: boolean;
  refunded: number;
  failures: Partial<Record<PaymentStep, number>>;
  /** By key. */
  answers: Record<string, Answer>;
};
export const newAccount: Account = {
  status: 'none',
  readyAt: 0,
  captured: 0,
  refunded: 0,
  failures: {},
  answers: {},
};

export const refOf = (paymentId: string): string => `sim_${paymentId}`;
const isLate = (method: string | null) => method === simulated.late || method === simulated.lateDecline;

/** Is told by webhook, too. */
export const isToldLater = ({ step, paymentMethod }: Call): boolean =>
  step === 'authorize' && (isLate(paymentMethod) || paymentMethod === simulated.twice);

/** The account after the call, and its answer: the first one for a key that was used before. */
export function simulate(before: Account, call: Call, now: number): { account: Account; answer: Answer } {
  const account = matured(before, call, now);
  const known = account.answers[call.key];
  if (known !== undefined) return { account, answer: known };
  const { answer, ...changes } = operations[call.step](account, call, now);
  return { account: { ...account, ...changes, answers: { ...account.answers, [call.key]: answer } }, answer };
}

/** A late answer replaces the pending one, once its time has come. */
function matured(account: Account, { paymentId, paymentMethod }: Call, now: number): Account {
  if (account.status !== 'pending' || account.awaitsBuyer || now < account.readyAt) return account;
  return answered(account, paymentId, paymentMethod === simulated.lateDecline);
}

/** The pending answer is replaced. */
function answered(account: Account, paymentId: string, declined: boolean): Account {
  const answer = declined ? decline(paymentId) : succeeded(refOf(paymentId));
  const late = ([key, each]: [string, Answer]) => [key, each.outcome === 'pending' ? answer : each];
  const answers = Object.fromEntries(Object.entries(account.answers).map(late)) as Account['answers'];
  const status = declined ? 'declined' : 'authorized';
  return { ...account, status, answers, awaitsBuyer: false };
}

/** What the buyer has done is known. What is told of a payment method of before is old. */
export const decided = (
  account: Account,
  paymentId: string,
  isDeclined: boolean,
  methodNumber = account.methodNumber,
): Account =>
  account.awaitsBuyer && methodNumber === account.methodNumber
    ? answered(account, paymentId, isDeclined)
    : account;

const waiting = { status: 'pending', awaitsBuyer: true } as const;
/** The simulated bank has no page of its own: whoever plays it says there how it ended, as a signed webhook. */
const toBeAsked = (ref: string) => {
  const action = { type: 'redirect', url: '/api/webhooks/simulated', clientSecret: null } as const;
  return notYet('pending', 'requires_action', ref, action);
};

const decline = (paymentId: string) => notYet('declined', 'card_declined', refOf(paymentId));

type Operate = (account: Account, call: Call, now: number) => Partial<Account> & { answer: Answer };
const operations: Record<PaymentStep, Operate> = {
  authorize(account, { paymentId, paymentMethod, methodNumber }, now) {
    const ref = refOf(paymentId);
    const isAnother = account.status === 'declined' && methodNumber > (account.methodNumber ?? 1);
    if (account.status !== 'none' && !isAnother)
      return { answer: notYet('declined', `it is ${account.status}`, ref) };
    if (paymentMethod === simulated.decline)
      return { status: 'declined', methodNumber, answer: decline(paymentId) };
    if (paymentMethod === simulated.action) return { ...waiting, methodNumber, answer: toBeAsked(ref) };
    if (!isLate(paymentMethod)) return { status: 'authorized', methodNumber, answer: succeeded(ref) };
    const readyAt = now + limits.simulatedLateMs;
    return { status: 'pending', methodNumber, readyAt, answer: notYet('pending', 'processing', ref) };
  },
  capture(account, call) {
    const { captured } = account;
    const isHeld = account.status === 'authorized' || account.isHeld === true;
    // Done before, under another key.
    if (account.status === 'captured' && captured > call.captured) return { answer: done(call, account) };
    if (!isHeld)
      return account.status === 'captured' ? { answer: done(call, account) } : refused(account, call);
    const isOnce = isLast(call) || call.paymentMethod === simulated.captureOnce;
    const total = isOnce ? call.payable : captured + call.amount.amount;
    const next = { status: 'captured', captured: total, isHeld: !isOnce } as const;
    return fails(account, call) ?? { ...next, answer: done(call, next) };
  },
  void(account, call) {
    if (account.status === 'captured' && account.isHeld !== true) return refused(account, call);
    const next = account.status === 'captured' ? { isHeld: false } : voided;
    return fails(account, call) ?? { ...next, answer: succeeded(refOf(call.paymentId)) };
  },
  refund(account, call) {
    const { amount } = call.amount;
    if (account.refunded + amount > account.captured) return refused(account, call);
    const answer = succeeded(`${refOf(call.paymentId)}_refund_${call.refundId}`);
    return fails(account, call) ?? { refunded: account.refunded + amount, answer };
  },
};

const voided = { status: 'voided', awaitsBuyer: false } as const;
const done = ({ paymentId }: Call, { captured, isHeld }: Pick<Account, 'captured' | 'isHeld'>) =>
  succeeded(refOf(paymentId), captured, isHeld);
const refused = ({ status }: Account, { paymentId }: Call) => ({
  answer: notYet('failed', `it is ${status}`, refOf(paymentId)),
});

/** `sim_capture_fails` fails always, `sim_capture_fails_2` twice. */
function fails({ failures }: Account, { step, paymentId, paymentMethod }: Call) {
  const [, failing, times = 'Infinity'] =
    /^sim_(capture|void|refund)_fails(?:_(\d+))?$/.exec(paymentMethod ?? '') ?? [];
  const count = failures[step] ?? 0;
  if (failing !== step || count >= Number(times)) return undefined;
  const answer = notYet('failed', `${step}_failed`, refOf(paymentId));
  return { failures: { ...failures, [step]: count + 1 }, answer };
}

/** What became of a call. */
export const found = (before: Account, call: Call, now: number): Answer | undefined =>
  matured(before, call, now).answers[call.key];
