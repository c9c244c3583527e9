/**
 * Rows of the Online Retail format. The published data set exists as UTF-8, UTF-8 with a byte order mark, UTF-16 and
 * Windows-1252 (its pound signs), and with two spellings of its header; all of them are read. What cannot be read stops
 * before anything is sent.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sku as skuShape } from '@quickmart/contracts/shapes';
import { parse } from 'csv-parse/sync';
import { limits } from '../../../apps/order/src/limits.ts';
import { UsageFailure } from '../failure.ts';
import { decodeOldText } from '../text-file.ts';

/** `units` and `pence` are NaN where they are no whole number; `digest` is that of the content. */
export type Row = Record<Column, string> & { line: number; isWhole: boolean; units: number; pence: number };
export type RetailFile = { path: string; digest: string; rows: readonly Row[] };

const columns = {
  invoice: ['invoiceno', 'invoice'],
  stockCode: ['stockcode'],
  description: ['description'],
  quantity: ['quantity'],
  unitPrice: ['unitprice', 'price'],
  customer: ['customerid'],
};
type Column = keyof typeof columns;

/** Throws {@link UsageFailure} for a file that cannot be read, and for the same content given twice. */
export function readFiles(paths: readonly string[]): RetailFile[] {
  const files: RetailFile[] = [];
  for (const path of paths) {
    const bytes = contentOf(path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const twin = files.find((file) => file.digest === digest);
    if (twin) throw new UsageFailure(`${path} is the same as ${twin.path}: give every file once`);
    files.push({ path, digest, rows: readRows(path, decodeOldText(path, bytes)) });
  }
  return files;
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Every record after the header, blank lines apart. Throws {@link UsageFailure} for what is not this format. */
export function readRows(path: string, text: string): Row[] {
  const [header, ...records] = readRecords(path, text);
  if (header === undefined) throw new UsageFailure(`${path} is empty`);
  const names = header.record.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const places = Object.entries(columns).map(([column, spellings]) => {
    const place = names.findIndex((name) => spellings.includes(name));
    if (place >= 0) return [column, place] as const;
    throw new UsageFailure(`${path} is not in the Online Retail format: no column ${spellings[0]}`);
  });
  return records.map(({ record, info }) => {
    const cells = Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? '']));
    const row = cells as Record<Column, string>;
    return {
      ...row,
      // `17850.0`, as spreadsheets write it, is customer 17850.
      customer: row.customer.replace(/^(\d+)\.0*$/, '$1'),
      line: info.lines,
      isWhole: record.length === names.length,
      units: unitsOf(row.quantity),
      pence: penceOf(row.unitPrice),
    };
  });
}

function readRecords(path: string, text: string): { record: string[]; info: { lines: number } }[] {
  const options = { info: true, trim: true, relax_column_count: true, relax_quotes: true } as const;
  try {
    return parse(text, { ...options, skip_empty_lines: true }) as never;
  } catch (error) {
    throw new UsageFailure(`${path} is not CSV: ${(error as Error).message}`);
  }
}

const unitsOf = (text: string): number => (/^[+-]?\d{1,15}(\.0*)?$/.test(text) ? Number(text) : Number.NaN);

/** By its digits: floating point would make 1.15 × 100 a 114.99999999999999. */
export function penceOf(text: string): number {
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d{1,13})(?:\.(\d{0,2})0*)?$/.exec(text) ?? [];
  return whole === undefined ? Number.NaN : Number(`${sign}${whole}${fraction.padEnd(2, '0')}`);
}

/** A C invoice takes goods back. */
export const isCancellation = ({ invoice }: Row): boolean => /^c/i.test(invoice);

/** No articles: what the shop books beside them. */
const services = new Set('POST DOT D M S B C2 C3 CRUK AMAZONFEE ADJUST ADJUST2 BANK-CHARGES'.split(' '));

type Refusal = [reason: string, words: string, applies: (row: Row) => boolean];
/** Why a row is no line of an order, by itself: the first that applies. The reasons are stable. */
const refusals: Refusal[] = [
  ['malformed-row', 'not as many fields as the header', ({ isWhole }) => !isWhole],
  [
    'unknown-invoice-kind',
    'the invoice number is neither digits nor C and digits (A… adjusts bad debt)',
    ({ invoice }) => !/^c?\d+$/i.test(invoice),
  ],
  [
    'service-code',
    'no article: postage, discount, manual entry, fees (POST, DOT, D, M, S, B, C2, BANK CHARGES…)',
    ({ stockCode }) => services.has(stockCode.toUpperCase().replace(/\s+/g, '-')),
  ],
  ['gift-voucher', 'gift_… codes', ({ stockCode }) => /^gift/i.test(stockCode)],
  ['test-code', 'TEST… codes', ({ stockCode }) => /^test/i.test(stockCode)],
  [
    'invalid-sku',
    'a stock code that the API does not take',
    ({ stockCode }) => !skuShape.safeParse(stockCode).success,
  ],
  ['invalid-quantity', 'not a whole number', ({ units }) => Number.isNaN(units)],
  ['zero-quantity', 'nothing was sold', ({ units }) => units === 0],
  [
    'negative-quantity',
    'negative outside a C invoice: stock written off',
    (row) => row.units < 0 && !isCancellation(row),
  ],
  ['positive-cancellation', 'positive in a C invoice', (row) => row.units > 0 && isCancellation(row)],
  [
    'quantity-too-large',
    `more than ${limits.quantityMax} in one line`,
    ({ units }) => Math.abs(units) > limits.quantityMax,
  ],
  ['invalid-price', 'not a whole number of pence', ({ pence }) => Number.isNaN(pence)],
  ['zero-price', 'given away or a stock note, not sold', ({ pence }) => pence === 0],
  ['negative-price', 'an adjustment, not a sale', ({ pence }) => pence < 0],
  ['price-too-large', `more than ${limits.priceMax} pence`, ({ pence }) => pence > limits.priceMax],
  [
    'invalid-customer',
    `a customer id of more than ${limits.customerIdLength} characters`,
    ({ customer }) => [...customer].length > limits.customerIdLength || !customer.isWellFormed(),
  ],
];

/** All reasons in order, and what the help says of each; the last two are of an invoice as a whole. */
export const reasons: readonly (readonly [reason: string, words: string])[] = [
  ...refusals.map(([reason, words]) => [reason, words] as const),
  ['customer-differs', 'another customer than the first line of its invoice'],
  ['invoice-too-large', `its invoice has more than ${limits.orderLinesMax} lines`],
];

export const refusalOf = (row: Row): string | undefined =>
  refusals.find(([, , applies]) => applies(row))?.[0];
