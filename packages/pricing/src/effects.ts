/** What a promotion takes off, from what earlier ones have left: per line and from the shipping, and the reason. */
import type { Effect } from '@quickmart/contracts/pricing/rules';
import type { Selection } from '@quickmart/contracts/pricing/shapes';
import { allocate } from './allocate.ts';
import { type Basket, type BasketLine, isIn, linesIn, sum, unitsOf } from './basket.ts';
import { percentRatio, shareOf } from './ratio.ts';
import { cheapestFirst, dearestFirst, shareOfTaken, takeUnits } from './units.ts';
import { moneyText, percentText, unitsText } from './words.ts';

/** `off`: one amount per line of the basket. */
export type Reduction = { off: number[]; shipping: number; why: string };

export function reductionOf(effect: Effect, basket: Basket): Reduction {
  switch (effect.type) {
    case 'percent':
      return percentOff(effect, basket);
    case 'amount':
      return amountOff(effect, basket);
    case 'free-shipping':
      return { off: nothing(basket), shipping: basket.shipping ?? 0, why: 'free shipping' };
    case 'buy-x-get-y':
      return unitsOff(effect, basket);
    case 'fixed-price':
      return effect.quantity === 1 ? priceFixed(effect, basket) : bundled(effect, basket);
  }
}

type Of<Type extends Effect['type']> = Effect & { type: Type };
const nothing = ({ lines }: Basket): number[] => lines.map(() => 0);
const onLines = (basket: Basket, on: Selection, off: (line: BasketLine) => number): number[] =>
  basket.lines.map((line) => (isIn(line, on) ? off(line) : 0));
const inAnotherCurrency = (currency: string, basket: Basket): Reduction => ({
  off: nothing(basket),
  shipping: 0,
  why: `it is in ${currency}`,
});

function percentOff({ percent, on }: Of<'percent'>, basket: Basket): Reduction {
  const ratio = percentRatio(percent);
  const left = sum(onLines(basket, on, (line) => line.left));
  return {
    off: onLines(basket, on, (line) => shareOf(line.left, ratio)),
    shipping: 0,
    why: `${percentText(percent)} of ${moneyText(left, basket.currency)}`,
  };
}

/** In shares of what is left of each line, and never more than that. */
function amountOff({ amount: { amount, currency }, on }: Of<'amount'>, basket: Basket): Reduction {
  if (currency !== basket.currency) return inAnotherCurrency(currency, basket);
  const lefts = onLines(basket, on, (line) => line.left);
  const all = sum(lefts);
  const off = all === 0 ? nothing(basket) : allocate(Math.min(amount, all), lefts.map(BigInt));
  const limit = amount > all ? `, at most ${moneyText(all, currency)}` : '';
  return { off, shipping: 0, why: `${moneyText(amount, currency)} off${limit}` };
}

/**
 * Buy x, get y, n times: the cheapest units that can be given are. A unit that is given does not count as bought, so n times x
 * units are kept of the lines that are bought.
 */
function unitsOff({ buy, get, timesMax }: Of<'buy-x-get-y'>, basket: Basket): Reduction {
  const [bought, given] = [linesIn(basket, buy.on), linesIn(basket, get.on)];
  const either = unitsOf(basket.lines.filter((line) => isIn(line, buy.on) || isIn(line, get.on)));
  const times = Math.min(
    timesMax ?? Number.POSITIVE_INFINITY,
    Math.floor(unitsOf(bought) / buy.quantity),
    Math.floor(unitsOf(given) / get.quantity),
    Math.floor(either / (buy.quantity + get.quantity)),
  );
  let spare = unitsOf(bought) - times * buy.quantity;
  const taken = takeUnits(cheapestFirst(given), times * get.quantity, (line) => {
    if (!isIn(line, buy.on)) return line.line.quantity;
    const count = Math.min(spare, line.line.quantity);
    spare -= count;
    return count;
  });
  const what = get.percent === 100 ? 'free' : `${percentText(get.percent)} off`;
  return {
    off: shareOfTaken(basket, taken, percentRatio(get.percent)),
    shipping: 0,
    why: `buy ${buy.quantity}, get ${get.quantity}: ${unitsText(times * get.quantity)} ${what}`,
  };
}

/** Each unit costs so much, where it would cost more. */
function priceFixed({ price: { amount, currency }, on }: Of<'fixed-price'>, basket: Basket): Reduction {
  if (currency !== basket.currency) return inAnotherCurrency(currency, basket);
  const off = onLines(basket, on, ({ left, line }) => Math.max(0, left - amount * line.quantity));
  return { off, shipping: 0, why: `${moneyText(amount, currency)} each` };
}

/** So many units for the price, the dearest first; what is saved is spread by what they would have cost. */
function bundled(
  { price: { amount, currency }, quantity, on }: Of<'fixed-price'>,
  basket: Basket,
): Reduction {
  if (currency !== basket.currency) return inAnotherCurrency(currency, basket);
  const lines = linesIn(basket, on);
  const bundles = Math.floor(unitsOf(lines) / quantity);
  const lefts = shareOfTaken(basket, takeUnits(dearestFirst(lines), bundles * quantity));
  const saved = Math.max(0, sum(lefts) - bundles * amount);
  const off = saved === 0 ? nothing(basket) : allocate(saved, lefts.map(BigInt));
  return { off, shipping: 0, why: `${bundles} × ${quantity} for ${moneyText(amount, currency)}` };
}
