/** Cancelled before it is sent: all of an order, or some lines. */
import { orderCancelled, orderLinesCancelled } from '@quickmart/contracts/order/events';
import { existing, isPending, type OrderEvent, withEnd } from './order.ts';
import { refuse } from './problems.ts';
import type { CancelLines, CancelOrder } from './progress-api.ts';
import { choose, countsOf, leftOf, linesOf, worthOf } from './quantities.ts';
import type { Cancellation, OrderState, Placed } from './state.ts';

/** Who, which their request does not say. */
export type By = { by: Exclude<Cancellation['by'], 'system'> };
type Why = Pick<CancelOrder, 'code'> & { note?: string | undefined } & By;

const whyOf = ({ by, code, note }: Why) => ({ by, code, note: note ?? null });

export function cancel(state: OrderState, why: Why): OrderEvent[] {
  const { stage } = existing(state);
  if (!isPending(stage) && stage !== 'confirmed') refuse('order-not-cancellable', `the order is ${stage}`);
  return [orderCancelled(whyOf(why))];
}

/** Of what is not sent yet. Where that is all of the order, it is cancelled as a whole. */
export function cancelLines(state: OrderState, { lines: wanted, ...why }: CancelLines & By): OrderEvent[] {
  const order = existing(state);
  assertCancellable(order);
  const counts = countsOf(order);
  const left = { most: leftOf, words: (count: Parameters<typeof leftOf>[0]) => `${leftOf(count)} are left` };
  const { chosen, faults } = choose(counts, wanted, left, 'not-left');
  if (faults.length > 0) refuse('not-left', 'no more can be cancelled than is left', { errors: faults });
  if (chosen.length === 0) refuse('lines-not-cancellable', 'nothing is left to cancel');
  const rest = [...counts.values()].reduce((sum, count) => sum + leftOf(count), 0);
  const units = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  if (order.shipments.length === 0 && units === rest) return [orderCancelled(whyOf(why))];
  const amount = { amount: worthOf(chosen), currency: order.total.currency };
  return withEnd(order, [orderLinesCancelled({ ...whyOf(why), lines: linesOf(chosen), amount })]);
}

function assertCancellable({ stage, attention }: Placed): void {
  if (stage !== 'confirmed' && stage !== 'shipped')
    refuse('lines-not-cancellable', `the order is ${isPending(stage) ? 'pending' : stage}`);
  // One thing at a time: else the end of the one would hide that the other has failed.
  if (attention !== null) refuse('lines-not-cancellable', 'the order needs attention first');
}
