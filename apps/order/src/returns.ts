/** What comes back of an order, and what was paid for it. */
import type { OrderLine, ReturnedLine } from '@quickmart/contracts/order/events';
import type { ProblemError } from '@quickmart/service/problems';
import type { Order, ReturnOfOrder, ReturnOrder } from './api.ts';
import { refuse } from './problems.ts';
import type { Return } from './state.ts';

/** `paid`: for all units of the product, in minor units. `left`: of what was ordered, what has not come back yet. */
type Bought = ReturnedLine & { paid: number; left: number };

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
  const all = bought.filter(({ left }) => left > 0).map((line) => ({ ...line, back: line.left }));
  const back = wanted === undefined ? all : named(bought, wanted);
  return {
    returned: back.map(({ productId, sku, back: quantity }) => ({ productId, sku, quantity })),
    amount: back.reduce((sum, one) => sum + paidFor(one), 0),
  };
}

type Back = Bought & { back: number };

/** What comes back at last has the cents that are left over: all units together are worth what was paid for them. */
const paidFor = ({ quantity, left, back, paid }: Back): number => {
  const worth = (units: number) => Number((BigInt(paid) * BigInt(units)) / BigInt(quantity));
  return worth(quantity - left + back) - worth(quantity - left);
};

/** A product may stand in several lines: its units are worth the same, whichever come back. */
function summed(lines: readonly OrderLine[], before: readonly Pick<Return, 'lines'>[]): Bought[] {
  const byProduct = new Map<string, Bought>();
  for (const { productId, sku, quantity, total } of lines) {
    const before = byProduct.get(productId);
    const sum = quantity + (before?.quantity ?? 0);
    const paid = total.amount + (before?.paid ?? 0);
    byProduct.set(productId, { productId, sku, quantity: sum, paid, left: sum });
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

function named(bought: readonly Bought[], wanted: NonNullable<ReturnOrder['lines']>): Back[] {
  const faults: ProblemError[] = [];
  const all = new Map<string, Back>();
  for (const [index, line] of wanted.entries()) {
    const [name, value] =
      'sku' in line ? (['sku', line.sku] as const) : (['productId', line.productId] as const);
    const found = bought.find((one) => one[name] === value);
    const back = line.quantity + (all.get(found?.productId ?? '')?.back ?? 0);
    if (found && back <= found.left) all.set(found.productId, { ...found, back });
    else {
      const detail = found ? leftOf(found) : 'this was not ordered';
      faults.push({ pointer: `/lines/${index}/${found ? 'quantity' : name}`, code: 'not-ordered', detail });
    }
  }
  if (faults.length > 0) refuse('not-ordered', 'no more can come back than was ordered', { errors: faults });
  return [...all.values()];
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
