/** What the cart service takes and shows. */
import { limits as shared } from '@quickmart/contracts/limits';
import { locale, onDecline, orderLimits, orderMetadata } from '@quickmart/contracts/order/placing';
import { quoteShape } from '@quickmart/contracts/pricing/quote';
import { couponCode, ruleKey } from '@quickmart/contracts/pricing/shapes';
import {
  address,
  currency,
  email,
  examples,
  id,
  instant,
  money,
  quantity,
  sku,
  text,
  version,
} from '@quickmart/contracts/shapes';
import { z } from 'zod';

export const newCart = z
  .strictObject({
    customerId: text(shared.customerIdLength, 1).optional().meta({
      description: 'Whose it is; for whoever may do it for others. Left out: the caller, or nobody yet',
    }),
    locale: locale.optional(),
    metadata: orderMetadata.optional(),
  })
  .meta({ id: 'NewCart', example: {} });
export type NewCart = z.infer<typeof newCart>;

export const lineQuantity = z
  .strictObject({ quantity: z.int().min(0).max(shared.quantityMax).meta({ description: '0 takes it out' }) })
  .meta({ id: 'LineQuantity', example: { quantity: 2 } });
export const cartCoupon = z
  .strictObject({ code: couponCode })
  .meta({ id: 'CartCoupon', example: { code: 'SUMMER10' } });
export const cartEmail = z
  .strictObject({ email })
  .meta({ id: 'CartEmail', example: { email: 'anna@example.com' } });
export const cartMethod = z
  .strictObject({ method: ruleKey })
  .meta({ id: 'CartMethod', example: { method: 'standard' } });
export const mergeRequest = z
  .strictObject({
    from: id,
    guestToken: z
      .string()
      .max(4_096)
      .regex(/^[\w.-]+$/)
      .optional()
      .meta({
        description: 'The access token of the guest whose cart `from` is, where it is not the caller’s',
      }),
  })
  .meta({ id: 'MergeRequest', example: { from: examples.event } });
export const checkoutRequest = z
  .strictObject({
    paymentMethod: text(orderLimits.paymentMethodLength, 1).optional(),
    onDecline: onDecline.optional().meta({ description: 'As of `POST /api/orders`; left out: `cancel`' }),
    total: money.optional(),
  })
  .meta({
    id: 'CheckoutRequest',
    description:
      '`total`: what the buyer has agreed to pay, such as `quote.total`. An order of another one is refused',
    example: {},
  });
export type CheckoutRequest = z.infer<typeof checkoutRequest>;

const lineStatus = z.enum(['ready', 'too-few', 'not-sold', 'no-price']).meta({
  description:
    '`too-few`: fewer are in stock than are wanted. `not-sold`: the product is archived. `no-price`: it has none in the currency of the cart',
});
const lineExample = {
  sku: 'MUG-BLUE-350',
  productId: examples.product,
  name: 'Blue mug',
  quantity: 2,
  unitPrice: { amount: 1999, currency: 'EUR' },
  available: 40,
  status: 'ready',
} as const;
const cartLine = z
  .object({
    sku,
    productId: id.nullable(),
    name: z.string().nullable(),
    quantity,
    unitPrice: money.optional(),
    available: z.int().meta({ description: 'In stock, and not held for an order' }),
    status: lineStatus,
  })
  .meta({ id: 'CartLine', example: lineExample });
export type CartLineView = z.infer<typeof cartLine>;

const changeExample = {
  sku: 'MUG-BLUE-350',
  what: 'price',
  before: { amount: 1899, currency: 'EUR' },
  now: lineExample.unitPrice,
};
const change = z
  .union([
    z.object({ sku, what: z.literal('price'), before: money.optional(), now: money.optional() }),
    z.object({ sku, what: z.literal('availability'), before: z.int(), now: z.int() }),
  ])
  .meta({ id: 'CartChange', example: changeExample });
export type CartChange = z.infer<typeof change>;

const erased = 'Null: not given, or the customer was erased';
/** An address as it is shown: what was erased is null. */
const shownAddress = z
  .object(
    Object.fromEntries(Object.keys(address.shape).map((field) => [field, z.string().nullable().optional()])),
  )
  .meta({ id: 'CartAddress', description: erased, example: address.meta()?.example });

const shownAddresses = z.object({ shipping: shownAddress, billing: shownAddress.optional() }).meta({
  id: 'ShownAddresses',
  description: 'Left out where there are none',
  example: { shipping: address.meta()?.example },
});

export const cartShape = z
  .object({
    id,
    status: z.enum(['open', 'placing', 'ordered']).meta({
      description: '`placing`: a checkout has not told its outcome; repeat it. `ordered`: see `orderId`',
    }),
    customerId: z.string().nullable().meta({ description: 'Null: nobody with a token has used it yet' }),
    lines: z.array(cartLine),
    coupons: z.array(z.string()),
    email: z.string().nullable().meta({ description: erased }),
    addresses: shownAddresses.optional(),
    shippingMethod: z.string().nullable(),
    currency,
    locale: z.string().nullable(),
    metadata: orderMetadata,
    quote: quoteShape,
    changes: z.array(change).meta({ description: 'What has changed since the cart was shown last' }),
    orderId: id.nullable(),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Cart',
    example: {
      id: examples.event,
      status: 'open',
      customerId: null,
      lines: [lineExample],
      coupons: ['SUMMER10'],
      email: null,
      shippingMethod: null,
      currency: 'EUR',
      locale: null,
      metadata: {},
      quote: quoteShape.meta()?.example,
      changes: [changeExample],
      orderId: null,
      version: 3,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type CartView = z.infer<typeof cartShape>;

/** The order, as the order service shows it: its document says more. */
export const placedOrder = z
  .looseObject({ id, status: z.string(), version })
  .meta({ id: 'PlacedOrder', example: { id: examples.order, status: 'pending', version: 1 } });
