/** The payment service as the tests start it: real HTTP, real Redis, a read model in SQLite; orders are written by hand. */
import { randomUUIDv7 } from 'node:crypto';
import { type OrderEvents, orderPaymentRequested } from '@quickmart/contracts/order/events';
import type { OnDecline } from '@quickmart/contracts/order/placing';
import { registry } from '@quickmart/contracts/registry';
import { type Answer, startService } from '@quickmart/service/testing';
import { aggregate, EventStore, type NewEventOf } from '@quickmart/streams';
import type { TestRedis } from '@quickmart/streams/testing';
import { expect, vi } from 'vitest';
import type { Payment, PaymentAttempt } from '../src/api.ts';
import type { Provider } from '../src/providers/provider.ts';
import payment from '../src/service.ts';

/** The order service's, as far as payments need it: somebody who writes its events. */
const order = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export type OrderEvent = NewEventOf<OrderEvents>;

export type Wanted = {
  onDecline?: OnDecline;
  method?: string | null;
  amount?: number;
  withinMs?: number;
};
export type Ids = { paymentId: string; orderId: string };
export type Sent = Answer;
export type World = {
  redis: TestRedis;
  store: EventStore;
  url: string;
  /** Every line that was logged. */
  lines: string[];
  /** An order asks for its payment. */
  ask(wanted?: Wanted): Promise<Ids>;
  order(orderId: string, ...events: OrderEvent[]): Promise<unknown>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Sent>;
  payment(paymentId: string): Promise<Payment>;
  attempts(paymentId: string): Promise<PaymentAttempt[]>;
  events(paymentId: string): Promise<string[]>;
  /** Waits until the newest event of this type is there. */
  until(paymentId: string, eventType: string): Promise<void>;
  stop(): Promise<void>;
};

export const patience = { timeout: 15_000, interval: 20 };

/** `around`: puts something between the service and its provider. */
export async function startWorld(
  env: Record<string, string> = {},
  around: (provider: Provider) => Provider = (provider) => provider,
): Promise<World> {
  const { redis, url, lines, stop, send } = await startService(payment, {
    env: { PAYMENT_RETRY_BASE_MS: '1', ...env },
    replace: (parts) => ({ ...parts, provider: around(parts.provider) }),
  });
  const store = new EventStore({ redis: redis.connect(), codec: registry });
  return { redis, store, url, lines, stop, send, ...orders(store), ...reads(store, send) };
}

export function orders(store: EventStore): Pick<World, 'ask' | 'order'> {
  const write: World['order'] = (orderId, ...events) =>
    store.decide(order, orderId, () => events, { at: Date.now(), meta: { correlationId: 'test' } });
  const ask: World['ask'] = async (wanted = {}) => {
    const { method = null, amount = 3897, withinMs = 60_000, onDecline = 'cancel' } = wanted;
    const [orderId, paymentId] = [randomUUIDv7(), randomUUIDv7()];
    const expiresAt = new Date(Date.now() + withinMs).toISOString();
    const data = {
      paymentId,
      customerId: 'customer-17',
      amount: euros(amount),
      paymentMethod: method,
      onDecline,
      expiresAt,
    };
    await write(orderId, orderPaymentRequested(data));
    return { paymentId, orderId };
  };
  return { ask, order: write };
}

function reads(store: EventStore, send: World['send']) {
  const events: World['events'] = async (paymentId) =>
    (await store.history('payment', paymentId, { afterVersion: 0, limit: 1000 })).map((e) => e.eventType);
  return {
    events,
    // On a busy machine the read model may take longer than a request waits.
    payment: (paymentId: string): Promise<Payment> =>
      vi.waitFor(async () => {
        const head = await store.head('payment', paymentId);
        const { status, headers, body } = await send(
          'GET',
          `/api/payments/${paymentId}?minVersion=${head?.version}`,
        );
        expect([status, headers.get('Read-Model-Stale')]).toEqual([200, null]);
        return body;
      }, patience),
    attempts: async (paymentId: string): Promise<PaymentAttempt[]> =>
      (await send('GET', `/api/payments/${paymentId}/attempts`)).body.data,
    until: (paymentId: string, eventType: string) =>
      vi.waitFor(async () => expect(await events(paymentId)).toContain(eventType), patience),
  };
}
