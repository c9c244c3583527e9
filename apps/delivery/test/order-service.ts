/** The order service as a test plays it: over HTTP it answers as it is told, and what it publishes is written by the test. */
import { randomUUIDv7 } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type OrderEvents, orderConfirmed, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import type { TestService } from '@quickmart/service/testing';
import { aggregate, type NewEventOf } from '@quickmart/streams';
import { afterAll, beforeAll } from 'vitest';

const order = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
type Line = { productId: string; sku: string; quantity: number };

export type Asked = {
  method: string;
  path: string;
  key: string | undefined;
  token: string | undefined;
  body: unknown;
};
type Answer = { status: number; body: object };

/** No answer: it hangs up. */
export function orderServiceOfTests(env: Record<string, string>) {
  const asked: Asked[] = [];
  const played = { asked, answer: (_: Asked): Answer | undefined => undefined };
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const { authorization: token, 'idempotency-key': key } = request.headers;
    const [method, path] = [request.method!, request.url!];
    const body = method === 'POST' ? await json(request) : undefined;
    const one = { method, path, key: key as string | undefined, token, body };
    asked.push(one);
    const answer = played.answer(one);
    if (answer === undefined) return void request.socket.destroy();
    response
      .writeHead(answer.status, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => void listener(request, response));
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    env.ORDER_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return played;
}

export const publish = (
  { store }: TestService,
  orderId: string,
  ...events: NewEventOf<OrderEvents>[]
): Promise<unknown> =>
  store.decide(order, orderId, () => events, { at: Date.now(), meta: { correlationId: 'test' } });

/** An order that is confirmed. */
export async function confirmed(service: TestService, ...lines: Line[]): Promise<string> {
  const orderId = randomUUIDv7();
  const ordered = lines.map((line) => ({
    ...line,
    name: line.sku,
    unitPrice: eur(100),
    lineTotal: eur(100 * line.quantity),
  }));
  const total = eur(ordered.reduce((sum, { lineTotal }) => sum + lineTotal.amount, 0));
  const placed = orderPlaced(
    plainOrder({ customerId: randomUUIDv7(), lines: ordered, total, paymentMethod: null }),
  );
  await publish(service, orderId, placed, orderConfirmed({}));
  return orderId;
}
