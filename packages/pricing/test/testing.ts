/** Baskets and rules of the tests. */

import type { Quote } from '@quickmart/contracts/pricing/quote';
import type { Effect, Zone } from '@quickmart/contracts/pricing/rules';
import type { Coupon, Promotion, QuoteLine, Rules, ShippingMethod, TaxRate } from '../src/rules.ts';
import { noRules } from '../src/rules.ts';

export const now = Date.UTC(2026, 10, 20, 12);
export const inCurrency = (currency: string) => (amount: number) => ({ amount, currency });
export const eur = inCurrency('EUR');

export const everything = { skus: [], categories: [] };
export const only = (...skus: string[]) => ({ skus, categories: [] });
export const category = (...categories: string[]) => ({ skus: [], categories });

/** `amount`: of a unit. */
export const line = (
  sku: string,
  quantity: number,
  amount: number,
  more: Partial<QuoteLine> = {},
): QuoteLine => ({ sku, quantity, unitPrice: eur(amount), ...more });

const always = { startsAt: null, endsAt: null };
export const promotion = (id: string, effect: Effect, more: Partial<Promotion> = {}): Promotion => ({
  id,
  name: id,
  effect,
  conditions: [],
  automatic: true,
  stackable: true,
  priority: 0,
  active: true,
  ...always,
  ...more,
});
export const byCode = (id: string, effect: Effect, more: Partial<Promotion> = {}): Promotion =>
  promotion(id, effect, { automatic: false, ...more });
export const coupon = (code: string, promotion: string, more: Partial<Coupon> = {}): Coupon => ({
  code,
  promotion,
  usesMax: null,
  usesPerCustomerMax: null,
  disabled: false,
  uses: 0,
  usesOfCustomer: 0,
  ...always,
  ...more,
});

export const taxRate = (
  id: string,
  country: string,
  percent: number,
  more: Partial<TaxRate> = {},
): TaxRate => ({
  id,
  country,
  region: null,
  taxClass: 'standard',
  name: id,
  percent,
  included: true,
  ...always,
  ...more,
});

export const zone = (rate: Zone['rate'], more: Partial<Zone> = {}): Zone => ({
  countries: [],
  regions: [],
  postalCodes: [],
  rate,
  ...more,
});
export const flat = (amount: number, more: Partial<Zone> = {}): Zone =>
  zone({ type: 'flat', price: eur(amount) }, more);
export const method = (key: string, zones: Zone[], taxClass: string | null = null): ShippingMethod => ({
  key,
  name: key,
  zones,
  taxClass,
});

export const rules = (some: Partial<Rules>): Rules => ({ ...noRules, ...some });

/** The amounts of a quote. */
export const amountsOf = ({ subtotal, discounts, shipping, tax, total }: Quote) => ({
  subtotal: subtotal.amount,
  discounts: discounts.map(({ amount }) => amount.amount),
  shipping: shipping?.amount.amount,
  tax: tax.map(({ base, amount }) => [base.amount, amount.amount]),
  total: total.amount,
});
