/**
 * Places an order: priced by the quote, with the rules and the counts of coupons of that moment. The quote is made in the decision
 * itself, so a coupon is checked against the very counts that the same append changes.
 */
import { couponRedeemed, firstOrderTaken, orderPlaced } from '@quickmart/contracts/order/events';
import { subjectIn } from '@quickmart/contracts/personal';
import type { Money } from '@quickmart/contracts/shapes';
import { asksFirstOrder, rulesFor, type Sources, soldFrom } from '@quickmart/price-book';
import { moneyText } from '@quickmart/pricing';
import { among } from '@quickmart/projections';
import { type Command, type Decided, ref, type Transaction } from '@quickmart/streams';
import { orderWith, type Parts } from './decide.ts';
import { firstOrder, firstOrderOf } from './first-order.ts';
import { order } from './order.ts';
import type { PlaceOrder } from './placing-api.ts';
import { type Basket, type CatalogLine, type Known, priced } from './priced.ts';
import { refuse } from './problems.ts';
import { orderList } from './read-models.ts';
import { counted, redemption, usesIn, usesOf } from './redemption.ts';
import type { OrderState } from './state.ts';

/**
 * `customerId`: as events name the customer; `names`: all that rows may name them by. `rulesAgeMs`: how old the rules may be that hold
 * for every basket.
 */
type Asking = { customerId: string; names: () => Promise<readonly string[]>; rulesAgeMs?: number };

/** The basket and the rules that can matter to it. Refuses with product-unknown or currencies-mixed. */
export async function basketOf(
  sources: Sources,
  { lines: wanted, coupons, addresses, shippingMethod }: PlaceOrder,
  { customerId, names, rulesAgeMs = 0 }: Asking,
): Promise<Basket> {
  const lines = await catalogLines(sources, wanted);
  const customer = { id: subjectIn(customerId) ?? customerId, groups: [], firstOrder: false };
  const request = {
    currency: currencyOf(lines),
    lines,
    coupons,
    address: addresses?.shipping ?? null,
    method: shippingMethod ?? null,
    customer,
  };
  const rules = await rulesFor(sources, request, rulesAgeMs);
  if (!asksFirstOrder(rules)) return { request, rules };
  const firstOrder = !(await hasOrdered(sources, await names()));
  return { request: { ...request, customer: { ...customer, firstOrder } }, rules };
}

async function catalogLines(sources: Sources, wanted: PlaceOrder['lines']): Promise<CatalogLine[]> {
  const sold = await soldFrom(sources, wanted);
  const found = wanted.map((line, index) => ({ ...sold(line, index), quantity: line.quantity }));
  const errors = found.flatMap(({ fault }) => (fault ? [fault] : []));
  if (errors.length > 0) refuse('product-unknown', 'every line must name a product that is sold', { errors });
  return found.flatMap(({ entry, quantity }) => {
    if (entry === undefined) return [];
    const { productId, sku, name, category, taxClass, weight, priceAmount: amount, currency } = entry;
    return [{ productId, sku, name, category, taxClass, weight, quantity, unitPrice: { amount, currency } }];
  });
}

function currencyOf(lines: readonly CatalogLine[]): string {
  const currencies = new Set(lines.map(({ unitPrice }) => unitPrice?.currency ?? ''));
  if (currencies.size > 1)
    refuse('currencies-mixed', `the lines are priced in ${[...currencies].sort().join(', ')}`);
  return [...currencies][0] ?? '';
}

/** A cancelled order does not count. Its status does not tell: while an operator has to see to its money, it is `attention`. */
async function hasOrdered({ readModels }: Sources, names: readonly string[]): Promise<boolean> {
  const { rows } = await readModels.list(orderList.table, {
    where: [among('customerId', names), { column: 'cancelled', op: 'eq', value: null }],
    sort: { column: 'placedAt', direction: 'asc' },
    limit: 1,
  });
  return rows.length > 0;
}

/** `total`: what the buyer has agreed to pay. */
type Asked = { basket: Basket; known: Known; total?: Money | undefined };

/** Refuses with quote-refused, total-changed or order-too-large. */
export async function placeOrder(
  { store, settings }: Parts,
  id: string,
  { basket, known, total }: Asked,
  command: Command<OrderState>,
): Promise<Decided<OrderState>> {
  const counts = basket.rules.coupons.flatMap(({ code }) => Object.values(usesOf(code, known.customerId)));
  const first = basket.request.customer?.firstOrder ? [ref(firstOrder, firstOrderOf(known.customerId))] : [];
  const refs = [...counts.map((use) => ref(redemption, use.id)), ...first];
  const decision = (tx: Transaction) => place(tx, id, { basket, known, total }, command.at);
  return await store.decideAll('order', [ref(orderWith(settings), id), ...refs], decision, {
    ...command,
    expectedVersion: 0,
  });
}

function place(tx: Transaction, id: string, { basket, known, total }: Asked, now: number): void {
  const { request, rules } = basket;
  const coupons = rules.coupons.map((coupon) =>
    counted(coupon, known.customerId, (use) => tx.of(redemption, use.id).state.uses),
  );
  const { customer } = request;
  // Looked up in the list, it may be the first; taken, it is not.
  const first = () => tx.of(firstOrder, firstOrderOf(known.customerId));
  const isFirst = customer?.firstOrder === true && !first().state.isTaken;
  const asked = { ...request, ...(customer && { customer: { ...customer, firstOrder: isFirst } }) };
  const placed = priced({ request: asked, rules: { ...rules, coupons } }, known, now);
  if (total !== undefined && !isSame(placed.total, total))
    refuse('total-changed', `it costs ${moneyText(placed.total.amount, placed.total.currency)} now`);
  tx.of(order, id).append([orderPlaced(placed)]);
  if (isFirst) first().append([firstOrderTaken({ orderId: id })]);
  for (const { id: count, code, per } of usesIn(placed))
    tx.of(redemption, count).append([couponRedeemed({ code, orderId: id, per })]);
}

const isSame = (one: Money, other: Money): boolean =>
  one.amount === other.amount && one.currency === other.currency;
