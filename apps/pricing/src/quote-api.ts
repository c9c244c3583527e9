/** A quote that is asked for. Prices are those of the catalog, or the ones that are given. */

import { limits } from '@quickmart/contracts/limits';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import {
  channel,
  country,
  couponCode,
  customerGroup,
  productCategory,
  ruleKey,
  taxClass,
} from '@quickmart/contracts/pricing/shapes';
import { currency, id, instant, price, quantity, sku } from '@quickmart/contracts/shapes';
import { z } from 'zod';

/** Anything that is written in one line. */
const line = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^\S(.*\S)?$/, { error: 'must not be empty, or begin or end with a space' });

const wantedLine = z
  .union([
    z.strictObject({ productId: id, quantity }),
    z.strictObject({
      sku,
      quantity,
      /** Then the catalog is not asked about this line. */
      unitPrice: price.optional(),
      category: productCategory.optional(),
      taxClass: taxClass.optional(),
      weight: z
        .int()
        .min(0)
        .max(pricingLimits.weightMax)
        .optional()
        .meta({ description: 'Of a unit, in grams' }),
    }),
  ])
  .meta({ id: 'QuotedLine', example: { sku: 'MUG-BLUE-350', quantity: 2 } });

/** More of an address may stand there: it is not looked at, and not kept. */
const destination = z
  .object({
    country,
    region: line(limits.nameLength).optional(),
    postalCode: line(pricingLimits.postalCodeLength).optional(),
  })
  .meta({
    id: 'QuoteAddress',
    description: 'An address, of which only these fields are looked at',
    example: { country: 'DE', postalCode: '10115' },
  });
const customer = z
  .strictObject({
    id: line(limits.customerIdLength).optional(),
    groups: z.array(customerGroup).max(pricingLimits.wordsMax).default([]),
    firstOrder: z.boolean().default(false),
  })
  .meta({ id: 'QuoteCustomer', example: { groups: ['wholesale'], firstOrder: false } });

export const quoteRequest = z
  .strictObject({
    lines: z.array(wantedLine).min(1).max(pricingLimits.quoteLinesMax),
    currency: currency.optional(),
    coupons: z.array(couponCode).max(pricingLimits.quoteCouponsMax).default([]),
    address: destination.optional(),
    method: ruleKey.optional().meta({ description: 'The key of a shipping method' }),
    customer: customer.optional(),
    channel: channel.optional(),
    at: instant.optional().meta({ description: 'As if it were then; left out: now' }),
  })
  .meta({
    id: 'QuoteRequest',
    example: {
      lines: [{ sku: 'MUG-BLUE-350', quantity: 2, unitPrice: { amount: 1999, currency: 'EUR' } }],
      coupons: ['SUMMER10'],
      address: { country: 'DE', postalCode: '10115' },
      method: 'standard',
    },
  });
export type AskedQuote = z.infer<typeof quoteRequest>;
export type AskedLine = AskedQuote['lines'][number];
