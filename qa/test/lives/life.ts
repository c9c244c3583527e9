/**
 * One random life of an order: the reactions of the services as they are, on a log in memory. A hand chooses what happens next:
 * what comes by itself (queues.ts), or what people do (people.ts), late and lost answers of the provider among it.
 */
import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import type { EventStore } from '@quickmart/streams';
import * as inventory from '../../../apps/inventory/src/reactions.ts';
import { createFor, stockItem } from '../../../apps/inventory/src/stock-item.ts';
import { decideOrder } from '../../../apps/order/src/decide.ts';
import { order } from '../../../apps/order/src/order.ts';
import * as orders from '../../../apps/order/src/reactions.ts';
import { type Placed, waitOf } from '../../../apps/order/src/state.ts';
import * as payments from '../../../apps/payment/src/reactions.ts';
import type { Random } from '../../src/random.ts';
import { HastyProvider } from './hasty-provider.ts';
import { MemoryLog } from './memory.ts';
import { command, methods, People, retry, waits } from './people.ts';
import { euros, pricedBy } from './priced.ts';
import { type AnyHandlers, Queues, type Reaction } from './queues.ts';

const settleStepsMax = 1_000;

export class Life {
  readonly orderId = randomUUIDv7();
  readonly log = new MemoryLog((event) => this.#queues.add(event));
  readonly provider: HastyProvider;
  readonly people: People;
  readonly #rng: Random;
  readonly #store: EventStore = this.log.store;
  readonly #parts = { store: this.#store, settings: waits };
  readonly #queues: Queues;

  constructor(rng: Random) {
    this.#rng = rng;
    this.provider = new HastyProvider(rng);
    this.people = new People({ orderId: this.orderId, rng, log: this.log, provider: this.provider });
    this.#queues = this.#queuesOf(rng);
  }

  #queuesOf(rng: Random): Queues {
    const settings = { initialStock: 0, reservationHoldMs: waits.reservationWaitMs, lowStockThreshold: 0 };
    const stock = { store: this.#store, settings };
    const work = { store: this.#store, provider: this.provider, retry };
    const answers = orders.onAnswers(this.#parts) as AnyHandlers;
    const reactions: Reaction[] = [
      ['inventory', 'order', inventory.onOrder(stock) as AnyHandlers],
      ['order', 'inventory', answers],
      ['order', 'payment', answers],
      ['payment', 'order', payments.onOrder(this.#store, 'simulated') as AnyHandlers],
      ['payment', 'payment', payments.onPayment(work) as AnyHandlers],
    ];
    const timers = {
      inventory: inventory.timers(stock),
      order: orders.timers(this.#parts),
      payment: payments.onTimer(this.#store),
    };
    return new Queues({ rng, log: this.log, reactions, timers });
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
    if (rng.between(1, 3) === 1 && (await this.people.buyer())) return;
    // Until it is confirmed people can do little.
    const isPending = ['reserving', 'paying', 'confirming'].includes(this.order.stage);
    const chance = rng.between(1, 400);
    if (chance <= (isPending ? 390 : 240)) return void (await this.#queues.deliver());
    if (chance <= 398) return await this.people.act();
    await this.#queues.fire(() => true);
  }

  /** Nobody does anything any more; everything is told, and answered. An order that still waits then would wait for nobody. */
  async settle(): Promise<void> {
    this.provider.isReliable = true;
    for (let n = 0; n < settleStepsMax; n++) {
      if (await this.#queues.deliver(true)) continue;
      if (await this.#queues.fire(({ type }) => type !== 'settlement')) continue;
      const { seed } = this.#rng;
      assert.notEqual(waitOf(this.order), 'settlement', `SEED=${seed}: nobody answers: ${this.order.owed}`);
      return;
    }
    throw new Error(
      `it never comes to rest: ${this.log.events.slice(-12).map(({ eventType }) => eventType)}`,
    );
  }

  /** People bring it to its end. */
  async end(): Promise<void> {
    for (let n = 0; n < 6; n++) {
      await this.settle();
      await this.people.end();
    }
    await this.settle();
  }
}
