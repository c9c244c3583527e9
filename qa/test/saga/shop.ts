/**
 * The saga without its processes: the reactions and timers of all services as they are, on a real log, and in place of
 * the consumers a hand that chooses what happens next. So an order can meet thousands of interleavings in a minute.
 *
 * The hand keeps what consumers keep: the events of an aggregate come to a group one by one, in order, and come again
 * when their handler died. Everything else may happen at any moment: other aggregates, timers (however much time
 * that takes), the provider's answers, customers and operators.
 */
import { registry } from '@quickmart/contracts/registry';
import { createLog } from '@quickmart/service';
import {
  decodeEvent,
  EventStore,
  type HandlerContext,
  keys,
  type Place,
  type RedisClient,
  rawEvent,
  readPartition,
  type StoredEvent,
  type Timer,
  type TimerHandlers,
} from '@quickmart/streams';
import * as inventory from '../../../apps/inventory/src/reactions.ts';
import * as order from '../../../apps/order/src/reactions.ts';
import * as payment from '../../../apps/payment/src/reactions.ts';
import type { Random } from '../../src/random.ts';
import { Died, type Fate } from '../played-provider.ts';
import { SlowProvider } from './provider.ts';

const hour = 3_600_000;
/** Nothing runs out by itself: the hand fires timers. */
const waits = {
  reservationWaitMs: hour,
  paymentWaitMs: hour,
  confirmationWaitMs: hour,
  settlementWaitMs: hour,
};
const categories = ['inventory', 'order', 'payment'] as const;
const retry = { attemptsMax: 2, retryBaseMs: hour, retryCapMs: hour };

type AnyHandlers = Record<string, (event: StoredEvent, context: HandlerContext) => Promise<void>>;
/** What one group has still to do for one aggregate. */
type AggregateQueue = { handlers: AnyHandlers; events: StoredEvent[]; running: Promise<void> | undefined };
type Step = () => Promise<unknown>;
const fates: Fate[] = [
  ...(['answered', 'answered', 'answered', 'answered'] as const),
  ...(['request lost', 'answer lost', 'died before', 'died after'] as const),
];

export class Shop {
  readonly orders: { store: EventStore; settings: typeof waits };
  readonly payments: EventStore;
  readonly stock: EventStore;
  readonly provider: SlowProvider;
  readonly counts = { deliveries: 0, deaths: 0, timers: 0, answers: 0 };
  readonly #redis: RedisClient;
  readonly #rng: Random;
  readonly #queues = new Map<string, AggregateQueue>();
  readonly #read = new Map<string, Place>();
  readonly #timers: Record<string, TimerHandlers>;
  readonly #handlers: [group: string, category: string, handlers: AnyHandlers][];

  constructor(redis: RedisClient, rng: Random) {
    this.#redis = redis;
    this.#rng = rng;
    const store = () => new EventStore({ redis, codec: registry, partitions: () => 1 });
    this.stock = store();
    const stock = {
      store: this.stock,
      settings: { initialStock: 100, reservationHoldMs: hour, lowStockThreshold: 10 },
    };
    this.orders = { store: store(), settings: waits };
    this.payments = store();
    this.provider = new SlowProvider();
    const work = { store: this.payments, provider: this.provider, retry };
    const answers = order.onAnswers(this.orders) as AnyHandlers;
    this.#handlers = [
      ['inventory', 'order', inventory.onOrder(stock) as AnyHandlers],
      ['order', 'inventory', answers],
      ['order', 'payment', answers],
      ['payment', 'order', payment.onOrder(this.payments, this.provider.name) as AnyHandlers],
      ['payment', 'payment', payment.onPayment(work) as AnyHandlers],
    ];
    this.#timers = {
      inventory: inventory.timers(stock),
      order: order.timers(this.orders),
      payment: payment.onTimer(this.payments),
    };
  }

  /** One thing that can happen now, chosen by chance; false where nothing can but by the hands of people. */
  async step(): Promise<boolean> {
    await this.#readOn();
    const queues = [...this.#queues.values()].filter(({ running, events }) => !running && events.length > 0);
    const timers = await this.#allTimers();
    // An order waits for its money for longer than anything else takes: only then is somebody asked.
    const patient = timers.filter(([, { type }]) => type === 'settlement');
    const others = timers.filter((timer) => !patient.includes(timer));
    const isBusy = queues.length > 0 || this.provider.waiting > 0;
    const steps: Step[] = [
      ...(queues.length > 0 ? [() => this.#deliver(this.#rng.pick(queues))] : []),
      ...(this.provider.waiting > 0 ? [() => this.#answer()] : []),
      ...(others.length > 0 && (!isBusy || this.#rng.between(1, 60) === 1)
        ? [() => this.#fire(...this.#rng.pick(others))]
        : []),
    ];
    if (steps.length === 0 && patient.length > 0) steps.push(() => this.#fire(...this.#rng.pick(patient)));
    if (steps.length === 0) return false;
    await this.#rng.pick(steps)();
    return true;
  }

  async #readOn(): Promise<void> {
    for (const category of categories) {
      const after = this.#read.get(category);
      for await (const page of readPartition(this.#redis, category, 0, { after }))
        for (const { epoch, pos, entry } of page) {
          this.#read.set(category, { epoch, pos });
          this.#enqueue(decodeEvent(registry, rawEvent(category, 0, entry)));
        }
    }
  }

  #enqueue(event: StoredEvent): void {
    for (const [group, category, handlers] of this.#handlers) {
      if (category !== event.category || handlers[event.eventType] === undefined) continue;
      const name = `${group} ${category} ${event.aggregateId}`;
      const queue = this.#queues.get(name) ?? { handlers, events: [], running: undefined };
      queue.events.push(event);
      this.#queues.set(name, queue);
    }
  }

  /** Until the handler is done, or waits for the provider. */
  async #deliver(queue: AggregateQueue): Promise<void> {
    this.counts.deliveries++;
    const asked = this.provider.asked();
    queue.running = this.#handle(queue).finally(() => {
      queue.running = undefined;
    });
    await Promise.race([queue.running, asked]);
  }

  async #handle({ handlers, events }: AggregateQueue): Promise<void> {
    const [event] = events as [StoredEvent];
    let hasDied = this.#rng.between(1, 8) === 1;
    try {
      await handlers[event.eventType]!(event, context());
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      hasDied = true;
    }
    if (!hasDied) return void events.shift();
    // It comes again, and so late that nobody remembers what was appended for it.
    this.counts.deaths++;
    await this.#forget(event);
  }

  async #forget({ eventId }: StoredEvent): Promise<void> {
    for (const category of categories)
      await this.#redis.del(
        keys.idempotency(category, `${eventId}:react`),
        keys.idempotency(category, `${eventId}:low`),
      );
  }

  async #answer(): Promise<void> {
    this.counts.answers++;
    const fate = this.#rng.pick(fates);
    const asked = this.provider.asked();
    const { paymentId } = this.provider.release(this.#rng.between(0, this.provider.waiting - 1), fate);
    await Promise.race([this.#queues.get(`payment payment ${paymentId}`)?.running, asked]);
  }

  async #allTimers(): Promise<[string, Timer][]> {
    const found: [string, Timer][] = [];
    for (const category of categories) {
      const bodies = await this.#redis.hgetall(keys.timerBodies(category));
      for (const [id, body] of Object.entries(bodies)) {
        const dueAt = Number(await this.#redis.zscore(keys.timers(category), id));
        found.push([category, { id, dueAt, ...JSON.parse(body) }]);
      }
    }
    return found;
  }

  async #fire(category: string, timer: Timer): Promise<void> {
    this.counts.timers++;
    await this.#timers[category]![timer.type]!(timer, context());
    // It stays where it was set anew meanwhile.
    if (Number(await this.#redis.zscore(keys.timers(category), timer.id)) !== timer.dueAt) return;
    await this.#redis.zrem(keys.timers(category), timer.id);
    await this.#redis.hdel(keys.timerBodies(category), timer.id);
  }
}

const context = (): HandlerContext => ({
  signal: new AbortController().signal,
  attempt: 1,
  logger: silent,
});
const silent = createLog({ name: 'saga', level: 'silent' });
