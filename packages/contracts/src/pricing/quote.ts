/** A quote as it is shown: every amount with what it is for, every refusal with its reason. */
import { z } from 'zod';
import { currency, money, quantity } from '../shapes.ts';

const example = (amount: number) => ({ amount, currency: 'EUR' });
const promotion = z.string().meta({ description: 'The id of the promotion' });
const code = z.string().exactOptional().meta({ description: 'Of the coupon that has brought it' });

const discountPart = z
  .object({ promotion, code, amount: money })
  .meta({ id: 'QuoteDiscountPart', example: { promotion: 'summer', amount: example(400) } });

const taxed = { rate: z.string(), name: z.string(), percent: z.number(), base: money, amount: money };
export const quotedTax = z
  .object({ ...taxed, included: z.boolean().meta({ description: 'The prices contain it already' }) })
  .meta({
    id: 'QuoteTax',
    example: {
      rate: 'de-standard',
      name: 'VAT',
      percent: 19,
      base: example(3358),
      amount: example(638),
      included: true,
    },
  });

const quotedLine = z
  .object({
    sku: z.string(),
    productId: z.string().nullable(),
    name: z.string().nullable(),
    quantity,
    unitPrice: money,
    compareAt: money.nullable().meta({ description: 'The price that is crossed out' }),
    priceList: z.string().nullable().meta({ description: 'Whose price it is; null: that of the catalog' }),
    lineTotal: money.meta({ description: 'Unit price × quantity' }),
    discounts: z.array(discountPart),
    tax: z.array(quotedTax),
    total: money.meta({ description: 'Line total − discounts + tax that the price does not contain' }),
  })
  .meta({ id: 'QuoteLine' });

const quotedDiscount = z.object({ promotion, name: z.string(), code, amount: money, why: z.string() }).meta({
  id: 'QuoteDiscount',
  example: { promotion: 'summer', name: 'Summer sale', amount: example(400), why: '10 % of 39.98 EUR' },
});

const shippingOption = { method: z.string(), name: z.string(), amount: money, why: z.string() };
const quotedShipping = z
  .object({ ...shippingOption, discounts: z.array(discountPart), tax: z.array(quotedTax), total: money })
  .meta({ id: 'QuoteShipping' });

export const refusalReasons = [
  'coupon-unknown',
  'coupon-disabled',
  'coupon-not-started',
  'coupon-ended',
  'coupon-used-up',
  'coupon-used-by-customer',
  'customer-unknown',
  'promotion-inactive',
  'promotion-not-started',
  'promotion-ended',
  'promotion-applied',
  'condition-not-met',
  'not-combinable',
  'nothing-to-discount',
  'price-missing',
  'address-missing',
  'method-unknown',
  'method-unavailable',
] as const;
export const quoteRefusal = z
  .object({
    reason: z.enum(refusalReasons),
    detail: z.string(),
    code: z.string().exactOptional().meta({ description: 'The coupon that is refused' }),
    sku: z.string().exactOptional().meta({ description: 'The line that has no price' }),
    method: z.string().exactOptional().meta({ description: 'The shipping method that is refused' }),
  })
  .meta({
    id: 'QuoteRefusal',
    example: { reason: 'coupon-ended', detail: 'it ended at 2026-09-01T00:00:00.000Z', code: 'SUMMER10' },
  });

/** total = subtotal − Σ discounts + shipping + Σ tax that is not included, and Σ line totals + shipping total. */
export const quoteShape = z
  .object({
    currency,
    lines: z.array(quotedLine),
    subtotal: money,
    discounts: z.array(quotedDiscount),
    shipping: quotedShipping
      .nullable()
      .meta({ description: 'Null: no method was chosen, or it was refused' }),
    tax: z.array(quotedTax),
    total: money,
    refusals: z.array(quoteRefusal),
    methods: z
      .array(z.object(shippingOption).meta({ id: 'ShippingOption' }))
      .meta({ description: 'The shipping methods that can be chosen, and what they cost before discounts' }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof quoteShape>;
export type QuotedTax = z.infer<typeof quotedTax>;
export type QuoteRefusal = z.infer<typeof quoteRefusal>;
