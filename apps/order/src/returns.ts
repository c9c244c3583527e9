/** What comes back of an order, and what was paid for it. */
import type { OrderLine, ReturnedLine, ReturnOrder } from '@quickmart/contracts/order';
import { type ProblemError, refuse } from '@quickmart/contracts/problem';

type Bought = ReturnedLine & { unitAmount: number };

/** One line per product. Everything where nothing is named; refuses with not-ordered what was not ordered. */
export function returnedLines(
  lines: readonly OrderLine[],
  wanted: ReturnOrder['lines'],
): { returned: ReturnedLine[]; amount: number } {
  const bought = summed(lines);
  const back = wanted === undefined ? bought : named(bought, wanted);
  return {
    returned: back.map(({ productId, sku, quantity }) => ({ productId, sku, quantity })),
    amount: back.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0),
  };
}

/** An order is priced at one moment: a product has one price in it, in however many lines it is. */
function summed(lines: readonly OrderLine[]): Bought[] {
  const byProduct = new Map<string, Bought>();
  for (const { productId, sku, quantity, unitPrice } of lines) {
    const sum = quantity + (byProduct.get(productId)?.quantity ?? 0);
    byProduct.set(productId, { productId, sku, quantity: sum, unitAmount: unitPrice.amount });
  }
  return [...byProduct.values()];
}

function named(bought: readonly Bought[], wanted: NonNullable<ReturnOrder['lines']>): Bought[] {
  const faults: ProblemError[] = [];
  const back = new Map<string, Bought>();
  for (const [index, line] of wanted.entries()) {
    const [name, value] =
      'sku' in line ? (['sku', line.sku] as const) : (['productId', line.productId] as const);
    const found = bought.find((one) => one[name] === value);
    const quantity = line.quantity + (back.get(found?.productId ?? '')?.quantity ?? 0);
    if (found && quantity <= found.quantity) back.set(found.productId, { ...found, quantity });
    else {
      const detail = found ? `${found.quantity} were ordered` : 'this was not ordered';
      faults.push({ pointer: `/lines/${index}/${found ? 'quantity' : name}`, code: 'not-ordered', detail });
    }
  }
  if (faults.length > 0) refuse('not-ordered', 'no more can come back than was ordered', { errors: faults });
  return [...back.values()];
}
