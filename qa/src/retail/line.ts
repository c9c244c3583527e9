/**
 * One row of the Online Retail format: either a line that can be ordered (or cancelled), or a reason why not.
 * The first reason that applies is the one that counts, in the order of `refusalReasons`.
 */
import { sku as skuShape } from '@quickmart/contracts/shapes';
import { limits } from '../../../apps/order/src/limits.ts';

/** A row as the file has it; `malformed` when it has not as many fields as the header. */
export type Row = {
  line: number;
  malformed: boolean;
  invoice: string;
  stockCode: string;
  description: string;
  quantity: string;
  unitPrice: string;
  customer: string;
};

/** Stable codes, each with what the help says of it. */
export const refusalReasons = {
  'malformed-row': 'not as many fields as the header',
  'unknown-invoice-kind': 'the invoice number is neither digits nor C and digits (A… adjusts bad debt)',
  'service-code':
    'no article: postage, discount, manual entry, fees (POST, DOT, D, M, S, B, C2, BANK CHARGES…)',
  'gift-voucher': 'gift_… codes',
  'test-code': 'TEST… codes',
  'invalid-sku': 'a stock code that the API does not take',
  'invalid-quantity': 'not a whole number',
  'zero-quantity': 'nothing was sold',
  'negative-quantity': 'negative outside a C invoice: stock written off',
  'positive-cancellation': 'positive in a C invoice',
  'quantity-too-large': `more than ${limits.quantityMax} in one line`,
  'invalid-price': 'not a whole number of pence',
  'zero-price': 'given away or a stock note, not sold',
  'negative-price': 'an adjustment, not a sale',
  'price-too-large': `more than ${limits.priceMax} pence`,
  'missing-customer': 'no customer id (only with --refuse-guests)',
  'invalid-customer': `a customer id of more than ${limits.customerIdLength} characters`,
  'customer-differs': 'another customer than the first line of its invoice',
  'invoice-too-large': `its invoice has more than ${limits.orderLinesMax} lines`,
} as const;
export type RefusalReason = keyof typeof refusalReasons;

export type Line = {
  kind: 'sale' | 'cancellation';
  invoice: string;
  sku: string;
  /** Always positive, also in a cancellation. */
  quantity: number;
  /** undefined: none given. */
  customer: string | undefined;
};

export type LineOptions = { refuseGuests: boolean };

/** No articles: what the shop books beside them. */
const SERVICE_CODES = new Set('POST DOT D M S B C2 C3 CRUK AMAZONFEE ADJUST ADJUST2 BANK-CHARGES'.split(' '));

export function readLine(row: Row, options: LineOptions): Line | RefusalReason {
  if (row.malformed) return 'malformed-row';
  const [, c, digits] = /^([Cc]?)(\d+)$/.exec(row.invoice) ?? [];
  if (digits === undefined) return 'unknown-invoice-kind';
  const kind = c ? 'cancellation' : 'sale';
  const quantity = readQuantity(row.quantity, kind);
  const price = readPrice(row.unitPrice);
  const refusal =
    refuseCode(row.stockCode) ??
    (typeof quantity === 'string' ? quantity : undefined) ??
    (typeof price === 'string' ? price : undefined) ??
    refuseCustomer(row.customer, options);
  if (refusal !== undefined) return refusal;
  const customer = readCustomer(row.customer);
  return {
    kind,
    invoice: row.invoice.toUpperCase(),
    sku: row.stockCode,
    quantity: quantity as number,
    customer,
  };
}

function refuseCode(code: string): RefusalReason | undefined {
  if (SERVICE_CODES.has(code.toUpperCase().replace(/\s+/g, '-'))) return 'service-code';
  if (/^gift/i.test(code)) return 'gift-voucher';
  if (/^test/i.test(code)) return 'test-code';
  return skuShape.safeParse(code).success ? undefined : 'invalid-sku';
}

function readQuantity(text: string, kind: Line['kind']): number | RefusalReason {
  if (!/^[+-]?\d{1,15}(\.0*)?$/.test(text)) return 'invalid-quantity';
  const quantity = Number(text);
  if (quantity === 0) return 'zero-quantity';
  if (kind === 'sale' && quantity < 0) return 'negative-quantity';
  if (kind === 'cancellation' && quantity > 0) return 'positive-cancellation';
  return Math.abs(quantity) > limits.quantityMax ? 'quantity-too-large' : Math.abs(quantity);
}

/**
 * A decimal price in pence, by its digits: `2.55` → 255, `2.5` → 250. Floating point would make 1.15 × 100 a
 * 114.99999999999999.
 */
export function readPrice(text: string): number | RefusalReason {
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined || !/^\d{0,2}0*$/.test(fraction)) return 'invalid-price';
  const pence = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  if (pence === 0) return 'zero-price';
  if (sign === '-') return 'negative-price';
  return pence > limits.priceMax ? 'price-too-large' : pence;
}

function refuseCustomer(text: string, { refuseGuests }: LineOptions): RefusalReason | undefined {
  if (text === '') return refuseGuests ? 'missing-customer' : undefined;
  return [...text].length > limits.customerIdLength || !text.isWellFormed() ? 'invalid-customer' : undefined;
}

/** `17850.0`, as spreadsheets write it, is customer 17850. */
function readCustomer(text: string): string | undefined {
  return text === '' ? undefined : text.replace(/^(\d+)\.0*$/, '$1');
}
