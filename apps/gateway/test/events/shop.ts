/** A gateway over a log that a test writes, and readers of its events. */
import { randomUUIDv7 } from 'node:crypto';
import { type EventsOptions, eventsOf, type ShopEvent } from '@quickmart/client';
import { orderCancelled, orderConfirmed, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { paymentRequested } from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { createLog, settingsOf, start } from '@quickmart/service';
import { startIssuer, type TokenOf } from '@quickmart/service/testing/issuer';
import { aggregate, EventStore, type NewEvent } from '@quickmart/streams';
import { freePort, startRedis } from '@quickmart/streams/testing';
import { onTestFinished } from 'vitest';
import gateway from '../../src/service.ts';

const euros = { amount: 100, currency: 'EUR' };
const any = (category: string) =>
  aggregate<null, Record<string, unknown>>({ category, initial: null, evolve: {} as never });
const order = any('order');
const payment = any('payment');

/** What `qa/test/system` starts whole, here as one piece: a log, the gateway, and who signs tokens. */
export async function shopOfTest() {
  const redis = await startRedis({ appendOnly: true });
  const issuer = await startIssuer();
  const port = await freePort();
  const env = { ...issuer.env, REDIS_URL: redis.url, PORT: `${port}` };
  const logger = createLog({ name: 'gateway', level: 'silent' });
  const begin = () => start(gateway, settingsOf(gateway, env), { logger });
  let running = await begin();
  onTestFinished(async () => {
    await running.stop();
    await issuer.stop();
    await redis.stop();
  });
  const store = new EventStore({ redis: redis.connect(), codec: registry });
  const append = (of: typeof order, id: string, events: readonly NewEvent[]) =>
    store.decide(of, id, () => events as never, { at: Date.now(), meta: { correlationId: 'test' } });

  return {
    redis,
    url: running.url,
    issuer,
    async restart() {
      await running.stop();
      running = await begin();
    },
    /** One order with its payment, both of this customer. */
    async place(customerId: string) {
      const [id, paymentId, productId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
      const line = { productId, sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: euros, lineTotal: euros };
      const placed = orderPlaced(
        plainOrder({ customerId, lines: [line], total: euros, paymentMethod: null }),
      );
      await append(order, id, [placed]);
      const expiresAt = new Date(Date.now() + 60_000).toISOString();
      const asked = { paymentId, orderId: id, customerId, amount: euros, paymentMethod: null, expiresAt };
      await append(payment, paymentId, [
        paymentRequested({ ...asked, onDecline: 'cancel', provider: 'simulated' }),
      ]);
      return { id, paymentId };
    },
    confirm: (id: string) => append(order, id, [orderConfirmed({})]),
    cancel: (id: string, note: string | null) =>
      append(order, id, [orderCancelled({ by: 'system', code: 'other', note })]),
    /** A long one. */
    many: (id: string, count: number) =>
      append(
        order,
        id,
        Array.from({ length: count }, () => orderConfirmed({})),
      ),
    as: async (of: TokenOf) => await issuer.as(of),
    /** Reads until the end of the test; `got` grows. */
    async follow(of: TokenOf, options: Partial<EventsOptions> = {}) {
      const ends = new AbortController();
      const got: ShopEvent[] = [];
      const seen = { got, ids: [] as string[], resets: [] as string[], stop: () => ends.abort() };
      const token = await issuer.token(of);
      const live = Promise.withResolvers<void>();
      const events = eventsOf({
        baseUrl: running.url,
        tokens: { current: async () => token, renewed: async () => undefined },
        signal: ends.signal,
        onId: (id) => void seen.ids.push(id),
        onReset: (categories) => void seen.resets.push(...categories),
        onLive: (isLive) => isLive && live.resolve(),
        ...options,
      });
      const reading = (async () => {
        for await (const event of events) got.push(event);
      })();
      reading.catch(live.reject);
      onTestFinished(() => ends.abort());
      await live.promise;
      return seen;
    },
  };
}
