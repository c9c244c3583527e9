/** What an order knows of its money: what became of its payment, and what of it was given back for which return. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Money } from '@quickmart/contracts/shapes';
import type { Payment, Placed, Return } from './state.ts';

type Settled = OrderEvents['OrderPaymentSettledEvent'];
type Changes = Pick<Placed, 'payment' | 'returns' | 'owed'>;

export const none = ({ currency }: Money): Money => ({ amount: 0, currency });
const plus = (a: Money, b: Money): Money => ({ ...a, amount: a.amount + b.amount });

/** The return that a refund is for; an older event does not say which: then the first one that is owed. */
export const returnOf = (
  { returns }: Pick<Placed, 'returns'>,
  refundId: string | undefined,
): Return | undefined =>
  refundId === undefined ? returns.find(({ owed }) => owed) : returns.find(({ id }) => id === refundId);

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

const ended = ({ payment, returns }: Placed, status: 'failed' | 'voided'): Changes => ({
  payment: payment && { ...payment, status },
  returns,
  owed: null,
});

/** What was captured for a cancelled order is given back by the payment service, unasked. */
function wasCaptured({ payment, returns, stage }: Placed, captured: Money): Changes {
  const isReturned = returns.some((one) => one.owed);
  const owed = stage === 'cancelled' || isReturned ? 'refund' : null;
  if (payment === null) return { payment, returns, owed };
  const authorized = payment.authorized.amount < captured.amount ? captured : payment.authorized;
  return { payment: withStatus({ ...payment, authorized, captured }), returns, owed };
}

function wasRefunded(state: Placed, settled: Settled): Changes {
  // An older event does not say which, and had no amounts; one without an id is by hand.
  const isOlder = settled.refunded === undefined;
  const mine = isOlder || settled.refundId !== undefined ? returnOf(state, settled.refundId) : undefined;
  const given = settled.amount ?? mine?.refund ?? state.total;
  const returns = state.returns.map((one) => (one === mine ? { ...one, refunded: given, owed: false } : one));
  if (state.payment === null) return { payment: null, returns, owed: owedAfter(state, returns, true) };
  const refunded = settled.refunded ?? atMost(plus(state.payment.refunded, given), state.payment.captured);
  const payment = withStatus({ ...state.payment, refunded });
  return { payment, returns, owed: owedAfter(state, returns, isAllBack(payment, settled.lost)) };
}

/** A refund had succeeded, and the money is back here. */
function cameBack(state: Placed, { refundId, refunded }: Settled): Changes {
  const mine = returnOf(state, refundId);
  const nothing = { refunded: none(state.total), owed: true };
  const returns = state.returns.map((one) => (one === mine ? { ...one, ...nothing } : one));
  const payment = state.payment && withStatus({ ...state.payment, refunded: refunded ?? none(state.total) });
  return { payment, returns, owed: owedAfter(state, returns, false) };
}

/** After a cancellation everything is owed that was captured, after a return what it is for. */
function owedAfter({ stage, owed }: Placed, returns: readonly Return[], isAllBack: boolean): Placed['owed'] {
  if (stage === 'cancelled') return isAllBack ? null : (owed ?? 'refund');
  if (owed === 'capture' || owed === 'void') return owed;
  return returns.some((one) => one.owed) ? 'refund' : null;
}

/** `lost`: what disputes have taken. */
export const isAllBack = ({ captured, refunded }: Payment, lost?: Money): boolean =>
  refunded.amount + (lost?.amount ?? 0) >= captured.amount;

const withStatus = (payment: Payment): Payment => ({
  ...payment,
  status: payment.captured.amount > 0 && isAllBack(payment) ? 'refunded' : 'captured',
});

const atMost = (a: Money, b: Money): Money => (a.amount > b.amount ? b : a);
