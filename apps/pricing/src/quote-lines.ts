/** The lines of a quote, with the prices of this service's own copy of the catalog. */
import type { Money } from '@quickmart/contracts/shapes';
import { type CatalogRow, type Sources, soldFrom } from '@quickmart/price-book';
import type { QuoteLine } from '@quickmart/pricing';
import type { ProblemError } from '@quickmart/service';
import { refuse } from './problems.ts';
import type { AskedLine } from './quote-api.ts';

/** Refuses with product-unknown. */
export async function quotedLines(sources: Sources, asked: readonly AskedLine[]): Promise<QuoteLine[]> {
  const sold = await soldFrom(
    sources,
    asked.filter((line) => !isPriced(line)),
  );
  const faults: ProblemError[] = [];
  const lines = asked.flatMap((line, index): QuoteLine[] => {
    if (isPriced(line)) return [line];
    const { entry, fault } = sold(line, index);
    if (entry !== undefined) return [lineOf(entry, line)];
    faults.push(fault);
    return [];
  });
  if (faults.length > 0)
    refuse('product-unknown', 'every line must name a product that is sold, or have a price', {
      errors: faults,
    });
  return lines;
}

type Priced = Extract<AskedLine, { sku: string }> & { unitPrice: Money };
const isPriced = (line: AskedLine): line is Priced => 'sku' in line && line.unitPrice !== undefined;

/** The price is that of the catalog; what else is said about the line holds. */
function lineOf(entry: CatalogRow, asked: AskedLine): QuoteLine {
  const { status: _, priceAmount: amount, currency, ...known } = entry;
  return { ...known, ...asked, unitPrice: { amount, currency } };
}
