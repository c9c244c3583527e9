/** Amounts in the sentences that say why. */
import { decimalsOf } from '@quickmart/contracts/currencies';

/** `1999` in EUR: `19.99 EUR`. */
export function moneyText(amount: number, currency: string): string {
  const decimals = decimalsOf(currency) ?? 0;
  const digits = String(amount).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`} ${currency}`;
}

/** For people; UTC. */
export const timeText = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString());
export const percentText = (percent: number): string => `${percent} %`;
export const unitsText = (count: number): string => (count === 1 ? '1 unit' : `${count} units`);
