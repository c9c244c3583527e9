/** What people do in a life: the buyer, staff, and whoever gives money back, here or in the dashboard of the provider. */
import { randomUUIDv7 } from 'node:crypto';
import { Refusal } from '@quickmart/service/problems';
import { resolveAttention, retryPayment } from '../../../apps/order/src/attention.ts';
import { cancel, cancelLines } from '../../../apps/order/src/cancelling.ts';
import { decideOrder } from '../../../apps/order/src/decide.ts';
import { order } from '../../../apps/order/src/order.ts';
import { payWith } from '../../../apps/order/src/paying.ts';
import { takeBack } from '../../../apps/order/src/returns.ts';
import { deliver, lose, sendBack, ship } from '../../../apps/order/src/shipping.ts';
import type { OrderState } from '../../../apps/order/src/state.ts';
import { simulated } from '../../../apps/payment/src/api.ts';
import { type News, onProviderEvent } from '../../../apps/payment/src/news.ts';
import { payment } from '../../../apps/payment/src/payment.ts';
import { succeeded } from '../../../apps/payment/src/providers/provider.ts';
import { refund } from '../../../apps/payment/src/requests.ts';
import type { Random } from '../../src/random.ts';
import type { HastyProvider } from './hasty-provider.ts';
import type { MemoryLog } from './memory.ts';
import { euros } from './priced.ts';

const hour = 3_600_000;
export const waits = {
  reservationWaitMs: hour,
  paymentWaitMs: hour,
  confirmationWaitMs: hour,
  settlementWaitMs: hour,
};
export const retry = { attemptsMax: 2, retryBaseMs: 1, retryCapMs: 1 };
export const command = () => ({ meta: { correlationId: 'life' }, at: Date.now() });
const staff = { by: 'staff', code: 'other' } as const;
const note = `sealed.1.${randomUUIDv7()}.note.${'x'.repeat(40)}`;

export const methods = [
  ...Array.from({ length: 4 }, () => [simulated.approve, simulated.captureOnce]).flat(),
  ...[simulated.decline, simulated.decline, simulated.late, simulated.lateDecline, simulated.action],
  ...['capture', 'void', 'refund'].flatMap((step) => [1, 3].map((n) => `sim_${step}_fails_${n}`)),
];

type Act = Parameters<typeof decideOrder>[2];
type Options = { orderId: string; rng: Random; log: MemoryLog; provider: HastyProvider };

/** What brings an order to its end. */
const last: readonly Act[] = [
  (s) => resolveAttention(s, note),
  // Nobody sends what was paid back before: somebody cancels it.
  (s) => (s?.payment?.status === 'refunded' ? cancel(s, staff) : []),
  (s) => ship(s, {}, randomUUIDv7()),
  (s) => deliver(s, {}),
];

export class People {
  /** Somebody has given money back by hand: then it is not known what for. */
  isGoodwill = false;
  /** Somebody has captured some or all of it by hand. */
  hasCaptured = false;
  #told: [paymentId: string, News] | undefined;
  /** What the provider has told of captures, which it may tell again. */
  readonly #captures: News[] = [];
  readonly #options: Options;
  readonly #rng: Random;

  constructor(options: Options) {
    this.#options = options;
    this.#rng = options.rng;
  }

  async end(): Promise<void> {
    for (const act of last) await this.#act(act);
  }

  get #order(): OrderState {
    const { log, orderId } = this.#options;
    return log.state(order, orderId);
  }

  /** What only they can do; false where there is nothing. */
  async buyer(): Promise<boolean> {
    const rng = this.#rng;
    const { payment: known, methodNumber } = this.#order!;
    // What a bank has told of one card may come again while the next one is tried.
    if (this.#told && rng.between(1, 4) === 1) await this.#onProviderEvent(...this.#told);
    if (known?.status === 'declined') {
      const paymentMethod = rng.pick(methods);
      for (let times = rng.between(1, 2); times > 0; times--)
        await this.#act((s) => payWith(s, { paymentMethod }, Date.now()));
      return true;
    }
    if (known?.status !== 'action-required') return false;
    const isDone = rng.between(1, 3) > 1;
    if (!this.#options.provider.act(known.id, isDone)) return false;
    const declined = { outcome: 'declined', providerRef: `sim_${known.id}`, reason: 'x' } as const;
    const done = { outcome: 'succeeded', providerRef: `sim_${known.id}`, reason: null } as const;
    const news = { step: 'authorize', refundId: null, key: null, methodNumber } as const;
    this.#told = [known.id, { ...news, answer: isDone ? done : declined }];
    // Else it is looked up.
    for (let times = rng.between(0, 2); times > 0; times--) await this.#onProviderEvent(...this.#told);
    return true;
  }

  async #onProviderEvent(paymentId: string, news: News): Promise<void> {
    await this.#options.log.store.decide(
      payment,
      paymentId,
      (s) => onProviderEvent(s, news, retry, Date.now()),
      command(),
    );
  }

  /** Any of them does something. */
  async act(): Promise<void> {
    const rng = this.#rng;
    const paymentId = this.#order?.payment?.id;
    if (paymentId !== undefined && rng.between(1, 12) === 1) return await this.#money(paymentId);
    if (paymentId !== undefined && rng.between(1, 12) === 1) return await this.#captured(paymentId);
    await this.#act(rng.pick(this.#acts()));
  }

  #acts(): Act[] {
    const rng = this.#rng;
    const some = (s: OrderState) => {
      const { sku, quantity } = s ? rng.pick(s.lines) : { sku: '', quantity: 1 };
      return [{ sku, quantity: rng.between(1, Math.ceil(quantity / 2)) }];
    };
    const shipmentId = (s: OrderState) => (s?.shipments.length ? rng.pick(s.shipments).id : randomUUIDv7());
    return [
      ...[(s: OrderState) => ship(s, {}, randomUUIDv7()), (s: OrderState) => deliver(s, {})],
      ...[1, 2, 3].map(() => (s: OrderState) => ship(s, { lines: some(s) }, randomUUIDv7())),
      ...[1, 2].map(() => (s: OrderState) => deliver(s, { shipmentId: shipmentId(s) })),
      ...[1, 2].map(
        () => (s: OrderState) => takeBack(s, { lines: some(s), restock: rng.between(0, 1) === 1 }),
      ),
      (s) => takeBack(s, { restock: true }),
      ...[1, 2, 3].map(() => (s: OrderState) => cancelLines(s, { ...staff, lines: some(s) })),
      (s) => lose(s, { shipmentId: shipmentId(s) }),
      (s) => sendBack(s, { shipmentId: shipmentId(s), restock: true }),
      retryPayment,
      (s) => (rng.between(1, 4) === 1 ? resolveAttention(s, note) : []),
      (s) => (rng.between(1, 12) === 1 ? cancel(s, staff) : []),
    ];
  }

  async #act(act: Act): Promise<void> {
    const { log, orderId } = this.#options;
    await unlessRefused(decideOrder({ store: log.store, settings: waits }, orderId, act, command()));
  }

  /** Somebody captures in the dashboard; or the provider tells what is captured, and what was, in any order. */
  async #captured(paymentId: string): Promise<void> {
    const rng = this.#rng;
    const { provider } = this.#options;
    if (rng.between(1, 4) === 1) this.#captureByHand(paymentId);
    const { captured = 0, isHeld = false } = provider.accounts.get(paymentId) ?? {};
    if (captured === 0) return;
    const answer = succeeded(`sim_${paymentId}`, captured, isHeld);
    this.#captures.push({ step: 'capture', refundId: null, key: null, answer });
    for (const news of [rng.pick(this.#captures), this.#captures.at(-1)!, rng.pick(this.#captures)])
      await this.#onProviderEvent(paymentId, news);
  }

  /** All of it; or a part, and the rest stays held or is let go. Once: the refund of cancelled lines is made once, too. */
  #captureByHand(paymentId: string): void {
    if (this.hasCaptured) return;
    const rng = this.#rng;
    const { total, paymentMethod } = this.#order!;
    const amount = rng.pick([total.amount, rng.between(0, total.amount)]);
    // A void of the rest is not tried again once it has failed for good: the order would wait for it.
    const canHold = paymentMethod !== simulated.captureOnce && !paymentMethod?.startsWith('sim_void_fails');
    const isHeld = amount < total.amount && canHold && rng.between(0, 1) === 1;
    if (this.#options.provider.captureByHand(paymentId, amount, isHeld)) this.hasCaptured = true;
  }

  /** Somebody gives money back, here or in the dashboard of the provider, which tells it once or twice. */
  async #money(paymentId: string): Promise<void> {
    const rng = this.#rng;
    const some = euros(rng.between(1, 1500));
    if (rng.between(0, 1) === 0) {
      const given = this.#options.log.store.decide(
        payment,
        paymentId,
        (s) => refund(s, randomUUIDv7(), 'goodwill', some),
        command(),
      );
      await unlessRefused(given.then(() => this.#noteGoodwill()));
      return;
    }
    const given = this.#options.provider.refundByHand(paymentId, some.amount);
    if (given === undefined) return;
    this.#noteGoodwill();
    const answer = { outcome: 'succeeded', providerRef: given.id, reason: null } as const;
    const news = { step: 'refund', refundId: null, key: null, answer, amount: given.amount } as const;
    for (let times = rng.between(1, 2); times > 0; times--) await this.#onProviderEvent(paymentId, news);
  }

  #noteGoodwill(): void {
    this.isGoodwill = true;
  }
}

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
