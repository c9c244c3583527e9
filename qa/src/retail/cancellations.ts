/**
 * Which order a C invoice takes back. Decided from the files alone, before anything is placed: so that it does not
 * depend on what the services answered, and a resumed run decides the same.
 *
 * whole: the same customer's latest earlier order, not taken back yet, with just these units of every SKU.
 * partial: no such order, but an earlier one of this customer has a SKU of it. It changes nothing.
 * unmatched: neither, or no customer: the goods were bought before these files begin.
 */
import { type Invoice, unitsOf } from './parse.ts';

export type Match = { kind: 'whole'; order: Invoice } | { kind: 'partial' } | { kind: 'unmatched' };

/** A match for every cancellation. */
export function matchCancellations(invoices: readonly Invoice[]): Map<Invoice, Match> {
  const ordersByCustomer = new Map<string, Invoice[]>();
  const matches = new Map<Invoice, Match>();
  for (const invoice of invoices) {
    const orders = invoice.customer === undefined ? [] : (ordersByCustomer.get(invoice.customer) ?? []);
    if (invoice.kind === 'cancellation') {
      const match = matchOf(invoice, orders);
      if (match.kind === 'whole') orders.splice(orders.indexOf(match.order), 1);
      matches.set(invoice, match);
    } else if (invoice.customer !== undefined) {
      ordersByCustomer.set(invoice.customer, [...orders, invoice]);
    }
  }
  return matches;
}

function matchOf(cancellation: Invoice, orders: readonly Invoice[]): Match {
  const units = unitsOf(cancellation.lines);
  const order = orders.findLast(({ lines }) => sameUnits(unitsOf(lines), units));
  if (order) return { kind: 'whole', order };
  const touches = orders.some(({ lines }) => lines.some(({ sku }) => units.has(sku)));
  return { kind: touches ? 'partial' : 'unmatched' };
}

function sameUnits(a: Map<string, number>, b: Map<string, number>): boolean {
  return a.size === b.size && [...a].every(([sku, units]) => b.get(sku) === units);
}
