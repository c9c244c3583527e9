/** Rows as they are read, whatever the file looks like, and why one is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { limits } from '../../../apps/order/src/limits.ts';
import { penceOf, readFiles, readRows, refusalOf } from './rows.ts';

test.each([
  ['536365,85123A,HOLDER,6,2.55,17850', undefined],
  ['C536365,85123A,HOLDER,-6,2.55,17850', undefined],
  ['536365,85123A,HOLDER,6', 'malformed-row'],
  ['A536365,85123A,HOLDER,6,2.55,17850', 'unknown-invoice-kind'],
  ['536365,POST,POSTAGE,-1,0,17850', 'no-article'],
  ['536365,m,Manual,1,2.55,17850', 'no-article'],
  ['536365,85 123,HOLDER,1,2.55,17850', 'invalid-sku'],
  ['536365,85123A,HOLDER,1e3,2.55,17850', 'invalid-quantity'],
  ['536365,85123A,HOLDER,-1,2.55,17850', 'invalid-quantity'],
  ['536365,85123A,HOLDER,1,10000000.01,17850', 'invalid-price'],
  [`536365,85123A,HOLDER,1,2.55,${'x'.repeat(65)}`, 'invalid-customer'],
])('%s: %s', (line, reason) => {
  const header = 'InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID';
  expect(readRows('a.csv', `${header}\n${line}`).map(refusalOf)).toEqual([reason]);
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

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-retail-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.csv'), content);
  return join(folder, 'a.csv');
}

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
  const read = { invoice: '489434', stockCode: '85048', description: 'LIGHTS £5', units: 12, pence: 695 };
  for (const [encoding, content] of Object.entries(bytes))
    expect(readFiles([fileOf(content)])[0]!.rows, encoding).toMatchObject([{ ...read, customer: '13085' }]);
});

test.each<[string, string | Buffer]>([
  ['is empty', ''],
  ['is not in the Online Retail format: no column invoiceno', 'a,b\n1,2'],
  ['is not CSV', 'InvoiceNo,"StockCode\n1,2'],
  ['is compressed', gzipSync('a')],
  ['is compressed', 'PK\x03\x04'],
  ['is not in the Online Retail format: no column invoiceno', 'PK,name'],
  ['is not UTF-16LE', Buffer.from([0xff, 0xfe, 0x61])],
])('what is not this format is refused, with its name: %s', (words, content) => {
  const path = fileOf(content);
  expect(() => readFiles([path])).toThrow(`${path} ${words}`);
});

test('a file that is not there, or there twice, is refused', () => {
  expect(() => readFiles(['/nowhere.csv'])).toThrow('/nowhere.csv cannot be read');
  const header = 'Invoice,StockCode,Description,Quantity,Price,Customer ID';
  expect(() => readFiles([fileOf(header), fileOf(header)])).toThrow('give every file once');
});
