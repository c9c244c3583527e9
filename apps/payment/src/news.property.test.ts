/**
 * Whatever is done at the provider, by us and in its dashboard, and in whatever order it is told, however often: the ledger
 * ends as the provider's, at no moment is more captured than was authorized, and in the end no more is given back than was
 * captured.
 */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import type { NewEventOf } from '@quickmart/streams';
import { givenWith, past, type World } from '@quickmart/streams/given';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount, euros, held, now, paymentId, policy, ref, requested, started } from '../test/testing.ts';
import { begin, completeAttempt } from './attempts.ts';
import { type DisputeNews, type News, onProviderEvent } from './news.ts';
import { isRefunded, left, payment } from './payment.ts';
import { notYet, succeeded } from './providers/provider.ts';
import { refunded } from './refunds.ts';
import { refundReturned } from './requests.ts';
import type { Payment } from './state.ts';

type RefundAt = { id: string; amount: number; end: 'succeeded' | 'failed' | 'failed after all' };
type DisputeAt = DisputeNews['dispute'];
/** What the provider has done with the money: captured in some steps, given back, disputed. */
type Account = { captures: number[]; refunds: RefundAt[]; disputes: DisputeAt[] };

const account: fc.Arbitrary<Account> = fc
  .record({
    captures: fc.uniqueArray(fc.integer({ min: 1, max: amount.amount }), { minLength: 1, maxLength: 3 }),
    refunds: fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 2000 }),
        end: fc.constantFrom<RefundAt['end']>('succeeded', 'succeeded', 'failed', 'failed after all'),
      }),
      { maxLength: 5 },
    ),
    disputes: fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: amount.amount }),
        status: fc.constantFrom<DisputeAt['status']>('open', 'won', 'lost'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ captures, refunds, disputes }) => ({
    captures: captures.sort((a, b) => a - b),
    refunds: within(Math.max(...captures), refunds).map((one, n) => ({ id: `re_${n}`, ...one })),
    disputes: disputes.map((one, n) => ({ id: `dp_${n}`, reason: 'general', ...one })),
  }));

/** No provider gives back more than it has; what has come back can be given back once more. */
function within<One extends { amount: number; end: string }>(captured: number, refunds: One[]): One[] {
  let rest = captured;
  return refunds.filter(({ amount, end }) => {
    if (amount > rest) return false;
    if (end === 'succeeded') rest -= amount;
    return true;
  });
}

const none = { refundId: null, key: null };
const refund = ({ id, amount }: RefundAt, good: boolean): News => ({
  step: 'refund',
  ...none,
  amount,
  answer: good ? succeeded(id) : notYet('failed', 'card_closed', id),
});
/** Every message that there would be, in the order of what has happened. */
const messagesOf = ({ captures, refunds, disputes }: Account): News[] => [
  { step: 'authorize', ...none, answer: succeeded(ref) },
  ...captures.map((sum): News => ({ step: 'capture', ...none, answer: succeeded(ref, sum) })),
  ...refunds.flatMap((one) => [
    ...(one.end === 'failed' ? [] : [refund(one, true)]),
    ...(one.end === 'succeeded' ? [] : [refund(one, false)]),
  ]),
  ...disputes.flatMap((dispute): News[] => [
    { dispute: { ...dispute, status: 'open' } },
    ...(dispute.status === 'open' ? [] : [{ dispute }]),
  ]),
];

/** Each at least once, in any order. */
const told = account.chain((one) => {
  const messages = messagesOf(one);
  const repeats = fc.array(fc.constantFrom(...messages), { maxLength: 6 });
  return repeats
    .chain((more) =>
      fc.shuffledSubarray([...messages, ...more], { minLength: messages.length + more.length }),
    )
    .map((order) => ({ account: one, order }));
});

const pasts = {
  asked: [requested, started(1, 'authorize')],
  authorized: held,
} as const;

class Ledger {
  readonly events: string[] = [];
  #world: World;

  constructor(before: readonly NewEventOf<PaymentEvents>[]) {
    this.#world = givenWith(registry).givenAll([past(payment, paymentId, before)]);
  }
  get state(): Payment {
    return this.#world.state(payment, paymentId)!;
  }
  add(events: readonly NewEventOf<PaymentEvents>[]): void {
    this.#world = this.#world.with(paymentId, events);
    this.events.push(...events.map(({ eventType }) => eventType));
  }
  onProviderEvent(news: News): void {
    this.add(onProviderEvent(this.state, news, policy, now));
    const { captured, amount: authorized } = this.state;
    expect(captured).toBeLessThanOrEqual(authorized.amount);
    expect(left(this.state)).toBeGreaterThanOrEqual(0);
  }
}

const seed = Number(process.env.SEED);

test('the ledger ends as the provider has it, in whatever order it is told, however often', () => {
  const reached = new Set<string>();
  const property = fc.property(
    told,
    fc.constantFrom<keyof typeof pasts>('asked', 'authorized'),
    (one, from) => {
      const ledger = new Ledger(pasts[from]);
      for (const news of one.order) ledger.onProviderEvent(news);
      const { state } = ledger;
      const kept = one.account.refunds.filter(({ end }) => end === 'succeeded');
      expect(state.captured).toBe(Math.max(...one.account.captures));
      expect(refunded(state.refunds)).toBeLessThanOrEqual(state.captured);
      expect(refunded(state.refunds)).toBe(kept.reduce((sum, { amount }) => sum + amount, 0));
      const byId = <T extends { id: string }>(a: T, b: T) => a.id.localeCompare(b.id);
      const disputes = state.disputes.map(({ disputeId: id, ...rest }) => ({ id, ...rest }));
      expect(disputes.sort(byId)).toEqual([...one.account.disputes].sort(byId));
      const before = ledger.events.length;
      for (const news of one.order) ledger.onProviderEvent(news);
      expect(ledger.events).toHaveLength(before); // all of it once more changes nothing
      for (const type of ledger.events) reached.add(type);
    },
  );
  fc.assert(property, { numRuns: 300, seed });
  // Else the property would say little.
  expect([...reached].sort()).toEqual([
    ...['PaymentAttemptEndedEvent', 'PaymentAuthorizedEvent', 'PaymentCapturedEvent'],
    ...['PaymentDisputeClosedEvent', 'PaymentDisputedEvent', 'PaymentRefundFailedEvent'],
    'PaymentRefundedEvent',
  ]);
});

test('what is returned after that gets what is left, and never more', () => {
  const returns = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 });
  const property = fc.property(told, returns, fc.boolean(), ({ order }, wanted, isLate) => {
    const ledger = new Ledger(held);
    for (const news of order.slice(isLate ? order.length : 0)) ledger.onProviderEvent(news);
    ledger.onProviderEvent({ step: 'capture', ...none, answer: succeeded(ref) });
    for (const [n, sum] of wanted.entries()) {
      const before = left(ledger.state);
      ledger.add(refundReturned(ledger.state, `return-${n}`, euros(sum)));
      ledger.add(begin(ledger.state, now));
      const { attempt } = ledger.state;
      if (attempt?.status === 'open')
        ledger.add(completeAttempt(ledger.state, attempt.number, succeeded(`re_return_${n}`), policy, now));
      const asked = ledger.state.refunds.find(({ refundId }) => refundId === `return-${n}`);
      expect([asked?.amount, asked?.status]).toEqual([Math.min(sum, before), 'succeeded']);
      expect(left(ledger.state)).toBe(before - Math.min(sum, before));
      expect(refunded(ledger.state.refunds)).toBeLessThanOrEqual(ledger.state.captured);
    }
    if (left(ledger.state) === 0 && ledger.state.disputes.length === 0)
      expect(isRefunded(ledger.state)).toBe(true);
  });
  fc.assert(property, { numRuns: 200, seed });
});
