/**
 * One random life of an order: the reactions of the services as they are, on a log in memory. A hand chooses what happens next.
 * Events of an aggregate come to a group in order, and again where the handler died; everything else may happen at any
 * moment: timers, late and lost answers of the provider, refunds in its dashboard, customers and staff.
 */
import { randomUUIDv7 } from 'node:crypto';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { Refusal } from '@quickmart/service/problems';
import type { EventStore, HandlerContext, StoredEvent, TimerHandlers } from '@quickmart/streams';
import * as inventory from '../../../apps/inventory/src/reactions.ts';
import { createFor, stockItem } from '../../../apps/inventory/src/stock-item.ts';
import { resolveAttention, retryPayment } from '../../../apps/order/src/attention.ts';
import { cancel, cancelLines } from '../../../apps/order/src/cancelling.ts';
import { decideOrder } from '../../../apps/order/src/decide.ts';
import { order } from '../../../apps/order/src/order.ts';
import { payBy } from '../../../apps/order/src/paying.ts';
import * as orders from '../../../apps/order/src/reactions.ts';
import { takeBack } from '../../../apps/order/src/returns.ts';
import { deliver, lose, sendBack, ship } from '../../../apps/order/src/shipping.ts';
import type { OrderState, Placed } from '../../../apps/order/src/state.ts';
import { simulated } from '../../../apps/payment/src/api.ts';
import { hear, type News } from '../../../apps/payment/src/news.ts';
import { payment } from '../../../apps/payment/src/payment.ts';
import * as payments from '../../../apps/payment/src/reactions.ts';
import { refund } from '../../../apps/payment/src/requests.ts';
import type { Random } from '../../src/random.ts';
import { Died } from '../played-provider.ts';
import { HastyProvider } from './hasty-provider.ts';
import { MemoryLog } from './memory.ts';
import { euros, pricedBy } from './priced.ts';

const hour = 3_600_000;
const settleStepsMax = 1_000;
const waits = {
  ...{ reservationWaitMs: hour, paymentWaitMs: hour, confirmationWaitMs: hour, settlementWaitMs: hour },
};
const retry = { attemptsMax: 2, retryBaseMs: 1, retryCapMs: 1 };
const command = () => ({ meta: { correlationId: 'life' }, at: Date.now() });
const context = { signal: new AbortController().signal } as unknown as HandlerContext;
const staff = { by: 'staff', code: 'other' } as const;
const note = `sealed.1.${randomUUIDv7()}.note.${'x'.repeat(40)}`;

type AnyHandlers = Record<string, (event: StoredEvent, context: HandlerContext) => Promise<void>>;
type Queue = { handlers: AnyHandlers; events: StoredEvent[] };

const methods = [
  ...Array.from({ length: 4 }, () => [simulated.approve, simulated.captureOnce]).flat(),
  ...[simulated.decline, simulated.decline, simulated.late, simulated.lateDecline, simulated.action],
  ...['capture', 'void', 'refund'].flatMap((step) => [1, 3].map((n) => `sim_${step}_fails_${n}`)),
];

export class Life {
  readonly orderId = randomUUIDv7();
  readonly log = new MemoryLog((event) => this.#enqueue(event));
  readonly provider: HastyProvider;
  /** Somebody has given money back by hand: then it is not known what for. */
  isGoodwill = false;
  #told: [paymentId: string, News] | undefined;
  readonly #rng: Random;
  readonly #store: EventStore = this.log.store;
  readonly #parts = { store: this.#store, settings: waits };
  readonly #queues = new Map<string, Queue>();
  readonly #fired = new Set<string>();
  readonly #handlers: [group: string, category: string, AnyHandlers][];
  readonly #timers: Record<string, TimerHandlers>;

  constructor(rng: Random) {
    this.#rng = rng;
    this.provider = new HastyProvider(rng);
    const settings = { initialStock: 0, reservationHoldMs: hour, lowStockThreshold: 0 };
    const stock = { store: this.#store, settings };
    const work = { store: this.#store, provider: this.provider, retry };
    const answers = orders.onAnswers(this.#parts) as AnyHandlers;
    this.#handlers = [
      ['inventory', 'order', inventory.onOrder(stock) as AnyHandlers],
      ['order', 'inventory', answers],
      ['order', 'payment', answers],
      ['payment', 'order', payments.onOrder(this.#store, 'simulated') as AnyHandlers],
      ['payment', 'payment', payments.onPayment(work) as AnyHandlers],
    ];
    this.#timers = {
      inventory: inventory.timers(stock),
      order: orders.timers(this.#parts),
      payment: payments.onTimer(this.#store),
    };
  }

  get order(): Placed {
    return this.log.state(order, this.orderId)!;
  }

  /** With prices that cannot be split evenly, and a discount that a line has as a whole. */
  async begin(): Promise<void> {
    const rng = this.#rng;
    const lines = Array.from({ length: rng.between(1, 3) }, () => {
      const [productId, quantity, price] = [randomUUIDv7(), rng.between(2, 6), rng.between(0, 1999)];
      const worth = { unitPrice: euros(price), lineTotal: euros(price * quantity) };
      return { productId, sku: `P${productId.slice(-6)}`, name: 'x', quantity, ...worth };
    });
    for (const { productId, sku } of lines) {
      // Sometimes there is not enough.
      const first = { productId, sku, quantity: rng.between(1, 60) === 1 ? 1 : 20 };
      await this.#store.decide(stockItem, productId, (s) => createFor(s, first, randomUUIDv7()), command());
    }
    const known = { customerId: randomUUIDv7(), paymentMethod: rng.pick(methods) };
    const placed = pricedBy(rng, plainOrder({ ...known, lines, total: euros(0) }));
    const onDecline = rng.pick(['cancel', 'wait', 'wait'] as const);
    await decideOrder(this.#parts, this.orderId, () => [orderPlaced({ ...placed, onDecline })], command());
  }

  /** Something happens. */
  async step(): Promise<void> {
    const rng = this.#rng;
    if (rng.between(1, 3) === 1 && (await this.#buyer())) return;
    // Until it is confirmed people can do little.
    const isPending = ['reserving', 'paying', 'confirming'].includes(this.order.stage);
    const chance = rng.between(1, 400);
    if (chance <= (isPending ? 390 : 240)) return void (await this.#deliver());
    if (chance <= 398) return await this.#people();
    await this.#fire(() => true);
  }

  /** Nobody does anything any more; everything is told, and answered. */
  async settle(): Promise<void> {
    this.provider.isReliable = true;
    for (let n = 0; n < settleStepsMax; n++) {
      const isDone =
        !(await this.#deliver(true)) &&
        !(await this.#fire(({ type }) => type !== 'settlement')) &&
        !(await this.#fire(() => true));
      if (isDone) return;
    }
    throw new Error(
      `it never comes to rest: ${this.log.events.slice(-12).map(({ eventType }) => eventType)}`,
    );
  }

  /** People bring it to its end. */
  async end(): Promise<void> {
    const acts: Act[] = [
      (s) => resolveAttention(s, note),
      (s) => ship(s, {}, randomUUIDv7()),
      (s) => deliver(s, {}),
    ];
    for (let n = 0; n < 6; n++) {
      await this.settle();
      for (const act of acts) await this.#act(act);
    }
    await this.settle();
  }

  #enqueue(event: StoredEvent): void {
    for (const [group, category, handlers] of this.#handlers) {
      if (category !== event.category || handlers[event.eventType] === undefined) continue;
      const name = `${group} ${category} ${event.aggregateId}`;
      const queue = this.#queues.get(name) ?? { handlers, events: [] };
      queue.events.push(event);
      this.#queues.set(name, queue);
    }
  }

  /** One event of some queue; false where there is none. It comes again where its handler dies. */
  async #deliver(isReliable = false): Promise<boolean> {
    const queues = [...this.#queues.values()].filter(({ events }) => events.length > 0);
    if (queues.length === 0) return false;
    const { handlers, events } = this.#rng.pick(queues);
    const [event] = events as [StoredEvent];
    let hasDied = !isReliable && this.#rng.between(1, 8) === 1;
    try {
      await handlers[event.eventType]!(event, context);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      hasDied = true;
    }
    if (!hasDied) events.shift();
    return true;
  }

  /** A timer; false where none is set that is meant. */
  async #fire(isMeant: (timer: { type: string }) => boolean): Promise<boolean> {
    const timers = this.log.timers().filter((timer) => isMeant(timer) && !this.#fired.has(timer.id));
    if (timers.length === 0) return false;
    const timer = this.#rng.pick(timers);
    this.#fired.add(timer.id);
    await this.#timers[timer.category]![timer.type]!(timer, context);
    return true;
  }

  /** What only they can do; false where there is nothing. */
  async #buyer(): Promise<boolean> {
    const rng = this.#rng;
    const { payment: known, methodNumber } = this.order;
    // What a bank has told of one card may come again while the next one is tried.
    if (this.#told && rng.between(1, 4) === 1) await this.#hear(...this.#told);
    if (known?.status === 'declined') {
      const paymentMethod = rng.pick(methods);
      for (let times = rng.between(1, 2); times > 0; times--)
        await this.#act((s) => payBy(s, { paymentMethod }, Date.now()));
      return true;
    }
    if (known?.status !== 'action-required') return false;
    const isDone = rng.between(1, 3) > 1;
    if (!this.provider.act(known.id, isDone)) return false;
    const declined = { outcome: 'declined', providerRef: `sim_${known.id}`, reason: 'x' } as const;
    const done = { outcome: 'succeeded', providerRef: `sim_${known.id}`, reason: null } as const;
    const news = { step: 'authorize', refundId: null, key: null, methodNumber } as const;
    this.#told = [known.id, { ...news, answer: isDone ? done : declined }];
    // Else it is looked up.
    for (let times = rng.between(0, 2); times > 0; times--) await this.#hear(...this.#told);
    return true;
  }

  async #hear(paymentId: string, news: News): Promise<void> {
    await this.#store.decide(payment, paymentId, (s) => hear(s, news, retry, Date.now()), command());
  }

  async #people(): Promise<void> {
    const rng = this.#rng;
    const paymentId = this.log.state(order, this.orderId)?.payment?.id;
    if (paymentId !== undefined && rng.between(1, 12) === 1) return await this.#money(paymentId);
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
    await unlessRefused(decideOrder(this.#parts, this.orderId, act, command()));
  }

  /** Somebody gives money back, here or in the dashboard of the provider, which tells it once or twice. */
  async #money(paymentId: string): Promise<void> {
    const rng = this.#rng;
    const some = euros(rng.between(1, 1500));
    if (rng.between(0, 1) === 0) {
      const given = this.#store.decide(
        payment,
        paymentId,
        (s) => refund(s, randomUUIDv7(), 'goodwill', some),
        command(),
      );
      await unlessRefused(given.then(() => this.#noteGoodwill()));
      return;
    }
    const given = this.provider.refundByHand(paymentId, some.amount);
    if (given === undefined) return;
    this.#noteGoodwill();
    const answer = { outcome: 'succeeded', providerRef: given.id, reason: null } as const;
    const news = { step: 'refund', refundId: null, key: null, answer, amount: given.amount } as const;
    for (let times = rng.between(1, 2); times > 0; times--) await this.#hear(paymentId, news);
  }

  #noteGoodwill(): void {
    this.isGoodwill = true;
  }
}

type Act = Parameters<typeof decideOrder>[2];

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
