/** What an import comes to, counted while it runs. */
import { decimalsOf } from '@quickmart/contracts/currencies';
import type { Money } from '@quickmart/contracts/shapes';
import type { ImportResult, ImportSummary } from './api.ts';

type Prices = { count: number; low: number; lowest: number; highest: number };

/** Below this a price is a low one, in major units. Of a shop that sells in euros, few are. */
const lowBelow = 5;
/** Of how many low prices it takes to be told, and which share of all. */
const suspicious = { countMin: 2, share: 0.5 };

export class Tally {
  #counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  #prices = new Map<string, Prices>();
  #isCut = false;

  /** A price that was taken, or would be. */
  price({ amount, currency }: Money): void {
    const known = this.#prices.get(currency) ?? { count: 0, low: 0, lowest: amount, highest: amount };
    const isLow = amount < lowBelow * 10 ** (decimalsOf(currency) ?? 0);
    this.#prices.set(currency, {
      count: known.count + 1,
      low: known.low + (isLow ? 1 : 0),
      lowest: Math.min(known.lowest, amount),
      highest: Math.max(known.highest, amount),
    });
  }

  result({ status }: ImportResult): void {
    if (status === 'would-create') this.#counts.created++;
    else if (status === 'would-update') this.#counts.updated++;
    else this.#counts[status]++;
  }

  /** The file could not be read to its end. */
  cut(): void {
    this.#isCut = true;
  }

  summary(isDryRun: boolean): ImportSummary {
    const prices = [...this.#prices].map(([currency, { count, lowest, highest }]) => ({
      currency,
      count,
      lowest,
      highest,
      shown: `${shown(lowest, currency)} to ${shown(highest, currency)}`,
    }));
    const { created, updated, unchanged, refused } = this.#counts;
    return {
      status: 'summary',
      dryRun: isDryRun,
      complete: !this.#isCut,
      results: created + updated + unchanged + refused,
      created,
      updated,
      unchanged,
      refused,
      prices,
      warnings: [...this.#prices].flatMap(([currency, own]) => warningsOf(currency, own)),
    };
  }
}

function warningsOf(currency: string, { count, low, lowest, highest }: Prices): string[] {
  if (decimalsOf(currency) === 0 || low < suspicious.countMin || low < suspicious.share * count) return [];
  return [
    `the prices in ${currency} go from ${shown(lowest, currency)} to ${shown(highest, currency)}, and ${low} of ${count} are ` +
      `below ${lowBelow} ${currency}: amounts are minor units, 1299 for ${shown(1299, currency)}; are these major units?`,
  ];
}

/** `12.99 EUR` */
function shown(amount: number, currency: string): string {
  const decimals = decimalsOf(currency) ?? 0;
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`} ${currency}`;
}
