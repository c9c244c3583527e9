/**
 * What must hold between orders, stock and payments, whatever has happened and whoever has died. Pure.
 *
 * Services learn from each other by events, so for a moment one knows what another does not. A rule over several services
 * only looks at what has not changed for a while (`before`, UTC ms). The other rules hold at every moment.
 */
import type { Order, Payment } from './accounts.ts';
import type { Books } from './books.ts';
import { deliveryRules } from './deliveries.ts';
import { methodRules } from './method-rules.ts';
import { priceRules } from './price-rules.ts';
import { refundRules } from './refund-rules.ts';
import { less, listed, same } from './units.ts';

export type Broken = { rule: string; where: string; what: string };
/** Aggregates with a durable timer; `retries`: payments that wait for their next call to the provider. */
export type Timers = Record<'orders' | 'reservations' | 'retries', ReadonlySet<string>>;
type Rule = (books: Books, before: number, timers: Timers) => Iterable<[where: string, what: string]>;

export const rules: Record<string, Rule> = {
  'on hand ≥ reserved ≥ 0': function* ({ stock }) {
    for (const [id, { faults }] of stock) for (const fault of faults) yield [`product ${id}`, fault];
  },

  'Σ reserved = Σ open reservations': function* ({ stock, reservations }) {
    const sums = new Map<string, number>();
    for (const { status, lines, sent } of reservations.values())
      if (isOpen(status))
        for (const [id, units] of less(lines, listed(sent))) sums.set(id, (sums.get(id) ?? 0) + units);
    for (const id of new Set([...stock.keys(), ...sums.keys()])) {
      const [reserved, open] = [stock.get(id)?.reserved ?? 0, sums.get(id) ?? 0];
      if (reserved !== open) yield [`product ${id}`, `${reserved} reserved, ${open} in open reservations`];
    }
  },

  'an order ends once': function* ({ orders }) {
    for (const [id, { types }] of orders) {
      const ends = types.filter((type) => endings.has(type));
      const sentAndCancelled =
        types.includes('ShipmentDispatchedEvent') && types.includes('OrderCancelledEvent');
      if (ends.length > 1 || sentAndCancelled) yield [`order ${id}`, types.join(', ')];
    }
  },

  'every order ends': function* ({ orders }, before, timers) {
    for (const [id, order] of orders)
      if (isPending(order) && !timers.orders.has(id) && order.at < before)
        yield [`order ${id}`, 'it is pending, and no timer will end it'];
  },

  'every hold ends': function* ({ reservations }, before, timers) {
    for (const [id, { status, at }] of reservations)
      if (status === 'reserved' && !timers.reservations.has(id) && at < before)
        yield [`order ${id}`, 'its stock is held, and no timer will give it back'];
  },

  'no reservation without a live order': function* ({ orders, reservations }, before) {
    for (const [id, { status, at }] of reservations) {
      const order = orders.get(id);
      if (!isOpen(status) || at >= before || (order && (isLive(order) || order.at >= before))) continue;
      yield [`order ${id}`, `its stock is ${status}, the order is ${order ? stateOf(order) : 'missing'}`];
    }
  },

  'what is confirmed is reserved, what is sent is committed': function* ({ orders, reservations }, before) {
    for (const [id, order] of orders) {
      if (!isStanding(order) || order.at >= before) continue;
      const kept = keptOf(order);
      const wanted = same(order.shipped, kept) ? gone : held;
      const { status = 'missing', lines, sent } = reservations.get(id) ?? {};
      if (!wanted.has(status) || !same(lines, kept) || !same(sent, order.shipped))
        yield [
          `order ${id}`,
          `it is ${stateOf(order)}, its stock is ${status}${quantitiesOf(kept, lines)}${quantitiesOf(order.shipped, sent, ['sent', 'taken from the shelf'])}`,
        ];
    }
  },

  'no money of a cancelled order is kept': function* ({ orders, payments }, before, { retries }) {
    for (const [id, order] of orders) {
      const payment = paymentOf(order, payments);
      if (!has(order, 'OrderCancelledEvent') || !payment || isSeenTo(order)) continue;
      if (order.at >= before || payment.at >= before || retries.has(order.paymentId ?? '')) continue;
      const kept = payment.captured - payment.refunded - payment.lost;
      if (kept > 0 || payment.authorized)
        yield [`order ${id}`, kept > 0 ? `${kept} captured` : 'the authorization is not voided'];
    }
  },

  'returned ≤ shipped ≤ ordered − cancelled, restocked ≤ returned': function* ({ orders, reservations }) {
    for (const [id, order] of orders) {
      for (const [product, units] of order.returned)
        if (units > (order.shipped.get(product) ?? 0))
          yield [
            `order ${id}`,
            `${units} of product ${product} have come back, ${order.shipped.get(product) ?? 0} were sent`,
          ];
      for (const [product, units] of less(order.lines, [
        ...listed(order.cancelled),
        ...listed(order.shipped),
      ]))
        if (units < 0)
          yield [`order ${id}`, `${-units} more of product ${product} were sent or cancelled than ordered`];
      for (const [product, units] of reservations.get(id)?.restocked ?? [])
        if (units > (order.restock.get(product) ?? 0))
          yield [
            `order ${id}`,
            `${units} of product ${product} are on the shelf again, ${order.restock.get(product) ?? 0} have come back`,
          ];
    }
  },

  'refunded ≤ captured ≤ authorized': function* ({ payments }, before) {
    for (const [id, { amount, captured, captureUnclear, refunded, at }] of payments) {
      // The provider may not have told yet that more was captured, or that a refund has come back. Where nobody asks it any
      // more what was captured, the order asks for an operator.
      if (refunded > captured && !captureUnclear && at < before)
        yield [`payment ${id}`, `${refunded} of ${captured} captured were given back`];
      if (amount !== null && captured > amount)
        yield [`payment ${id}`, `${captured} of ${amount} were captured`];
    }
  },

  'an order knows what became of its money': function* ({ orders, payments }, before) {
    for (const [id, order] of orders) {
      const payment = paymentOf(order, payments);
      if (payment === undefined || order.at >= before || payment.at >= before) continue;
      for (const what of ['captured', 'refunded'] as const)
        if (order[what] !== null && order[what] !== payment[what])
          yield [`order ${id}`, `it has ${what} ${order[what]}, its payment ${payment[what]}`];
    }
  },

  ...priceRules,
  ...deliveryRules,
  ...refundRules,
  ...methodRules,

  'what was not delivered is given back': function* ({ orders, payments, deliveries }, before) {
    for (const [id, { orderId, end, isGivenBack, at }] of deliveries.sent) {
      if (isGivenBack || (end !== 'lost' && end !== 'returned') || at >= before) continue;
      const order = orders.get(orderId);
      if (!order || isSeenTo(order) || order.at >= before) continue;
      // What is not captured cannot be refunded.
      const payment = paymentOf(order, payments);
      if (payment && (payment.at >= before || payment.captured < order.due)) continue;
      yield [`order ${orderId}`, `shipment ${id} is ${end}, and was not given back`];
    }
  },

  'what was sent is paid for': function* ({ orders, payments }, before, { retries }) {
    for (const [id, order] of orders) {
      const payment = paymentOf(order, payments);
      if (!isSent(order) || !payment || isSeenTo(order)) continue;
      if (order.at >= before || payment.at >= before || retries.has(order.paymentId ?? '')) continue;
      if (payment.captured < order.due) yield [`order ${id}`, `${payment.captured} of ${order.due} captured`];
    }
  },
};

export function brokenRules(books: Books, before: number, timers: Timers): Broken[] {
  return Object.entries(rules).flatMap(([rule, check]) =>
    [...check(books, before, timers)].map(([where, what]) => ({ rule, where, what })),
  );
}

const endings = new Set(['OrderCancelledEvent', 'OrderCompletedEvent']);
const held = new Set(['confirmed']);
const gone = new Set(['committed', 'restocked']);

/** Per product where they differ: what was ordered, and what is set aside. */
function quantitiesOf(
  ordered: ReadonlyMap<string, number>,
  aside: ReadonlyMap<string, number> = new Map(),
  [what, there]: readonly [string, string] = ['ordered', 'set aside'],
) {
  const products = [...new Set([...ordered.keys(), ...aside.keys()])];
  const differing = products.filter((id) => ordered.get(id) !== aside.get(id));
  return differing
    .map((id) => `; ${ordered.get(id) ?? 0} of product ${id} ${what}, ${aside.get(id) ?? 0} ${there}`)
    .join('');
}

const isOpen = (status: string) => status === 'reserved' || status === 'confirmed';
const has = ({ types }: Order, ...wanted: string[]) => wanted.some((type) => types.includes(type));
const isPending = (order: Order) => !has(order, 'OrderConfirmedEvent', 'OrderCancelledEvent');
const isSent = (order: Order) => has(order, 'ShipmentDispatchedEvent');
const isStanding = (order: Order) => has(order, 'OrderConfirmedEvent') && !has(order, 'OrderCancelledEvent');
const keptOf = (order: Order) => less(order.lines, listed(order.cancelled));
/** Something of it is to be sent yet. */
const isLive = (order: Order) => !has(order, 'OrderCancelledEvent') && !same(order.shipped, keptOf(order));
/** The order has asked for an operator. */
const isSeenTo = (order: Order) => has(order, 'OrderAttentionRequiredEvent');
const stateOf = ({ types }: Order) => `at ${types.at(-1)}`;
const paymentOf = ({ paymentId }: Order, payments: ReadonlyMap<string, Payment>) =>
  paymentId === null ? undefined : payments.get(paymentId);
