/** Stock by file: NDJSON or CSV in, one result per line out, both as streams of any size. */

import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  type CsvRow,
  commandOf,
  createRoute,
  type ImportShape,
  importAnswer,
  importBody,
  importLines,
  importResults,
  keyOfRequest,
  needs,
  queryOf,
  refuseColumns,
  streamedRoute,
  textStream,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { refuse } from '../problems.ts';
import { stockImportAnswer, stockImportLine, stockImportQuery } from './api.ts';
import { needsKey, StockImporter } from './importer.ts';

const importPath = '/api/inventories/import';

const importRoute = createRoute({
  method: 'post',
  path: importPath,
  operationId: 'importStock',
  access: needs('stock:write'),
  tags: ['Inventory'],
  summary: 'Counts and differences of stock: NDJSON or CSV, one result per line',
  description:
    'Each line names a product by sku or productId, and has a quantity (a count; with expectedQuantity it holds only ' +
    'where that is on hand) or a delta (a difference). CSV: a header line with these columns, and reason and reference ' +
    'if wanted. Without a reason: `count` for a count, `correction` for a difference. Differences need an ' +
    'Idempotency-Key, under which each line has its effect once. The last line of the answer is a summary.',
  request: {
    query: stockImportQuery,
    body: importBody(
      'StockImportLine',
      [
        { sku: 'MUG-BLUE-350', quantity: 80, reason: 'count' },
        { sku: 'CUP-RED', quantity: 40 },
      ],
      'sku,quantity,reason\nMUG-BLUE-350,80,count\n',
    ),
  },
  responses: { 200: importResults(stockImportAnswer) },
});

const columns = ['sku', 'productId', 'quantity', 'delta', 'expectedQuantity', 'reason', 'reference'];
const numbers = new Set(['quantity', 'delta', 'expectedQuantity']);

const shapeOf = (isRepeatable: boolean): ImportShape => ({
  columns: (names) => {
    const missing = [
      ...(names.includes('sku') || names.includes('productId') ? [] : ['sku']),
      ...(names.includes('quantity') || names.includes('delta') ? [] : ['quantity']),
    ];
    refuseColumns(names, (name) => columns.includes(name), missing, columns.join(', '));
    if (names.includes('delta') && !isRepeatable) refuse('malformed-request', needsKey);
  },
  row: rowAsJson,
});

/** An empty cell is one that is not there. */
function rowAsJson(row: CsvRow): unknown {
  const filled = Object.entries(row).filter(([, value]) => value !== '');
  const cellOf = (name: string, value: string) =>
    numbers.has(name) && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value;
  return Object.fromEntries(filled.map(([name, value]) => [name, cellOf(name, value)]));
}

type Parts = { store: EventStore; readModels: ReadModels; settings: { lowStockThreshold: number } };

export function importRoutes(api: Api, { store, readModels, settings: { lowStockThreshold } }: Parts): void {
  api.openAPIRegistry.register('StockImportLine', stockImportLine);
  streamedRoute(api, importRoute, async (c) => {
    const isDryRun = queryOf(c, stockImportQuery).dryRun === 'true';
    const [key, { meta, at }] = [keyOfRequest(c), commandOf(c)];
    const shape = shapeOf(isDryRun || key !== undefined);
    const items = await importLines(c.req.header('Content-Type'), () => textStream(c), shape);
    const importer = new StockImporter({
      store,
      readModels,
      lowStockThreshold,
      path: importPath,
      key,
      command: { meta, at },
      isDryRun,
    });
    return importAnswer(c, {
      items,
      handle: (run) => importer.handle(run),
      summary: () => importer.summary(),
    });
  });
}
