/**
 * The products, brought into the product service by its import. A product that is there already is fine: its id is
 * looked up. The import takes its key line by line, so it may be sent again, whole, after any failure.
 */
import { importResult, product } from '@quickmart/contracts/product';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { describe, type HttpClient } from '../http.ts';
import { until } from '../until.ts';
import { keyOf } from './orders.ts';
import type { CatalogProduct } from './parse.ts';

const found = z.object({ data: z.array(product.pick({ id: true, sku: true, status: true })) });
const CURRENCY = 'GBP';

export type Imported = { productIds: Map<string, string>; created: number; existing: number };

export type CatalogSteps = {
  run: string;
  products: HttpClient;
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
  const answer = await products.stream('/api/products/import', {
    contentType: 'application/x-ndjson',
    pieces: () => ndjson(catalog),
    idempotencyKey: keyOf(run, 'import'),
  });
  if (answer.status >= 300) throw new Failure(`the import of the catalog failed: ${describe(answer)}`);
  const productIds = new Map<string, string>();
  let created = 0;
  for (const result of readResults(answer.body)) {
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

function* ndjson(catalog: readonly CatalogProduct[]): Generator<string> {
  for (const { sku, name, pence } of catalog) {
    yield `${JSON.stringify({ sku, name, price: { amount: pence, currency: CURRENCY } })}\n`;
  }
}

function readResults(body: unknown) {
  // An answer of one line is JSON as a whole.
  const lines =
    typeof body === 'string'
      ? body
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [body];
  return lines.map((line: unknown) => importResult.parse(line));
}

/** Waits for the product to show in the list: the read model may be behind the import. */
async function lookUp(sku: string, { products, timeoutMs }: CatalogSteps): Promise<string> {
  const match = await until(timeoutMs, async () => {
    const answer = await products.get(`/api/products?sku=${encodeURIComponent(sku)}`);
    if (answer.status !== 200)
      throw new Failure(`the product ${sku} cannot be looked up: ${describe(answer)}`);
    return found.parse(answer.body).data.find((candidate) => candidate.sku === sku);
  });
  if (match === undefined) throw new Failure(`the import says that ${sku} exists, but no list shows it`);
  if (match.status !== 'active')
    throw new Failure(`the product ${sku} is archived: restore it, or start afresh`);
  return match.id;
}
