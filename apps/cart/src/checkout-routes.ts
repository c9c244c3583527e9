/** What ends a cart: it is merged into another one, or becomes an order. */
import {
  type Api,
  createRoute,
  etagOf,
  expectedVersionIn,
  idParam,
  json,
  jsonBody,
  type Rights,
  type ServiceContext,
} from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { cartShape, checkoutRequest, mergeRequest, placedOrder } from './api.ts';
import { type Cart, changed, demandOpen, merged } from './cart.ts';
import { type CheckoutParts, checkOut } from './checkout.ts';
import { lookAt } from './look.ts';
import { errors, refuse } from './problems.ts';
import { access, tags } from './routes.ts';
import { noCart } from './store.ts';
import { show } from './views.ts';
import { claimed, reached } from './who.ts';

const params = idParam();
const path = '/api/carts/{id}';

const merge = createRoute({
  method: 'post',
  path: `${path}/merge`,
  operationId: 'mergeCart',
  access,
  tags,
  summary: 'Take over what is in another cart, which then ends; for who logs in with a cart of before',
  description:
    'Quantities of the same SKU are added, coupons are taken over; once, however often it is asked for. The other cart must be ' +
    'the caller’s, or nobody’s, or that of the guest whose access token is `guestToken`.',
  request: { params, body: jsonBody(mergeRequest) },
  responses: {
    200: json(cartShape, 'The cart with both'),
    ...errors('cart-ordered', 'checkout-running'),
  },
});

const checkout = createRoute({
  method: 'post',
  path: `${path}/checkout`,
  operationId: 'checkOutCart',
  access,
  tags,
  summary: 'Order what is in the cart',
  description:
    'Answers with the order, `pending`: `GET /api/orders/{id}` tells what becomes of it. Asked for twice, at once or later, there ' +
    'is one order. 503: whether there is one is not known; repeat it, and until then the cart does not change.',
  request: { params, body: jsonBody(checkoutRequest) },
  responses: {
    201: json(placedOrder, 'The order'),
    ...errors('cart-empty', 'cart-not-ready', 'checkout-running', 'order-refused'),
  },
});

export function checkoutRoutes(api: Api, parts: CheckoutParts & { verifier: Rights['verifier'] }): void {
  const { carts, verifier } = parts;

  api.openapi(merge, async (c) => {
    const [{ id }, { from: fromId, guestToken }] = [c.req.valid('param'), c.req.valid('json')];
    if (fromId === id) refuse('validation-failed', '`from` is this cart itself');
    const found = await carts.read(fromId);
    const from = found?.cart;
    if (from !== undefined) await demandGiven(c, from, guestToken);
    const kept = await carts.change(
      id,
      async (cart) => {
        reached(c, cart);
        if (from === undefined && !cart.merged.includes(fromId)) refuse('not-found', noCart);
        const fields = from === undefined ? {} : merged(cart, fromId, from);
        const next = changed(cart, { customerId: claimed(c, cart), ...fields }, clock.now());
        await lookAt(parts, next); // what cannot be priced is not written
        return next;
      },
      expectedVersionIn(c),
    );
    // What came into it meanwhile stays in it, and so does an order that is being placed from it.
    await carts.remove(fromId, ({ version }) => version === found?.version);
    return c.json(await show(parts, id, kept), 200, { ETag: etagOf(kept.version) });
  });

  async function demandGiven(c: ServiceContext, from: Cart, guestToken: string | undefined): Promise<void> {
    if (guestToken === undefined) reached(c, from);
    else {
      const guest = await verifier.verify(guestToken).catch(() => undefined);
      if (from.customerId !== null && !guest?.owns(from.customerId)) refuse('not-found', noCart);
    }
    demandOpen(from);
  }

  api.openapi(checkout, async (c) => {
    const { id } = c.req.valid('param');
    const order = await checkOut(parts, c, id, c.req.valid('json'), expectedVersionIn(c));
    return c.json(order, 201, { ETag: etagOf(order.version), Location: `/api/orders/${order.id}` });
  });
}
