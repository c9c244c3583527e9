/** The small shapes that every contract is made of. */
import { z } from 'zod';
import { currencyCodes } from './currencies.ts';
import { limits } from './limits.ts';
import { isSealed } from './personal.ts';

/**
 * Text that every database stores unchanged: no NUL, no lone surrogate, trimmed, at most `max` characters. A character is a
 * Unicode code point: zod, JSON Schema's `maxLength` and the columns of the read models all count so.
 */
export const text = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), {
      error: 'must be well-formed Unicode without NUL characters',
    })
    // Whoever has got hold of a sealed text must not have it opened by sending it in.
    .refine((value) => !isSealed(value), { error: 'must not be a sealed text' });

/** The first `max` characters of a text, never half a character. */
export const cut = (value: string, max: number): string =>
  value.length <= max ? value : [...value].slice(0, max).join('');

/** Always in lower case: aggregates and rows are found by the text of their id. */
export const id = z.uuid().toLowerCase().meta({ description: 'A UUID (version 7 when the service made it)' });

export const sku = z
  .string()
  .max(limits.skuLength)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'must be letters, digits, dots, dashes and underscores' })
  .meta({
    description: 'Stock keeping unit, unique over all products, case-sensitive',
    example: 'MUG-BLUE-350',
  });

/** A pattern, not an enum: generated clients then have a string, and accept currencies that are added later. */
export const currency = z
  .string()
  .regex(new RegExp(`^(${currencyCodes.join('|')})$`), {
    error: 'must be a currency code of ISO 4217, such as EUR',
  })
  .meta({ id: 'Currency', description: 'A currency code of ISO 4217', example: 'EUR' });

/** What a number must be, for who sends anything else. One out of range gets the usual words: they say the range. */
export const wholeNumber = (words: string) =>
  z.int({ error: ({ code }) => (code === 'invalid_type' ? words : undefined) });

const amount = wholeNumber('must be a whole number of minor units: 1299 for 12.99 EUR')
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ description: 'Minor units of the currency: 1999 is 19.99 EUR, or 1999 JPY' });
export const money = z
  .strictObject({ amount, currency })
  .meta({ id: 'Money', example: { amount: 1999, currency: 'EUR' } });
export type Money = z.infer<typeof money>;
/**
 * Money in an event, with any currency code: events from before the table of currencies, and in currencies that no longer
 * exist, must stay readable. Money in requests is {@link money}.
 */
export const loggedMoney = z.strictObject({ amount, currency: z.string().regex(/^[A-Z]{3}$/) });

/** The price of one piece. It is bounded, so that the total of an order stays a safe integer. */
export const price = money
  .extend({ amount: money.shape.amount.max(limits.priceMax) })
  .meta({ id: 'Price', example: { amount: 1999, currency: 'EUR' } });

export const quantity = z.int().min(1).max(limits.quantityMax);
export const version = z
  .int()
  .min(0)
  .meta({ description: 'Version of the aggregate: 1, 2, 3… without gaps' });
export const instant = z.iso
  .datetime()
  .meta({ description: 'UTC, ISO 8601', example: '2026-11-21T09:30:00.000Z' });

export const email = z.email().max(limits.emailLength).toLowerCase().meta({ example: 'anna@example.com' });

/** Where somebody lives, or wants something sent to. All of it is personal. */
export const address = z
  .strictObject({
    name: text(limits.nameLength, 1),
    company: text(limits.nameLength).optional(),
    line1: text(limits.addressLineLength, 1),
    line2: text(limits.addressLineLength).optional(),
    postalCode: text(limits.postalCodeLength, 1),
    city: text(limits.nameLength, 1),
    region: text(limits.nameLength).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, { error: 'must be a country code of ISO 3166-1, such as DE' }),
    phone: text(limits.phoneLength).optional(),
  })
  .meta({
    id: 'Address',
    example: {
      name: 'Anna Arnold',
      line1: 'Lange Straße 1',
      postalCode: '20095',
      city: 'Hamburg',
      country: 'DE',
    },
  });
export type Address = z.infer<typeof address>;

/** One page of a list; `nextCursor` is null on the last page, `total` is there when it was asked for. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z
    .object({ data: z.array(item), nextCursor: z.string().nullable(), total: z.int().min(0).optional() })
    .meta({ example: { data: [item.meta()?.example], nextCursor: null } });

/** Ids and instants of the examples in the documents. */
export const examples = {
  product: '019a0000-0000-7000-8000-000000000001',
  order: '019a0000-0000-7000-8000-000000000002',
  event: '019a0000-0000-7000-8000-000000000003',
  at: '2026-11-21T09:30:00.000Z',
} as const;

/** A product of which an order needs more than is available. */
export const shortage = z
  .object({ productId: z.uuid(), sku: z.string(), requested: z.int(), available: z.int() })
  .meta({
    id: 'Shortage',
    example: { productId: examples.product, sku: 'MUG-BLUE-350', requested: 3, available: 2 },
  });
export type Shortage = z.infer<typeof shortage>;

/** One event of an aggregate's history, as the services show it. */
export const historyEntry = z
  .object({
    eventId: id,
    eventType: z.string(),
    schema: z.int().min(1).meta({
      description: 'The version of the event as it was written; `data` are as in its newest version',
    }),
    version,
    position: z.string().meta({ example: 'product.3@1-42' }),
    at: instant,
    data: z.unknown(),
    meta: z
      .object({
        correlationId: z.string(),
        causationId: z.string().optional(),
        actor: z.string().optional(),
        traceparent: z.string().optional(),
      })
      .meta({ id: 'EventMeta', example: { correlationId: 'checkout-4711' } }),
  })
  .meta({
    id: 'HistoryEntry',
    example: {
      eventId: examples.event,
      eventType: 'ProductRestoredEvent',
      schema: 1,
      version: 3,
      position: 'product.3@1-42',
      at: examples.at,
      data: {},
      meta: { correlationId: 'checkout-4711' },
    },
  });
export const history = z
  .object({ data: z.array(historyEntry), nextCursor: z.string().nullable() })
  .meta({ id: 'History', example: { data: [historyEntry.meta()?.example], nextCursor: null } });
