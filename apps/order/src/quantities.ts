/**
 * The units of an order: how many of each product were ordered, and where they are. Pure.
 *
 *   ordered = left + cancelled + shipped,  returned ≤ arrived ≤ shipped
 *
 * What a unit is worth follows from its place: units leave the order one after the other, sent or cancelled. All units of a
 * product together are worth exactly what is paid for them, however they are split.
 */
import type { ReturnedLine } from '@quickmart/contracts/order/events';
import type { ProblemError } from '@quickmart/service/problems';
import type { Placed, Shipment, Units } from './state.ts';

type Order = Pick<Placed, 'lines' | 'cancellations' | 'shipments' | 'returns'>;

/** Of one product. `paid`: for all that was ordered, in minor units. `arrived`: also what never will, as it is lost. */
export type Count = {
  productId: string;
  sku: string;
  ordered: number;
  paid: number;
  cancelled: number;
  shipped: number;
  arrived: number;
  returned: number;
};

/** By product: it may stand in several lines, its units are worth the same. */
export function countsOf({ lines, cancellations, shipments, returns }: Order): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { productId, sku, quantity, total } of lines) {
    const none = { ordered: 0, paid: 0, cancelled: 0, shipped: 0, arrived: 0, returned: 0 };
    const known = counts.get(productId) ?? { productId, sku, ...none };
    known.ordered += quantity;
    known.paid += total.amount;
    counts.set(productId, known);
  }
  const add = (what: 'cancelled' | 'shipped' | 'arrived' | 'returned', of: readonly ReturnedLine[]) => {
    for (const { productId, quantity } of of) {
      const count = counts.get(productId);
      if (count) count[what] += quantity;
    }
  };
  for (const one of cancellations) add('cancelled', one.lines);
  for (const one of shipments) add('shipped', one.lines);
  for (const one of shipments.filter(hasEnded)) add('arrived', one.lines);
  for (const one of returns) add('returned', one.lines);
  return counts;
}

export const hasEnded = ({ status }: Shipment): boolean => status !== 'in-transit';
const goneOf = ({ cancelled, shipped }: Count): number => cancelled + shipped;
export const leftOf = (count: Count): number => count.ordered - goneOf(count);
export const returnableOf = ({ arrived, returned }: Count): number => Math.max(0, arrived - returned);

/** Something is to be sent yet, or on its way. */
export const isOpen = (order: Order): boolean =>
  !order.shipments.every(hasEnded) || [...countsOf(order).values()].some((count) => leftOf(count) > 0);

export const isAllReturned = (order: Order): boolean =>
  order.shipments.length > 0 &&
  [...countsOf(order).values()].every(({ shipped, returned }) => returned >= shipped);

/** With their places; null: all that is left. */
export function unitsOf(order: Order, lines: readonly ReturnedLine[] | null): Units[] {
  const counts = countsOf(order);
  const all = [...counts.values()].map((count) => ({ ...pick(count), quantity: leftOf(count) }));
  return (lines ?? all.filter(({ quantity }) => quantity > 0)).map(({ productId, sku, quantity }) => {
    const count = counts.get(productId);
    return { productId, sku, quantity, from: count ? goneOf(count) : 0 };
  });
}

const pick = ({ productId, sku }: Count) => ({ productId, sku });

/** So many units of a product. */
export type Chosen = { count: Count; quantity: number };
type Wanted = readonly ({ sku: string; quantity: number } | { productId: string; quantity: number })[];

export const linesOf = (chosen: readonly Chosen[]): ReturnedLine[] =>
  chosen.map(({ count, quantity }) => ({ ...pick(count), quantity }));

/** One per product; all that there is of each where nothing is named. `faults`: what is more than there is. */
export function choose(
  counts: ReadonlyMap<string, Count>,
  wanted: Wanted | undefined,
  there: { most: (count: Count) => number; words: (count: Count) => string },
  code: string,
): { chosen: Chosen[]; faults: ProblemError[] } {
  const all = [...counts.values()];
  const faults: ProblemError[] = [];
  const chosen = new Map<string, Chosen>();
  for (const [index, line] of (wanted ?? []).entries()) {
    const [name, value] =
      'sku' in line ? (['sku', line.sku] as const) : (['productId', line.productId] as const);
    const count = all.find((one) => one[name] === value);
    const quantity = line.quantity + (chosen.get(count?.productId ?? '')?.quantity ?? 0);
    if (count && quantity <= there.most(count)) chosen.set(count.productId, { count, quantity });
    else {
      const detail = count ? there.words(count) : 'this was not ordered';
      faults.push({ pointer: `/lines/${index}/${count ? 'quantity' : name}`, code, detail });
    }
  }
  if (wanted !== undefined) return { chosen: [...chosen.values()], faults };
  const rest = all.map((count) => ({ count, quantity: there.most(count) }));
  return { chosen: rest.filter(({ quantity }) => quantity > 0), faults };
}

/** What units that leave the order next are worth. */
export const worthOf = (chosen: readonly Chosen[]): number =>
  chosen.reduce((sum, { count, quantity }) => sum + worth(count, goneOf(count), quantity), 0);

/** What was paid for units that come back: the one that was sent first comes back first. */
export const paidFor = ({ shipments }: Order, chosen: readonly Chosen[]): number =>
  chosen.reduce((sum, one) => sum + paidForOne(shipments, one), 0);

function paidForOne(shipments: readonly Shipment[], { count, quantity }: Chosen): number {
  let [before, wanted, paid] = [count.returned, quantity, 0];
  for (const line of shipments.flatMap(({ lines }) => lines)) {
    if (line.productId !== count.productId) continue;
    const skipped = Math.min(before, line.quantity);
    const taken = Math.min(wanted, line.quantity - skipped);
    paid += worth(count, line.from + skipped, taken);
    before -= skipped;
    wanted -= taken;
  }
  return paid;
}

/** The cents that cannot be split go to the later units. */
function worth({ paid, ordered }: Count, from: number, quantity: number): number {
  const upTo = (units: number) => Number((BigInt(paid) * BigInt(units)) / BigInt(ordered));
  return upTo(from + quantity) - upTo(from);
}

/** What was agreed on for so many units of a product that were cancelled. */
export const worthOfUnits = (count: Count, { from, quantity }: Units): number => worth(count, from, quantity);
