/** What the order service publishes, as a test writes it. */
import { randomUUIDv7 } from 'node:crypto';
import { type OrderEvents, orderConfirmed, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import type { TestService } from '@quickmart/service/testing';
import { aggregate, type NewEventOf } from '@quickmart/streams';

const order = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
type Line = { productId: string; sku: string; quantity: number };

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
