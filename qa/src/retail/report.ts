/** What a run found: one object for machines, the same as text for people. Pure. */
import type { Reconciliation, Stock } from './books.ts';
import type { Ledger } from './ledger.ts';
import { pricesIn } from './prices.ts';
import { reasons } from './rows.ts';
import type { Placed } from './trade.ts';

export type Traded = { created: number; placed: readonly Placed[]; stock: Reconciliation };
export type Report = ReturnType<typeof ledgerReport> & {
  run?: string;
  result?: ReturnType<typeof runReport>;
  ok: boolean;
};

export function reportOf(ledger: Ledger, run?: string, traded?: Traded): Report {
  const figures = ledgerReport(ledger);
  if (run === undefined || traded === undefined) return { ...figures, ok: true };
  const result = runReport(ledger, traded);
  const { differences, undetermined } = result.stock;
  const wrong = [...differences, ...undetermined, ...result.problems, ...(result.prices?.faults ?? [])];
  const ok = wrong.length === 0;
  return { run, ...figures, result, ok };
}

function ledgerReport({ linesRead, invoicesRead, invoices, products, refused }: Ledger) {
  const orders = invoices.filter(({ cancels }) => cancels === undefined);
  const count = (kind: string) => invoices.filter(({ cancels }) => cancels === kind).length;
  const acceptedInOrders = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const accepted = linesRead - refused.length;
  return {
    lines: {
      read: linesRead,
      accepted,
      acceptedInOrders,
      acceptedInCancellations: accepted - acceptedInOrders,
      refused: refused.length,
      /** In the order of the table of reasons, each with its first line as an example. */
      refusedByReason: reasons.flatMap(([reason]) => {
        const own = refused.filter((one) => one.reason === reason);
        return own[0] ? [{ reason, lines: own.length, first: own[0] }] : [];
      }),
    },
    products: products.length,
    invoices: {
      read: invoicesRead,
      withoutAcceptedLine: invoicesRead - invoices.length,
      orders: orders.length,
      ofGuests: orders.filter(({ customer }) => customer === undefined).length,
      linesMax: orders.reduce((max, { lines }) => Math.max(max, lines.length), 0),
      cancellations: { whole: count('whole'), partial: count('partial'), unmatched: count('unmatched') },
    },
  };
}

function runReport({ invoices, products }: Ledger, { created, placed, stock }: Traded) {
  const count = (wanted: Placed['kind']) => placed.filter(({ kind }) => kind === wanted).length;
  return {
    catalog: { created, existing: products.length - created },
    orders: {
      placed: placed.length,
      confirmed: count('confirmed'),
      cancelledByShortage: count('shortage'),
      cancelledByInvoice: count('taken-back'),
      /** C invoices whose order had ended already, e.g. by a shortage: nothing was left to take back. */
      cancellationsTooLate: invoices.filter(({ takesBack }) => takesBack).length - count('taken-back'),
      cancelledOtherwise: count('cancelled'),
      refused: count('refused'),
      unknown: count('unknown'),
    },
    problems: placed.flatMap(({ invoice: { number, file }, kind, detail }) =>
      kind === 'refused' || kind === 'unknown' ? [{ invoice: number, file: file.path, kind, detail }] : [],
    ),
    /** Null where the run had no taxes and no shipping. */
    prices: placed.some(({ price }) => price) ? pricesIn(placed) : null,
    stock,
  };
}

export function textOf({ run, lines, products, invoices, result }: Report): string {
  const { whole, partial, unmatched } = invoices.cancellations;
  return [
    ...(run === undefined ? [] : [`run ${run}`]),
    `lines      ${lines.read} read, ${lines.accepted} accepted (${lines.acceptedInOrders} in orders, ${lines.acceptedInCancellations} in C invoices), ${lines.refused} refused`,
    ...lines.refusedByReason.map(
      ({ reason, lines: count, first }) =>
        `  ${String(count).padStart(6)} ${reason.padEnd(22)} first ${first.file}:${first.line} ${first.stockCode}`,
    ),
    `products   ${products}`,
    `invoices   ${invoices.read} read: ${invoices.orders} orders (${invoices.ofGuests} of guests, the longest has ${invoices.linesMax} lines), ${whole + partial + unmatched} C invoices, ${invoices.withoutAcceptedLine} without an accepted line`,
    `C invoices ${whole} take an order back whole, ${partial} in part (no effect), ${unmatched} unmatched (no effect)`,
    ...(result ? textOfRun(result) : ['dry run: nothing was sent']),
  ].join('\n');
}

function textOfRun({ catalog, orders, problems, prices, stock }: NonNullable<Report['result']>): string[] {
  return [
    `catalog    ${catalog.created} created, ${catalog.existing} there already`,
    `orders     ${orders.placed} placed: ${orders.confirmed} confirmed, ${orders.cancelledByShortage} cancelled by shortage, ${orders.cancelledByInvoice} by C invoice (${orders.cancellationsTooLate} came too late: nothing was left to take back), ${orders.cancelledOtherwise} otherwise, ${orders.refused} refused, ${orders.unknown} of unknown outcome`,
    ...problems.map(({ invoice, kind, detail }) => `  ${kind} ${invoice}: ${detail}`),
    ...(prices ? textOfPrices(prices) : []),
    `stock      ${stock.products} products compared, ${stock.unitsHeld} units held by confirmed orders, ${stock.differences.length} differ, ${stock.undetermined.length} undetermined`,
    ...stock.differences.map(
      ({ sku, expected, actual }) => `  ${sku}: expected ${textOfStock(expected)}, is ${textOfStock(actual)}`,
    ),
    ...(stock.undetermined.length > 0 ? [`  undetermined: ${stock.undetermined.join(' ')}`] : []),
  ];
}

const pounds = (pence: number): string => (pence / 100).toFixed(2);
const textOfPrices = ({ orders, goods, shipping, tax, total, faults }: ReturnType<typeof pricesIn>) => [
  `prices     ${orders} orders: £${pounds(goods)} goods, £${pounds(shipping)} shipping, £${pounds(tax)} tax, £${pounds(total)} in all; ${faults.length} totals are wrong`,
  ...faults.map(({ invoice, what }) => `  ${invoice}: ${what}`),
];

const textOfStock = (stock: Stock | undefined): string =>
  stock ? `${stock.onHand} on hand, ${stock.reserved} reserved, ${stock.available} available` : 'no stock';
