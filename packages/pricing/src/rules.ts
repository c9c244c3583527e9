/** What a quote is asked with: the basket, and the rules of the shop. Plain data: who calls reads it from somewhere. */
import type { Condition, Effect, Zone } from '@quickmart/contracts/pricing/rules';
import type { ListedPrice } from '@quickmart/contracts/pricing/shapes';
import type { Money } from '@quickmart/contracts/shapes';

/** UTC ms: from `startsAt` on until just before `endsAt`; null: at once, for good. */
export type Schedule = { startsAt: number | null; endsAt: number | null };

export type QuoteLine = {
  sku: string;
  quantity: number;
  /** The price of the catalog; null: only a price list has one. */
  unitPrice: Money | null;
  productId?: string | null | undefined;
  name?: string | null | undefined;
  /** The key of its product category. */
  category?: string | null | undefined;
  /** `standard` where it is not given. */
  taxClass?: string | undefined;
  /** Of one unit, in grams; 0 where it is not given. */
  weight?: number | undefined;
};

/** Where the goods go. More of an address is not needed. */
export type Destination = {
  country: string;
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
};

export type QuoteRequest = {
  currency: string;
  lines: readonly QuoteLine[];
  /** Codes, as they were typed. */
  coupons?: readonly string[];
  address?: Destination | null;
  /** The key of a shipping method. */
  method?: string | null;
  /** `id` null: a guest who is not known yet. */
  customer?: { id: string | null; groups: readonly string[]; firstOrder: boolean };
  channel?: string | null;
};

export type Promotion = Schedule & {
  id: string;
  name: string;
  effect: Effect;
  conditions: readonly Condition[];
  automatic: boolean;
  stackable: boolean;
  priority: number;
  active: boolean;
};

/** A coupon, and how often it was used by now: whoever counts the uses gives the numbers. */
export type Coupon = Schedule & {
  code: string;
  /** The id of its promotion. */
  promotion: string;
  usesMax: number | null;
  usesPerCustomerMax: number | null;
  disabled: boolean;
  uses: number;
  usesOfCustomer: number;
};

export type TaxRate = Schedule & {
  id: string;
  country: string;
  region: string | null;
  taxClass: string;
  name: string;
  percent: number;
  included: boolean;
};

export type ShippingMethod = { key: string; name: string; zones: readonly Zone[]; taxClass: string | null };

export type PriceList = Schedule & {
  key: string;
  currency: string;
  customerGroups: readonly string[];
  priority: number;
  prices: readonly ListedPrice[];
};

/** The rules that can matter. Those of other SKUs, codes or countries may be left out, or not: they change nothing. */
export type Rules = {
  promotions: readonly Promotion[];
  coupons: readonly Coupon[];
  taxRates: readonly TaxRate[];
  shippingMethods: readonly ShippingMethod[];
  priceLists: readonly PriceList[];
};

export const noRules: Rules = {
  promotions: [],
  coupons: [],
  taxRates: [],
  shippingMethods: [],
  priceLists: [],
};

export const hasStarted = ({ startsAt }: Schedule, now: number): boolean =>
  startsAt === null || startsAt <= now;
export const hasEnded = ({ endsAt }: Schedule, now: number): boolean => endsAt !== null && endsAt <= now;
export const isCurrent = (schedule: Schedule, now: number): boolean =>
  hasStarted(schedule, now) && !hasEnded(schedule, now);

/** Codes are the same in capitals and not. */
export const normalCode = (code: string): string => code.toUpperCase();
