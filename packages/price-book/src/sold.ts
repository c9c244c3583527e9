/** What is sold: the entries of the catalog that lines of a basket name. */
import { decimalsOf } from '@quickmart/contracts/currencies';
import type { ProblemError } from '@quickmart/service/problems';
import { caughtUp, type Sources } from './behind.ts';
import { type CatalogRow, catalogEntries } from './catalog.ts';

/** How a line names its product. */
export type Named = { productId: string } | { sku: string };
type Found = { entry: CatalogRow; fault?: undefined } | { entry?: undefined; fault: ProblemError };

/** Of these lines, by their index in the basket: the entry of each, or why it cannot be sold. */
export async function soldFrom(
  sources: Sources,
  wanted: readonly Named[],
): Promise<(line: Named, index: number) => Found> {
  const find = await entriesOf(sources, wanted);
  return (line, index) => {
    const entry = find(line);
    const fault = faultOf(entry);
    if (entry !== undefined && fault === undefined) return { entry };
    return { fault: { pointer: `/lines/${index}/${'sku' in line ? 'sku' : 'productId'}`, ...fault! } };
  };
}

function faultOf(entry: CatalogRow | undefined): Omit<ProblemError, 'pointer'> | undefined {
  if (entry === undefined)
    return { code: 'unknown', detail: 'no such product is sold (one with options is sold by its variants)' };
  if (entry.status !== 'active') return { code: 'archived', detail: 'the product is archived' };
  // Priced before unknown currencies were refused, or in one that is gone since.
  if (decimalsOf(entry.currency) !== undefined) return undefined;
  return { code: 'currency-unknown', detail: `its price is in ${entry.currency}, which is no currency now` };
}

type Find = (line: Named) => CatalogRow | undefined;

async function entriesOf(sources: Sources, wanted: readonly Named[]): Promise<Find> {
  const known = await lookUp(sources, wanted);
  const missing = wanted.filter((line) => known(line) === undefined);
  if (missing.length === 0) return known;
  const owners = await Promise.all(
    missing.map((line) =>
      'productId' in line ? line.productId : sources.store.owner('product', 'sku', line.sku),
    ),
  );
  return (await caughtUp(sources, 'product', owners)) ? await lookUp(sources, wanted) : known;
}

async function lookUp({ readModels }: Sources, wanted: readonly Named[]): Promise<Find> {
  const ids = wanted.flatMap((line) => ('productId' in line ? [line.productId] : []));
  const skus = wanted.flatMap((line) => ('sku' in line ? [line.sku] : []));
  const [byId, bySku] = await Promise.all([
    readModels.getMany(catalogEntries, 'productId', ids),
    readModels.getMany(catalogEntries, 'sku', skus),
  ]);
  const ofId = new Map(byId.map((row) => [row.productId, row]));
  const ofSku = new Map(bySku.map((row) => [row.sku, row]));
  return (line) => ('productId' in line ? ofId.get(line.productId) : ofSku.get(line.sku));
}
