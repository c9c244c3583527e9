/**
 * Whatever is asked of a payment, in whatever order, and whatever becomes of the calls: the provider is never brought
 * to do what it must not, though it would do almost everything.
 */

import type { OnDecline } from '@quickmart/contracts/order/placing';
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith, past, type World } from '@quickmart/streams/given';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PermissiveProvider, type Request, type Verdict } from '../test/permissive-provider.ts';
import { amount, euros, no, paymentId, requested } from '../test/testing.ts';
import { type Answer, begin, completeAttempt, retry } from './attempts.ts';
import { onProviderEvent } from './news.ts';
import { isDeclined, payable, payment } from './payment.ts';
import { reduce } from './reductions.ts';
import {
  again,
  cancel,
  capture,
  changeMethod,
  expire,
  refund,
  refundReturned,
  releaseHold,
  request,
} from './requests.ts';
import type { PaymentState } from './state.ts';

type Decision = (state: PaymentState) => readonly { eventType: string; schema: number; data: never }[];
type Fate = 'answered' | 'answer lost' | 'request lost' | 'crash before' | 'crash after';
type Step =
  | { do: 'request' | 'cancel' | 'dispatch' | 'release' | 'expire' | 'retry' }
  | { do: 'mature' | 'refuse' | 'arrive' | 'another method' }
  | { do: 'return' | 'refund' | 'reduce'; amount: number }
  | { do: 'again'; owed: 'capture' | 'void' | 'refund'; which: number }
  | { do: 'work'; fate: Fate; verdict: Verdict }
  | { do: 'webhook' | 'answer again'; which: number };

const nat = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...['request', 'cancel', 'dispatch', 'release', 'expire', 'retry'],
        ...['mature', 'refuse', 'arrive', 'another method', 'another method'],
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('return', 'refund', 'reduce'),
      amount: fc.integer({ min: 0, max: 4000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('webhook', 'answer again'), which: nat }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('again'),
      owed: fc.constantFrom('capture', 'void', 'refund'),
      which: nat,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('work'),
      fate: fc.constantFrom<Fate>(
        'answered',
        'answered',
        'answered',
        'answer lost',
        'request lost',
        'crash before',
        'crash after',
      ),
      verdict: fc.constantFrom<Verdict>('yes', 'yes', 'yes', 'no', 'no', 'later', 'action'),
    }),
  },
) as fc.Arbitrary<Step>;

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const policy = { attemptsMax: 2, retryBaseMs: 1, retryCapMs: 1 };

/** One payment, its provider, and the network between them. */
class Run {
  readonly provider = new PermissiveProvider();
  readonly events: string[] = [];
  #world: World = givenWith(registry).givenAll([past(payment, paymentId, [])]);
  readonly #answers: { number: number; answer: Answer }[] = [];
  readonly #underway: { asked: Request; verdict: Verdict }[] = [];
  #ids = 0;
  readonly #onDecline: OnDecline;

  constructor(onDecline: OnDecline) {
    this.#onDecline = onDecline;
  }

  get state(): PaymentState {
    return this.#world.state(payment, paymentId);
  }

  take(one: Step): void {
    if (one.do === 'work') this.#work(one.fate, one.verdict);
    else if (one.do === 'mature' || one.do === 'refuse') this.provider.mature(one.do === 'mature');
    else if (one.do === 'arrive')
      for (const { asked, verdict } of this.#underway.splice(0)) this.provider.ask(asked, verdict);
    else this.#decide(this.#asked(one));
  }

  /** Everything is answered from now on. */
  end(): void {
    for (let before = -1; before !== this.events.length; ) {
      before = this.events.length;
      for (const one of ['work', 'retry', 'arrive', 'mature'] as const)
        this.take(one === 'work' ? { do: 'work', fate: 'answered', verdict: 'yes' } : { do: one });
      // Nobody gives another payment method any more.
      if (this.state && isDeclined(this.state)) this.take({ do: 'expire' });
    }
  }

  #asked(one: Step): (s: PaymentState) => readonly object[] {
    const id = `refund-${++this.#ids}`;
    switch (one.do) {
      case 'request':
        return (s) => request(s, { ...requested.data, onDecline: this.#onDecline });
      case 'another method':
        return (s) => changeMethod(s, this.#another(s));
      case 'cancel':
        return (s) => cancel(s, 'ordered twice', id);
      case 'dispatch':
        return (s) => capture(s, { shipmentId: uuid(this.#ids), amount: null });
      case 'release':
        return releaseHold;
      case 'expire':
        return expire;
      case 'retry':
        return (s) => retry(s, s?.attempt?.number ?? 0);
      case 'reduce':
        return (s) => (s ? reduce(s, uuid(this.#ids), euros(Math.min(one.amount, payable(s)))) : []);
      case 'return':
        return (s) => refundReturned(s, id, euros(one.amount));
      case 'refund':
        return (s) => refund(s, id, 'damaged', euros(one.amount));
      case 'again':
        return (s) => this.#again(s, one.owed, one.which, id);
      case 'webhook': {
        const news = this.provider.news.at(one.which % (this.provider.news.length || 1));
        return (s) => (news ? onProviderEvent(s, news, policy, 0) : []);
      }
      case 'answer again': {
        const again = this.#answers.at(one.which % (this.#answers.length || 1));
        return (s) => (again ? completeAttempt(s, again.number, again.answer, policy, 0) : []);
      }
      default:
        throw new Error(one.do);
    }
  }

  /** The next one; now and then, the one that was given already. */
  #another(s: PaymentState) {
    const methodNumber = (s?.methodNumber ?? 1) + (this.#ids % 5 === 0 ? 0 : 1);
    return { paymentId, methodNumber, paymentMethod: `pm_${methodNumber}` };
  }

  /** A refund that was asked for before, or none of them. */
  #again(s: PaymentState, owed: 'capture' | 'void' | 'refund', which: number, id: string) {
    const { refundId = null, amount: part = amount.amount } = s?.refunds[which] ?? {};
    return again(s, { paymentId, owed, refundId, amount: euros(part) }, id);
  }

  /** As work.ts does it. */
  #work(fate: Fate, verdict: Verdict): void {
    const before = this.events.length;
    this.#decide((s) => begin(s, 0));
    const { state } = this;
    if (state?.attempt?.status !== 'open' || fate === 'crash before') return;
    const { number, key, step, refundId, keyUsed, amount } = state.attempt;
    const found = this.events.length === before || keyUsed ? this.provider.find(key) : undefined;
    const asked = { key, step, refundId, amount, methodNumber: state.methodNumber };
    if (fate === 'request lost' && found === undefined) this.#underway.push({ asked, verdict });
    const silent = fate === 'request lost' || fate === 'answer lost';
    const told = fate === 'request lost' ? found : (found ?? this.provider.ask(asked, verdict));
    if (fate === 'crash after') return;
    const answer = silent || told === undefined ? no('unanswered') : told;
    this.#answers.push({ number, answer });
    this.#decide((s) => completeAttempt(s, number, answer, policy, 0));
  }

  #decide(decision: (s: PaymentState) => readonly object[]): void {
    try {
      const events = decision(this.state) as ReturnType<Decision>;
      this.#world = this.#world.with(paymentId, events);
      this.events.push(...events.map(({ eventType }) => eventType));
    } catch (error) {
      if ((error as Error).name !== 'Refusal') throw error; // a defect ends the test
    }
  }
}

function check({ provider: { moves }, events }: Run): void {
  const of = (step: PaymentStep) => moves.filter((move) => move.step === step);
  const paid = of('capture').reduce((total, { amount }) => total + amount, 0);
  const sum = of('refund').reduce((total, { amount }) => total + amount, 0);
  const at = (step: PaymentStep) => moves.findIndex((move) => move.step === step);
  expect(of('authorize').length).toBeLessThanOrEqual(1);
  expect(of('capture').length).toBeLessThanOrEqual(1);
  expect(new Set(of('refund').map(({ refundId }) => refundId)).size).toBe(of('refund').length);
  if (at('capture') >= 0) expect(at('authorize')).toBeGreaterThanOrEqual(0);
  if (at('capture') >= 0) expect(at('authorize')).toBeLessThan(at('capture'));
  expect(at('capture') >= 0 && at('void') >= 0).toBe(false);
  expect(sum).toBeLessThanOrEqual(paid);
  expect(paid).toBeLessThanOrEqual(amount.amount);
  const once = [
    'PaymentRequestedEvent',
    'PaymentAuthorizedEvent',
    'PaymentCapturedEvent',
    'PaymentFailedEvent',
  ];
  const count = (type: string) => events.filter((each) => each === type).length;
  for (const type of once) expect(count(type), type).toBeLessThanOrEqual(1);
  expect(count('PaymentMethodChangedEvent')).toBeLessThanOrEqual(count('PaymentDeclinedEvent'));
  expect(count('PaymentVoidedEvent')).toBeLessThanOrEqual(1 + count('PaymentVoidFailedEvent'));
  expect(events.includes('PaymentCapturedEvent') && events.includes('PaymentVoidedEvent')).toBe(false);
}

/** Where everything was answered in the end, nothing is left open, and nothing stays with a cancelled order. */
function checkEnd(run: Run): void {
  const { state, provider, events } = run;
  if (state === null) return;
  expect(state.status === 'pending' && !events.includes('PaymentVoidFailedEvent')).toBe(false);
  expect(state.refunds.filter(({ status }) => status === 'pending')).toEqual([]);
  if (!state.cancelled || events.some((type) => /(Void|Refund)FailedEvent$/.test(type))) return;
  const net = { authorize: 0, capture: 0, void: 0, refund: 0 };
  for (const { step, amount } of provider.moves) net[step] += amount;
  if (net.capture > 0) expect(net.refund).toBe(net.capture);
  else if (net.authorize > 0) expect(net.void).toBeGreaterThan(0);
}

test('never captured without an authorization, never authorized twice, voided or captured, refunds within what was captured', {
  timeout: 60_000,
}, () => {
  const reached = new Set<string>();
  const waits = fc.constantFrom<OnDecline>('cancel', 'wait');
  const property = fc.property(fc.array(step, { maxLength: 60, size: 'max' }), waits, (steps, onDecline) => {
    const run = new Run(onDecline);
    run.take({ do: 'request' });
    for (const one of steps) {
      run.take(one);
      check(run);
    }
    run.end();
    check(run);
    checkEnd(run);
    for (const type of run.events) reached.add(type);
  });
  fc.assert(property, { numRuns: 500, seed: Number(process.env.SEED) });
  // Else the property would say little.
  const told = ['PaymentDisputedEvent', 'PaymentDisputeClosedEvent']; // see news.property.test.ts
  const all = Object.keys(payment.evolve).filter((type) => !told.includes(type));
  expect([...reached].sort()).toEqual(all.sort());
});
