/**
 * Rows → the ledger: what can be ordered, what cancels, and why the rest is refused. Pure.
 *
 * - An invoice is one order, with its lines as they stand: the same SKU twice is two lines.
 * - Its customer is that of its first accepted line. A sale without a customer took its units off the shelf all the
 *   same, so it is sold to a guest of its own (`guest-<invoice>`); `refuseGuests` refuses it instead.
 * - SKUs are what the file has, case-sensitive as in the API: 85123A and 85123a are two products.
 * - A product costs the first positive price that any row has for it, and is called what that row calls it.
 */
import { cut } from '@quickmart/contracts/shapes';
import { limits } from '../../../apps/order/src/limits.ts';
import { type Line, type LineOptions, type RefusalReason, type Row, readLine, readPrice } from './line.ts';

export type SourceFile = { path: string; digest: string; rows: readonly Row[] };
export type CatalogProduct = { sku: string; name: string; pence: number };
export type OrderLine = { sku: string; quantity: number };

/** One invoice. For a cancellation the lines are what it takes back. */
export type Invoice = {
  kind: Line['kind'];
  number: string;
  file: { path: string; digest: string };
  /** undefined: a guest. */
  customer: string | undefined;
  lines: OrderLine[];
};

export type RefusedLine = {
  reason: RefusalReason;
  file: string;
  line: number;
  invoice: string;
  stockCode: string;
};
export type Ledger = {
  linesRead: number;
  invoicesRead: number;
  /** In file order, those without an accepted line left out. */
  invoices: Invoice[];
  products: CatalogProduct[];
  refused: RefusedLine[];
};

/** `invoicesMax`: only the rows of that many invoices, the first ones, count at all. */
export type ParseOptions = LineOptions & { invoicesMax?: number };

type Draft = Invoice & { rows: Row[] };

export function parseLedger(files: readonly SourceFile[], options: ParseOptions): Ledger {
  const selected = firstInvoices(files, options.invoicesMax ?? Number.POSITIVE_INFINITY);
  const refused: RefusedLine[] = [];
  const drafts = selected.flatMap((file) => draftInvoices(file, options, refused));
  const invoices = drafts.filter((draft) => fits(draft, refused)).map(({ rows: _, ...invoice }) => invoice);
  const linesRead = selected.reduce((sum, { rows }) => sum + rows.length, 0);
  const invoicesRead = selected.reduce(
    (sum, { rows }) => sum + new Set(rows.map((row) => row.invoice)).size,
    0,
  );
  return { linesRead, invoicesRead, invoices, products: catalogOf(invoices, selected), refused };
}

/** What the order service knows this invoice's customer by. */
export function customerIdOf(invoice: Invoice): string {
  return invoice.customer ?? `guest-${invoice.number}`;
}

/** Units per SKU, whatever lines they stand on. */
export function unitsOf(lines: readonly OrderLine[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity);
  return units;
}

function firstInvoices(files: readonly SourceFile[], max: number): SourceFile[] {
  const seen = new Set<string>();
  return files.map((file) => ({
    ...file,
    rows: file.rows.filter(({ invoice }) => {
      const key = `${file.digest}/${invoice}`;
      if (!seen.has(key) && seen.size < max) seen.add(key);
      return seen.has(key);
    }),
  }));
}

function draftInvoices(file: SourceFile, options: LineOptions, refused: RefusedLine[]): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const row of file.rows) {
    const line = readLine(row, options);
    const reason = typeof line === 'string' ? line : addLine(drafts, file, row, line);
    if (reason !== undefined) refused.push(refusal(reason, file, row));
  }
  return [...drafts.values()];
}

function addLine(
  drafts: Map<string, Draft>,
  file: SourceFile,
  row: Row,
  line: Line,
): RefusalReason | undefined {
  const { kind, invoice: number, customer, sku, quantity } = line;
  let draft = drafts.get(number);
  if (draft === undefined) {
    draft = { kind, number, file: { path: file.path, digest: file.digest }, customer, lines: [], rows: [] };
    drafts.set(number, draft);
  }
  if (draft.customer !== customer) return 'customer-differs';
  draft.lines.push({ sku, quantity });
  draft.rows.push(row);
  return undefined;
}

function fits(draft: Draft, refused: RefusedLine[]): boolean {
  if (draft.lines.length <= limits.orderLinesMax) return true;
  refused.push(...draft.rows.map((row) => refusal('invoice-too-large', draft.file, row)));
  return false;
}

function refusal(reason: RefusalReason, file: { path: string }, row: Row): RefusedLine {
  return { reason, file: file.path, line: row.line, invoice: row.invoice, stockCode: row.stockCode };
}

function catalogOf(invoices: readonly Invoice[], files: readonly SourceFile[]): CatalogProduct[] {
  const wanted = new Set(invoices.flatMap(({ lines }) => lines.map(({ sku }) => sku)));
  const products = new Map<string, CatalogProduct>();
  for (const { stockCode: sku, description, unitPrice } of files.flatMap(({ rows }) => rows)) {
    const pence = wanted.has(sku) ? readPrice(unitPrice) : 'zero-price';
    if (typeof pence === 'string') continue;
    const product = products.get(sku) ?? { sku, name: '', pence };
    product.name ||= nameOf(description);
    products.set(sku, product);
  }
  return [...products.values()].map((product) => ({ ...product, name: product.name || product.sku }));
}

function nameOf(description: string): string {
  const name = description.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim();
  return cut(name, limits.nameLength).trimEnd();
}
