/** What an order is placed with. */
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { couponCode, ruleKey } from '@quickmart/contracts/pricing/shapes';
import { address, email, id, quantity, sku, text } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';

export const lineOf = z
  .union([z.strictObject({ productId: id, quantity }), z.strictObject({ sku, quantity })])
  .meta({ id: 'WantedLine', example: { sku: 'MUG-BLUE-350', quantity: 3 } });

const metadataKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/)
  .max(limits.metadataKeyLength);
/** Whoever places the order says what they mean. They are kept in clear. */
export const metadata = z
  .record(metadataKey, text(limits.metadataValueLength))
  .refine((all) => Object.keys(all).length <= limits.metadataKeysMax, {
    error: `at most ${limits.metadataKeysMax} keys`,
  })
  .meta({
    id: 'OrderMetadata',
    description: 'Kept and shown as it was sent; not for personal data, which cannot be erased here',
    propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: limits.metadataKeyLength },
    maxProperties: limits.metadataKeysMax,
    example: { channel: 'app' },
  });
export const locale = z
  .string()
  .max(limits.localeLength)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag (BCP 47), such as de-DE' })
  .meta({ description: 'In which language the customer is written to', example: 'de-DE' });

const addresses = z.strictObject({ shipping: address, billing: address.optional() }).meta({
  id: 'NewOrderAddresses',
  description: 'Without `billing` the bill goes where the goods go',
  example: { shipping: address.meta()?.example },
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
    addresses: addresses.optional(),
    email: email.optional(),
    shippingMethod: ruleKey
      .optional()
      .meta({ description: 'The key of a shipping method; it needs an address' }),
    locale: locale.optional(),
    metadata: metadata.default({}),
    paymentMethod: text(limits.paymentMethodLength, 1)
      .optional()
      .meta({ description: "The payment provider's token; never a card number", example: 'pm_card_visa' }),
  })
  .meta({
    id: 'NewOrder',
    example: { customerId: 'customer-17', lines: [{ sku: 'MUG-BLUE-350', quantity: 3 }] },
  });
export type PlaceOrder = z.infer<typeof placeOrder>;
