/** What comes back of an order, and what was paid for it. */
import { orderReturned, type ReturnedLine } from '@quickmart/contracts/order/events';
import type { Order } from './api.ts';
import { after, existing, type OrderEvent, withEnd } from './order.ts';
import type { ReturnOfOrder } from './parts-api.ts';
import { refuse } from './problems.ts';
import type { ReturnOrder } from './progress-api.ts';
import { type Count, choose, countsOf, linesOf, paidFor, returnableOf } from './quantities.ts';
import type { OrderState, Placed, Return, Shipment } from './state.ts';

/** All that has arrived and has not come back yet, or some of it; what was paid for it is given back. */
export function takeBack(state: OrderState, { lines: wanted, restock }: ReturnOrder): OrderEvent[] {
  const order = existing(state);
  const { stage, total, attention, owed } = order;
  if (stage !== 'completed' && stage !== 'delivered' && stage !== 'shipped')
    refuse('order-not-returnable', `the order is ${stage}`);
  // One thing at a time: else the end of the one would hide that the other has failed.
  if (attention !== null) refuse('order-not-returnable', 'the order needs attention first');
  if (owed === 'capture') refuse('order-not-returnable', 'the money for it is being captured');
  const counts = countsOf(order);
  if ([...counts.values()].every(({ arrived }) => arrived === 0))
    refuse('order-not-returnable', 'nothing of it has arrived yet');
  const { chosen, faults } = choose(counts, wanted, { most: returnableOf, words: arrivedOf }, 'not-ordered');
  if (faults.length > 0) refuse('not-ordered', 'no more can come back than was ordered', { errors: faults });
  if (chosen.length === 0) refuse('order-not-returnable', 'all that has arrived has come back');
  const refund = { amount: paidFor(order, chosen), currency: total.currency };
  return withEnd(order, [orderReturned({ lines: linesOf(chosen), restock, refund, shipmentId: null })]);
}

/**
 * Shipments that were not delivered are given back, by the same append; while money is being captured, later: what is not captured
 * cannot be refunded.
 */
export function withReturns(state: Placed, events: readonly OrderEvent[]): OrderEvent[] {
  const all = [...events];
  let now = after(state, events);
  if (now === null || now.owed === 'capture') return all;
  const { shipments, returns } = now;
  const isKnown = ({ id }: Shipment) => returns.some(({ shipmentId }) => shipmentId === id);
  for (const shipment of shipments.filter((one) => isUndelivered(one) && !isKnown(one))) {
    const returned: OrderEvent[] = [returnOf(now, shipment)];
    all.push(...returned);
    now = after(now, returned) ?? now;
  }
  return all;
}

const isUndelivered = ({ status }: Shipment): boolean => status === 'lost' || status === 'returned';

function returnOf(order: Placed, { id: shipmentId, lines, restock }: Shipment) {
  const counts = countsOf(order);
  const chosen = lines.flatMap(({ productId, quantity }) => {
    const count = counts.get(productId);
    return count ? [{ count, quantity }] : [];
  });
  const refund = { amount: paidFor(order, chosen), currency: order.total.currency };
  return orderReturned({ lines: linesOf(chosen), restock, refund, shipmentId });
}

function arrivedOf({ ordered, arrived, returned }: Count): string {
  const there = arrived === ordered ? `${ordered} were ordered` : `${arrived} of ${ordered} have arrived`;
  return returned === 0 ? there : `${there}, ${returned} have come back`;
}

/** All returns as one: what callers read who know of one return only. */
export const summary = (returns: readonly Return[]): NonNullable<Order['returned']> => {
  const lines = new Map<string, ReturnedLine>();
  for (const line of returns.flatMap((one) => one.lines)) {
    const quantity = line.quantity + (lines.get(line.productId)?.quantity ?? 0);
    lines.set(line.productId, { ...line, quantity });
  }
  const amount = returns.reduce((sum, { refund }) => sum + refund.amount, 0);
  const [first] = returns;
  return {
    lines: [...lines.values()],
    restock: returns.some(({ restock }) => restock),
    refund: { amount, currency: first?.refund.currency ?? '' },
  };
};

export const returnView = ({ owed: _, shipmentId: __, at, ...one }: Return): ReturnOfOrder => ({
  ...one,
  returnedAt: new Date(at).toISOString(),
});
