/**
 * Rows of the Online Retail format, in the encodings and with the two spellings of its header that it was published in. What cannot
 * be read stops before anything is sent.
 */
import { createHash } from 'node:crypto';
import { sku as skuShape } from '@quickmart/contracts/shapes';
import { parse } from 'csv-parse/sync';
import { limits } from '../../../apps/order/src/limits.ts';
import { UsageFailure } from '../failure.ts';
import { readOldTextFile } from '../text-file.ts';

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
    const text = readOldTextFile(path);
    const digest = createHash('sha256').update(text).digest('hex');
    const twin = files.find((file) => file.digest === digest);
    if (twin) throw new UsageFailure(`${path} is the same as ${twin.path}: give every file once`);
    files.push({ path, digest, rows: readRows(path, text) });
  }
  return files;
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
      units: /^[+-]?\d{1,15}(\.0*)?$/.test(row.quantity) ? Number(row.quantity) : Number.NaN,
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

/** Rounded, as 1.15 × 100 is 114.99999999999999. */
export const penceOf = (text: string): number =>
  /^[+-]?\d{1,13}(\.\d{0,2}0*)?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN;

/** A C invoice takes goods back. */
export const isCancellation = ({ invoice }: Row): boolean => /^c/i.test(invoice);

const isWithin = (value: number, max: number): boolean => value >= 1 && value <= max;
const noArticle = /^(POST|DOT|D|M|S|B|C2|C3|CRUK|AMAZONFEE|ADJUST2?|BANK.CHARGES|gift.*|test.*)$/i;
const { quantityMax, priceMax, customerIdLength } = limits;

type Refusal = [reason: string, words: string, applies: (row: Row) => boolean];
/** Why a row is no line of an order, by itself: the first that applies. */
const refusals: Refusal[] = [
  ['malformed-row', 'not as many fields as the header', ({ isWhole }) => !isWhole],
  [
    'unknown-invoice-kind',
    'the invoice number is neither digits nor C and digits (A… adjusts bad debt)',
    ({ invoice }) => !/^c?\d+$/i.test(invoice),
  ],
  [
    'no-article',
    'postage, fees, discounts, vouchers, tests: POST, DOT, D, M, BANK CHARGES, gift_…, TEST…',
    ({ stockCode }) => noArticle.test(stockCode),
  ],
  [
    'invalid-sku',
    'the API does not take the code',
    ({ stockCode }) => !skuShape.safeParse(stockCode).success,
  ],
  [
    'invalid-quantity',
    `not from 1 to ${quantityMax}; in a C invoice: not from -1 to -${quantityMax}`,
    (row) => !isWithin(isCancellation(row) ? -row.units : row.units, quantityMax),
  ],
  ['invalid-price', `not from 1 to ${priceMax} pence`, ({ pence }) => !isWithin(pence, priceMax)],
  [
    'invalid-customer',
    `a customer id of more than ${customerIdLength} characters`,
    ({ customer }) => [...customer].length > customerIdLength || !customer.isWellFormed(),
  ],
];

/** All reasons, and what the help says of each; the last one is of an invoice as a whole. */
export const reasons: readonly (readonly [reason: string, words: string])[] = [
  ...refusals.map(([reason, words]) => [reason, words] as const),
  ['invoice-too-large', `its invoice has more than ${limits.orderLinesMax} lines`],
];

export const refusalOf = (row: Row): string | undefined =>
  refusals.find(([, , applies]) => applies(row))?.[0];
