/**
 * A cart as it is now: what its lines cost, whether they can be bought, and what has changed since the buyer saw it last. All of it
 * comes from this service's own copies of the catalog, the rules and the stock.
 */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import type { Money } from '@quickmart/contracts/shapes';
import { type CatalogRow, rulesFor, soldFrom } from '@quickmart/price-book';
import { type Destination, type QuoteRequest, QuoteTooLargeError, quote } from '@quickmart/pricing';
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { clock, type EventStore } from '@quickmart/streams';
import type { CartChange, CartLineView } from './api.ts';
import { isFirstOrder } from './buyers.ts';
import type { Cart, CartLine, Seen } from './cart.ts';
import { limits } from './limits.ts';
import { refuse } from './problems.ts';
import { stock } from './stock.ts';

export type Sources = { store: EventStore; readModels: ReadModels; sealing: Sealing };
export type Look = { lines: CartLineView[]; quote: Quote; seen: Seen };

export async function lookAt(sources: Sources, cart: Cart): Promise<Look> {
  const find = await soldFrom(sources, cart.lines);
  const found = cart.lines.map((line, index) => ({ line, entry: find(line, index).entry }));
  const [priced, available] = await Promise.all([quoteOf(sources, cart, found), availableOf(sources, found)]);
  const prices = new Map(priced.lines.map(({ sku, unitPrice }) => [sku, unitPrice]));
  const lines = found.map(({ line, entry }) =>
    lineView(line, entry, prices.get(line.sku), available.get(entry?.productId ?? '') ?? 0),
  );
  const seen = Object.fromEntries(
    lines.map(({ sku, unitPrice, available }) => [sku, { ...(unitPrice && { unitPrice }), available }]),
  );
  return { lines, quote: priced, seen };
}

/** Refuses with product-unknown. */
export async function demandSold(sources: Sources, sku: string): Promise<void> {
  const { fault } = (await soldFrom(sources, [{ sku }]))({ sku }, 0);
  if (fault !== undefined) refuse('product-unknown', fault.detail);
}

type Found = { line: CartLine; entry: CatalogRow | undefined };

async function quoteOf(sources: Sources, cart: Cart, found: readonly Found[]): Promise<Quote> {
  const address = await destinationOf(sources.sealing, cart);
  const sold = found.flatMap(({ line, entry }) => (entry ? [{ line, entry }] : []));
  const request: QuoteRequest = {
    currency: sold[0]?.entry.currency ?? limits.currency,
    lines: sold.map(({ line, entry: { status: _, priceAmount: amount, currency, ...known } }) => ({
      ...known,
      ...line,
      unitPrice: { amount, currency },
    })),
    coupons: cart.coupons,
    address,
    method: cart.shippingMethod,
  };
  const rules = await rulesFor(sources, request);
  const { customerId: id } = cart;
  const firstOrder = await isFirstOrder(sources, id, rules);
  try {
    return quote(
      id === null ? request : { ...request, customer: { id, groups: [], firstOrder } },
      rules,
      clock.now(),
    );
  } catch (error) {
    if (error instanceof QuoteTooLargeError) return refuse('cart-full', error.message);
    throw error;
  }
}

/** Null also where the customer was erased. */
async function destinationOf(sealing: Sealing, { addresses }: Cart): Promise<Destination | null> {
  if (addresses === null) return null;
  const { country, region, postalCode } = addresses.shipping;
  const opened = await sealing.open([country, region, postalCode].filter((text) => text != null));
  const of = (text: string | null | undefined) => (text == null ? null : (opened.get(text) ?? null));
  const place = of(country);
  return place === null ? null : { country: place, region: of(region), postalCode: of(postalCode) };
}

async function availableOf({ readModels }: Sources, found: readonly Found[]): Promise<Map<string, number>> {
  const ids = found.flatMap(({ entry }) => entry?.productId ?? []);
  const rows = await readModels.getMany(stock, 'productId', ids);
  return new Map(rows.map(({ productId, onHand, reserved }) => [productId, Math.max(0, onHand - reserved)]));
}

function lineView(
  { sku, quantity }: CartLine,
  entry: CatalogRow | undefined,
  unitPrice: Money | undefined,
  available: number,
): CartLineView {
  const status =
    entry === undefined
      ? 'not-sold'
      : unitPrice === undefined
        ? 'no-price'
        : available < quantity
          ? 'too-few'
          : 'ready';
  const known = { productId: entry?.productId ?? null, name: entry?.name ?? null };
  return { sku, ...known, quantity, ...(unitPrice && { unitPrice }), available, status };
}

/** What is different from what the buyer saw: another price, or a line that can be bought in full no more, or again. */
export function changesOf(seen: Seen, lines: readonly CartLineView[]): CartChange[] {
  return lines.flatMap(({ sku, quantity, unitPrice, available }): CartChange[] => {
    const before = seen[sku];
    if (before === undefined) return [];
    const isEnough = available >= quantity;
    const wasEnough = before.available >= quantity;
    return [
      ...(isSame(before.unitPrice, unitPrice)
        ? []
        : [{ sku, what: 'price' as const, before: before.unitPrice, now: unitPrice }]),
      ...(isEnough === wasEnough
        ? []
        : [{ sku, what: 'availability' as const, before: before.available, now: available }]),
    ];
  });
}

const isSame = (one: Money | undefined, other: Money | undefined): boolean =>
  one?.amount === other?.amount && one?.currency === other?.currency;
