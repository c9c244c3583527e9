/** An order as it was placed: what it was charged, and the basket that a quote of it is asked with. Pure. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { PersonalAddress } from '@quickmart/contracts/personal';
import type { Money } from '@quickmart/contracts/shapes';
import type { CatalogRow } from '@quickmart/price-book';
import type { QuoteLine } from '@quickmart/pricing';

type Event = OrderEvents['OrderPlacedEvent'];
type Line = Pick<
  Event['lines'][number],
  'productId' | 'sku' | 'name' | 'quantity' | 'unitPrice' | 'priceList'
>;
/** Each field is sealed. */
export type SealedAddress = Pick<PersonalAddress, 'country' | 'region' | 'postalCode'>;
/** What is read of an order. One from before there were rules has no discounts, no shipping and no taxes. */
export type Placed = Pick<Event, 'customerId' | 'subtotal' | 'discounts' | 'shipping' | 'tax' | 'total'> & {
  lines: readonly Line[];
  addresses: { shipping: SealedAddress | null };
};

/** In minor units. `total` = subtotal − discounts + shipping + taxAdded; `taxIncluded` is contained in the others. */
export type Figures = {
  subtotal: number;
  discounts: number;
  shipping: number;
  taxAdded: number;
  taxIncluded: number;
  total: number;
};

/** Of an order, and of a quote. */
export function figuresOf({ subtotal, discounts, shipping, tax, total }: Costs): Figures {
  return {
    subtotal: subtotal.amount,
    discounts: sumOf(discounts),
    shipping: shipping?.amount.amount ?? 0,
    taxAdded: sumOf(tax.filter(({ included }) => !included)),
    taxIncluded: sumOf(tax.filter(({ included }) => included)),
    total: total.amount,
  };
}
type Costs = Pick<Placed, 'subtotal' | 'discounts' | 'tax' | 'total'> & {
  shipping?: { amount: Money } | null | undefined;
};
const sumOf = (parts: readonly { amount: Money }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount.amount, 0);

export const codesOf = ({ discounts }: Placed): string[] => discounts.flatMap(({ code }) => code ?? []);

/**
 * `entry`: what the catalog said of the product then; undefined where the recording does not have it. The price of the
 * catalog is that of the order, unless a price list had it.
 */
export function lineOf(
  { productId, sku, name, quantity, unitPrice, priceList }: Line,
  entry: CatalogRow | undefined,
): QuoteLine {
  const listed = entry && { amount: entry.priceAmount, currency: entry.currency };
  return {
    productId,
    sku,
    name,
    quantity,
    unitPrice: priceList === null ? unitPrice : (listed ?? unitPrice),
    ...(entry && { category: entry.category, taxClass: entry.taxClass, weight: entry.weight }),
  };
}
