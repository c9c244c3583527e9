/** What comes back of an order, and what was paid for it. */
import type { OrderLine, ReturnedLine } from '@quickmart/contracts/order/events';
import type { ProblemError } from '@quickmart/service/problems';
import type { Order, ReturnOfOrder, ReturnOrder } from './api.ts';
import { refuse } from './problems.ts';
import type { Return } from './state.ts';

/** `left`: of what was ordered, what has not come back yet. */
type Bought = ReturnedLine & { unitAmount: number; left: number };

/**
 * One line per product. All that is left where nothing is named; refuses with not-ordered what was not ordered, or has come
 * back before.
 */
export function returnedLines(
  lines: readonly OrderLine[],
  wanted: ReturnOrder['lines'],
  before: readonly Pick<Return, 'lines'>[],
): { returned: ReturnedLine[]; amount: number } {
  const bought = summed(lines, before);
  const all = bought.filter(({ left }) => left > 0).map((line) => ({ ...line, quantity: line.left }));
  const back = wanted === undefined ? all : named(bought, wanted);
  return {
    returned: back.map(({ productId, sku, quantity }) => ({ productId, sku, quantity })),
    amount: back.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0),
  };
}

/** An order is priced at one moment: a product has one price in it, in however many lines it is. */
function summed(lines: readonly OrderLine[], before: readonly Pick<Return, 'lines'>[]): Bought[] {
  const byProduct = new Map<string, Bought>();
  for (const { productId, sku, quantity, unitPrice } of lines) {
    const sum = quantity + (byProduct.get(productId)?.quantity ?? 0);
    byProduct.set(productId, { productId, sku, quantity: sum, unitAmount: unitPrice.amount, left: sum });
  }
  for (const { productId, quantity } of before.flatMap((one) => one.lines)) {
    const line = byProduct.get(productId);
    if (line) byProduct.set(productId, { ...line, left: Math.max(0, line.left - quantity) });
  }
  return [...byProduct.values()];
}

export const isAllReturned = (
  lines: readonly OrderLine[],
  returns: readonly Pick<Return, 'lines'>[],
): boolean => summed(lines, returns).every(({ left }) => left === 0);

function named(bought: readonly Bought[], wanted: NonNullable<ReturnOrder['lines']>): Bought[] {
  const faults: ProblemError[] = [];
  const back = new Map<string, Bought>();
  for (const [index, line] of wanted.entries()) {
    const [name, value] =
      'sku' in line ? (['sku', line.sku] as const) : (['productId', line.productId] as const);
    const found = bought.find((one) => one[name] === value);
    const quantity = line.quantity + (back.get(found?.productId ?? '')?.quantity ?? 0);
    if (found && quantity <= found.left) back.set(found.productId, { ...found, quantity });
    else {
      const detail = found ? leftOf(found) : 'this was not ordered';
      faults.push({ pointer: `/lines/${index}/${found ? 'quantity' : name}`, code: 'not-ordered', detail });
    }
  }
  if (faults.length > 0) refuse('not-ordered', 'no more can come back than was ordered', { errors: faults });
  return [...back.values()];
}

const leftOf = ({ quantity, left }: Bought): string =>
  left === quantity
    ? `${quantity} were ordered`
    : `${quantity} were ordered, ${quantity - left} have come back`;

/** All returns as one: what callers read who know of one return only. */
export const summary = (returns: readonly Return[]): NonNullable<Order['returned']> => {
  const lines = new Map<string, ReturnedLine>();
  for (const line of returns.flatMap((one) => one.lines)) {
    const quantity = line.quantity + (lines.get(line.productId)?.quantity ?? 0);
    lines.set(line.productId, { ...line, quantity });
  }
  const amount = returns.reduce((sum, { refund }) => sum + refund.amount, 0);
  const [first] = returns;
  return {
    lines: [...lines.values()],
    restock: returns.some(({ restock }) => restock),
    refund: { amount, currency: first?.refund.currency ?? '' },
  };
};

export const returnView = ({ owed: _, at, ...one }: Return): ReturnOfOrder => ({
  ...one,
  returnedAt: new Date(at).toISOString(),
});
