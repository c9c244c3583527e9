/**
 * The rules that hold money: promotions and shipping methods. Money in a request has a currency of today, money in an event
 * any: so each shape is made for the one and for the other.
 */
import { z } from 'zod';
import { type loggedMoney, type money, quantity, sku } from '../shapes.ts';
import { pricingLimits as max } from './limits.ts';
import {
  channel,
  country,
  customerGroup,
  postalCodePrefix,
  priority,
  productCategory,
  reduction,
  region,
  ruleKey,
  ruleName,
  schedule,
  selection,
  taxClass,
} from './shapes.ts';

type AnyMoney = typeof money | typeof loggedMoney;

/** What a promotion gives. `on`: the lines that it is taken off. */
export const effectWith = <M extends AnyMoney>(money: M) =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('percent'), percent: reduction, on: selection }),
    z.strictObject({ type: z.literal('amount'), amount: money, on: selection }),
    z.strictObject({ type: z.literal('free-shipping') }),
    z.strictObject({
      type: z.literal('buy-x-get-y'),
      buy: z.strictObject({ quantity, on: selection }),
      get: z.strictObject({ quantity, on: selection, percent: reduction.default(100) }),
      timesMax: quantity
        .nullable()
        .default(null)
        .meta({ description: 'Per order; null: as often as it fits' }),
    }),
    z.strictObject({
      type: z.literal('fixed-price'),
      price: money,
      quantity: quantity.default(1).meta({ description: 'So many units for the price' }),
      on: selection,
    }),
  ]);
export type Effect = z.infer<ReturnType<typeof effectWith<typeof money>>>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be like 09:30' });
const anyOf = <One extends z.ZodType>(one: One, most: number) => z.array(one).min(1).max(most);

/** What must hold for a promotion; of several, all. Subtotals are those before discounts. */
export const conditionWith = <M extends AnyMoney>(money: M) =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('subtotal'), from: money, on: selection }),
    z.strictObject({ type: z.literal('quantity'), from: quantity, on: selection }),
    z.strictObject({ type: z.literal('sku'), anyOf: anyOf(sku, max.skusMax) }),
    z.strictObject({ type: z.literal('category'), anyOf: anyOf(productCategory, max.categoriesMax) }),
    z.strictObject({ type: z.literal('customer-group'), anyOf: anyOf(customerGroup, max.wordsMax) }),
    z.strictObject({ type: z.literal('first-order') }),
    z.strictObject({
      type: z.literal('period'),
      weekdays: z
        .array(z.int().min(1).max(7))
        .max(7)
        .default([])
        .meta({ description: '1: Monday; empty: all' }),
      from: timeOfDay.default('00:00'),
      until: timeOfDay
        .nullable()
        .default(null)
        .meta({ description: 'Until just before then; null: midnight' }),
      utcOffsetMinutes: z.int().min(-840).max(840).default(0),
    }),
    z.strictObject({ type: z.literal('channel'), anyOf: anyOf(channel, max.wordsMax) }),
  ]);
export type Condition = z.infer<ReturnType<typeof conditionWith<typeof money>>>;

export const promotionFields = <M extends AnyMoney>(money: M) => ({
  name: ruleName,
  effect: effectWith(money),
  conditions: z.array(conditionWith(money)).max(max.conditionsMax),
  automatic: z.boolean().meta({ description: 'Applied without a code' }),
  stackable: z.boolean().meta({ description: 'Together with others; false: alone' }),
  priority: priority.meta({ description: 'The highest one is applied first' }),
  ...schedule,
});

/** What the shipping to one zone costs. Tiers stand in rising order. */
const shippingRateWith = <M extends AnyMoney>(money: M) =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('flat'), price: money }),
    z.strictObject({
      type: z.literal('by-weight'),
      tiers: z
        .array(z.strictObject({ upToGrams: z.int().min(0).max(max.weightMax), price: money }))
        .min(1)
        .max(max.tiersMax),
    }),
    z.strictObject({
      type: z.literal('by-value'),
      tiers: z
        .array(z.strictObject({ from: money, price: money }))
        .min(1)
        .max(max.tiersMax),
    }),
  ]);
export type ShippingRate = z.infer<ReturnType<typeof shippingRateWith<typeof money>>>;

/** Empty lists: everywhere. */
export const zoneWith = <M extends AnyMoney>(money: M) =>
  z.strictObject({
    countries: z.array(country).max(max.placesMax).default([]),
    regions: z.array(region).max(max.placesMax).default([]),
    postalCodes: z.array(postalCodePrefix).max(max.placesMax).default([]).meta({
      description: 'How they begin',
    }),
    rate: shippingRateWith(money),
    /** From this subtotal on it costs nothing. */
    freeFrom: money.optional(),
  });
export type Zone = z.infer<ReturnType<typeof zoneWith<typeof money>>>;

export const shippingMethodFields = <M extends AnyMoney>(money: M) => ({
  key: ruleKey.meta({ example: 'standard' }),
  name: ruleName.meta({ example: 'Standard' }),
  zones: z.array(zoneWith(money)).min(1).max(max.zonesMax).meta({
    description: 'The first one that has the address and the currency holds',
  }),
  taxClass: taxClass.nullable().meta({ description: 'Null: taxed as the goods, in shares of their value' }),
});
