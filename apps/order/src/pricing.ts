/**
 * Prices the lines of an order from this service's own read model of the catalog.
 *
 * The read model may be a moment behind: a product that it does not know is looked up in the log, and when it is
 * there, waited for. So an order for a product that was created just now is placed, not refused.
 */

import { decimalsOf } from '@quickmart/contracts/currencies';
import type { OrderLine } from '@quickmart/contracts/order/events';
import type { Money } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import { requestLimits } from '@quickmart/service';
import type { ProblemError } from '@quickmart/service/problems';
import { type EventStore, OutageError } from '@quickmart/streams';
import type { PlaceOrder } from './api.ts';
import { refuse } from './problems.ts';
import { type CatalogRow, catalogEntries } from './schema.ts';

type Wanted = PlaceOrder['lines'][number];
type Sources = { store: EventStore; readModels: ReadModels };

/** Refuses with product-unknown, currencies-mixed or order-too-large. */
export async function priced(
  sources: Sources,
  wanted: readonly Wanted[],
): Promise<{ lines: OrderLine[]; total: Money }> {
  const find = await catalogOf(sources, wanted);
  const faults: ProblemError[] = [];
  const lines = wanted.flatMap((line, index) => {
    const entry = find(line);
    const fault = faultOf(entry);
    if (entry !== undefined && fault === undefined) return [priceLine(entry, line.quantity)];
    faults.push({ pointer: `/lines/${index}/${'sku' in line ? 'sku' : 'productId'}`, ...fault! });
    return [];
  });
  if (faults.length > 0)
    refuse('product-unknown', 'every line must name a product that is sold', { errors: faults });
  return { lines, total: totalOf(lines) };
}

/** Why it cannot be sold. */
function faultOf(entry: CatalogRow | undefined): Omit<ProblemError, 'pointer'> | undefined {
  if (entry === undefined)
    return { code: 'unknown', detail: 'no such product is sold (one with options is sold by its variants)' };
  if (entry.status !== 'active') return { code: 'archived', detail: 'the product is archived' };
  // Priced before unknown currencies were refused, or in one that is gone since.
  if (decimalsOf(entry.currency) === undefined)
    return {
      code: 'currency-unknown',
      detail: `its price is in ${entry.currency}, which is no currency now`,
    };
  return undefined;
}

function priceLine({ productId, sku, name, priceAmount, currency }: CatalogRow, quantity: number): OrderLine {
  const unitPrice = { amount: priceAmount, currency };
  return {
    productId,
    sku,
    name,
    quantity,
    unitPrice,
    lineTotal: { amount: priceAmount * quantity, currency },
  };
}

function totalOf(lines: readonly OrderLine[]): Money {
  const currencies = new Set(lines.map(({ lineTotal }) => lineTotal.currency));
  const [currency = ''] = currencies;
  if (currencies.size > 1)
    refuse('currencies-mixed', `the lines are priced in ${[...currencies].sort().join(', ')}`);
  // Exact: a safe integer per line, and the sum is checked against the largest of them.
  const amount = lines.reduce((sum, { lineTotal }) => sum + BigInt(lineTotal.amount), 0n);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER))
    refuse('order-too-large', 'the total is too large to be kept exactly');
  return { amount: Number(amount), currency };
}

async function catalogOf(
  sources: Sources,
  wanted: readonly Wanted[],
): Promise<(line: Wanted) => CatalogRow | undefined> {
  const known = await lookUp(sources.readModels, wanted);
  const missing = wanted.filter((line) => known(line) === undefined);
  if (missing.length === 0 || !(await caughtUp(sources, missing))) return known;
  return await lookUp(sources.readModels, wanted);
}

async function lookUp(readModels: ReadModels, wanted: readonly Wanted[]) {
  const ids = wanted.flatMap((line) => ('productId' in line ? [line.productId] : []));
  const skus = wanted.flatMap((line) => ('sku' in line ? [line.sku] : []));
  const [byId, bySku] = await Promise.all([
    readModels.getMany(catalogEntries, 'productId', [...new Set(ids)]),
    readModels.getMany(catalogEntries, 'sku', [...new Set(skus)]),
  ]);
  const idOf = new Map(byId.map((row) => [row.productId, row]));
  const skuOf = new Map(bySku.map((row) => [row.sku, row]));
  return (line: Wanted) => ('productId' in line ? idOf.get(line.productId) : skuOf.get(line.sku));
}

/** Waits until the products that the log knows are in the read model; false where it knows none of them. */
async function caughtUp({ store, readModels }: Sources, missing: readonly Wanted[]): Promise<boolean> {
  const positions = await Promise.all(
    missing.map(async (line) => {
      const id = 'productId' in line ? line.productId : await store.owner('product', 'sku', line.sku);
      return id === undefined ? undefined : (await store.head('product', id))?.position;
    }),
  );
  const known = positions.filter((position) => position !== undefined);
  const reached = await Promise.all(
    known.map((position) => readModels.waitFor(position, requestLimits.waitMs)),
  );
  if (reached.includes(false)) throw new OutageError('the catalog of the order service is behind');
  return known.length > 0;
}
