import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../apps/order/src/limits.ts';
import { decodeOldText } from '../text-file.ts';
import { customerIdOf, type Ledger, ledgerOf } from './ledger.ts';
import { penceOf, type Row, readFiles, readRows, refusalOf } from './rows.ts';

const messy = fileURLToPath(new URL('../../fixtures/messy.csv', import.meta.url));
const messyLedger = (limit?: number) => ledgerOf(readFiles([messy]), limit);
type Cells = Partial<Record<'invoice' | 'code' | 'name' | 'quantity' | 'price' | 'customer', string>>;
const row = (cells: Cells): Row => {
  const { invoice, code, name, quantity, price, customer } = {
    invoice: '536365',
    code: '85123A',
    name: 'HOLDER',
    quantity: '6',
    price: '2.55',
    customer: '17850.0',
    ...cells,
  };
  const header = 'InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID';
  return readRows('a.csv', [header, [invoice, code, name, quantity, price, customer].join()].join('\n'))[0]!;
};
const ledgerOfRows = (...rows: Row[]) => ledgerOf([{ path: 'a.csv', digest: 'a', rows }]);
const reasonsOf = ({ refused }: Ledger) => {
  const counts: Record<string, number> = {};
  for (const { reason } of refused) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

test('every line of the messy file is accepted or refused for one reason', () => {
  const ledger = messyLedger();
  expect(ledger.linesRead).toBe(39);
  expect(ledger.invoicesRead).toBe(19);
  expect(ledger.invoices.flatMap(({ lines }) => lines)).toHaveLength(20);
  expect(reasonsOf(ledger)).toEqual({
    'malformed-row': 1,
    'unknown-invoice-kind': 1,
    'service-code': 5,
    'gift-voucher': 1,
    'test-code': 1,
    'invalid-sku': 1,
    'invalid-quantity': 1,
    'zero-quantity': 1,
    'negative-quantity': 1,
    'positive-cancellation': 1,
    'quantity-too-large': 1,
    'invalid-price': 1,
    'zero-price': 1,
    'negative-price': 1,
    'customer-differs': 1,
  });
});

test('an invoice is one order, with its lines as they stand', () => {
  const { invoices } = messyLedger();
  expect(invoices[0]).toMatchObject({
    number: '900001',
    customer: '17850',
    lines: [
      { sku: 'QA101A', quantity: 6 },
      { sku: 'QA102', quantity: 2 },
      { sku: 'QA103', quantity: 4 },
    ],
  });
  const [, twice] = invoices;
  expect(twice?.lines, 'the same SKU twice is two lines').toEqual([
    { sku: 'QA101A', quantity: 3 },
    { sku: 'QA101A', quantity: 2 },
  ]);
});

test('the catalog has the first positive price and the name beside it, case-sensitive', () => {
  const { products } = messyLedger();
  expect(products).toEqual([
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

test('a sale without a customer is sold to a guest of its own', () => {
  const { invoices } = messyLedger();
  const guest = invoices.find(({ number }) => number === '900004');
  expect(guest && customerIdOf(guest)).toBe('guest-900004');
});

test('a limit counts invoices, and nothing beyond them', () => {
  const ledger = messyLedger(3);
  expect(ledger).toMatchObject({ linesRead: 7, invoicesRead: 3 });
  expect(ledger.invoices.map(({ number }) => number)).toEqual(['900001', '900002', 'C900003']);
  expect(ledger.products.map(({ sku }) => sku)).toEqual(['QA101A', 'QA102', 'QA103']);
});

test('an invoice of more lines than an order takes is refused whole', () => {
  const rows = (count: number) => Array.from({ length: count }, () => row({}));
  expect(ledgerOfRows(...rows(limits.orderLinesMax)).invoices).toHaveLength(1);
  const tooLarge = ledgerOfRows(...rows(limits.orderLinesMax + 1));
  expect(tooLarge.invoices).toEqual([]);
  expect(reasonsOf(tooLarge)).toEqual({ 'invoice-too-large': limits.orderLinesMax + 1 });
});

test.each([
  [{ price: '10000000.01' }, 'price-too-large'],
  [{ customer: 'x'.repeat(65) }, 'invalid-customer'],
  [{ quantity: '1e3' }, 'invalid-quantity'],
  [{ code: 'm' }, 'service-code'],
  [{ invoice: '' }, 'unknown-invoice-kind'],
  [{ code: 'POST', quantity: '-1', price: '0' }, 'service-code'],
] as const)('%o is refused as %s', (cells, reason) => {
  expect(refusalOf(row(cells))).toBe(reason);
});

test('a price keeps every penny', () => {
  const pence = fc.integer({ min: 1, max: limits.priceMax });
  fc.assert(
    fc.property(pence, (amount) => {
      const text = `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
      expect(penceOf(text)).toBe(amount);
      expect(penceOf(text.replace(/\.?0+$/, '')), 'as a spreadsheet writes it').toBe(amount);
    }),
    { seed: Number(process.env.SEED) },
  );
  expect([penceOf('1.15'), penceOf('569.77'), penceOf('2.5500')]).toEqual([115, 56977, 255]);
  expect([penceOf('0.001'), penceOf('2,55'), penceOf('')]).toEqual(Array(3).fill(Number.NaN));
});

test('other encodings, line ends and header spellings read the same', () => {
  const header = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
  const text = `${header}\r\n489434,85048,LIGHTS £5,12,01/12/2009 07:45,6.95,13085,United Kingdom\r\n`;
  const bytes = {
    'utf-8': Buffer.from(text),
    bom: Buffer.from(`\ufeff${text}`),
    'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf-16be': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'windows-1252': Buffer.from(text, 'latin1'),
  };
  for (const [encoding, file] of Object.entries(bytes)) {
    expect(readRows('a.csv', decodeOldText('a.csv', file)), encoding).toEqual([
      row({
        invoice: '489434',
        code: '85048',
        name: 'LIGHTS £5',
        quantity: '12',
        price: '6.95',
        customer: '13085',
      }),
    ]);
  }
});

test('what is not this format is refused with its name', () => {
  expect(() => readRows('a.csv', '')).toThrow('a.csv is empty');
  expect(() => readRows('a.csv', 'a,b\n1,2')).toThrow('no column invoiceno');
  expect(() => readRows('a.csv', 'InvoiceNo,"StockCode\n1,2')).toThrow('a.csv is not CSV');
  expect(() => readFiles(['/nowhere.csv'])).toThrow('/nowhere.csv cannot be read');
  expect(() => readFiles([messy, messy])).toThrow('give every file once');
  const mixed = Buffer.concat([Buffer.from('é\n\n'), Buffer.from('é', 'latin1')]);
  expect(() => decodeOldText('a.csv', mixed)).toThrow('a.csv is not UTF-8, line 3');
  expect(() => decodeOldText('a.csv', gzipSync('a'))).toThrow('a.csv is compressed');
  expect(() => decodeOldText('a.csv', Buffer.from('PK\x03\x04'))).toThrow('a.csv is compressed');
  expect(decodeOldText('a.csv', Buffer.from('PK,name'))).toBe('PK,name');
  expect(() => decodeOldText('a.csv', Buffer.from([0xff, 0xfe, 0x61]))).toThrow('a.csv is not UTF-16LE');
});
