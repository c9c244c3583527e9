/** What the pricing service publishes: the rules by which baskets are priced, whole, so that others can keep a copy. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { id, loggedMoney } from '../shapes.ts';
import { pricingLimits } from './limits.ts';
import { promotionFields, shippingMethodFields } from './rules.ts';
import { couponCode, couponTerms, listedPrice, priceListFields, taxRateFields } from './shapes.ts';

const promotion = z.object(promotionFields(loggedMoney));

/** It is active from its start on. */
export const promotionCreated = event('PromotionCreatedEvent', promotion);
export const promotionChanged = event(
  'PromotionChangedEvent',
  z.object({ changes: promotion.extend({ status: z.enum(['active', 'paused']) }).partial() }),
);
export const promotionArchived = event('PromotionArchivedEvent', z.object({}));
const promotionEvents = { promotionCreated, promotionChanged, promotionArchived };
export type PromotionEvents = EventsOf<typeof promotionEvents>;

/** Codes of one batch. A large batch has several of these events, in one append. */
export const couponsIssued = event(
  'CouponsIssuedEvent',
  z.object({
    promotionId: id,
    codes: z.array(couponCode).min(1).max(pricingLimits.codesPerEvent),
    ...couponTerms,
  }),
);
/** The code is not accepted any more. */
export const couponDisabled = event('CouponDisabledEvent', z.object({ code: couponCode }));
const couponEvents = { couponsIssued, couponDisabled };
export type CouponEvents = EventsOf<typeof couponEvents>;

/** New, or in the place of what it was. */
export const taxRateSet = event('TaxRateSetEvent', z.object(taxRateFields));
export const taxRateRemoved = event('TaxRateRemovedEvent', z.object({}));
const taxRateEvents = { taxRateSet, taxRateRemoved };
export type TaxRateEvents = EventsOf<typeof taxRateEvents>;

export const shippingMethodSet = event('ShippingMethodSetEvent', z.object(shippingMethodFields(loggedMoney)));
export const shippingMethodRemoved = event('ShippingMethodRemovedEvent', z.object({}));
const shippingMethodEvents = { shippingMethodSet, shippingMethodRemoved };
export type ShippingMethodEvents = EventsOf<typeof shippingMethodEvents>;

export const priceListSet = event(
  'PriceListSetEvent',
  z.object({
    ...priceListFields,
    currency: loggedMoney.shape.currency,
    prices: z.array(listedPrice).max(pricingLimits.pricesMax),
  }),
);
export const priceListRemoved = event('PriceListRemovedEvent', z.object({}));
const priceListEvents = { priceListSet, priceListRemoved };
export type PriceListEvents = EventsOf<typeof priceListEvents>;
