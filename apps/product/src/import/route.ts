/** Bulk import: NDJSON or CSV in, one result per line out, both as streams of any size. */
import {
  type Api,
  commandOf,
  createRoute,
  type ImportLine,
  type ImportShape,
  importAnswer,
  importBody,
  importLines,
  importResults,
  keyOfRequest,
  needs,
  queryOf,
  streamedRoute,
  textStream,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { refuse } from '../problems.ts';
import { importAnswer as answerShape, type ImportQuery, importedProduct, importQuery } from './api.ts';
import { DryRun } from './dry-run.ts';
import { Importer } from './importer.ts';
import type { FileOptions, Item } from './item.ts';
import { olistColumns, olistItems } from './olist.ts';
import { ownItems, ownShape } from './own.ts';
import { shopifyColumns, shopifyItems } from './shopify.ts';
import { Tally } from './summary.ts';
import { woocommerceColumns, woocommerceItems } from './woocommerce.ts';

const importPath = '/api/products/import';

const importRoute = createRoute({
  method: 'post',
  path: importPath,
  operationId: 'importProducts',
  access: needs('products:write'),
  tags: ['Products'],
  summary: 'Import products: NDJSON or CSV, one result per line',
  description:
    'NDJSON: one product per line, as in createProduct. CSV: a header line with the columns sku, name, amount ' +
    '(minor units), currency, and if wanted description, category, variantOf, attributes.<name>, options.<name> (values ' +
    'with | between them) and choices.<name>. Or the export of another shop: see `format`. UTF-8, or what the charset of ' +
    'Content-Type says; plain, or compressed with `Content-Encoding: gzip`. The answer is NDJSON, streamed while the ' +
    'import runs; its last line is a summary. A header that is not understood is a 400, and nothing is written.',
  request: {
    query: importQuery,
    body: importBody(
      'ImportedProduct',
      [
        { sku: 'MUG-BLUE-350', name: 'Blue mug', price: { amount: 1299, currency: 'EUR' } },
        { sku: 'CUP-RED', name: 'Red cup', price: { amount: 799, currency: 'EUR' }, category: 'kitchen' },
      ],
      'sku,name,amount,currency\nMUG-BLUE-350,Blue mug,1299,EUR\n',
    ),
  },
  responses: { 200: importResults(answerShape) },
});

type Foreign = {
  columns: readonly string[];
  items: (lines: AsyncIterable<ImportLine>, options: FileOptions) => AsyncIterable<Item>;
  currency: string;
};
const foreign: Readonly<Record<Exclude<ImportQuery['format'], 'quickmart'>, Foreign>> = {
  shopify: { columns: shopifyColumns, items: shopifyItems, currency: 'EUR' },
  woocommerce: { columns: woocommerceColumns, items: woocommerceItems, currency: 'EUR' },
  olist: { columns: olistColumns, items: olistItems, currency: 'BRL' },
};

export function importRoutes(api: Api, { store }: { store: EventStore }): void {
  api.openAPIRegistry.register('ImportedProduct', importedProduct);
  streamedRoute(api, importRoute, async (c) => {
    const query = queryOf(c, importQuery);
    const type = c.req.header('Content-Type');
    const [key, { meta, at }] = [keyOfRequest(c), commandOf(c)];
    const lines = await importLines(type, () => textStream(c), shapeOf(query, type));
    const [tally, isDryRun] = [new Tally(), query.dryRun === 'true'];
    const options = { store, path: importPath, mode: query.mode, key, command: { meta, at }, tally };
    const importer = isDryRun ? new DryRun(options) : new Importer(options);
    return importAnswer(c, {
      items: itemsOf(query, watched(lines, tally)),
      handle: async (run) => {
        const results = await importer.handle(run);
        for (const result of results) tally.result(result);
        return results;
      },
      summary: () => tally.summary(isDryRun),
    });
  });
}

function shapeOf({ format, mode }: ImportQuery, type: string | undefined): ImportShape {
  if (format === 'quickmart') return ownShape(mode);
  if (!/^\s*text\/csv/i.test(type ?? ''))
    refuse('media-type-unsupported', `an export of ${format} is text/csv`);
  return {
    columns: (names) => {
      const missing = foreign[format].columns.filter((name) => !names.includes(name));
      if (missing.length > 0)
        refuse(
          'malformed-request',
          `this is no export of ${format}: it lacks the columns ${missing.join(', ')}`,
        );
    },
    row: (row) => row,
  };
}

function itemsOf(
  { format, currency, amount }: ImportQuery,
  lines: AsyncIterable<ImportLine>,
): AsyncIterable<Item> {
  if (format === 'quickmart') return ownItems(lines);
  const { items, currency: usual } = foreign[format];
  return items(lines, { currency: currency ?? usual, amount });
}

async function* watched(lines: AsyncIterable<ImportLine>, tally: Tally): AsyncIterable<ImportLine> {
  for await (const line of lines) {
    if ('isEnd' in line) tally.cut();
    yield line;
  }
}
