/** What an order is placed with, and what a cart keeps for it. */
import { z } from 'zod';
import { address, text } from '../shapes.ts';

/** A `…Length` is in characters (code points). */
export const orderLimits = {
  paymentMethodLength: 255,
  metadataKeysMax: 50,
  metadataKeyLength: 64,
  metadataValueLength: 500,
  localeLength: 35,
} as const;

/** `wait`: the order keeps its stock, and waits for another payment method, as long as the stock is held. */
export const onDecline = z.enum(['cancel', 'wait']);
export type OnDecline = z.infer<typeof onDecline>;

const metadataKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    error: 'must be letters, digits, dots, dashes and underscores, and begin with a letter',
  })
  .max(orderLimits.metadataKeyLength);
/** Whoever places the order says what they mean. They are kept in clear. */
export const orderMetadata = z
  .record(metadataKey, text(orderLimits.metadataValueLength))
  .refine((all) => Object.keys(all).length <= orderLimits.metadataKeysMax, {
    error: `at most ${orderLimits.metadataKeysMax} keys`,
  })
  .meta({
    id: 'OrderMetadata',
    description: 'Kept and shown as it was sent; not for personal data, which cannot be erased here',
    propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: orderLimits.metadataKeyLength },
    maxProperties: orderLimits.metadataKeysMax,
    example: { channel: 'app' },
  });
export const locale = z
  .string()
  .max(orderLimits.localeLength)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag (BCP 47), such as de-DE' })
  .meta({ description: 'In which language the customer is written to', example: 'de-DE' });

export const orderAddresses = z.strictObject({ shipping: address, billing: address.optional() }).meta({
  id: 'NewOrderAddresses',
  description: 'Without `billing` the bill goes where the goods go',
  example: { shipping: address.meta()?.example },
});
