/** Carts over HTTP. Every answer is the whole cart, with what it costs by now. */
import { randomUUID } from 'node:crypto';
import { orderAddresses } from '@quickmart/contracts/order/placing';
import { couponCode } from '@quickmart/contracts/pricing/shapes';
import { type Address, sku } from '@quickmart/contracts/shapes';
import {
  type Api,
  createRoute,
  etagOf,
  expectedVersionIn,
  idParam,
  json,
  jsonBody,
  open,
  type ServiceContext,
} from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { cartCoupon, cartEmail, cartMethod, cartShape, lineQuantity, newCart } from './api.ts';
import { type Cart, changed, emptyCart, withCoupon, withoutCoupon, withQuantity } from './cart.ts';
import { demandSold, type Look, lookAt } from './look.ts';
import { errors, refuse } from './problems.ts';
import { noCart } from './store.ts';
import { type Shown, show } from './views.ts';
import { claimed, customerIn, demandForOthers, personOf, reached } from './who.ts';

const path = '/api/carts';
const params = idParam();
export const access = open('a cart of nobody is reached by its id, one of a customer by that customer only');
export const tags = ['Carts'];
const change = { access, tags, 'x-unversioned': true } as const;
const theCart = {
  200: json(cartShape, 'The cart, as it is now'),
  ...errors('cart-ordered', 'checkout-running', 'cart-full'),
};

const createOne = createRoute({
  method: 'post',
  path,
  operationId: 'createCart',
  access,
  tags,
  summary: 'A new cart',
  description: 'It is kept until nobody has used it for 30 days.',
  request: { body: jsonBody(newCart) },
  responses: { 201: json(cartShape, 'The new cart') },
});

const getOne = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getCart',
  access,
  tags,
  summary: 'A cart: what is in it, what it costs and why, and what has changed since it was shown last',
  description:
    'Prices, rules and stock are those of now. `changes` names each price that is another one, and each line that can be bought ' +
    'in full no more, or again.',
  request: { params },
  responses: { 200: json(cartShape, 'The cart') },
});

const deleteOne = createRoute({
  ...change,
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'deleteCart',
  summary: 'Throw a cart away',
  description: 'An order that was placed from it stays.',
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...errors('checkout-running') },
});

const putLine = createRoute({
  ...change,
  method: 'put',
  path: `${path}/{id}/lines/{sku}`,
  operationId: 'setCartLine',
  summary: 'Set how many of a SKU are in the cart; 0 takes it out',
  description:
    'More than are in stock may be put in: the line says so, and the checkout is refused until it fits.',
  request: { params: params.extend({ sku }), body: jsonBody(lineQuantity) },
  responses: { ...theCart, ...errors('product-unknown') },
});

const addCoupon = createRoute({
  access,
  tags,
  method: 'post',
  path: `${path}/{id}/coupons`,
  operationId: 'addCartCoupon',
  summary: 'Put a coupon into the cart',
  description:
    'Also one that does not apply now: `quote.refusals` says why not, and the checkout goes on without it only when it is taken out.',
  request: { params, body: jsonBody(cartCoupon) },
  responses: theCart,
});

const removeCoupon = createRoute({
  ...change,
  method: 'delete',
  path: `${path}/{id}/coupons/{code}`,
  operationId: 'removeCartCoupon',
  summary: 'Take a coupon out of the cart',
  description: 'In capitals or not; a code that is not in it changes nothing.',
  request: { params: params.extend({ code: couponCode }) },
  responses: theCart,
});

const putAddresses = createRoute({
  ...change,
  method: 'put',
  path: `${path}/{id}/addresses`,
  operationId: 'setCartAddresses',
  summary: 'Where the order goes, and where the bill goes',
  description:
    'Kept sealed, field by field. From then on the cart is the caller’s. Without `billing`, both are the same.',
  request: { params, body: jsonBody(orderAddresses) },
  responses: theCart,
});

const putEmail = createRoute({
  ...change,
  method: 'put',
  path: `${path}/{id}/email`,
  operationId: 'setCartEmail',
  summary: 'Where the buyer is written to',
  description: 'Kept sealed. From then on the cart is the caller’s.',
  request: { params, body: jsonBody(cartEmail) },
  responses: theCart,
});

const putMethod = createRoute({
  ...change,
  method: 'put',
  path: `${path}/{id}/shipping-method`,
  operationId: 'setCartShippingMethod',
  summary: 'Choose a shipping method by its key',
  description: '`quote.methods` has those that can be chosen; `quote.refusals` says why this one cannot be.',
  request: { params, body: jsonBody(cartMethod) },
  responses: theCart,
});

export function routes(api: Api, parts: Shown): void {
  const { carts, sealing } = parts;

  /**
   * What is changed is for the one who may change it, who gets all of it back. What cannot be priced is not written; from a cart that
   * is too dear already, something may be taken out (`isLess`).
   */
  async function answerChanged(
    c: ServiceContext,
    id: string,
    fields: (cart: Cart) => Partial<Cart> | Promise<Partial<Cart>>,
    isLess = false,
  ) {
    let look: Look | undefined;
    const kept = await carts.change(
      id,
      async (cart) => {
        reached(c, cart);
        const next = changed(cart, { customerId: claimed(c, cart), ...(await fields(cart)) }, clock.now());
        look = isLess ? undefined : await lookAt(parts, next);
        return next;
      },
      expectedVersionIn(c),
    );
    return c.json(await show(parts, id, kept, look), 200, { ETag: etagOf(kept.version) });
  }

  api.openapi(createOne, async (c) => {
    const { customerId: named, locale = null, metadata = {} } = c.req.valid('json');
    const own = customerIn(c);
    const isOther = named !== undefined && named !== own;
    if (isOther) demandForOthers(c);
    const customerId = isOther ? await sealing.customer(named) : (own ?? null);
    const id = randomUUID(); // nothing in it can be guessed, not even when it was made
    const kept = await carts.create(id, emptyCart({ customerId, locale, metadata }, clock.now()));
    const headers = { ETag: etagOf(kept.version), Location: `${path}/${id}` };
    return c.json(await show(parts, id, kept), 201, headers);
  });

  api.openapi(getOne, async (c) => {
    const { id } = c.req.valid('param');
    const kept = (await carts.read(id)) ?? refuse('not-found', noCart);
    reached(c, kept.cart);
    return c.json(await show(parts, id, kept), 200, {
      ETag: etagOf(kept.version),
      'Cache-Control': 'no-store',
    });
  });

  api.openapi(deleteOne, async (c) => {
    const { id } = c.req.valid('param');
    const isRemoved = await carts.remove(id, ({ cart }) => {
      reached(c, cart);
      return cart.placing === null || refuse('checkout-running', 'repeat the checkout first');
    });
    return isRemoved ? c.body(null, 204) : refuse('not-found', noCart);
  });

  api.openapi(putLine, async (c) => {
    const { id, sku } = c.req.valid('param');
    const { quantity } = c.req.valid('json');
    if (quantity > 0) await demandSold(parts, sku);
    const fields = ({ lines }: Cart) => ({ lines: withQuantity(lines, sku, quantity) });
    return await answerChanged(c, id, fields, quantity === 0);
  });

  api.openapi(addCoupon, (c) =>
    answerChanged(c, c.req.valid('param').id, ({ coupons }) => ({
      coupons: withCoupon(coupons, c.req.valid('json').code),
    })),
  );

  api.openapi(removeCoupon, (c) =>
    answerChanged(c, c.req.valid('param').id, ({ coupons }) => ({
      coupons: withoutCoupon(coupons, c.req.valid('param').code),
    })),
  );

  api.openapi(putAddresses, (c) =>
    answerChanged(c, c.req.valid('param').id, async (cart) => {
      const customerId = personOf(c, cart);
      const { shipping, billing } = c.req.valid('json');
      const seal = (address: Address) =>
        sealing.sealFields(sealing.subjectOf(customerId), 'address', address);
      return {
        customerId,
        addresses: { shipping: await seal(shipping), ...(billing && { billing: await seal(billing) }) },
      };
    }),
  );

  api.openapi(putEmail, (c) =>
    answerChanged(c, c.req.valid('param').id, async (cart) => {
      const customerId = personOf(c, cart);
      const subject = sealing.subjectOf(customerId);
      return { customerId, email: await sealing.seal(subject, 'email', c.req.valid('json').email) };
    }),
  );

  api.openapi(putMethod, (c) =>
    answerChanged(c, c.req.valid('param').id, () => ({ shippingMethod: c.req.valid('json').method })),
  );
}
