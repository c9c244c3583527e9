import { expect, test } from 'vitest';
import { type Invoice, matchCancellations, type OrderLine } from './ledger.ts';

const file = { path: 'a.csv', digest: 'a', rows: [] };
const invoice = (number: string, customer: string | undefined, units: Record<string, number>): Invoice => {
  const lines: OrderLine[] = Object.entries(units).map(([sku, quantity]) => ({ sku, quantity }));
  const invoice: Invoice = { number, file, customer, lines };
  return number.startsWith('C') ? { ...invoice, cancels: 'unmatched' } : invoice;
};
/** What became of every cancellation: the number of the order it takes back, or the kind of match. */
const outcomes = (...invoices: Invoice[]) => {
  matchCancellations(invoices);
  return invoices.flatMap(({ cancels, takesBack }) => (cancels ? [takesBack?.number ?? cancels] : []));
};

test('the latest earlier order with the same units is taken back, each once', () => {
  const [first, second] = [invoice('1', 'ann', { mug: 2 }), invoice('2', 'ann', { mug: 2 })];
  const c = (number: string) => invoice(number, 'ann', { mug: 2 });
  expect(outcomes(first, second, c('C3'), c('C4'), c('C5'))).toEqual(['2', '1', 'unmatched']);
});

test('lines of one SKU are summed, in any order', () => {
  const order = invoice('1', 'ann', {});
  order.lines = [
    { sku: 'mug', quantity: 3 },
    { sku: 'bowl', quantity: 1 },
    { sku: 'mug', quantity: 2 },
  ];
  expect(outcomes(order, invoice('C2', 'ann', { bowl: 1, mug: 5 }))).toEqual(['1']);
});

test('fewer units, more units, or a part of the SKUs is partial', () => {
  const order = invoice('1', 'ann', { mug: 2, bowl: 1 });
  expect(outcomes(order, invoice('C2', 'ann', { mug: 2 }))).toEqual(['partial']);
  expect(outcomes(order, invoice('C2', 'ann', { mug: 1, bowl: 1 }))).toEqual(['partial']);
  expect(outcomes(order, invoice('C2', 'ann', { mug: 9, bowl: 9, lamp: 1 }))).toEqual(['partial']);
});

test('another customer, a later order, a guest: unmatched', () => {
  const units = { mug: 2 };
  expect(outcomes(invoice('1', 'ann', units), invoice('C2', 'bob', units))).toEqual(['unmatched']);
  expect(outcomes(invoice('C1', 'ann', units), invoice('2', 'ann', units))).toEqual(['unmatched']);
  expect(outcomes(invoice('1', undefined, units), invoice('C2', undefined, units))).toEqual(['unmatched']);
});
