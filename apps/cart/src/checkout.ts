/**
 * A cart becomes an order, once. First the cart is closed under a key, then the order is asked for under that key. Whoever repeats the
 * checkout, from another tab or after a crash, does so under the same key, until the outcome is known.
 */
import { randomUUID } from 'node:crypto';
import type { Money } from '@quickmart/contracts/shapes';
import { type NeighbourAnswer, onOf, type ProblemError, type ServiceContext } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import type { CheckoutRequest } from './api.ts';
import { answered, asking, type Cart, ordered, type Placing, placing } from './cart.ts';
import { limits } from './limits.ts';
import { lookAt } from './look.ts';
import type { NewOrder, Order, Orders } from './orders.ts';
import { refuse } from './problems.ts';
import type { Shown } from './views.ts';
import { personOf, reached } from './who.ts';

export type CheckoutParts = Shown & { orders: Orders };

export async function checkOut(
  parts: CheckoutParts,
  c: ServiceContext,
  id: string,
  asked: CheckoutRequest,
  expected: number | undefined,
): Promise<Order> {
  const { carts, orders } = parts;
  const by = c.get('request').actor ?? 'anybody';
  const request = randomUUID();
  const wanted: { order?: NewOrder } = {};
  const { cart } = await carts.change(
    id,
    async (cart, version) => {
      const asker = { key: `${id}-${version}`, by, request, total: asked.total };
      const next = await closed(parts, c, cart, asker);
      // What cannot be asked for is not begun: the cart would wait for an answer that nobody gives.
      if (next.orderId === null) wanted.order = await orderOf(parts, next, asked);
      return next;
    },
    expected,
  );
  const on = onOf(c);
  if (cart.orderId !== null) return placedBy(await orders.read(cart.orderId, on));
  const { key } = cart.placing!;
  const outcome = await orders.place(`cart-${key}`, wanted.order!, on);
  if (outcome.outcome === 'done')
    await carts.change(id, (cart) => ordered(cart, outcome.body.id, clock.now()));
  else await carts.change(id, (cart) => answered(cart, key, request, isRefused(outcome)));
  return placedBy(outcome);
}

/** `request`: this one, of all that may ask for the order under the key. */
type Asker = { key: string; by: string; request: string; total: Money | undefined };

async function closed(
  parts: Shown,
  c: ServiceContext,
  cart: Cart,
  { key, by, request, total }: Asker,
): Promise<Cart> {
  reached(c, cart);
  if (cart.orderId !== null) return cart;
  const now = clock.now();
  if (cart.placing !== null) {
    demandSame(cart.placing, by, now);
    return asking(cart, cart.placing, request, now);
  }
  const known = { ...cart, customerId: personOf(c, cart) };
  const begun = { key, by, at: now, asked: [{ id: request, at: now }] };
  const next = placing(known, total === undefined ? begun : { ...begun, total });
  await demandReady(parts, known);
  return next;
}

function demandSame({ by, at }: Placing, asker: string, now: number): void {
  if (by !== asker) refuse('checkout-running', 'somebody else has begun to order it');
  if (now - at > limits.keyMs)
    refuse('checkout-running', 'its outcome is not known any more: look at the orders, and use a new cart');
}

async function demandReady(parts: Shown, cart: Cart): Promise<void> {
  const { lines } = await lookAt(parts, cart);
  const errors = lines.flatMap(({ status, sku, available }, index): ProblemError[] =>
    status === 'ready'
      ? []
      : [{ pointer: `/lines/${index}`, code: status, detail: `${sku}: ${available} can be bought` }],
  );
  if (errors.length > 0) refuse('cart-not-ready', 'see `errors`; change or take out these lines', { errors });
}

/** Opened: the order service seals it as its own. Refuses with not-found where the customer was erased. */
async function orderOf(
  { sealing }: Shown,
  { customerId, lines, coupons, addresses, email, shippingMethod, locale, metadata, placing }: Cart,
  { paymentMethod, onDecline }: CheckoutRequest,
): Promise<NewOrder> {
  const sealed = JSON.stringify({ customerId, addresses, email });
  const opened = JSON.parse(await sealing.openJson(sealed)) as Personal;
  const isErased = opened.addresses?.shipping.name === null || (email !== null && opened.email === null);
  if (opened.customerId === null || isErased) refuse('not-found', 'the customer was erased');
  return {
    customerId: opened.customerId,
    lines,
    coupons,
    metadata,
    ...(opened.addresses && { addresses: opened.addresses }),
    ...(opened.email && { email: opened.email }),
    ...(shippingMethod && { shippingMethod }),
    ...(locale && { locale }),
    ...(paymentMethod && { paymentMethod }),
    ...(onDecline && { onDecline }),
    ...(placing?.total && { total: placing.total }),
  };
}
/** Null: erased, or not in the cart. */
type Personal = {
  customerId: string | null;
  addresses: { shipping: { name: string | null } } | null;
  email: string | null;
};

/** These two do not say whether there is an order: another request under the key may have placed it. */
const isRefused = (outcome: NeighbourAnswer<Order>): boolean =>
  outcome.outcome === 'refused' && outcome.status !== 401 && outcome.problem.code !== keyReused;
const keyReused = 'idempotency-key-reused';

function placedBy(outcome: NeighbourAnswer<Order>): Order {
  if (outcome.outcome === 'done') return outcome.body;
  if (outcome.outcome === 'unknown') return refuse('unavailable', outcome.reason, { retryAfterSeconds: 1 });
  const { status, problem } = outcome;
  const detail = problem.detail ?? problem.code;
  if (status === 401) return refuse('unauthenticated', detail);
  if (problem.code === keyReused)
    return refuse('checkout-running', 'it was asked for in another way: repeat it as it was');
  return refuse('order-refused', detail, {
    reason: problem.code,
    ...(problem.errors && { errors: problem.errors }),
  });
}
