/** What rules are made of: in events, in requests and in answers. `rules.ts` has those that hold money. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instant, sku, text } from '../shapes.ts';
import { pricingLimits as max } from './limits.ts';

const key = (length: number) => z.string().max(length);
const word = key(max.wordLength).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
  error: 'must be letters, digits, dots, dashes and underscores',
});
/** A key that people choose and type: `standard`, `summer-2026`. */
export const ruleKey = key(max.keyLength).regex(/^[a-z0-9][a-z0-9._-]*$/, {
  error: 'must be small letters, digits, dots, dashes and underscores',
});
export const ruleName = text(limits.nameLength, 1).meta({ example: 'Summer sale' });
export const customerGroup = word.meta({
  description: 'Of customers, such as `wholesale`',
  example: 'wholesale',
});
export const channel = word.meta({ description: 'Where is bought, such as `web`', example: 'web' });
export const taxClass = word.meta({
  description: 'Of goods, such as `standard` or `books`',
  example: 'standard',
});
/** The key of a product category. */
export const productCategory = key(max.categoryLength)
  .regex(/^\S(.*\S)?$/, { error: 'must not be empty, or begin or end with a space' })
  .meta({ example: 'kitchen' });
export const couponCode = key(max.codeLength)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, { error: 'must be letters, digits, dashes and underscores' })
  .meta({ description: 'Typed in capitals or not, it is the same code', example: 'SUMMER10' });

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be two capital letters (ISO 3166-1)' })
  .meta({ description: 'ISO 3166-1 alpha-2', example: 'DE' });
export const region = z
  .string()
  .regex(/^[A-Z0-9]{1,3}$/, { error: 'must be the part of ISO 3166-2 after the country' })
  .meta({ description: 'The part of ISO 3166-2 after the country: `CA` of `US-CA`', example: 'CA' });
export const postalCodePrefix = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9 -]{0,9}$/, { error: 'must be capital letters and digits, at most 10' });

export const schedule = {
  startsAt: instant.nullable().meta({ description: 'From then on; null: at once' }),
  endsAt: instant.nullable().meta({ description: 'Until just before then; null: for good' }),
};
/** The same in a request, where nothing needs to be said. */
export const newSchedule = {
  startsAt: schedule.startsAt.default(null),
  endsAt: schedule.endsAt.default(null),
};

/** Of lines; empty lists: every line. A line is in it by its SKU or by its product category. */
export const selection = z
  .strictObject({
    skus: z.array(sku).max(max.skusMax).default([]),
    categories: z.array(productCategory).max(max.categoriesMax).default([]),
  })
  .default({ skus: [], categories: [] });
export type Selection = z.infer<typeof selection>;

/** A percentage that something is reduced by, or added to something. It is taken exactly as it is written: 8.875. */
export const reduction = z.number().gt(0).max(100);

/** How often a coupon may be used, and when. */
export const couponTerms = {
  usesMax: z.int().min(1).max(max.usesMax).nullable().meta({ description: 'In all; null: any number' }),
  usesPerCustomerMax: z.int().min(1).max(max.usesMax).nullable().meta({ description: 'Null: any number' }),
  ...schedule,
};

/** It goes by its place, tax class, name and start: of two that differ in their start only, the later one holds. */
export const taxRateFields = {
  country,
  region: region.nullable().meta({ description: 'Null: all of the country' }),
  taxClass,
  name: ruleName.meta({ example: 'VAT' }),
  percent: z.number().min(0).max(100).meta({ description: 'Taken exactly as it is written', example: 19 }),
  included: z.boolean().meta({ description: 'Prices that are shown there contain this tax' }),
  ...schedule,
};

export const priority = z.int().min(-max.priorityMax).max(max.priorityMax);
const listPrice = z.int().min(0).max(limits.priceMax);
/** `price` and `compareAt` are minor units of the list's currency. */
export const listedPrice = z
  .strictObject({
    sku,
    price: listPrice.meta({ example: 1499 }),
    compareAt: listPrice.nullable().default(null).meta({ description: 'The price that is crossed out' }),
  })
  .meta({ id: 'ListedPrice', example: { sku: 'MUG-BLUE-350', price: 1499, compareAt: 1999 } });
export type ListedPrice = z.infer<typeof listedPrice>;
export const priceListFields = {
  key: ruleKey.meta({ example: 'wholesale-eur' }),
  name: ruleName.meta({ example: 'Wholesale' }),
  customerGroups: z.array(customerGroup).max(max.wordsMax).meta({ description: 'Empty: all customers' }),
  priority: priority.meta({ description: 'Of several lists, the highest one has the price' }),
  ...schedule,
};
