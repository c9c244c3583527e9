/**
 * Any life of an order after it has arrived: returns of anything, refunds by hand and in the provider's dashboard, refunds
 * that come back, answers late and twice. Here the payment service is a purse; its own property tests are beside it.
 */
import {
  type OrderEvents,
  orderAttentionResolved,
  orderPlaced,
  plainOrder,
} from '@quickmart/contracts/order/events';
import { evolve, type NewEventOf, type StoredEvent } from '@quickmart/streams';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  approved,
  asked,
  captured,
  completed,
  confirmed,
  delivered,
  dispatched,
  euros,
  paymentId,
  shownOrder,
} from '../test/testing.ts';
import { answers } from './fulfilment.ts';
import { order } from './order.ts';
import { takeBack } from './returns.ts';
import type { Placed } from './state.ts';

type Event = NewEventOf<OrderEvents>;
type Step =
  | { do: 'return'; lines: { sku: string; quantity: number }[]; all: boolean }
  | { do: 'pay back' | 'pay back, told twice' }
  | { do: 'by hand'; amount: number }
  | { do: 'comes back'; which: number };

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const line = (n: number, quantity: number, price: number) => ({
  productId: uuid(n),
  sku: `P${n}`,
  name: 'x',
  quantity,
  unitPrice: euros(price),
  lineTotal: euros(price * quantity),
});
// A product may be on several lines.
const bought = [line(1, 3, 1299), line(2, 1, 5), line(1, 2, 1299), line(3, 7, 333)];
const total = bought.reduce((sum, { lineTotal }) => sum + lineTotal.amount, 0);
const placed = orderPlaced(
  plainOrder({ customerId: 'c', lines: bought, total: euros(total), paymentMethod: null }),
);
const paidFor = { ...captured, data: { ...captured.data, captured: euros(total) } };
const all = [1, 2, 3].map((n) => ({ productId: uuid(n), sku: `P${n}`, quantity: [5, 1, 7][n - 1]! }));
const gone = { ...dispatched, data: { ...dispatched.data, lines: all, capture: euros(total) } };
const arrived = [placed, asked, approved, confirmed, gone, paidFor, delivered, completed];

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('return' as const),
    all: fc.boolean(),
    lines: fc.array(
      fc.record({ sku: fc.constantFrom('P1', 'P2', 'P3', 'P9'), quantity: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ do: fc.constantFrom('pay back' as const, 'pay back, told twice' as const) }),
  fc.record({ do: fc.constant('by hand' as const), amount: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ do: fc.constant('comes back' as const), which: fc.nat({ max: 9 }) }),
);

/** What the payment service has given back, by the refund. */
class Purse {
  readonly given = new Map<string, number>();
  get sum(): number {
    return [...this.given.values()].reduce((all, amount) => all + amount, 0);
  }
  give(refundId: string, wanted: number) {
    const amount = Math.min(wanted, total - this.sum);
    this.given.set(refundId, amount);
    return { paymentId, orderId: uuid(0), refundId, amount: euros(amount), refunded: euros(this.sum) };
  }
}

class Life {
  readonly purse = new Purse();
  state: Placed = null as never;
  #version = 0;

  constructor() {
    this.add(arrived);
  }
  add(events: readonly Event[]): void {
    for (const event of events) {
      const version = ++this.#version;
      const envelope = {
        category: 'order',
        partition: 0,
        epoch: 1,
        pos: version,
        meta: { correlationId: 'x' },
      };
      const eventId = `00000000-0000-7000-8000-${String(version).padStart(12, '0')}`;
      const stored = { ...event, ...envelope, aggregateId: uuid(0), eventId, version, at: version };
      this.state = evolve(order, this.state, stored as StoredEvent) as Placed;
    }
  }
  take(one: Step): void {
    this.add(this.#decided(one, this.state));
  }
  #decided(one: Step, state: Placed): Event[] {
    if (one.do === 'return') {
      return unlessRefused(() =>
        takeBack(state, { restock: true, ...(one.all ? {} : { lines: one.lines }) }),
      );
    }
    if (one.do === 'by hand') {
      const data = this.purse.give(`by hand ${this.purse.given.size}`, one.amount);
      return answers.PaymentRefundedEvent(state, { ...data, providerRef: 're', reason: 'x' });
    }
    if (one.do === 'comes back') return this.#comesBack(state, one.which);
    const owed = state.returns.find((each) => each.owed);
    if (owed === undefined) return [];
    const data = {
      ...this.purse.give(`${owed.id}`, owed.refund.amount),
      providerRef: 're',
      reason: 'returned',
    };
    const first = answers.PaymentRefundedEvent(state, data);
    if (one.do === 'pay back') return first;
    this.add(first);
    return answers.PaymentRefundedEvent(this.state, data);
  }
  #comesBack(state: Placed, which: number): Event[] {
    const byHand = [...this.purse.given].filter(([id]) => id.startsWith('by hand'));
    const [id, amount] = byHand[which % (byHand.length || 1)] ?? [];
    if (id === undefined || amount === undefined || amount === 0) return [];
    this.purse.given.delete(id);
    const data = { paymentId, orderId: uuid(0), refundId: id, amount: euros(amount), reason: 'closed' };
    const refunded = euros(this.purse.sum);
    const events = answers.PaymentRefundFailedEvent(state, { ...data, refunded });
    // Somebody has seen to it.
    return [...events, orderAttentionResolved({ note: 'seen to' })];
  }
}

function unlessRefused(decide: () => Event[]): Event[] {
  try {
    return decide();
  } catch (error) {
    if ((error as Error).name !== 'Refusal') throw error;
    return [];
  }
}

const units = (lines: readonly { productId: string; quantity: number }[], id: string) =>
  lines.reduce((sum, one) => (one.productId === id ? sum + one.quantity : sum), 0);

function check({ state, purse }: Life): void {
  const back = state.returns.flatMap((one) => one.lines);
  for (const { productId } of bought)
    expect(units(back, productId)).toBeLessThanOrEqual(units(bought, productId));
  const isAll = bought.every(({ productId }) => units(back, productId) === units(bought, productId));
  expect(state.stage).toBe(isAll ? 'returned' : 'completed');
  const { payment } = shownOrder(state, 1);
  expect(payment?.refunded.amount).toBe(purse.sum);
  expect(purse.sum).toBeLessThanOrEqual(payment?.captured.amount ?? 0);
  expect(payment?.captured.amount).toBeLessThanOrEqual(payment?.authorized.amount ?? 0);
  expect(payment?.status === 'refunded').toBe(purse.sum === total);
  for (const { refund, lines } of state.returns) {
    const worth = lines.reduce((sum, one) => sum + one.quantity * priceOf(one.productId), 0);
    expect(refund.amount).toBe(worth);
  }
}
const priceOf = (id: string) => bought.find(({ productId }) => productId === id)?.unitPrice.amount ?? 0;

test('no more comes back than was sent, no more is given back than was paid, and the books say so to the cent', () => {
  const reached = new Set<string>();
  const property = fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
    const life = new Life();
    for (const one of steps) {
      life.take(one);
      check(life);
    }
    reached.add(life.state.stage);
    reached.add(life.state.payment?.status ?? 'none');
  });
  fc.assert(property, { numRuns: 200, seed: Number(process.env.SEED) });
  expect([...reached].sort()).toEqual(['captured', 'completed', 'refunded', 'returned']);
});
