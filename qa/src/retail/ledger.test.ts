/** What of a file is ordered, what takes an order back, and what is refused. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { limits } from '../../../apps/order/src/limits.ts';
import { customerIdOf, type Ledger, ledgerOf } from './ledger.ts';
import { readFiles, readRows } from './rows.ts';

const messy = fileURLToPath(new URL('../../fixtures/messy.csv', import.meta.url));
const messyLedger = (limit?: number) => ledgerOf(readFiles([messy]), limit);
const reasonsOf = ({ refused }: Ledger) => {
  const byReason = Map.groupBy(refused, ({ reason }) => reason);
  return Object.fromEntries([...byReason].map(([reason, own]) => [reason, own.length]));
};

test('every line of the messy file is accepted or refused for one reason', () => {
  const ledger = messyLedger();
  expect(ledger).toMatchObject({ linesRead: 39, invoicesRead: 19 });
  expect(ledger.invoices.flatMap(({ lines }) => lines)).toHaveLength(21);
  expect(reasonsOf(ledger)).toEqual({
    'malformed-row': 1,
    'unknown-invoice-kind': 1,
    'no-article': 7,
    'invalid-sku': 1,
    'invalid-quantity': 5,
    'invalid-price': 3,
  });
});

test('an invoice is one order, with its lines as they stand, of its customer or of a guest', () => {
  const [, twice, , guest] = messyLedger().invoices;
  expect(twice).toMatchObject({
    number: '900002',
    customer: '17850',
    lines: [
      { sku: 'QA101A', quantity: 3 },
      { sku: 'QA101A', quantity: 2 },
    ],
  });
  expect(customerIdOf(guest!)).toBe('guest-900004');
});

test('the catalog has the first positive price and the name beside it, case-sensitive', () => {
  expect(messyLedger().products).toEqual([
    { sku: 'QA101A', name: 'BLUE TIN MUG', pence: 255 },
    { sku: 'QA102', name: 'TRAY, BREAKFAST IN BED', pence: 1275 },
    { sku: 'QA103', name: 'RECORD FRAME 7" SINGLE SIZE', pence: 210 },
    { sku: 'QA101a', name: 'BLUE TIN MUG IN A BOX', pence: 115 },
    { sku: 'QA104', name: 'QA104', pence: 42 },
    { sku: 'QA105', name: 'POPULAR LIGHTS £5', pence: 85 },
    { sku: 'QA106', name: 'BIG BOWL', pence: 495 },
    { sku: 'QA107', name: 'SMALL VASE', pence: 350 },
    { sku: 'QA110', name: 'TWO LINES IN ONE NAME', pence: 105 },
  ]);
});

test('a limit counts invoices, and nothing beyond them', () => {
  const { linesRead, invoices, products } = messyLedger(3);
  expect(linesRead).toBe(7);
  expect(invoices.map(({ number }) => number)).toEqual(['900001', '900002', 'C900003']);
  expect(products.map(({ sku }) => sku)).toEqual(['QA101A', 'QA102', 'QA103']);
});

/** `invoice,code,quantity,customer` */
function ledgerOfLines(...lines: string[]): Ledger {
  const rows = readRows(
    'a.csv',
    [
      'InvoiceNo,StockCode,Quantity,CustomerID,Description,UnitPrice',
      ...lines.map((one) => `${one},X,1`),
    ].join('\n'),
  );
  return ledgerOf([{ path: 'a.csv', digest: 'a', rows }]);
}

test('an invoice of more lines than an order takes is refused whole', () => {
  const lines = (count: number) => Array<string>(count).fill('1,MUG,1,ann');
  expect(ledgerOfLines(...lines(limits.orderLinesMax)).invoices).toHaveLength(1);
  const tooLarge = ledgerOfLines(...lines(limits.orderLinesMax + 1));
  expect(tooLarge.invoices).toEqual([]);
  expect(reasonsOf(tooLarge)).toEqual({ 'invoice-too-large': limits.orderLinesMax + 1 });
});

test('a C invoice takes back the latest earlier order of its customer with the same units, each once', () => {
  const order = (n: number, customer = 'ann') => [`${n},MUG,2,${customer}`, `${n},BOWL,1,${customer}`];
  const back = (n: number, customer = 'ann') => [`C${n},BOWL,-1,${customer}`, `C${n},MUG,-2,${customer}`];
  const { invoices } = ledgerOfLines(
    ...[...order(1), ...order(2), ...back(3, 'bob'), 'C4,MUG,-2,ann', ...back(5), ...back(6), ...back(7)],
    ...[...order(8), ...order(9, ''), ...back(10, '')],
  );
  const found = invoices.map(({ number, takesBack }) => [number, takesBack?.number]);
  expect(found.filter(([, takesBack]) => takesBack)).toEqual([
    ['C5', '2'],
    ['C6', '1'],
  ]);
});
