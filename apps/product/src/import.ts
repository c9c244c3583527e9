/**
 * Bulk import: NDJSON or CSV in, one result per line out, both as streams of any size.
 *
 * Lines are decided in runs; the store folds a run into a few appends. A line that is refused does not touch the
 * others. With an Idempotency-Key each line has its own append id, so the same file can be sent again after a crash
 * and only the lines that were not done yet are done.
 */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { limits } from '@quickmart/contracts/limits';
import { refuse } from '@quickmart/contracts/problem';
import {
  type CreateProduct,
  createProduct,
  type ImportResult,
  importResult,
} from '@quickmart/contracts/product';
import {
  type Api,
  appendIdOf,
  commandOf,
  createRoute,
  idempotencyKey,
  outcomeOf,
  parseJson,
  type ServiceContext,
  type TextStream,
  textStream,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { parse } from 'csv-parse';
import { stream } from 'hono/streaming';
import split from 'split2';
import { v7 as uuidv7 } from 'uuid';
import { create, product } from './product.ts';

export const importPath = '/api/products/import';
const runLines = 256;

type Line = { number: number; input: unknown } | { number: number; unreadable: string };

const exampleLines = [
  { sku: 'MUG-BLUE-350', name: 'Blue mug', price: { amount: 1299, currency: 'EUR' } },
  { sku: 'CUP-RED', name: 'Red cup', price: { amount: 799, currency: 'EUR' }, category: 'kitchen' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

const importRoute = createRoute({
  ...{ method: 'post', path: importPath, operationId: 'importProducts', tags: ['Products'] },
  summary: 'Import products: NDJSON or CSV, one result per line',
  description:
    'NDJSON: one product per line, as in createProduct. CSV: a header line with the columns sku, name, amount ' +
    '(minor units), currency, and if wanted description, category and attributes.<name>. UTF-8, or what the charset of ' +
    'Content-Type says; plain, or compressed with `Content-Encoding: gzip`. The answer is NDJSON, streamed while the ' +
    'import runs.',
  request: {
    body: {
      required: true,
      content: {
        // A text: generated clients can send that, and Swagger UI shows its example line by line.
        'application/x-ndjson': {
          schema: { type: 'string', example: exampleLines },
          'x-item-schema': { $ref: '#/components/schemas/NewProduct' },
        },
        'text/csv': {
          schema: { type: 'string', example: 'sku,name,amount,currency\nMUG-BLUE-350,Blue mug,1299,EUR\n' },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'One result per line',
      content: { 'application/x-ndjson': { schema: importResult } },
    },
  },
});

export function importRoutes(api: Api, { store }: { store: EventStore }): void {
  api.openAPIRegistry.registerPath(importRoute);
  api.post(importPath, async (c) => {
    const format = formatOf(c.req.header('Content-Type'));
    const lines = format(await textStream(c));
    const one = importer(c, store);
    c.header('Content-Type', 'application/x-ndjson');
    return stream(c, async (out) => {
      for await (const run of runsOf(lines)) {
        const results = await Promise.all(run.map(one));
        await out.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
      }
    });
  });
}

/** Imports one line; never throws. */
function importer(c: ServiceContext, store: EventStore): (line: Line) => Promise<ImportResult> {
  const [key, command] = [idempotencyKey(c), commandOf(c)];
  return async (line) => {
    const { number } = line;
    if ('unreadable' in line) return refused(number, undefined, 'malformed-request', line.unreadable);
    const parsed = createProduct.safeParse(line.input);
    const sku = (line.input as { sku?: unknown } | null)?.sku;
    const shownSku = typeof sku === 'string' ? sku.slice(0, limits.skuLength) : undefined;
    if (!parsed.success) {
      const detail = parsed.error.issues
        .map(({ path, message }) => `/${path.join('/')}: ${message}`)
        .join('; ');
      return refused(number, shownSku, 'validation-failed', detail);
    }
    const input = parsed.data;
    const id = uuidv7();
    const result: ImportResult = { line: number, status: 'created', id, sku: input.sku };
    const once = key === undefined ? {} : onceOf(key, number, input);
    try {
      const claims = [{ name: 'sku', value: input.sku }];
      const decided = await store.decide(product, id, () => create(id, input), {
        ...{ ...command, ...once, claims, expectedVersion: 0, reply: () => result },
      });
      return decided.reply as ImportResult;
    } catch (error) {
      const { code, detail } = outcomeOf(error);
      return refused(number, input.sku, code, detail);
    }
  };
}

/** A line is known by its number and its SKU, and recognised by all that it says. */
const onceOf = (key: string, number: number, input: CreateProduct) => ({
  appendId: appendIdOf('POST', importPath, key, `${number} ${input.sku}`),
  fingerprint: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
});

const refused = (
  line: number,
  sku: string | undefined,
  code: string,
  detail: string | undefined,
): ImportResult => ({
  ...{ line, status: 'refused', code },
  ...(sku !== undefined && { sku }),
  ...(detail !== undefined && { detail }),
});

async function* runsOf(lines: AsyncIterable<Line>): AsyncIterable<Line[]> {
  let run: Line[] = [];
  for await (const line of lines) {
    run.push(line);
    if (run.length < runLines) continue;
    yield run;
    run = [];
  }
  if (run.length > 0) yield run;
}

function formatOf(contentType: string | undefined): (body: TextStream) => AsyncIterable<Line> {
  const media = contentType?.split(';')[0]?.trim().toLowerCase();
  if (media === 'application/x-ndjson') return ndjsonLines;
  if (media === 'text/csv') return csvLines;
  return refuse('media-type-unsupported', 'send application/x-ndjson or text/csv');
}

/**
 * A caller who hangs up ends the iteration with an error, and so does what the parser refuses. Then the rest of the
 * body is read and dropped: a caller who is still sending would not hear the answer.
 */
function piped({ source }: TextStream, parser: Duplex): Duplex {
  source.on('error', (error) => parser.destroy(error));
  parser.on('error', () => source.unpipe(parser).resume());
  return source.pipe(parser);
}

const notUtf8 =
  'it is not UTF-8: save the file as UTF-8, or say in Content-Type what it is, such as charset=windows-1252';

async function* ndjsonLines(body: TextStream): AsyncIterable<Line> {
  const lines = piped(body, split({ maxLength: limits.importLineBytes }));
  let number = 0;
  try {
    for await (const text of lines as AsyncIterable<string>) {
      number++;
      if (body.isDamaged(text)) yield { number, unreadable: notUtf8 };
      else if (text.trim() !== '') yield readJson(number, text);
    }
  } catch (error) {
    yield { number: number + 1, unreadable: `the import ends here: ${(error as Error).message}` };
  }
}

function readJson(number: number, text: string): Line {
  try {
    return { number, input: parseJson(text) };
  } catch (error) {
    return { number, unreadable: (error as Error).message };
  }
}

/** Lenient where a line can still be told from the next: one with a stray quote or cell must not end the import. */
const csvOptions = {
  ...{ columns: true, bom: true, info: true, skip_empty_lines: true },
  ...{ relax_quotes: true, relax_column_count: true, max_record_size: limits.importLineBytes },
} as const;
type CsvLine = { info: { lines: number; error: Error | undefined }; record: CsvRow };

async function* csvLines(body: TextStream): AsyncIterable<Line> {
  let number = 1;
  try {
    for await (const { info, record } of piped(body, parse(csvOptions)) as AsyncIterable<CsvLine>) {
      number = info.lines;
      if (body.isDamaged(Object.entries(record).flat().join(' '))) yield { number, unreadable: notUtf8 };
      else if (info.error) yield { number, unreadable: 'it has more or fewer cells than the header' };
      else yield { number, input: csvProduct(record) };
    }
  } catch (error) {
    yield { number: number + 1, unreadable: `the import ends here: ${(error as Error).message}` };
  }
}

type CsvRow = Record<string, string>;

/** White space around a cell does not count; an empty cell is one that is not there. */
function csvProduct(record: CsvRow): unknown {
  const cells = Object.entries(record).map(([name, value]) => [name.trim(), value.trim()] as const);
  const { amount, currency, ...rest } = Object.fromEntries(cells);
  const filled = Object.entries(rest).filter(([, value]) => value !== '');
  const attributes = filled
    .filter(([name]) => name.startsWith('attributes.'))
    .map(([name, value]) => [name.slice('attributes.'.length), value]);
  const fields = filled.filter(([name]) => !name.startsWith('attributes.'));
  const price = { amount: /^\d+$/.test(amount ?? '') ? Number(amount) : amount, currency };
  return { ...Object.fromEntries(fields), price, attributes: Object.fromEntries(attributes) };
}
