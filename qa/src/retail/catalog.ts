/**
 * The products, brought into the product service by its import. A product that is there already is fine: its id is
 * looked up. The import takes its key line by line, so it may be sent again, whole, after any failure.
 */
import { importResult } from '../../../apps/product/src/import/api.ts';
import { Failure } from '../failure.ts';
import { describe } from '../http.ts';
import type { ClientOf } from '../openapi/client.ts';
import { until } from '../until.ts';
import { keyOf } from './orders.ts';
import type { CatalogProduct } from './parse.ts';

const CURRENCY = 'GBP';

export type Imported = { productIds: Map<string, string>; created: number; existing: number };

export type CatalogSteps = {
  run: string;
  products: ClientOf<'product'>;
  /** Runs one of many with bounded concurrency. */
  limit: <T>(run: () => Promise<T>) => Promise<T>;
  timeoutMs: number;
  tick: () => void;
};

export async function importCatalog(
  catalog: readonly CatalogProduct[],
  steps: CatalogSteps,
): Promise<Imported> {
  const { productIds, created } = await sendImport(catalog, steps);
  for (let count = 0; count < productIds.size; count++) steps.tick();
  const missing = catalog.filter(({ sku }) => !productIds.has(sku));
  await Promise.all(
    missing.map(({ sku }) =>
      steps.limit(async () => {
        productIds.set(sku, await lookUp(sku, steps));
        steps.tick();
      }),
    ),
  );
  return { productIds, created, existing: catalog.length - created };
}

/** Those that were there before have no id yet. */
async function sendImport(
  catalog: readonly CatalogProduct[],
  { run, products }: CatalogSteps,
): Promise<Pick<Imported, 'productIds' | 'created'>> {
  const answer = await products.POST('/api/products/import', {
    body: ndjson(catalog),
    bodySerializer: (text) => text,
    parseAs: 'text',
    headers: { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': keyOf(run, 'import') },
  });
  if (answer.data === undefined) throw new Failure(`the import of the catalog failed: ${describe(answer)}`);
  const productIds = new Map<string, string>();
  let created = 0;
  for (const result of readResults(answer.data)) {
    const sku = catalog[result.line - 1]?.sku;
    if (sku === undefined)
      throw new Failure(`the import answered for line ${result.line}, which it was not sent`);
    if (result.id !== undefined && result.status === 'created') productIds.set(sku, result.id);
    if (result.status === 'created') created += 1;
    else if (result.code !== 'sku-taken') {
      throw new Failure(`the import refused ${sku}: ${result.code ?? ''} ${result.detail ?? ''}`);
    }
  }
  return { productIds, created };
}

const ndjson = (catalog: readonly CatalogProduct[]): string =>
  catalog
    .map(({ sku, name, pence }) =>
      JSON.stringify({ sku, name, price: { amount: pence, currency: CURRENCY } }),
    )
    .join('\n');

const readResults = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .slice(0, -1) // the summary
    .map((line) => importResult.parse(JSON.parse(line)));

/** Waits for the product to show in the list: the read model may be behind the import. */
async function lookUp(sku: string, { products, timeoutMs }: CatalogSteps): Promise<string> {
  const match = await until(timeoutMs, async () => {
    const answer = await products.GET('/api/products', {
      params: { query: { sku: [sku], status: ['active', 'archived'] } },
    });
    if (!answer.data) throw new Failure(`the product ${sku} cannot be looked up: ${describe(answer)}`);
    return answer.data.data.find((candidate) => candidate.sku === sku);
  });
  if (match === undefined) throw new Failure(`the import says that ${sku} exists, but no list shows it`);
  if (match.status !== 'active')
    throw new Failure(`the product ${sku} is archived: restore it, or start afresh`);
  return match.id;
}
