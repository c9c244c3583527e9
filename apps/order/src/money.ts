/** What an order knows of its money: what became of its payment, and what of it was given back for what. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Money } from '@quickmart/contracts/shapes';
import type { Cancellation, Payment, Placed, Return } from './state.ts';

type Settled = OrderEvents['OrderPaymentSettledEvent'];
type Owing = Pick<Placed, 'payment' | 'returns' | 'cancellations' | 'due'>;
type Changes = Owing & Pick<Placed, 'owed'>;
/** What is given back for something. */
type Refund = Return | Cancellation;

export const none = ({ currency }: Money): Money => ({ amount: 0, currency });
const plus = (a: Money, b: Money): Money => ({ ...a, amount: a.amount + b.amount });

/** What was agreed on for all that is not cancelled. */
export const agreed = ({ total, cancellations }: Pick<Placed, 'total' | 'cancellations'>): number =>
  cancellations.reduce((left, { amount }) => left - amount.amount, total.amount);

/** What the payment service has not done yet, of an order that is not cancelled. */
export function owedOf({ payment, due, returns, cancellations }: Owing): Placed['owed'] {
  if (payment === null) return null;
  if (due > payment.captured.amount) return 'capture';
  return [...returns, ...cancellations].some(({ owed }) => owed) ? 'refund' : null;
}

/** What a refund is for; an older event does not say it: then the first return that is owed. */
export const refundFor = (
  { returns, cancellations }: Pick<Placed, 'returns' | 'cancellations'>,
  refundId: string | undefined,
): Refund | undefined =>
  refundId === undefined
    ? returns.find(({ owed }) => owed)
    : [...returns, ...cancellations].find(({ id }) => id === refundId);

/**
 * Captured before they were cancelled: then they are refunded, the newest first, as what was cancelled before the capture was not
 * captured. Those that were refunded before, or that an operator has seen to, are done.
 */
export function owedFor(order: Pick<Placed, 'total' | 'cancellations'>, captured: number): Cancellation[] {
  const done = ({ refunded, owed, isSeenTo, amount }: Cancellation) =>
    owed || isSeenTo ? amount.amount : (refunded?.amount ?? 0);
  let over = order.cancellations.reduce((rest, one) => rest - done(one), captured - agreed(order));
  const mark = (one: Cancellation): Cancellation => {
    if (one.owed || one.isSeenTo || one.refunded !== null || over <= 0 || one.amount.amount === 0) return one;
    over -= one.amount.amount;
    return { ...one, owed: true };
  };
  return order.cancellations.toReversed().map(mark).reverse();
}

/** What has become of the money. Pure; older events have no amounts, and meant the whole. */
export function settledBy(state: Placed, settled: Settled): Changes {
  switch (settled.outcome) {
    case 'captured':
      return wasCaptured(state, settled.captured ?? state.total);
    case 'refunded':
      return wasRefunded(state, settled);
    case 'failed':
      return settled.refundId === undefined ? ended(state, 'failed') : cameBack(state, settled);
    case 'voided':
      return ended(state, 'voided');
  }
}

const ended = ({ payment, returns, cancellations, due }: Placed, status: 'failed' | 'voided'): Changes => ({
  payment: payment && { ...withoutAction(payment), status },
  returns,
  cancellations,
  // What is not captured by now never is.
  due: payment ? Math.min(due, payment.captured.amount) : due,
  owed: null,
});

/** What was captured for a cancelled order is given back by the payment service, unasked. */
function wasCaptured(state: Placed, captured: Money): Changes {
  const { payment: known, returns, stage, due } = state;
  const cancellations = owedFor(state, captured.amount);
  const authorized = known && known.authorized.amount < captured.amount ? captured : known?.authorized;
  const payment = known && withStatus({ ...known, authorized: authorized ?? captured, captured });
  const next = { payment, returns, cancellations, due };
  return { ...next, owed: stage === 'cancelled' ? 'refund' : owedOf(next) };
}

function wasRefunded(state: Placed, settled: Settled): Changes {
  // An older event does not say which, and had no amounts; one without an id is by hand.
  const isOlder = settled.refunded === undefined;
  const mine = isOlder || settled.refundId !== undefined ? refundFor(state, settled.refundId) : undefined;
  const given = settled.amount ?? (mine && wantedOf(mine)) ?? state.total;
  const next = marked(state, mine, { refunded: given, owed: false });
  if (state.payment === null) return { ...next, payment: null, owed: null };
  const refunded = settled.refunded ?? atMost(plus(state.payment.refunded, given), state.payment.captured);
  const payment = withStatus({ ...state.payment, refunded });
  // Where an operator has seen to it, nothing is owed, and no refund changes that.
  return owing(state, { ...next, payment }, isAllBack(payment, settled.lost) ? null : state.owed);
}

/** A refund had succeeded, and the money is back here. */
function cameBack(state: Placed, { refundId, refunded }: Settled): Changes {
  const next = marked(state, refundFor(state, refundId), { refunded: none(state.total), owed: true });
  const payment = state.payment && withStatus({ ...state.payment, refunded: refunded ?? none(state.total) });
  return owing(state, { ...next, payment }, state.owed ?? 'refund');
}

const wantedOf = (one: Refund): Money => ('refund' in one ? one.refund : one.amount);

function marked(
  { returns, cancellations, due, payment }: Placed,
  mine: Refund | undefined,
  change: { refunded: Money; owed: boolean },
): Owing {
  const mark = <One extends Refund>(one: One): One => (one === mine ? { ...one, ...change } : one);
  return { returns: returns.map(mark), cancellations: cancellations.map(mark), due, payment };
}

/** After a cancellation the whole is owed, not single refunds. */
const owing = ({ stage }: Placed, next: Owing, ofWhole: Placed['owed']): Changes => ({
  ...next,
  owed: stage === 'cancelled' ? ofWhole : owedOf(next),
});

/** The buyer has nothing to do any more. */
export const withoutAction = ({ nextAction: _, ...payment }: Payment): Payment => payment;

/** `lost`: what disputes have taken. */
export const isAllBack = ({ captured, refunded }: Payment, lost?: Money): boolean =>
  refunded.amount + (lost?.amount ?? 0) >= captured.amount;

const withStatus = (payment: Payment): Payment => ({
  ...payment,
  status: payment.captured.amount > 0 && isAllBack(payment) ? 'refunded' : 'captured',
});

const atMost = (a: Money, b: Money): Money => (a.amount > b.amount ? b : a);
