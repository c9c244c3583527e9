/**
 * Rows → the ledger: what can be ordered, what takes an order back, and why the rest is refused. Pure: a run that is
 * repeated decides the same.
 *
 * - An invoice is one order, with its lines as they stand: the same SKU twice is two lines.
 * - Its customer is that of its first accepted line. A sale without a customer took its units off the shelf all the
 *   same, so it is sold to a guest of its own (`guest-<invoice>`).
 * - SKUs are what the file has, case-sensitive as in the API: 85123A and 85123a are two products.
 * - A product costs the first positive price that any row has for it, and is called what the rows call it.
 */
import { cut } from '@quickmart/contracts/shapes';
import { limits } from '../../../apps/order/src/limits.ts';
import { isCancellation, type RetailFile, type Row, refusalOf } from './rows.ts';

export type OrderLine = { sku: string; quantity: number };
/** `customer` is undefined for a guest. `takesBack`: the order that a C invoice cancels; others of them have no effect. */
export type Invoice = {
  number: string;
  file: RetailFile;
  customer: string | undefined;
  lines: OrderLine[];
  isCancellation: boolean;
  takesBack?: Invoice | undefined;
};
export type Refused = { reason: string; file: string; line: number; invoice: string; stockCode: string };
export type Product = { sku: string; name: string; pence: number };
export type Ledger = {
  linesRead: number;
  invoicesRead: number;
  /** In file order, those without an accepted line left out. */
  invoices: Invoice[];
  products: Product[];
  refused: Refused[];
};

type Entry = { file: RetailFile; row: Row };
const invoiceOf = ({ file, row }: Entry): string => `${file.digest} ${row.invoice.toUpperCase()}`;

/** `limit`: only the rows of that many invoices, the first ones, count at all. */
export function ledgerOf(files: readonly RetailFile[], limit = Number.POSITIVE_INFINITY): Ledger {
  const all = files.flatMap((file) => file.rows.map((row): Entry => ({ file, row })));
  const chosen = new Set([...new Set(all.map(invoiceOf))].slice(0, limit));
  const entries = all.filter((entry) => chosen.has(invoiceOf(entry)));
  const refused: Refused[] = [];
  const refuse = (reason: string, { file, row: { line, invoice, stockCode } }: Entry) =>
    void refused.push({ reason, file: file.path, line, invoice, stockCode });
  const accepted = entries.filter((entry) => {
    const reason = refusalOf(entry.row);
    if (reason !== undefined) refuse(reason, entry);
    return reason === undefined;
  });
  const invoices: Invoice[] = [];
  for (const own of Map.groupBy(accepted, invoiceOf).values()) {
    if (own.length <= limits.orderLinesMax) invoices.push(toInvoice(own));
    else for (const entry of own) refuse('invoice-too-large', entry);
  }
  matchCancellations(invoices);
  const products = catalogOf(invoices, entries);
  return { linesRead: entries.length, invoicesRead: chosen.size, invoices, products, refused };
}

function toInvoice(entries: readonly Entry[]): Invoice {
  const { file, row: first } = entries[0]!;
  return {
    number: first.invoice.toUpperCase(),
    file,
    customer: first.customer || undefined,
    lines: entries.map(({ row }) => ({ sku: row.stockCode, quantity: Math.abs(row.units) })),
    isCancellation: isCancellation(first),
  };
}

/** What the order service knows this invoice's customer by. */
export const customerIdOf = ({ customer, number }: Invoice): string => customer ?? `guest-${number}`;

/** Units per SKU, whatever lines they stand on. */
export function unitsOf(lines: readonly OrderLine[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity);
  return units;
}

/** A C invoice takes back the same customer's latest earlier order with just its units of every SKU, each once. */
function matchCancellations(invoices: readonly Invoice[]): void {
  const standing = new Map<string, Invoice[]>();
  for (const invoice of invoices) {
    if (invoice.customer === undefined) continue;
    const key = JSON.stringify([invoice.customer, [...unitsOf(invoice.lines)].sort()]);
    const same = standing.get(key) ?? [];
    standing.set(key, same);
    if (invoice.isCancellation) invoice.takesBack = same.pop();
    else same.push(invoice);
  }
}

function catalogOf(invoices: readonly Invoice[], entries: readonly Entry[]): Product[] {
  const wanted = new Set(invoices.flatMap(({ lines }) => lines.map(({ sku }) => sku)));
  const products = new Map<string, Product>();
  for (const { stockCode: sku, description, pence } of entries.map(({ row }) => row)) {
    if (!wanted.has(sku) || !(pence > 0 && pence <= limits.priceMax)) continue;
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
