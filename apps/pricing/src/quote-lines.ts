/**
 * The lines of a quote, with the prices of this service's own copy of the catalog. The copy may be a moment behind: a
 * product that it does not know is looked up in the log, and where it is there, waited for.
 */
import { decimalsOf } from '@quickmart/contracts/currencies';
import type { Money } from '@quickmart/contracts/shapes';
import type { QuoteLine } from '@quickmart/pricing';
import type { ReadModels } from '@quickmart/projections';
import { type ProblemError, requestLimits } from '@quickmart/service';
import { type EventStore, OutageError } from '@quickmart/streams';
import { type CatalogRow, catalogEntries } from './catalog.ts';
import { refuse } from './problems.ts';
import type { AskedLine } from './quote-api.ts';

type Sources = { store: EventStore; readModels: ReadModels };
type Find = (line: AskedLine) => CatalogRow | undefined;

/** Refuses with product-unknown. */
export async function quotedLines(sources: Sources, asked: readonly AskedLine[]): Promise<QuoteLine[]> {
  const find = await catalogOf(
    sources,
    asked.filter((line) => !isPriced(line)),
  );
  const faults: ProblemError[] = [];
  const lines = asked.flatMap((line, index): QuoteLine[] => {
    if (isPriced(line)) return [line];
    const entry = find(line);
    const fault = faultOf(entry);
    if (entry !== undefined && fault === undefined) return [lineOf(entry, line)];
    faults.push({ pointer: `/lines/${index}/${'sku' in line ? 'sku' : 'productId'}`, ...fault! });
    return [];
  });
  if (faults.length > 0)
    refuse('product-unknown', 'every line must name a product that is sold, or have a price', {
      errors: faults,
    });
  return lines;
}

/** Why it cannot be quoted. */
function faultOf(entry: CatalogRow | undefined): Omit<ProblemError, 'pointer'> | undefined {
  if (entry === undefined) return { code: 'unknown', detail: 'no such product is sold' };
  if (entry.status !== 'active') return { code: 'archived', detail: 'the product is archived' };
  if (decimalsOf(entry.currency) !== undefined) return undefined;
  return { code: 'currency-unknown', detail: `its price is in ${entry.currency}, which is no currency now` };
}

type Priced = Extract<AskedLine, { sku: string }> & { unitPrice: Money };
const isPriced = (line: AskedLine): line is Priced => 'sku' in line && line.unitPrice !== undefined;

/** The price is that of the catalog; what else is said about the line holds. */
function lineOf(entry: CatalogRow, asked: AskedLine): QuoteLine {
  const { status: _, priceAmount: amount, currency, ...known } = entry;
  return { ...known, ...asked, unitPrice: { amount, currency } };
}

async function catalogOf(sources: Sources, wanted: readonly AskedLine[]): Promise<Find> {
  const known = await lookUp(sources.readModels, wanted);
  const missing = wanted.filter((line) => known(line) === undefined);
  if (missing.length === 0 || !(await caughtUp(sources, missing))) return known;
  return await lookUp(sources.readModels, wanted);
}

async function lookUp(readModels: ReadModels, wanted: readonly AskedLine[]): Promise<Find> {
  const ids = wanted.flatMap((line) => ('productId' in line ? [line.productId] : []));
  const skus = wanted.flatMap((line) => ('sku' in line ? [line.sku] : []));
  const [byId, bySku] = await Promise.all([
    readModels.getMany(catalogEntries, 'productId', [...new Set(ids)]),
    readModels.getMany(catalogEntries, 'sku', [...new Set(skus)]),
  ]);
  const ofId = new Map(byId.map((row) => [row.productId, row]));
  const ofSku = new Map(bySku.map((row) => [row.sku, row]));
  return (line) => ('productId' in line ? ofId.get(line.productId) : ofSku.get(line.sku));
}

/** Waits until the products that the log knows are in the copy; false where it knows none of them. */
async function caughtUp({ store, readModels }: Sources, missing: readonly AskedLine[]): Promise<boolean> {
  const heads = await Promise.all(
    missing.map(async (line) => {
      const id = 'productId' in line ? line.productId : await store.owner('product', 'sku', line.sku);
      return id === undefined ? undefined : await store.head('product', id);
    }),
  );
  const positions = heads.flatMap((head) => (head ? [head.position] : []));
  const reached = await Promise.all(
    positions.map((position) => readModels.waitFor(position, requestLimits.waitMs)),
  );
  if (reached.includes(false)) throw new OutageError('the catalog of the pricing service is behind');
  return positions.length > 0;
}
