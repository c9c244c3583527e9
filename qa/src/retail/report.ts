/** What a run found: one object for machines, the same as text for people. Pure. */
import type { Ledger } from './ledger.ts';
import { reasons } from './rows.ts';
import type { Reconciliation, Stock } from './stock.ts';
import { kinds, type Outcome, type Placed } from './trade.ts';

export type Traded = { created: number; placed: readonly Placed[]; stock: Reconciliation };
type Result = {
  /** Products that were not there before. */
  created: number;
  orders: Record<Outcome['kind'], number>;
  /** What has gone wrong, by the order's invoice. */
  problems: { invoice: string; what: string }[];
  stock: Reconciliation;
};
export type Report = {
  run: string | undefined;
  lines: { read: number; refused: number; byReason: { reason: string; lines: number; first: string }[] };
  products: number;
  invoices: { read: number; orders: number; takeBack: number; withoutEffect: number };
  result: Result | undefined;
  ok: boolean;
};

export function reportOf(ledger: Ledger, run?: string, traded?: Traded): Report {
  const { linesRead, invoicesRead, invoices, products, refused } = ledger;
  const cancellations = invoices.filter(({ isCancellation }) => isCancellation);
  const takeBack = cancellations.filter(({ takesBack }) => takesBack !== undefined).length;
  const result = traded && resultOf(traded);
  return {
    run: traded && run,
    lines: {
      read: linesRead,
      refused: refused.length,
      // Each with its first line as an example.
      byReason: reasons.flatMap(([reason]) => {
        const own = refused.filter((one) => one.reason === reason);
        const [first] = own;
        if (first === undefined) return [];
        return [{ reason, lines: own.length, first: `${first.file}:${first.line} ${first.stockCode}` }];
      }),
    },
    products: products.length,
    invoices: {
      read: invoicesRead,
      orders: invoices.length - cancellations.length,
      takeBack,
      withoutEffect: cancellations.length - takeBack,
    },
    result,
    ok: result === undefined || result.problems.length + result.stock.differences.length === 0,
  };
}

function resultOf({ created, placed, stock }: Traded): Result {
  const count = (wanted: Outcome['kind']) => placed.filter(({ kind }) => kind === wanted).length;
  return {
    created,
    orders: Object.fromEntries(kinds.map((kind) => [kind, count(kind)])) as Result['orders'],
    problems: placed.flatMap((one) => {
      const what = problemOf(one);
      return what === undefined ? [] : [{ invoice: one.invoice.number, what }];
    }),
    stock,
  };
}

function problemOf({ kind, detail, wrongTotal }: Placed): string | undefined {
  if (kind === 'refused' || kind === 'unknown') return `${kind}: ${detail}`;
  return wrongTotal && `its total is wrong: ${wrongTotal}`;
}

export function textOf({ run, lines, products, invoices, result }: Report): string {
  return [
    ...(run === undefined ? [] : [`run ${run}`]),
    `lines     ${lines.read} read, ${lines.refused} refused`,
    ...lines.byReason.map(
      ({ reason, lines, first }) => `  ${String(lines).padStart(6)} ${reason.padEnd(22)} first ${first}`,
    ),
    `invoices  ${invoices.read} read: ${invoices.orders} orders, ${invoices.takeBack} C invoices that take one back, ${invoices.withoutEffect} without effect`,
    `products  ${products}`,
    ...(result ? textOfResult(result) : ['dry run: nothing was sent']),
  ].join('\n');
}

function textOfResult({ created, orders, problems, stock }: Result): string[] {
  const outcomes = Object.entries(orders).map(([kind, count]) => `${count} ${kind}`);
  return [
    `catalog   ${created} products are new`,
    `orders    ${outcomes.join(', ')}`,
    ...problems.map(({ invoice, what }) => `  ${invoice}: ${what}`),
    `stock     ${stock.products} products compared, ${stock.unitsHeld} units held by confirmed orders, ${stock.differences.length} differ`,
    ...stock.differences.map(
      ({ sku, expected, actual }) => `  ${sku}: expected ${textOfStock(expected)}, is ${textOfStock(actual)}`,
    ),
  ];
}

const textOfStock = (stock: Stock | undefined): string =>
  stock ? `${stock.onHand} on hand, ${stock.reserved} reserved, ${stock.available} available` : 'no stock';
