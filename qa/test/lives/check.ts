/** What must be so of an order whose life is over. */
import assert from 'node:assert/strict';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { agreed } from '../../../apps/order/src/money.ts';
import { countsOf, leftOf } from '../../../apps/order/src/quantities.ts';
import { simulated } from '../../../apps/payment/src/api.ts';
import { payment } from '../../../apps/payment/src/payment.ts';
import { Books } from '../../src/invariants/books.ts';
import { brokenRules } from '../../src/invariants/rules.ts';
import { type Random, random } from '../../src/random.ts';
import { Life } from './life.ts';

const nobody = { orders: new Set<string>(), reservations: new Set<string>(), retries: new Set<string>() };

/** What lives have come to: a property that never sees a thing says nothing of it. */
export type Reached = Map<string, number>;

export async function live(seed: number, reached: Reached): Promise<void> {
  const rng: Random = random(seed);
  const life = new Life(rng);
  await life.begin();
  for (let n = rng.between(20, 120); n > 0; n--) {
    await life.step();
    quantities(life);
    captures(life);
  }
  await life.end();
  quantities(life);
  const { order, log } = life;
  const story = `SEED=${seed}: ${log.events.map(({ category, eventType }) => `${category}/${eventType}`).join(' ')}`;
  // It ends.
  assert.ok(['cancelled', 'completed', 'returned'].includes(order.stage), `${order.stage}: ${story}`);
  assert.deepEqual([order.owed, order.attention], [null, null], story);
  const books = new Books();
  for (const event of log.events) books.add(event);
  assert.deepEqual(brokenRules(books, Number.POSITIVE_INFINITY, nobody), [], story);
  money(life, story);
  declines(life, story);
  note(reached, life);
}

function quantities({ order }: Life): void {
  for (const count of countsOf(order).values()) {
    assert.ok(leftOf(count) >= 0);
    assert.ok(count.returned <= count.arrived && count.arrived <= count.shipped);
  }
}

/** No more is captured than was sent, unless the provider captures only once, or somebody has captured it by hand. */
function captures(life: Life): void {
  const { order, provider, people } = life;
  if (order.payment === null || order.paymentMethod === simulated.captureOnce || people.hasCaptured) return;
  assert.ok((provider.accounts.get(order.payment.id)?.captured ?? 0) <= worthSent(life));
}

/** To the cent: what the provider has is what the order says, and what was agreed on for what stays with the customer. */
function money(life: Life, story: string): void {
  const { order, provider, people, log } = life;
  const worth = worthSent(life);
  const isAllSent = [...countsOf(order).values()].every((count) => leftOf(count) === 0);
  if (order.stage !== 'cancelled' && isAllSent) assert.equal(worth, agreed(order), story);
  if (order.payment === null) return;
  const account = provider.accounts.get(order.payment.id) ?? { captured: 0, refunded: 0, status: 'none' };
  const wasSeenTo = log.events.some(({ eventType }) => eventType === 'OrderAttentionRequiredEvent');
  assert.ok(account.refunded <= account.captured && account.captured <= order.total.amount, story);
  // An operator has settled it in another way; or nobody knows what became of a refund by hand, and nobody asks any more.
  const { refunds = [] } = log.state(payment, order.payment.id) ?? {};
  if (wasSeenTo || refunds.some(({ status }) => status === 'unclear')) return;
  const { captured, refunded } = order.payment;
  assert.deepEqual([captured.amount, refunded.amount], [account.captured, account.refunded], story);
  if (order.stage === 'cancelled') assert.equal(account.captured, account.refunded, story);
  if (order.stage === 'cancelled' || people.isGoodwill) return;
  const back = order.returns.reduce((sum, { refund }) => sum + refund.amount, 0);
  assert.equal(account.captured - account.refunded, worth - back, story);
}

/** What was agreed on for all shipments. */
const worthSent = ({ log }: Life): number =>
  log.events
    .filter(({ eventType }) => eventType === 'ShipmentDispatchedEvent')
    .reduce((sum, { data }) => sum + (data as OrderEvents['ShipmentDispatchedEvent']).capture!.amount, 0);

/** What is told late of one payment method is not said of the next one. */
function declines({ log, provider }: Life, story: string): void {
  for (const { eventType, data } of log.events) {
    if (eventType !== 'PaymentDeclinedEvent') continue;
    const { paymentId, methodNumber } = data as PaymentEvents['PaymentDeclinedEvent'];
    assert.ok(provider.declined.has(`${paymentId} ${methodNumber}`), `number ${methodNumber}: ${story}`);
  }
}

function note(reached: Reached, { order }: Life): void {
  const { stage, shipments, returns, cancellations, methodNumber } = order;
  const things = [
    stage,
    ...shipments.map(({ status }) => `a shipment ${status}`),
    ...(methodNumber > 1 ? ['another payment method'] : []),
    ...(methodNumber > 1 && stage !== 'cancelled' ? ['paid by another payment method'] : []),
    ...(shipments.length > 1 ? ['several shipments'] : []),
    ...(returns.length > 1 ? ['several returns'] : []),
    ...(cancellations.length > 0 ? ['lines cancelled'] : []),
    ...(cancellations.some(({ refunded }) => refunded !== null) ? ['lines cancelled and refunded'] : []),
  ];
  for (const thing of new Set(things)) reached.set(thing, (reached.get(thing) ?? 0) + 1);
}

export const all = [
  ...['cancelled', 'completed', 'returned', 'a shipment delivered', 'a shipment lost', 'a shipment returned'],
  ...['another payment method', 'paid by another payment method'],
  ...['several shipments', 'several returns', 'lines cancelled', 'lines cancelled and refunded'],
];
