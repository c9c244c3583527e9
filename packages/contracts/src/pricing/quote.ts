/** A quote as it is shown: every amount with what it is for, every refusal with its reason. */
import { z } from 'zod';
import { currency, money, quantity } from '../shapes.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const promotion = z.string().meta({ description: 'The id of the promotion' });
const code = z.string().optional().meta({ description: 'Of the coupon that has brought it' });

const partExample = { promotion: '019a0000-0000-7000-8000-000000000003', code: 'SUMMER10', amount: eur(400) };
export const quotedDiscountPart = z
  .object({ promotion, code, amount: money })
  .meta({ id: 'QuoteDiscountPart', example: partExample });

const taxExample = {
  rate: 'de',
  name: 'VAT',
  percent: 19,
  base: eur(3024),
  amount: eur(574),
  included: true,
};
export const quotedTax = z
  .object({
    rate: z.string().meta({ description: 'The id of the tax rate' }),
    name: z.string(),
    percent: z.number(),
    base: money,
    amount: money,
    included: z.boolean().meta({ description: 'The prices contain it already' }),
  })
  .meta({ id: 'QuoteTax', example: taxExample });

const lineExample = {
  sku: 'MUG-BLUE-350',
  productId: null,
  name: 'Blue mug',
  quantity: 2,
  unitPrice: eur(1999),
  compareAt: eur(2499),
  priceList: 'sale',
  lineTotal: eur(3998),
  discounts: [partExample],
  tax: [taxExample],
  total: eur(3598),
};
const quotedLine = z
  .object({
    sku: z.string(),
    productId: z.string().nullable(),
    name: z.string().nullable(),
    quantity,
    unitPrice: money,
    compareAt: money.optional(),
    priceList: z.string().nullable().meta({ description: 'Whose price it is; null: that of the catalog' }),
    lineTotal: money,
    discounts: z.array(quotedDiscountPart),
    tax: z.array(quotedTax),
    total: money,
  })
  .meta({
    id: 'QuoteLine',
    description:
      '`lineTotal` is unit price × quantity, `total` is what is left after discounts, with the tax that it does not contain',
    example: lineExample,
  });

const discountExample = { ...partExample, name: 'Summer sale', why: '10 % of 39.98 EUR' };
export const quotedDiscount = z
  .object({ promotion, name: z.string(), code, amount: money, why: z.string() })
  .meta({ id: 'QuoteDiscount', example: discountExample });

const shippingOption = { method: z.string(), name: z.string(), amount: money, why: z.string() };
const optionExample = {
  method: 'standard',
  name: 'Standard',
  amount: eur(490),
  why: 'the same for every order',
};
export const quotedShipping = z
  .object({
    ...shippingOption,
    discounts: z.array(quotedDiscountPart),
    tax: z.array(quotedTax),
    total: money,
  })
  .meta({ id: 'QuoteShipping', example: { ...optionExample, discounts: [], tax: [], total: eur(490) } });

const refusalReasons = [
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
const refusalExample = {
  reason: 'coupon-ended',
  detail: 'it ended at 2026-09-01T00:00:00.000Z',
  code: 'MAY',
};
const quoteRefusal = z
  .object({
    reason: z.enum(refusalReasons),
    detail: z.string(),
    code: z.string().optional().meta({ description: 'The coupon that is refused' }),
    sku: z.string().optional().meta({ description: 'The line that has no price' }),
    method: z.string().optional().meta({ description: 'The shipping method that is refused' }),
  })
  .meta({ id: 'QuoteRefusal', example: refusalExample });

/** total = subtotal − Σ discounts + shipping + Σ tax that is not included, and Σ line totals + shipping total. */
export const quoteShape = z
  .object({
    currency,
    lines: z.array(quotedLine),
    subtotal: money,
    discounts: z.array(quotedDiscount),
    shipping: quotedShipping.optional(),
    tax: z.array(quotedTax),
    total: money,
    refusals: z.array(quoteRefusal),
    methods: z
      .array(z.object(shippingOption).meta({ id: 'ShippingOption', example: optionExample }))
      .meta({ description: 'The shipping methods that can be chosen, and what they cost before discounts' }),
  })
  .meta({
    id: 'Quote',
    description: 'There is no `shipping` where no method was chosen, or the one that was is refused',
    example: {
      currency: 'EUR',
      lines: [lineExample],
      subtotal: eur(3998),
      discounts: [discountExample],
      tax: [taxExample],
      total: eur(3598),
      refusals: [refusalExample],
      methods: [optionExample],
    },
  });
export type Quote = z.infer<typeof quoteShape>;
export type QuotedTax = z.infer<typeof quotedTax>;
export type QuoteRefusal = z.infer<typeof quoteRefusal>;
