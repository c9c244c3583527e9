/** Tax rates, shipping methods and price lists: requests and answers. */
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { shippingMethodFields, zoneWith } from '@quickmart/contracts/pricing/rules';
import {
  listedPrice,
  newSchedule,
  priceListFields,
  taxRateFields,
} from '@quickmart/contracts/pricing/shapes';
import { currency, examples, id, instant, money, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';

export const ruleStatus = z.enum(['active', 'removed']);
const stamps = { status: ruleStatus, version, createdAt: instant, updatedAt: instant };
const shown = {
  id: '019a0000-0000-5000-8000-000000000004',
  status: 'active',
  version: 1,
  createdAt: examples.at,
  updatedAt: examples.at,
};
const always = { startsAt: null, endsAt: null };

const taxExample = { country: 'DE', name: 'VAT', percent: 19, included: true };
export const newTaxRate = z
  .strictObject({
    ...taxRateFields,
    ...newSchedule,
    region: taxRateFields.region.default(null),
    taxClass: taxRateFields.taxClass.default('standard'),
  })
  .meta({ id: 'NewTaxRate', example: taxExample });
export type NewTaxRate = z.infer<typeof newTaxRate>;
export const taxRateShape = z.object({ id, ...taxRateFields, ...stamps }).meta({
  id: 'TaxRate',
  example: { ...shown, ...taxExample, region: null, taxClass: 'standard', ...always },
});
export type TaxRate = z.infer<typeof taxRateShape>;

const zoneExample = {
  countries: ['DE'],
  regions: [],
  postalCodes: [],
  rate: { type: 'flat', price: { amount: 490, currency: 'EUR' } },
  freeFrom: { amount: 5000, currency: 'EUR' },
};
const methodExample = {
  key: 'standard',
  name: 'Standard',
  zones: [zoneExample],
};
const zone = zoneWith(money).meta({
  id: 'ShippingZone',
  description:
    'Empty lists: everywhere. `freeFrom`: from this subtotal on it costs nothing. Tiers stand in rising order',
  example: zoneExample,
});
const methodFields = {
  ...shippingMethodFields(money),
  zones: z.array(zone).min(1).max(pricingLimits.zonesMax).meta({
    description: 'The first one that has the address and the currency holds',
  }),
};
export const newShippingMethod = z
  .strictObject({ ...methodFields, taxClass: methodFields.taxClass.default(null) })
  .meta({ id: 'NewShippingMethod', example: methodExample });
export type NewShippingMethod = z.infer<typeof newShippingMethod>;
export const shippingMethodShape = z
  .object({ id, ...methodFields, ...stamps })
  .meta({ id: 'ShippingMethod', example: { ...shown, ...methodExample, taxClass: null } });
export type ShippingMethod = z.infer<typeof shippingMethodShape>;

const prices = z.array(listedPrice).max(pricingLimits.pricesMax);
const listExample = {
  key: 'wholesale-eur',
  name: 'Wholesale',
  currency: 'EUR',
  customerGroups: ['wholesale'],
};
const pricesExample = [{ sku: 'MUG-BLUE-350', price: 1499, compareAt: 1999 }];
export const newPriceList = z
  .strictObject({
    ...priceListFields,
    ...newSchedule,
    currency,
    customerGroups: priceListFields.customerGroups.default([]),
    priority: priceListFields.priority.default(0),
    prices,
  })
  .meta({ id: 'NewPriceList', example: { ...listExample, prices: pricesExample } });
export type NewPriceList = z.infer<typeof newPriceList>;
const priceListExample = { ...shown, ...listExample, priority: 0, ...always };
export const priceListShape = z
  .object({ id, ...priceListFields, currency, prices, ...stamps })
  .meta({ id: 'PriceList', example: { ...priceListExample, prices: pricesExample } });
export type PriceList = z.infer<typeof priceListShape>;
/** In lists, without the prices. */
export const priceListSummary = z
  .object({ id, ...priceListFields, currency, ...stamps })
  .meta({ id: 'PriceListSummary', example: priceListExample });
