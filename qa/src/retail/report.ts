/** What a run found: one object for machines, the same as text for people. Pure. */
import { matchCancellations } from './cancellations.ts';
import { type RefusalReason, refusalReasons } from './line.ts';
import type { Outcome } from './orders.ts';
import type { Ledger, RefusedLine } from './parse.ts';
import type { Stock } from './reconcile.ts';
import type { RunResult } from './run.ts';

export type Report = ReturnType<typeof ledgerReport> & {
  run?: string;
  result?: ReturnType<typeof runReport>;
  ok: boolean;
};

export function reportOf(ledger: Ledger, run?: string, result?: RunResult): Report {
  const figures = ledgerReport(ledger);
  if (run === undefined || result === undefined) return { ...figures, ok: true };
  const outcome = runReport(result, figures.invoices.cancellations.whole);
  const { differences, undetermined } = outcome.stock;
  const ok = differences.length === 0 && undetermined.length === 0 && outcome.problems.length === 0;
  return { run, ...figures, result: outcome, ok };
}

function ledgerReport({ linesRead, invoicesRead, invoices, products, refused }: Ledger) {
  const orders = invoices.filter(({ kind }) => kind === 'sale');
  const matches = [...matchCancellations(invoices).values()];
  const linesOf = (kind: string) =>
    invoices.reduce((sum, invoice) => sum + (invoice.kind === kind ? invoice.lines.length : 0), 0);
  return {
    lines: {
      read: linesRead,
      accepted: linesRead - refused.length,
      acceptedInOrders: linesOf('sale'),
      acceptedInCancellations: linesOf('cancellation'),
      refused: refused.length,
      refusedByReason: byReason(refused),
    },
    products: products.length,
    invoices: {
      read: invoicesRead,
      withoutAcceptedLine: invoicesRead - invoices.length,
      orders: orders.length,
      ofGuests: orders.filter(({ customer }) => customer === undefined).length,
      linesMax: orders.reduce((max, { lines }) => Math.max(max, lines.length), 0),
      cancellations: {
        whole: matches.filter(({ kind }) => kind === 'whole').length,
        partial: matches.filter(({ kind }) => kind === 'partial').length,
        unmatched: matches.filter(({ kind }) => kind === 'unmatched').length,
      },
    },
  };
}

/** In the order of the table of reasons, each with its first line as an example. */
function byReason(refused: readonly RefusedLine[]) {
  const reasons = Object.keys(refusalReasons) as RefusalReason[];
  return reasons.flatMap((reason) => {
    const [first, ...more] = refused.filter((one) => one.reason === reason);
    return first ? [{ reason, lines: 1 + more.length, first }] : [];
  });
}

function runReport({ imported, orders, reconciliation }: RunResult, cancellationsWhole: number) {
  const count = (kind: Outcome['kind']) => orders.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    catalog: { created: imported.created, existing: imported.existing },
    orders: {
      placed: orders.length,
      confirmed: count('confirmed'),
      cancelledByShortage: count('shortage'),
      cancelledByInvoice: count('taken-back'),
      /** C invoices whose order had ended already, e.g. by a shortage: nothing was left to take back. */
      cancellationsTooLate: cancellationsWhole - count('taken-back'),
      cancelledOtherwise: count('cancelled'),
      refused: count('refused'),
      unknown: count('unknown'),
    },
    problems: orders.flatMap(({ invoice, outcome }) =>
      outcome.kind === 'refused' || outcome.kind === 'unknown'
        ? [{ invoice: invoice.number, file: invoice.file.path, kind: outcome.kind, detail: outcome.detail }]
        : [],
    ),
    stock: reconciliation,
  };
}

export function textOf(report: Report): string {
  return [
    ...ledgerText(report),
    ...(report.result ? runText(report.result) : ['dry run: nothing was sent']),
  ].join('\n');
}

function ledgerText({ run, lines, products, invoices }: Report): string[] {
  const { whole, partial, unmatched } = invoices.cancellations;
  return [
    ...(run === undefined ? [] : [`run ${run}`]),
    `lines      ${lines.read} read, ${lines.accepted} accepted (${lines.acceptedInOrders} in orders, ` +
      `${lines.acceptedInCancellations} in C invoices), ${lines.refused} refused`,
    ...lines.refusedByReason.map(
      ({ reason, lines: count, first }) =>
        `  ${String(count).padStart(6)} ${reason.padEnd(22)} first ${first.file}:${first.line} ${first.stockCode}`,
    ),
    `products   ${products}`,
    `invoices   ${invoices.read} read: ${invoices.orders} orders (${invoices.ofGuests} of guests, the longest has ` +
      `${invoices.linesMax} lines), ${whole + partial + unmatched} C invoices, ` +
      `${invoices.withoutAcceptedLine} without an accepted line`,
    `C invoices ${whole} take an order back whole, ${partial} in part (no effect), ${unmatched} unmatched (no effect)`,
  ];
}

function runText({ catalog, orders, problems, stock }: NonNullable<Report['result']>): string[] {
  return [
    `catalog    ${catalog.created} created, ${catalog.existing} there already`,
    `orders     ${orders.placed} placed: ${orders.confirmed} confirmed, ${orders.cancelledByShortage} cancelled by ` +
      `shortage, ${orders.cancelledByInvoice} by C invoice (${orders.cancellationsTooLate} came too late: nothing was ` +
      `left to take back), ${orders.cancelledOtherwise} otherwise, ` +
      `${orders.refused} refused, ${orders.unknown} of unknown outcome`,
    ...problems.map(({ invoice, kind, detail }) => `  ${kind} ${invoice}: ${detail}`),
    `stock      ${stock.products} products compared, ${stock.unitsHeld} units held by confirmed orders, ` +
      `${stock.differences.length} differ, ${stock.undetermined.length} undetermined`,
    ...stock.differences.map(
      ({ sku, before, expected, actual }) =>
        `  ${sku}: expected ${stockText(expected)}, is ${stockText(actual)}, was ${stockText(before)}`,
    ),
    ...(stock.undetermined.length > 0 ? [`  undetermined: ${stock.undetermined.join(' ')}`] : []),
  ];
}

function stockText(stock: Stock | undefined): string {
  return stock
    ? `${stock.onHand} on hand, ${stock.reserved} reserved, ${stock.available} available`
    : 'no stock';
}
