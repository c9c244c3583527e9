/** What an order is placed with. */

import { locale, onDecline, orderAddresses, orderMetadata } from '@quickmart/contracts/order/placing';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { couponCode, ruleKey } from '@quickmart/contracts/pricing/shapes';
import { email, id, money, quantity, sku, text } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';

export const lineOf = z
  .union([z.strictObject({ productId: id, quantity }), z.strictObject({ sku, quantity })])
  .meta({ id: 'WantedLine', example: { sku: 'MUG-BLUE-350', quantity: 3 } });

export const paymentMethod = text(limits.paymentMethodLength, 1).meta({
  description: "The payment provider's token; never a card number",
  example: 'pm_card_visa',
});

export const placeOrder = z
  .strictObject({
    customerId: text(limits.customerIdLength, 1).optional().meta({
      description: 'Left out: the customer who asks. Somebody else names only who has `orders:write`',
    }),
    lines: z.array(lineOf).min(1).max(limits.orderLinesMax),
    coupons: z
      .array(couponCode)
      .max(pricingLimits.quoteCouponsMax)
      .default([])
      .meta({ description: 'Each must hold, else the order is refused' }),
    addresses: orderAddresses.optional(),
    email: email.optional(),
    shippingMethod: ruleKey
      .optional()
      .meta({ description: 'The key of a shipping method; it needs an address' }),
    locale: locale.optional(),
    metadata: orderMetadata.default({}),
    paymentMethod: paymentMethod.optional(),
    onDecline: onDecline.default('cancel').meta({
      description:
        'What a declined payment method does: `cancel` cancels the order; with `wait` it takes another one, ' +
        'as long as its stock is held (`POST /api/orders/{id}/payment`)',
    }),
    total: money.optional(),
  })
  .meta({
    id: 'NewOrder',
    description:
      '`total`: what the buyer has agreed to pay. Where the order costs something else, it is refused',
    example: { customerId: 'customer-17', lines: [{ sku: 'MUG-BLUE-350', quantity: 3 }] },
  });
export type PlaceOrder = z.infer<typeof placeOrder>;
