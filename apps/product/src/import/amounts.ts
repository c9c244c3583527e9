/** Prices of other shops' files: in major units, with or without decimals and separators of thousands. */
import { decimalsOf } from '@quickmart/contracts/currencies';

export type Read = { amount: number } | { fault: string };

/** `1,299.00` → 129900 for EUR, 1299 for JPY. */
export function minorUnits(text: string, currency: string): Read {
  const decimals = decimalsOf(currency) ?? 2;
  const plain = plainNumber(text);
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === '') return { fault: `the price ${text.slice(0, 40)} cannot be read` };
  const [kept, rest] = [fraction.slice(0, decimals), fraction.slice(decimals)];
  if (/[1-9]/.test(rest))
    return {
      fault: `the price ${text.slice(0, 40)} has more decimals than ${currency}, which has ${decimals}`,
    };
  const amount = Number(whole + kept.padEnd(decimals, '0'));
  return Number.isSafeInteger(amount) ? { amount } : { fault: `the price ${text.slice(0, 40)} is too large` };
}

/**
 * The last of two different separators is the decimal one. A comma alone before three digits stands for thousands, as in
 * `1,299`; a point alone is always the decimal one.
 */
function plainNumber(text: string): string {
  const compact = text.replaceAll(/[\s\u00a0'’]/g, '');
  const [comma, point] = [compact.lastIndexOf(','), compact.lastIndexOf('.')];
  if (comma > point && point >= 0) return /^\d{1,3}(\.\d{3})+,\d+$/.test(compact) ? swapped(compact) : '';
  if (comma >= 0 && point >= 0) return /^\d{1,3}(,\d{3})+\.\d*$/.test(compact) ? withoutCommas(compact) : '';
  if (comma >= 0)
    return /^\d{1,3}(,\d{3})+$/.test(compact) ? withoutCommas(compact) : compact.replace(',', '.');
  return compact.replace(/^\./, '0.').replace(/\.$/, '');
}

const withoutCommas = (text: string) => text.replaceAll(',', '').replace(/\.$/, '');
const swapped = (text: string) => text.replaceAll('.', '').replace(',', '.');
